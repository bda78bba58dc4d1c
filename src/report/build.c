#include "report/build.h"

#include "family/gate.h"
#include "report/agreed.h"
#include "report/build_inside.h"

#include <stdio.h>
#include <string.h>

const char *report_word(const Making *making, const char *id)
{
    return report_word_for(making, id, "", 0);
}

const char *report_word_for(const Making *making, const char *id, const char *me, long n)
{
    const Strings *ui = library_ui(making->from->library);
    const char *sentence =
        n > 0 ? strings_plural(ui, id, TIER_AD, n) : strings_get(ui, id, TIER_AD);
    TokenWords words = token_words(ui);
    Tokens tokens = {.n = n, .words = &words};
    Text out;
    snprintf(tokens.me, sizeof tokens.me, "%s", me);
    snprintf(tokens.helper, sizeof tokens.helper, "%s", record_helper(making->from->record));
    text_init(&out);
    tokens_fill(&tokens, sentence ? sentence : id, &out);
    const char *copy = arena_string(making->page->arena, out.bytes);
    text_clear(&out);
    return copy;
}

const char *report_day(const Making *making, const char *day)
{
    return arena_format(making->page->arena,
                        making->page->rtl ? "\xE2\x81\xA6%s\xE2\x81\xA9" : "%s", day);
}

bool report_lets(const Making *making, ReportPart part, const ReportState *state)
{
    const ReportWish *wish = making->wish;
    return (part >= REPORT_OFFERED || wish->parts[part]) &&
           report_allows(part, wish->audience, state);
}

/* Goals by what was agreed of this person, the child's words one by one (build_words.c). */
static bool is_agreed(const Making *making, ReportPart part, Id person)
{
    Agreed agreed;
    return part == REPORT_VIEW ||
           agreed_goals(making->family, person, making->wish->audience, &agreed);
}

bool report_about_adult(const Making *making, ReportPart part, const Person *adult)
{
    const ReportWish *wish = making->wish;
    bool own = id_same(adult->id, wish->reader) || wish->audience == REPORT_CHILD;
    bool readers = wish->audience != REPORT_PARENT || own; /* a parent: of no other adult */
    return readers &&
           report_lets(
               making, part,
               &(ReportState){.own = own,
                              .agreed = is_agreed(making, part, adult->id),
                              .hidden = making->hidden || adult_hidden(making->family, adult->id)});
}

bool report_about_child(const Making *making, ReportPart part)
{
    return report_lets(making, part,
                       &(ReportState){.own = making->wish->audience == REPORT_CHILD,
                                      .agreed = is_agreed(making, part, making->wish->child),
                                      .hidden = making->hidden});
}

void report_heading(const Making *making, const char *id, char box)
{
    report_page_add(making->page, REPORT_HEADING, box, false, report_word(making, id));
}

/* ---- the whole ---- */

static const Case *family_of(const ReportFrom *from, const ReportWish *wish)
{
    return record_case(from->record, wish->family);
}

bool report_is_safe(const ReportFrom *from, const ReportWish *wish)
{
    return wish->audience == REPORT_PARENT && adult_hidden(family_of(from, wish), wish->reader);
}

/* The day, or the Monday of its week: "2026-11-16". */
static const char *day_of(const Making *making, bool week)
{
    const int64_t day = INT64_C(24) * 60 * 60 * 1000;
    char stamp[32];
    int64_t at = making->from->now;
    if (week) {
        int64_t days = at / day;
        at -= ((days + 3) % 7) * day; /* 1970-01-01 was a Thursday */
    }
    return arena_format(making->page->arena, "%.10s", clock_stamp(at, stamp, sizeof stamp));
}

static void build_head(const Making *making)
{
    making->page->day = day_of(making, making->hidden);
    report_page_add(making->page, REPORT_TITLE, ' ', false, report_word(making, "ui.report.paper"));
    report_page_add(making->page, REPORT_LINE, ' ', false,
                    report_word_for(making,
                                    making->hidden ? "ui.report.paper.week" : "ui.report.paper.day",
                                    report_day(making, making->page->day), 0));
}

static void build_limits(const Making *making)
{
    bool plain = making->wish->audience == REPORT_CHILD;
    report_heading(making, "ui.report.part.limits", 'A');
    report_page_add(making->page, REPORT_LINE, 'A', false,
                    report_word(making, plain ? "ui.report.limits.plain" : "ui.report.limits"));
}

static void build_safe(const Making *making)
{
    if (report_allows(REPORT_SAFE, making->wish->audience, &(ReportState){.hidden = true})) {
        report_page_add(making->page, REPORT_LINE, 'O', false,
                        report_word(making, "ui.report.safe"));
    }
}

void report_build(const ReportFrom *from, const ReportWish *wish, ReportPage *page)
{
    const Strings *ui = library_ui(from->library);
    *page = (ReportPage){.arena = page->arena,
                         .language = arena_string(page->arena, strings_language(ui)),
                         .rtl = strings_direction(ui) == DIRECTION_RTL};
    Making making = {from, wish, family_of(from, wish), page, report_is_safe(from, wish)};
    page->footer = report_word(&making, "ui.report.footer");
    build_head(&making);
    if (making.hidden) {
        build_safe(&making);
    } else {
        report_build_family(&making);
        report_build_work(&making);
        report_build_words(&making);
    }
    build_limits(&making);
}

const char *report_parts(const ReportFrom *from, const ReportWish *wish, Arena *arena)
{
    bool safe = report_is_safe(from, wish);
    const char *parts = safe ? report_part_id(REPORT_SAFE) : "";
    for (int part = 0; part < REPORT_OFFERED && !safe; part++) {
        if (wish->parts[part] && report_offers((ReportPart)part, wish->audience)) {
            parts = arena_format(arena, "%s%s%s", parts, parts[0] ? " " : "",
                                 report_part_id((ReportPart)part));
        }
    }
    return parts;
}
