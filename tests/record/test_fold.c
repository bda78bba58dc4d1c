/* The record, folded by hand-told stories: what it answers, and what it refuses to follow. */
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

static Event timed(Event event, int64_t wall_ms)
{
    event.wall_ms = wall_ms;
    return event;
}

/* Two families; child 1 has assignments 1 (room), 2 (home) and 3 (taken back); all at 1000 ms. */
static int set_up(void **state)
{
    Record *record = record_new();
    Event taken = {
        .type = EVENT_TAKEN_BACK, .case_id = story_id('c', 1), .assignment_id = story_id('a', 3)};
    apply(record, story_case(1));
    apply(record, story_case(2));
    apply(record, story_person(1, 1, TIER_T2));
    apply(record, story_person(1, 2, TIER_AD));
    apply(record, story_person(2, 3, TIER_T4));
    apply(record, story_frozen(0, 1, "words"));
    apply(record, timed(story_assigned(1, 1, 1, SETTING_ROOM), 1000));
    apply(record, story_assigned(1, 1, 2, SETTING_HOME));
    apply(record, story_assigned(1, 1, 3, SETTING_ROOM));
    apply(record, story_assigned(2, 3, 4, SETTING_ROOM));
    apply(record, taken);
    *state = record;
    return 0;
}

static int tear_down(void **state)
{
    record_free(*state);
    return 0;
}

static void test_empty(void **state)
{
    (void)state;
    Record *record = record_new();
    assert_string_equal(record_helper(record), "");
    assert_int_equal(record_case_count(record), 0);
    assert_null(record_case_here(record));
    assert_null(record_case(record, story_id('c', 1)));
    assert_int_equal(record_sitting_count(record), 0);
    assert_null(record_sitting_open(record));
    assert_null(record_play_open(record, NULL));
    assert_null(record_play_by_id(record, (Id){""}));
    Digest digest = story_digest(0, 1);
    assert_null(record_content(record, &digest));
    record_free(record);
    record_free(NULL);
}

static void test_family(void **state)
{
    Record *record = *state;
    assert_int_equal(record_case_count(record), 2);
    const Case *family = record_case(record, story_id('c', 1));
    assert_ptr_equal(family, record_case_at(record, 0));
    assert_int_equal(family->people_count, 2);
    assert_string_equal(family->people[0].name, "Ash");
    assert_int_equal(family->people[1].role, PERSON_ADULT);
    assert_int_equal(family->assignment_count, 3);
    const Assignment *given = case_assignment(family, story_id('a', 1));
    assert_string_equal(given->module, "feelings");
    assert_string_equal(given->activity, "faces");
    assert_int_equal(given->at, 1000);
    assert_false(given->taken_back);
    assert_true(case_assignment(family, story_id('a', 3))->taken_back);
    Digest digest = story_digest(0, 1);
    assert_string_equal(record_content(record, &digest), "words");
    assert_null(record_case(record, story_id('p', 1)));
}

static void test_helper_and_here(void **state)
{
    Record *record = *state;
    Event helper = {.type = EVENT_HELPER_NAMED}, here = {.type = EVENT_FAMILY_HERE};
    PUT(helper.name, "Kim");
    apply(record, helper);
    assert_string_equal(record_helper(record), "Kim");
    PUT(helper.name, "Lee");
    apply(record, helper);
    assert_string_equal(record_helper(record), "Lee");
    here.case_id = story_id('c', 2);
    apply(record, here);
    assert_ptr_equal(record_case_here(record), record_case_at(record, 1));
    here.case_id = story_id('c', 9); /* of a case that was erased since */
    apply(record, here);
    assert_null(record_case_here(record));
}

