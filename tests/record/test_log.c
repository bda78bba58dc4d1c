/* The log, and what becomes of a record when all of one case is taken out of it. */
#include "base/memory.h"
#include "record/record.h"
#include "record/story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void apply(Record *record, Event event)
{
    Error error = {0};
    if (!record_apply(record, &event, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

static Event noted(const char *fact, const char *value)
{
    Event event = {.type = EVENT_NOTED, .case_id = story_id('c', 1), .person_id = story_id('p', 2)};
    PUT(event.fact, fact);
    PUT(event.value, value);
    return event;
}

/* A child and an adult of one case. */
static Record *with_family(void)
{
    Record *record = record_new();
    apply(record, story_case(1));
    apply(record, story_person(1, 1, TIER_T2));
    apply(record, story_person(1, 2, TIER_AD));
    return record;
}

static void what_goes_into_the_log(void **state)
{
    (void)state;
    Record *record = with_family();
    Event looked = {.type = EVENT_LOGGED,
                    .case_id = story_id('c', 1),
                    .person_id = story_id('p', 1),
                    .item_id = story_id('s', 7),
                    .act = LOG_LOOKED,
                    .what = ACCESS_ANSWERS,
                    .times = 1,
                    .wall_ms = 120000};
    Event judged = {.type = EVENT_CONTACT_JUDGED,
                    .case_id = story_id('c', 1),
                    .person_id = story_id('p', 1),
                    .about_id = story_id('p', 2)};
    apply(record, looked);
    apply(record, noted("gate.state", "closed"));
    apply(record, noted("stage.now", "change"));
    apply(record, noted("hide.state", "on"));
    apply(record, judged);
    apply(record, (Event){.type = EVENT_ERASED, .case_id = story_id('c', 3), .why = ERASE_OTHER});
    static const LogAct acts[] = {LOG_LOOKED, LOG_GATE, LOG_HIDE, LOG_CONTACT, LOG_ERASED};
    assert_int_equal(record_log_count(record), 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(record_log_at(record, i)->act, acts[i]);
    }
    const LogEntry *first = record_log_at(record, 0), *last = record_log_at(record, 4);
    assert_string_equal(first->person.text, story_id('p', 1).text);
    assert_string_equal(first->item.text, story_id('s', 7).text);
    assert_int_equal(first->what, ACCESS_ANSWERS);
    assert_int_equal(first->at, 120000);
    assert_int_equal(last->why, ERASE_OTHER);
    record_free(record);
}

static void an_erased_case_does_not_come_back(void **state)
{
    (void)state;
    Record *record = with_family();
    Event erased = {.type = EVENT_ERASED, .case_id = story_id('c', 1)};
    assert_false(record_apply(record, &erased, NULL)); /* still here */
    erased.case_id = story_id('c', 5);
    apply(record, erased);
    Event again = story_case(5);
    assert_true(record_is_erased(record, again.case_id));
    assert_false(record_is_erased(record, story_id('c', 1)));
    assert_false(record_apply(record, &again, NULL));
    assert_false(record_apply(record, &erased, NULL));
    record_free(record);
}

/* ---- all of one case is taken out ---- */

enum { SEEDS = 30, EVENTS = 300 };

typedef struct Told {
    Event events[EVENTS];
    Id of[EVENTS]; /* "" or the case */
    char *content[EVENTS];
} Told;

static void tell(Told *told, uint64_t seed, Record *record)
{
    Story story;
    story_init(&story, seed);
    for (int i = 0; i < EVENTS; i++) {
        Event *event = &told->events[i];
        story_next(&story, record, event);
        told->content[i] = event->content ? memory_copy_string(event->content) : NULL;
        event->content = told->content[i];
        apply(record, *event);
        told->of[i] = record_case_of(record, event);
    }
}

static void take_out(const Told *told, Id gone, Record *record)
{
    for (int i = 0; i < EVENTS; i++) {
        if (!id_same(told->of[i], gone)) {
            apply(record, told->events[i]);
        }
    }
    apply(record, (Event){.type = EVENT_ERASED, .case_id = gone});
}

static void assert_gone(const Record *record, Id gone)
{
    char *dump = record_dump(record);
    assert_null(record_case(record, gone));
    char line[64] = "case ";
    PUT(line, "case ");
    memcpy(line + 5, gone.text, sizeof gone.text);
    assert_null(strstr(dump, line));
    free(dump);
}

/* The events of every other case still follow from each other. */
static void the_others_hold_together(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        Told *told = memory_new(1, sizeof *told);
        Record *whole = record_new();
        tell(told, seed, whole);
        for (size_t i = 0; i < record_case_count(whole); i++) {
            Record *rest = record_new();
            Id gone = record_case_at(whole, i)->id;
            take_out(told, gone, rest);
            assert_gone(rest, gone);
            assert_int_equal(record_case_count(rest), record_case_count(whole) - 1);
            record_free(rest);
        }
        record_free(whole);
        for (int i = 0; i < EVENTS; i++) {
            free(told->content[i]);
        }
        free(told);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_into_the_log),
        cmocka_unit_test(an_erased_case_does_not_come_back),
        cmocka_unit_test(the_others_hold_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
