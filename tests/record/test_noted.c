/* What may be noted of whom: each wrong subject, list and value is refused, and the record stays as
 * it was. */
#include "record/record.h"

#include "record/story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void apply(Record *record, Event event)
{
    Error error = {0};
    if (!record_apply(record, &event, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

/* Two cases; in the first a child, an adult, an ended sitting and a play. */
static Record *two_cases(void)
{
    Record *record = record_new();
    apply(record, story_case(1));
    apply(record, story_case(2));
    apply(record, story_person(1, 1, TIER_T2));
    apply(record, story_person(1, 2, TIER_AD));
    apply(record, story_person(2, 3, TIER_T2));
    apply(record, story_person(2, 4, TIER_AD));
    apply(record, story_frozen(0, 1, "{}"));
    apply(record, story_assigned(1, 1, 1, SETTING_ROOM));
    apply(record, story_assigned(1, 2, 2, SETTING_ROOM));
    apply(record, story_sitting(1, 1, 1, SETTING_ROOM));
    apply(record, story_play(1, 1, 0, TIER_T2));
    apply(record, story_play_ended(1, ENDING_FINISHED));
    apply(record, story_sitting_ended(1, ENDING_FINISHED, ""));
    return record;
}

/* 0: none. `kind` of the item is its id's first letter. */
typedef struct Row {
    int family, person, about, item;
    char kind;
    const char *fact, *value;
    bool fits;
} Row;

static Event noted(const Row *row)
{
    Event event = {.type = EVENT_NOTED};
    event.case_id = row->family ? story_id('c', row->family) : (Id){""};
    event.person_id = row->person ? story_id('p', row->person) : (Id){""};
    event.about_id = row->about ? story_id('p', row->about) : (Id){""};
    event.item_id = row->item ? story_id(row->kind, row->item) : (Id){""};
    PUT(event.fact, row->fact);
    PUT(event.value, row->value);
    return event;
}

static const Row rows[] = {
    /* the practice */
    {0, 0, 0, 0, 'x', "practice.name", "The Cove", true},
    {0, 0, 0, 0, 'x', "practice.name", "", true},
    {1, 0, 0, 0, 'x', "practice.name", "The Cove", false},
    {0, 1, 0, 0, 'x', "practice.name", "The Cove", false},
    {0, 0, 2, 0, 'x', "practice.name", "The Cove", false},
    {0, 0, 0, 1, 'x', "line.number", "116 111", true},
    {0, 0, 0, 0, 'x', "line.number", "116 111", false},
    {0, 0, 0, 1, 'x', "line.checked", "2026-02-30", false},
    /* a case */
    {1, 0, 0, 0, 'x', "basis.route", "court", true},
    {0, 0, 0, 0, 'x', "basis.route", "court", false},
    {3, 0, 0, 0, 'x', "basis.route", "court", false},
    {1, 1, 0, 0, 'x', "basis.route", "court", false},
    {1, 0, 0, 1, 'x', "basis.route", "court", false},
    {1, 0, 0, 0, 'x', "basis.route", "chance", false},
    {1, 0, 0, 1, 'x', "home.name", "Blue house", true},
    {1, 0, 0, 0, 'x', "home.name", "Blue house", false},
    /* people */
    {1, 2, 0, 0, 'x', "gate.form", "none", true},
    {1, 1, 0, 0, 'x', "gate.form", "none", false},
    {1, 4, 0, 0, 'x', "gate.form", "none", false},
    {1, 0, 0, 0, 'x', "gate.form", "none", false},
    {1, 2, 1, 0, 'x', "gate.form", "none", false},
    {1, 1, 0, 0, 'x', "assent.answer", "yes", true},
    {1, 2, 0, 0, 'x', "assent.answer", "yes", false},
    {1, 1, 0, 0, 'x', "stage.now", "change", true},
    {1, 2, 0, 0, 'x', "stage.now", "change", true},
    {1, 3, 0, 0, 'x', "stage.now", "change", false},
    /* pairs */
    {1, 1, 2, 0, 'x', "ladder.step", "3", true},
    {1, 2, 1, 0, 'x', "ladder.step", "3", false},
    {1, 1, 0, 0, 'x', "ladder.step", "3", false},
    {1, 1, 4, 0, 'x', "ladder.step", "3", false},
    {1, 1, 1, 0, 'x', "ladder.step", "3", false},
    /* sittings and plays */
    {1, 0, 0, 1, 's', "after.note", "Calm", true},
    {2, 0, 0, 1, 's', "after.note", "Calm", false},
    {1, 1, 0, 1, 's', "after.note", "Calm", false},
    {1, 0, 0, 2, 's', "after.note", "Calm", false},
    {1, 0, 0, 1, 'q', "after.note", "Calm", false},
    {1, 0, 0, 0, 's', "after.note", "Calm", false},
    {1, 0, 0, 1, 's', "sign.noted", "helper", true},
    {1, 0, 0, 1, 's', "sign.noted", "me", false},
    {1, 0, 0, 0, 's', "sign.said", "Words", false},
    {1, 0, 0, 1, 'q', "comment.words", "The blue one twice", true},
    {2, 0, 0, 1, 'q', "comment.words", "The blue one twice", false},
    {1, 1, 0, 1, 'q', "comment.words", "The blue one twice", false},
    {1, 0, 0, 1, 's', "comment.words", "The blue one twice", false},
    /* the practice's shelf, and what was given */
    {0, 0, 0, 1, 'x', "sequence.order", "fixed", true},
    {0, 0, 0, 1, 'x', "sequence.order", "quick", false},
    {0, 0, 0, 0, 'x', "sequence.name", "Quiet start", false},
    {1, 0, 0, 1, 'x', "sequence.name", "Quiet start", false},
    {1, 1, 0, 1, 'a', "given.by", "next", true},
    {1, 1, 0, 1, 'a', "given.by", "2026-02-28", false},
    {1, 1, 0, 1, 'a', "given.tier", "t1", true},
    {1, 1, 0, 1, 'a', "given.tier", "ad", false},
    {1, 2, 0, 2, 'a', "given.tier", "t1", false},
    {1, 2, 0, 2, 'a', "given.reading", "aloud", true},
    {1, 2, 0, 1, 'a', "given.by", "next", false},
    {1, 0, 0, 1, 'a', "given.by", "next", false},
    {2, 3, 0, 1, 'a', "given.by", "next", false},
    {1, 1, 0, 3, 'a', "given.by", "next", false},
    {1, 1, 2, 1, 'a', "given.by", "next", false},
    /* no such fact */
    {1, 0, 0, 0, 'x', "weather.now", "sun", false},
};

static void test_whom(void **state)
{
    (void)state;
    Record *record = two_cases();
    for (size_t i = 0; i < COUNT(rows); i++) {
        Event event = noted(&rows[i]);
        Error error = {0};
        char *before = record_dump(record);
        if (record_apply(record, &event, &error) != rows[i].fits) {
            fail_msg("row %zu, %s: %s", i, rows[i].fact, error.sentence);
        }
        if (rows[i].fits) {
            record_take_back(record, &event);
        }
        char *after = record_dump(record);
        assert_string_equal(after, before);
        free(after);
        free(before);
    }
    record_free(record);
}

/* A person has at most three goals; one more is refused, those that are there may change. */
static void test_lists_end(void **state)
{
    (void)state;
    Record *record = two_cases();
    Row row = {1, 1, 0, 1, 'g', "goal.words", "I can say stop", true};
    for (row.item = 1; row.item <= 3; row.item++) {
        apply(record, noted(&row));
    }
    Event fourth = noted(&row);
    assert_false(record_apply(record, &fourth, NULL));
    row.item = 2;
    row.value = "I can say stop and be heard";
    apply(record, noted(&row));
    row.value = "";
    apply(record, noted(&row)); /* taken out */
    apply(record, fourth);
    record_free(record);
}

static Event moment(int family, int sitting, int item)
{
    Event event = {.type = EVENT_NOTED, .case_id = story_id('c', family)};
    event.about_id = sitting ? story_id('s', sitting) : (Id){""};
    event.item_id = item ? story_id('n', item) : (Id){""};
    PUT(event.fact, "quick.words");
    PUT(event.value, "Looked out of the window");
    return event;
}

/* What was noted in a sitting stands in a list of that sitting, and each note by itself. */
static void test_moments(void **state)
{
    (void)state;
    Record *record = two_cases();
    Event of_a_person = moment(1, 1, 1);
    of_a_person.person_id = story_id('p', 1);
    const Event wrong[] = {moment(2, 1, 1), moment(1, 2, 1), moment(1, 0, 1), moment(1, 1, 0),
                           of_a_person};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        assert_false(record_apply(record, &wrong[i], NULL));
    }
    for (int i = 1; i <= fact_group("quick")->most; i++) {
        apply(record, moment(1, 1, i));
    }
    const Event more = moment(1, 1, 1 + fact_group("quick")->most);
    assert_false(record_apply(record, &more, NULL));
    record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whom),
        cmocka_unit_test(test_lists_end),
        cmocka_unit_test(test_moments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
