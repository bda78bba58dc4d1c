#include "report/case_forms.h"

#include "base/clock.h"
#include "family/practice.h"
#include "family/retention.h"
#include "report/build_inside.h"

#include <string.h>

enum { LINES_MAX = 6, DEMANDS_MAX = 16 };

const char *case_form_id(CaseForm which)
{
    static const char *const ids[CASE_FORMS] = {
        [FORM_CONSENT] = "consent", [FORM_DEMAND] = "demand"};
    return ids[which];
}

const char *demand_field(int step)
{
    static const char *const fields[DEMAND_STEPS] = {"demand.keep",  "demand.advice",
                                                     "demand.told",  "demand.least",
                                                     "demand.order", "demand.noted"};
    return fields[step];
}

/* ---- what an adult is told ---- */

/* The page of a making that only needs words. */
static Making making_of(const ReportFrom *from, ReportPage *page)
{
    return (Making){.from = from, .page = page};
}

static const char *of_practice(const ReportFrom *from, const char *field)
{
    FactSubject nobody = {.person = {""}};
    return facts_value(record_practice(from->record), field, &nobody);
}

static const char *crisis_words(const Making *making, const char *words)
{
    Arena *arena = making->page->arena;
    CrisisLine lines[LINES_MAX];
    size_t count = crisis_lines(record_practice(making->from->record), lines, LINES_MAX);
    if (count == 0) {
        return report_word(making, "ui.consent.crisis.none");
    }
    for (size_t i = 0; i < count && i < LINES_MAX; i++) {
        words = arena_format(arena, "%s\n%s%s%s", words, lines[i].name,
                             lines[i].name[0] ? ": " : "", lines[i].number);
    }
    return words;
}

/* Points to which the practice adds its own: how long, what with courts, whom to call. */
enum { POINT_KEPT = 1, POINT_COURTS = 4, POINT_CRISIS = CONSENT_POINTS - 1 };

static const char *own_words(const Making *making, int point, const char *words)
{
    const ReportFrom *from = making->from;
    Arena *arena = making->page->arena;
    int months = retention_months(record_practice(from->record));
    const char *courts = of_practice(from, "practice.courts");
    switch (point) {
    case POINT_KEPT:
        return arena_format(arena, "%s %s", words,
                            months ? report_word_for(making, "ui.consent.months", "", months)
                                   : report_word(making, "ui.consent.months.open"));
    case POINT_COURTS: return courts[0] ? arena_format(arena, "%s %s", words, courts) : words;
    case POINT_CRISIS: return crisis_words(making, words);
    default: return words;
    }
}

const char *consent_point(const ReportFrom *from, int point, Arena *arena)
{
    ReportPage page = {.arena = arena};
    const Making making = making_of(from, &page);
    const char *id = arena_format(arena, "ui.consent.point.%d", point + 1);
    return own_words(&making, point, report_word(&making, id));
}

/* ---- pages ---- */

static void begin_page(Making *making, const char *title)
{
    const Strings *ui = library_ui(making->from->library);
    ReportPage *page = making->page;
    char stamp[32];
    *page = (ReportPage){.arena = page->arena,
                         .language = arena_string(page->arena, strings_language(ui)),
                         .rtl = strings_direction(ui) == DIRECTION_RTL};
    page->day =
        arena_format(page->arena, "%.10s", clock_stamp(making->from->now, stamp, sizeof stamp));
    page->footer = report_word(making, "ui.form.footer");
    report_page_add(page, REPORT_TITLE, ' ', false, report_word(making, title));
    report_page_add(
        page, REPORT_LINE, ' ', false,
        report_word_for(making, "ui.report.paper.day", report_day(making, page->day), 0));
}

static void add_line(const Making *making, const char *label, const char *value)
{
    report_page_add(making->page, REPORT_LINE, ' ', false,
                    arena_format(making->page->arena, "%s: %s", report_word(making, label), value));
}

/* A field in words: a choice by its word. Nothing where nothing holds. */
static void add_fact(const Making *making, const char *field, const FactSubject *subject)
{
    const char *value = facts_value(&making->family->facts, field, subject);
    Arena *arena = making->page->arena;
    if (value[0]) {
        bool coded = fact_field(field)->value == FACT_CHOICE;
        add_line(making, arena_format(arena, "ui.fact.%s", field),
                 coded ? report_word(making, arena_format(arena, "ui.fact.%s.%s", field, value))
                       : report_day(making, value));
    }
}

static void build_consent(Making *making, Id adult)
{
    static const char *const fields[] = {"consent.state", "consent.points", "consent.date",
                                         "consent.version"};
    FactSubject subject = {.person = adult};
    begin_page(making, "ui.form.consent");
    add_line(making, "ui.form.who", case_person(making->family, adult)->name);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        add_fact(making, fields[i], &subject);
    }
    report_heading(making, "ui.form.points", ' ');
    for (int i = 0; i < CONSENT_POINTS; i++) {
        report_page_add(making->page, REPORT_ITEM, ' ', false,
                        consent_point(making->from, i, making->page->arena));
    }
    report_heading(making, "ui.form.sign", ' ');
    report_page_add(making->page, REPORT_LINE, ' ', false, "____________________");
}

static void build_one_demand(const Making *making, const FactSubject *one)
{
    const Facts *facts = &making->family->facts;
    Arena *arena = making->page->arena;
    const char *words = facts_value(facts, "demand.words", one);
    report_page_add(making->page, REPORT_HEADING, ' ', false,
                    words[0] ? arena_string(arena, words) : report_word(making, "ui.form.demand"));
    for (int i = 0; i < DEMAND_STEPS; i++) {
        const char *day = facts_value(facts, demand_field(i), one);
        const char *what = report_word(making, arena_format(arena, "ui.demand.%d", i + 1));
        report_page_add(making->page, REPORT_ITEM, ' ', false,
                        day[0] ? arena_format(arena, "[x] %s (%s)", what, report_day(making, day))
                               : arena_format(arena, "[ ] %s", what));
    }
}

/* One list for each demand; an empty one to print and tick by hand where none was noted. */
static void build_demand(Making *making)
{
    FactSubject one = {.person = {""}};
    Id items[DEMANDS_MAX];
    size_t count =
        facts_items(&making->family->facts, fact_group("demand"), &one, items, DEMANDS_MAX);
    begin_page(making, "ui.form.demand");
    report_page_add(making->page, REPORT_LINE, ' ', false, report_word(making, "ui.demand.about"));
    for (size_t i = 0; i < count && i < DEMANDS_MAX; i++) {
        one.item = items[i];
        build_one_demand(making, &one);
    }
    if (count == 0) {
        build_one_demand(making, &one);
    }
}

void case_form_build(const ReportFrom *from, CaseForm which, Id family, Id person, ReportPage *page)
{
    Making making = making_of(from, page);
    making.family = record_case(from->record, family);
    if (which == FORM_CONSENT) {
        build_consent(&making, person);
    } else {
        build_demand(&making);
    }
}
