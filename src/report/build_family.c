/* Who it is about, what orders there are, and when the child came. Days, never hours. */
#include "report/build_inside.h"

#include "family/done_on_paper.h"

#include <string.h>

enum { ORDERS_MAX = 16, DAYS_MAX = 60 };

static void build_order(const Making *making, Id item)
{
    FactSubject order = {.item = item};
    const char *kind = facts_value(&making->family->facts, "order.kind", &order);
    const char *date = facts_value(&making->family->facts, "order.date", &order);
    if (kind[0]) {
        const char *words =
            report_word(making, arena_format(making->page->arena, "ui.fact.order.kind.%s", kind));
        report_page_add(making->page, REPORT_ITEM, 'O', false,
                        arena_format(making->page->arena, "%s%s%s", words, date[0] ? ", " : "",
                                     date[0] ? report_day(making, date) : ""));
    }
}

static void build_orders(const Making *making)
{
    Id items[ORDERS_MAX];
    FactSubject whole = {.item = {""}};
    size_t count =
        facts_items(&making->family->facts, fact_group("order"), &whole, items, ORDERS_MAX);
    for (size_t i = 0; i < count && i < ORDERS_MAX; i++) {
        build_order(making, items[i]);
    }
}

static void build_name(const Making *making, const Person *person, const char *role)
{
    report_page_add(
        making->page, REPORT_ITEM, 'O', false,
        arena_format(making->page->arena, "%s (%s)", person->name, report_word(making, role)));
}

/* The child it is about and adults; brothers and sisters are never there. */
static void build_people(const Making *making)
{
    const Person *child = case_person(making->family, making->wish->child), *adult;
    report_heading(making, "ui.report.part.people", 'O');
    build_name(making, child, "ui.report.role.child");
    for (int i = 0; (adult = case_adult(making->family, i)) != NULL; i++) {
        if (report_about_adult(making, REPORT_PEOPLE, adult)) {
            build_name(making, adult, "ui.report.role.adult");
        }
    }
    if (making->wish->audience != REPORT_CHILD) {
        build_orders(making);
    }
}

static bool is_of_child(const Making *making, const Sitting *sitting)
{
    return id_same(sitting->case_id, making->wish->family) &&
           id_same(sitting->person, making->wish->child) && sitting->ended > 0;
}

/* "2026-09-01, 2026-09-08": the newest ones where there are many. */
static const char *days_of(const Making *making, long *count)
{
    const Record *record = making->from->record;
    const char *days = "", *last = "";
    long shown = 0;
    *count = 0;
    for (size_t i = record_sitting_count(record); i-- > 0;) {
        const Sitting *sitting = record_sitting_at(record, i);
        char stamp[32];
        if (!is_of_child(making, sitting)) {
            continue;
        }
        ++*count;
        const char *day = arena_format(making->page->arena, "%.10s",
                                       clock_stamp(sitting->started, stamp, sizeof stamp));
        if (shown < DAYS_MAX && strcmp(day, last) != 0) {
            days = arena_format(making->page->arena, "%s%s%s", report_day(making, day),
                                shown++ ? ", " : "", days);
        }
        last = day;
    }
    return days;
}

/* A parent reads how many there were; when is nobody's business but the child's and the court's. */
static void build_attendance(const Making *making)
{
    long count;
    const char *days = days_of(making, &count);
    report_heading(making, "ui.report.part.attendance", 'O');
    report_page_add(making->page, REPORT_LINE, 'O', false,
                    count == 0 ? report_word(making, "ui.report.sittings.none")
                               : report_word_for(making, "ui.report.sittings", "", count));
    if (count > 0 && making->wish->audience != REPORT_PARENT) {
        report_page_add(making->page, REPORT_LINE, 'O', false, days);
    }
    long paper = done_on_paper_count(making->family, making->wish->child);
    if (paper > 0) {
        report_page_add(making->page, REPORT_LINE, 'O', false,
                        report_word_for(making, "ui.report.on-paper", "", paper));
    }
}

void report_build_family(const Making *making)
{
    if (report_about_child(making, REPORT_PEOPLE)) {
        build_people(making);
    }
    if (report_about_child(making, REPORT_ATTENDANCE)) {
        build_attendance(making);
    }
}