static void test_sitting(void **state)
{
    Record *record = *state;
    Event pause = {.type = EVENT_BREAK, .sitting_id = story_id('s', 1)};
    Event not_ok = {
        .type = EVENT_NOT_OK, .sitting_id = story_id('s', 1), .play_id = story_id('q', 2)};
    apply(record, timed(story_sitting(1, 1, 1, SETTING_ROOM), 2000));
    const Sitting *sitting = record_sitting_open(record);
    assert_ptr_equal(sitting, record_sitting(record, story_id('s', 1)));
    assert_int_equal(sitting->started, 2000);
    assert_null(record_play_open(record, sitting));
    apply(record, timed(story_play(1, 1, 0, TIER_T2), 3000));
    apply(record, story_move(1, "choose", "happy"));
    apply(record, timed(story_play_ended(1, ENDING_LEFT), 4000));
    apply(record, pause);
    apply(record, story_play(1, 2, 1, TIER_T2));
    apply(record, not_ok);
    sitting = record_sitting_open(record);
    const PlayRecord *play = record_play_open(record, sitting);
    assert_ptr_equal(play, record_play_by_id(record, story_id('q', 2)));
    assert_int_equal(play->not_ok, 1);
    assert_int_equal(play->breaks, 0);
    assert_int_equal(sitting->breaks, 1);
    assert_int_equal(sitting->not_ok, 1);
    assert_int_equal(sitting->play_count, 2);
    const PlayRecord *first = record_play(record, sitting->plays[0]);
    assert_int_equal(first->part, PART_ARRIVING);
    assert_int_equal(first->started, 3000);
    assert_int_equal(first->ended, 4000);
    assert_int_equal(first->how, ENDING_LEFT);
    assert_int_equal(first->move_count, 1);
    assert_string_equal(first->moves[0].item, "happy");
    assert_string_equal(first->tokens.helper, "Kim");
    assert_int_equal(first->seed, 42);
}

static void play_once(Record *record, int sitting, int assignment, Ending how, const char *pebble)
{
    apply(record, story_sitting(1, 1, sitting, SETTING_ROOM));
    apply(record, story_play(sitting, sitting, assignment, TIER_T2));
    apply(record, story_play_ended(sitting, how));
    apply(record, story_sitting_ended(sitting, ENDING_FINISHED, pebble));
}

static void test_times_played(void **state)
{
    Record *record = *state;
    Id given = story_id('a', 1);
    assert_int_equal(record_times_played(record, given), 0);
    play_once(record, 1, 1, ENDING_LEFT, "");
    assert_int_equal(record_times_played(record, given), 0);
    play_once(record, 2, 1, ENDING_FINISHED, "");
    play_once(record, 3, 1, ENDING_STOPPED, "");
    assert_int_equal(record_times_played(record, given), 2);
    apply(record, story_sitting(1, 1, 4, SETTING_ROOM));
    apply(record, story_play(4, 4, 1, TIER_T2));
    assert_int_equal(record_times_played(record, given), 2);
    assert_int_equal(record_times_played(record, story_id('a', 2)), 0);
}

static void test_pebbles(void **state)
{
    Record *record = *state;
    char names[2][ID_MAX];
    play_once(record, 1, 1, ENDING_FINISHED, "pebble/sea");
    play_once(record, 2, 1, ENDING_FINISHED, "");
    play_once(record, 3, 1, ENDING_FINISHED, "pebble/moss");
    play_once(record, 4, 1, ENDING_FINISHED, "pebble/grey");
    assert_int_equal(record_pebbles(record, story_id('p', 1), names, COUNT(names)), 3);
    assert_string_equal(names[0], "pebble/sea");
    assert_string_equal(names[1], "pebble/moss");
    assert_int_equal(record_pebbles(record, story_id('p', 1), NULL, 0), 3);
    assert_int_equal(record_pebbles(record, story_id('p', 3), names, COUNT(names)), 0);
}

/* Only names are kept of tokens: nothing borrowed, nothing left over from before. */
static void test_tokens(void **state)
{
    Record *record = *state;
    TokenWords words = {0};
    Event play = story_play(1, 1, 0, TIER_T2);
    play.tokens.words = &words;
    play.tokens.n = 5;
    apply(record, story_sitting(1, 1, 1, SETTING_ROOM));
    apply(record, play);
    assert_null(record_play(record, 0)->tokens.words);
    assert_int_equal(record_play(record, 0)->tokens.n, 0);
}

/* ---- refusals ---- */

enum Stage { AT_DESK, AT_HOME, IN_COVE, IN_PLAY, PLAYED, LEFT };

static void go_to(Record *record, enum Stage stage)
{
    if (stage != AT_DESK) {
        apply(record, story_sitting(1, 1, 1, stage == AT_HOME ? SETTING_HOME : SETTING_ROOM));
    }
    if (stage >= IN_PLAY) {
        apply(record, story_play(1, 1, 1, TIER_T2));
    }
    if (stage >= PLAYED) {
        apply(record, story_play_ended(1, ENDING_FINISHED));
    }
    if (stage >= LEFT) {
        apply(record, story_sitting_ended(1, ENDING_FINISHED, ""));
    }
}

static Event another_part(Event event, PlayPart part)
{
    event.part = part;
    return event;
}

