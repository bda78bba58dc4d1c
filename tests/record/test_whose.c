/* Whose an event is: every type has an owner; and with all of one person taken out of any record,
 * what belongs to the others still follows, and says nothing of them. */
#include "record/record.h"

#include "base/memory.h"
#include "record/story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SEEDS = 24, EVENTS = 400 };

/* It asserts on a type without a line of its own. */
static void every_type_is_somebodys(void **state)
{
    (void)state;
    Record *record = record_new();
    for (EventType type = 0; type < EVENT_TYPE_COUNT; type++) {
        Event event = {.type = type};
        PUT(event.fact, "practice.name");
        Whose whose = record_whose(record, &event);
        assert_string_equal(whose.family.text, "");
    }
    record_free(record);
}

/* ---- by hand ---- */

static void apply(Record *record, Event event)
{
    Error error = {0};
    if (!record_apply(record, &event, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

/* Person 1 is a child, persons 2 and 3 are adults; sitting 1 is the child's with adult 2. */
static Record *with_two_together(void)
{
    Record *record = record_new();
    Event given = story_assigned(1, 1, 1, SETTING_JOINT);
    apply(record, story_case(1));
    apply(record, story_person(1, 1, TIER_T2));
    apply(record, story_person(1, 2, TIER_AD));
    apply(record, story_person(1, 3, TIER_AD));
    apply(record, story_frozen(0, 1, "words"));
    apply(record, given);
    apply(record, (Event){.type = EVENT_CONTACT_JUDGED,
                          .case_id = story_id('c', 1),
                          .person_id = story_id('p', 1),
                          .about_id = story_id('p', 2),
                          .contact = CONTACT_SAFE});
    apply(record, story_sitting(1, 1, 1, SETTING_JOINT));
    apply(record, (Event){.type = EVENT_JOINED,
                          .sitting_id = story_id('s', 1),
                          .about_id = story_id('p', 2)});
    apply(record, story_play(1, 1, 1, TIER_T2));
    return record;
}

static Event noted(const char *field, Id person, Id about, Id item)
{
    Event event = {.type = EVENT_NOTED,
                   .case_id = story_id('c', 1),
                   .person_id = person,
                   .about_id = about,
                   .item_id = item};
    put_text(event.fact, sizeof event.fact, field);
    return event;
}

static void what_is_whose(void **state)
{
    (void)state;
    const Id none = {""}, family = story_id('c', 1), child = story_id('p', 1),
             adult = story_id('p', 2), aunt = story_id('p', 3), sitting = story_id('s', 1),
             play = story_id('q', 1);
    const Whose nobody = whose_case(none), whole = whose_case(family),
                childs = whose_person(family, child), adults = whose_person(family, adult),
                both = whose_two(family, child, adult), other = whose_two(family, child, aunt);
    const struct {
        Event event;
        const Whose *whose;
    } rows[] = {
        {{.type = EVENT_FAMILY_HERE, .case_id = family}, &nobody},
        {{.type = EVENT_CASE_OPENED, .case_id = family}, &whole},
        {{.type = EVENT_TAKEN_BACK, .case_id = family, .assignment_id = story_id('a', 1)}, &childs},
        {{.type = EVENT_SITTING_STARTED, .case_id = family, .person_id = child}, &childs},
        {{.type = EVENT_JOINED, .sitting_id = sitting, .about_id = adult}, &both},
        {{.type = EVENT_PLAY_STARTED, .sitting_id = sitting}, &both},
        {{.type = EVENT_MOVE, .play_id = play}, &both},
        {{.type = EVENT_PLAY_ENDED, .play_id = play}, &both},
        {{.type = EVENT_NOT_OK, .sitting_id = sitting}, &both},
        {{.type = EVENT_SITTING_ENDED, .sitting_id = sitting}, &childs},
        {{.type = EVENT_PREFS}, &nobody},
        {{.type = EVENT_PREFS, .person_id = adult}, &adults},
        {{.type = EVENT_SIGN_IN, .person_id = child}, &childs},
        {{.type = EVENT_LOGGED, .case_id = family, .about_id = adult}, &whole},
        {{.type = EVENT_LOGGED, .case_id = family, .person_id = child}, &childs},
        {{.type = EVENT_LEFT, .case_id = family, .person_id = child, .about_id = adult}, &childs},
        {{.type = EVENT_PERSON_ERASED, .case_id = family, .person_id = aunt}, &whole},
        {noted("practice.name", none, none, none), &nobody},
        {noted("order.kind", none, none, none), &whole},
        {noted("gate.state", adult, none, none), &adults},
        {noted("assent.answer", child, none, none), &childs},
        {noted("ladder.step", child, adult, none), &both},
        {noted("after.note", none, none, sitting), &both},
        {noted("comment.words", none, none, play), &both},
        {noted("show.wish", child, none, play), &both},
        {noted("show.wish", child, aunt, play), &both}, /* it is theirs who played it */
        {noted("ladder.step", child, aunt, none), &other},
    };
    Record *record = with_two_together();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Whose found = record_whose(record, &rows[i].event);
        if (!whose_same(&found, rows[i].whose)) {
            fail_msg("row %zu (%s)", i, event_type_name(rows[i].event.type));
        }
    }
    record_free(record);
}

/* ---- any record without one of its people ---- */

typedef struct Told {
    Event events[EVENTS];
    Whose of[EVENTS];
    char *content[EVENTS];
} Told;

static Told *tell(uint64_t seed, Record *record)
{
    Told *told = memory_new(1, sizeof *told);
    Story story;
    story_init(&story, seed);
    for (int i = 0; i < EVENTS; i++) {
        Event *event = &told->events[i];
        story_next(&story, record, event);
        told->content[i] = event->content ? memory_copy_string(event->content) : NULL;
        event->content = told->content[i];
        apply(record, *event);
        told->of[i] = record_whose(record, event);
    }
    return told;
}

static void told_free(Told *told)
{
    for (int i = 0; i < EVENTS; i++) {
        free(told->content[i]);
    }
    free(told);
}

static size_t take_out(const Told *told, const Whose *gone, Record *rest)
{
    size_t taken = 0;
    record_tell_gone(rest, gone->one);
    for (int i = 0; i < EVENTS; i++) {
        if (whose_goes_with(&told->of[i], gone)) {
            taken++;
        } else {
            apply(rest, told->events[i]);
        }
    }
    apply(rest,
          (Event){.type = EVENT_PERSON_ERASED, .case_id = gone->family, .person_id = gone->one});
    return taken;
}

/* Line by line: nothing new, and of the person's id nothing but that somebody else's file was for
 * them, who looked, to whom something is shown, and that they were erased. */
static void assert_rest(const char *whole, char *rest, Id gone)
{
    static const char *const may[] = {" left of", "log ", " fact show.", " erased person"};
    char *next = NULL;
    for (char *line = strtok_r(rest, "\n", &next); line; line = strtok_r(NULL, "\n", &next)) {
        bool named = strstr(line, gone.text) != NULL, allowed = false;
        for (size_t i = 0; i < sizeof may / sizeof *may; i++) {
            allowed = allowed || strncmp(line, may[i], strlen(may[i])) == 0;
        }
        bool counts = strncmp(line, "plays", 5) == 0 || strncmp(line, "sitting", 7) == 0 ||
                      strncmp(line, "log erased", 10) == 0 ||
                      strncmp(line, " erased person", 14) == 0;
        if ((named && !allowed) || (!counts && !strstr(whole, line))) {
            fail_msg("without them: %s", line);
        }
    }
}

static void without_one(const Told *told, const Record *whole, const Case *family, size_t index)
{
    Record *rest = record_new();
    const Whose gone = whose_person(family->id, family->people[index].id);
    size_t taken = take_out(told, &gone, rest);
    assert_true(taken > 0);
    assert_true(record_is_gone(rest, gone.one));
    assert_null(case_person(record_case(rest, family->id), gone.one));
    assert_int_equal(record_case(rest, family->id)->people_count, family->people_count - 1);
    Event again = {.type = EVENT_PERSON_ADDED, .case_id = gone.family, .person_id = gone.one};
    assert_false(record_apply(rest, &again, NULL)); /* the id stays taken */
    char *before = record_dump(whole), *after = record_dump(rest);
    assert_rest(before, after, gone.one);
    free(before);
    free(after);
    record_free(rest);
}

static void the_others_hold_together(void **state)
{
    (void)state;
    size_t tried = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        Record *whole = record_new();
        Told *told = tell(seed, whole);
        for (size_t i = 0; i < record_case_count(whole); i++) {
            const Case *family = record_case_at(whole, i);
            for (size_t p = 0; p < family->people_count; p++, tried++) {
                without_one(told, whole, family, p);
            }
        }
        told_free(told);
        record_free(whole);
    }
    printf("%zu people taken out\n", tried);
    assert_true(tried > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_is_somebodys),
        cmocka_unit_test(what_is_whose),
        cmocka_unit_test(the_others_hold_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
