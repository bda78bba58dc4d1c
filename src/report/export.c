#include "report/export.h"

#include "base/clock.h"
#include "family/gate.h"
#include "report/skills.h"

#include <stdio.h>
#include <string.h>

bool export_allowed(const ReportFrom *from, const ExportWish *wish)
{
    const Case *family = record_case(from->record, wish->family);
    return access_allows(&(AccessAsk){.who = ACCESS_HELPER,
                                      .what = ACCESS_ATTENDANCE,
                                      .how = ACCESS_EXPORT,
                                      .helper_tick = true,
                                      .hold = case_on_hold(family)});
}

/* ---- rows ---- */

static size_t rows_of(const ReportFrom *from, const Sitting *sitting, ExportRow *rows)
{
    const char *skills[REPORT_SKILLS_MAX];
    char stamp[32];
    ExportRow row = {.sitting = sitting->id, .skill = ""};
    size_t count = report_sitting_skills(from->record, from->library, sitting, skills);
    snprintf(row.day, sizeof row.day, "%.10s", clock_stamp(sitting->started, stamp, sizeof stamp));
    rows[0] = row;
    for (size_t i = 0; i < count; i++) {
        rows[i] = row;
        rows[i].skill = skills[i];
    }
    return count ? count : 1;
}

size_t export_rows(const ReportFrom *from, const ExportWish *wish, Arena *arena,
                   const ExportRow **rows)
{
    size_t count = 0, sittings = record_sitting_count(from->record);
    ExportRow *made = arena_alloc(arena, sittings * REPORT_SKILLS_MAX + 1, sizeof *made);
    for (size_t i = 0; i < sittings && export_allowed(from, wish); i++) {
        const Sitting *sitting = record_sitting_at(from->record, i);
        if (id_same(sitting->person, wish->child) && sitting->ended > 0) {
            count += rows_of(from, sitting, made + count);
        }
    }
    *rows = made;
    return count;
}

/* ---- a table ---- */

void export_cell(const char *text, Text *out)
{
    bool formula = text[0] && strchr("=+-@\t\r", text[0]) != NULL;
    bool quoted = strpbrk(text, ",\"\r\n") != NULL;
    text_add(out, quoted ? "\"" : "");
    text_add(out, formula ? "'" : "");
    for (; *text; text++) {
        text_add(out, *text == '"' ? "\"" : "");
        text_add_bytes(out, text, 1);
    }
    text_add(out, quoted ? "\"" : "");
}

static void add_row(const char *const *cells, size_t count, Text *out)
{
    for (size_t i = 0; i < count; i++) {
        text_add(out, i ? "," : "");
        export_cell(cells[i], out);
    }
    text_add(out, "\r\n");
}

static const struct {
    const char *column, *meaning;
} columns[] = {
    {"client", "An id without meaning; the same in every export of this client"},
    {"name", "What the family calls the client; empty unless the helper asked for it"},
    {"group", "t1: 4 to 6 years, t2: 7 to 9, t3: 10 to 12, t4: 13 to 17"},
    {"sitting", "An id without meaning"},
    {"day", "Of the sitting, year-month-day, local time"},
    {"skill", "What was practised to its end; empty when nothing was. One row for each"},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

void export_csv(const ReportFrom *from, const ExportWish *wish, Text *out)
{
    const Person *child = case_person(record_case(from->record, wish->family), wish->child);
    const char *head[COLUMNS];
    Arena *arena = arena_new();
    const ExportRow *rows;
    size_t count = export_rows(from, wish, arena, &rows);
    for (size_t i = 0; i < COLUMNS; i++) {
        head[i] = columns[i].column;
    }
    add_row(head, COLUMNS, out);
    for (size_t i = 0; i < count; i++) {
        add_row((const char *const[]){child->id.text, wish->named ? child->name : "",
                                      tier_limits(child->tier)->id, rows[i].sitting.text,
                                      rows[i].day, rows[i].skill},
                COLUMNS, out);
    }
    arena_free(arena);
}

void export_dictionary(Text *out)
{
    add_row((const char *const[]){"column", "meaning"}, 2, out);
    for (size_t i = 0; i < COLUMNS; i++) {
        add_row((const char *const[]){columns[i].column, columns[i].meaning}, 2, out);
    }
}