static Event other_version(Event event)
{
    event.version = 2;
    return event;
}

static Event other_activity(Event event)
{
    PUT(event.activity, "colours");
    return event;
}

static Event pause_in(int sitting, const char *play)
{
    Event event = {.type = EVENT_BREAK, .sitting_id = story_id('s', sitting)};
    PUT(event.play_id.text, play);
    return event;
}

static Event taken_back(int family, int assignment)
{
    return (Event){.type = EVENT_TAKEN_BACK,
                   .case_id = story_id('c', family),
                   .assignment_id = story_id('a', assignment)};
}

static Event as_adult(Event event)
{
    event.role = PERSON_ADULT;
    return event;
}

static Event here_is(Id family)
{
    return (Event){.type = EVENT_FAMILY_HERE, .case_id = family};
}

static Event called(int by, int about, const char *word)
{
    Event event = {.type = EVENT_CALLED,
                   .case_id = story_id('c', 1),
                   .person_id = story_id('p', by),
                   .about_id = story_id('p', about)};
    PUT(event.name, word);
    return event;
}

static void assert_calls(const Record *record, int by, const char *word)
{
    const Case *family = record_case(record, story_id('c', 1));
    Tokens tokens;
    case_tokens(family, case_person(family, story_id('p', by)), "Kim", &tokens);
    assert_string_equal(tokens.adults[0], word);
}

/* Each has their own word for somebody, and the latest one holds. */
static void test_called(void **state)
{
    Record *record = *state;
    apply(record, story_person(1, 5, TIER_T1));
    const char *name = case_person(record_case(record, story_id('c', 1)), story_id('p', 2))->name;
    char *before = memory_copy_string(name);
    assert_calls(record, 1, before);
    apply(record, called(1, 2, "Mama"));
    assert_calls(record, 1, "Mama");
    assert_calls(record, 5, before);
    apply(record, called(5, 2, "Lee"));
    Event again = called(1, 2, "Mum");
    apply(record, again);
    assert_calls(record, 1, "Mum");
    assert_calls(record, 5, "Lee");
    record_take_back(record, &again);
    assert_calls(record, 1, "Mama");
    free(before);
}

static Event pictured(int person, const char *picture)
{
    Event event = {
        .type = EVENT_PICTURED, .case_id = story_id('c', 1), .person_id = story_id('p', person)};
    PUT(event.picture, picture);
    return event;
}

static void assert_pictured(const Record *record, int person, const char *picture)
{
    const Case *family = record_case(record, story_id('c', 1));
    assert_string_equal(case_person(family, story_id('p', person))->picture, picture);
}

/* The latest picture holds, for one person alone; what was before stays in the record. */
static void test_pictured(void **state)
{
    Record *record = *state;
    const Case *family = record_case(record, story_id('c', 1));
    char *first = memory_copy_string(case_person(family, story_id('p', 1))->picture);
    char *others = memory_copy_string(case_person(family, story_id('p', 2))->picture);
    Event once = pictured(1, "figure/bcjaeg-ac"), again = pictured(1, "figure/bcjaeg");
    apply(record, once);
    assert_pictured(record, 1, "figure/bcjaeg-ac");
    assert_false(record_apply(record, &once, NULL));
    apply(record, again);
    assert_pictured(record, 1, "figure/bcjaeg");
    assert_pictured(record, 2, others);
    assert_string_equal(family->pictures[1].picture, "figure/bcjaeg-ac");
    record_take_back(record, &again);
    assert_pictured(record, 1, "figure/bcjaeg-ac");
    record_take_back(record, &once);
    assert_pictured(record, 1, first);
    free(first);
    free(others);
}

/* The latest settings of each person hold; what nobody chose is as usual for the tier. */
static Event language(Id person, const char *tag)
{
    Event event = {.type = EVENT_LANGUAGE, .person_id = person};
    PUT(event.language, tag);
    return event;
}

static void test_language(void **state)
{
    Record *record = *state;
    Id child = story_id('p', 1);
    assert_string_equal(record_language(record, child), "");
    apply(record, language(child, "es"));
    apply(record, language((Id){""}, "ar"));
    assert_string_equal(record_language(record, child), "es");
    assert_string_equal(record_language(record, (Id){""}), "ar");
    assert_string_equal(record_language(record, story_id('p', 2)), "");
    Event again = language(child, "en");
    apply(record, again);
    assert_string_equal(record_language(record, child), "en");
    record_take_back(record, &again);
    assert_string_equal(record_language(record, child), "es");
}

static Event signs_in(Id person, SignInWay way, const char *proof)
{
    Event event = {.type = EVENT_SIGN_IN, .person_id = person, .way = way};
    PUT(event.proof, proof);
    return event;
}

static void test_sign_in(void **state)
{
    Record *record = *state;
    Id child = story_id('p', 1);
    assert_null(record_sign_in(record, child));
    apply(record, signs_in(child, SIGN_IN_PICTURES, "$one"));
    assert_string_equal(record_sign_in(record, child)->proof, "$one");
    assert_null(record_sign_in(record, story_id('p', 2)));
    apply(record, signs_in(child, SIGN_IN_PICTURES, "$two"));
    assert_string_equal(record_sign_in(record, child)->proof, "$two");
    Event away = signs_in(child, SIGN_IN_NONE, "");
    apply(record, away);
    assert_null(record_sign_in(record, child));
    record_take_back(record, &away);
    assert_string_equal(record_sign_in(record, child)->proof, "$two");
}

static void test_prefs(void **state)
{
    Record *record = *state;
    Id child = story_id('p', 1), helper = {""};
    Prefs usual = prefs_usual(TIER_T2), none = record_prefs(record, child, TIER_T2);
    assert_true(prefs_same(&none, &usual));
    apply(record, story_prefs(1, "theme", PREF_DUSK));
    apply(record, story_prefs(0, "text", 200));
    apply(record, story_prefs(2, "mute", 1));
    assert_int_equal(record_prefs(record, child, TIER_T2).theme, PREF_DUSK);
    assert_int_equal(record_prefs(record, child, TIER_T2).text, 100);
    assert_int_equal(record_prefs(record, child, TIER_T1).voice_speed, 80);
    assert_int_equal(record_prefs(record, helper, TIER_AD).text, 200);
    assert_int_equal(record_prefs(record, helper, TIER_AD).theme, PREF_DAY);
    Event later = story_prefs(1, "dwell", 900);
    apply(record, later);
    assert_int_equal(record_prefs(record, child, TIER_T2).theme, PREF_DAY);
    assert_int_equal(record_prefs(record, child, TIER_T2).dwell, 900);
    record_take_back(record, &later);
    assert_int_equal(record_prefs(record, child, TIER_T2).theme, PREF_DUSK);
    Event stranger = story_prefs(9, "mute", 1);
    Error error = {0};
    assert_false(record_apply(record, &stranger, &error));
    assert_non_null(strstr(error.sentence, "there is no such person"));
}

static void test_refused(void **state)
{
    (void)state;
    const struct {
        enum Stage stage;
        Event event;
        const char *says;
    } cases[] = {
        {AT_DESK, story_case(1), "this id is taken"},
        {AT_DESK, here_is(story_id('p', 1)), "there is no such case"},
        {AT_DESK, story_person(9, 9, TIER_T1), "there is no such case"},
        {AT_DESK, story_person(2, 1, TIER_T1), "this id is taken"},
        {AT_DESK, as_adult(story_person(1, 9, TIER_T1)), "the tier \"ad\""},
        {AT_DESK, story_frozen(0, 1, "words"), "these words were kept before"},
        {AT_DESK, story_assigned(9, 1, 9, SETTING_ROOM), "there is no such case"},
        {AT_DESK, story_assigned(2, 1, 9, SETTING_ROOM), "no such person in this case"},
        {AT_DESK, story_assigned(1, 1, 1, SETTING_ROOM), "this id is taken"},
        {AT_DESK, other_version(story_assigned(1, 1, 9, SETTING_ROOM)),
         "another module or version"},
        {AT_DESK, taken_back(1, 3), "taken back before"},
        {AT_DESK, called(1, 1, "Me"), "there is no such adult in this case"},
        {AT_DESK, called(1, 3, "Mama"), "there is no such adult in this case"},
        {AT_DESK, called(3, 2, "Mama"), "no such person in this case"},
        {AT_DESK, taken_back(1, 9), "no such assignment in this case"},
        {AT_DESK, taken_back(2, 1), "no such assignment in this case"},
        {AT_DESK, story_sitting(1, 3, 1, SETTING_ROOM), "no such person in this case"},
        {AT_DESK, story_play(1, 1, 1, TIER_T2), "this sitting is not open"},
        {AT_DESK, story_move(1, "next", ""), "this play is not open"},
        {AT_DESK, story_sitting_ended(1, ENDING_LEFT, ""), "this sitting is not open"},
        {IN_COVE, story_sitting(1, 1, 2, SETTING_ROOM), "another sitting is not ended yet"},
        {IN_COVE, story_sitting(2, 3, 2, SETTING_ROOM), "another sitting is not ended yet"},
        {IN_COVE, story_play(2, 1, 1, TIER_T2), "this sitting is not open"},
        {IN_COVE, story_play(1, 1, 1, TIER_T3), "the tier is neither the person's"},
        {AT_HOME, story_play(1, 1, 1, TIER_T2), "for another setting"},
        {IN_COVE, story_play(1, 1, 3, TIER_T2), "was taken back"},
        {IN_COVE, story_play(1, 1, 4, TIER_T2), "no such assignment for this person"},
        {IN_COVE, other_activity(story_play(1, 1, 1, TIER_T2)), "for another activity"},
        {IN_COVE, other_version(story_play(1, 1, 1, TIER_T2)), "another module or version"},
        {IN_COVE, another_part(story_play(1, 1, 1, TIER_T2), PART_LEAVING), "has no assignment"},
        {IN_COVE, story_move(1, "next", ""), "this play is not open"},
        {IN_COVE, story_play_ended(1, ENDING_LEFT), "this play is not open"},
        {IN_COVE, pause_in(1, "q000000000000001"), "this play is not open"},
        {IN_COVE, pause_in(2, ""), "this is not the last sitting"},
        {AT_DESK, pause_in(1, ""), "this is not the last sitting"},
        {IN_PLAY, story_play(1, 2, 1, TIER_T2), "another play is not ended yet"},
        {IN_PLAY, story_sitting_ended(1, ENDING_FINISHED, ""), "a play is not ended yet"},
        {IN_PLAY, story_move(2, "next", ""), "this play is not open"},
        {PLAYED, story_play(1, 1, 1, TIER_T2), "this id is taken"},
        {PLAYED, story_move(1, "next", ""), "this play is not open"},
        {PLAYED, story_play_ended(1, ENDING_FINISHED), "this play is not open"},
        {PLAYED, pause_in(1, "q000000000000001"), "this play is not open"},
        {LEFT, story_sitting(1, 1, 1, SETTING_ROOM), "this id is taken"},
        {LEFT, story_play(1, 2, 1, TIER_T2), "this sitting is not open"},
        {LEFT, pause_in(1, "q000000000000001"), "this play is not open"},
        {LEFT, story_sitting_ended(1, ENDING_FINISHED, ""), "this sitting is not open"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        void *own;
        Error error = {0};
        set_up(&own);
        go_to(own, cases[i].stage);
        char *before = record_dump(own);
        assert_false(record_apply(own, &cases[i].event, &error));
        char *after = record_dump(own);
        assert_string_equal(before, after);
        assert_int_equal(error.code, ERROR_DAMAGED);
        if (!strstr(error.sentence, cases[i].says)) {
            fail_msg("%zu: expected ...%s..., got %s", i, cases[i].says, error.sentence);
        }
        free(before);
        free(after);
        tear_down(&own);
    }
}

static void test_one_check_each(void **state)
{
    Record *record = *state;
    apply(record, story_sitting(1, 1, 1, SETTING_ROOM));
    apply(record, story_play(1, 1, 0, TIER_T2));
    apply(record, story_play_ended(1, ENDING_FINISHED));
    Event second = story_play(1, 2, 0, TIER_T2);
    assert_false(record_apply(record, &second, NULL));
    second.part = PART_LEAVING;
    apply(record, second);
}

/* On the goodbye page the child may still say "I'm not OK". */
static void test_not_ok_after_the_end(void **state)
{
    Record *record = *state;
    Event not_ok = {.type = EVENT_NOT_OK, .sitting_id = story_id('s', 1)};
    play_once(record, 1, 1, ENDING_FINISHED, "");
    apply(record, not_ok);
    assert_int_equal(record_sitting_at(record, 0)->not_ok, 1);
    assert_int_equal(record_play(record, 0)->not_ok, 0);
    apply(record, story_sitting(1, 1, 2, SETTING_ROOM));
    assert_false(record_apply(record, &not_ok, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),
        cmocka_unit_test_setup_teardown(test_family, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_helper_and_here, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sitting, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_times_played, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pebbles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tokens, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_prefs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_language, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sign_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pictured, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_called, set_up, tear_down),
        cmocka_unit_test(test_refused),
        cmocka_unit_test_setup_teardown(test_one_check_each, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_not_ok_after_the_end, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
