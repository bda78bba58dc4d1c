/* Playing together, through the tree as people would: how it begins, whose turn it is, what stays
 * closed, how either ends it, and what is kept of it. */
#include "screen/pair.h"

#include "base/file.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool offers(Pair *pair, const char *verb)
{
    const Tree *tree = stage_tree(pair->house.stage);
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (node_acts(node) && strcmp(node->action.verb, verb) == 0) {
            return true;
        }
    }
    return false;
}

static bool shows(Pair *pair, const char *key)
{
    return tree_find_key(stage_tree(pair->house.stage), key) != NULL;
}

/* Three topics at a time. */
static void choose_sock(Pair *pair)
{
    if (!stage_shows(pair->house.stage, ROLE_CHOICE, "A silly sock")) {
        press(&pair->house, "More");
    }
    choose(&pair->house, "A silly sock");
}

static const Sitting *last_sitting(Pair *pair)
{
    return record_sitting_at(pair_record(pair), record_sitting_count(pair_record(pair)) - 1);
}

/* ---- beginning ---- */

static void it_begins_only_when_all_three_are_said(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    pair_to_together(&pair);
    expect_no_text(&pair.house, "judge it safe"); /* nobody chosen yet */
    choose(&pair.house, "Sam");
    pair_say_contact(&pair);
    pair_give(&pair, "shell");
    assert_false(offers(&pair, "begin-together"));
    choose(&pair.house, "I have prepared each of them for this.");
    assert_false(offers(&pair, "begin-together"));
    choose(&pair.house, "I am in the room with them, and I stay.");
    assert_true(offers(&pair, "begin-together"));
    choose(&pair.house, "Noor"); /* said of one pair, not of another */
    assert_false(offers(&pair, "begin-together"));
    choose(&pair.house, "Sam");
    assert_false(offers(&pair, "begin-together"));
    expect_text(&pair.house, "Noted as safe");
    pair_say_contact(&pair);
    expect_text(&pair.house, "Noted as closed");
    house_close(&pair.house);
}

static void without_a_judgement_nothing_joint_is_given(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    const Module *module = library_module(pair.house.cove.library, "try-two");
    size_t given = 7;
    Error error = {0};
    assert_false(assign(&pair.house.cove, pair.family, pair.child, module,
                        module_activity(module, "shell"), SETTING_JOINT, "", &given, &error));
    assert_non_null(strstr(error.sentence, "judged contact"));
    assert_int_equal(given, 7);
    house_close(&pair.house);
}

/* Events nobody could have made through the screens. */
static void forged_events_are_refused(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    Id sitting = id_new(&pair.house.cove.ids);
    Event started = {.type = EVENT_SITTING_STARTED,
                     .case_id = pair.family,
                     .person_id = pair.child,
                     .sitting_id = sitting,
                     .setting = SETTING_JOINT};
    assert_true(cove_keep(&pair.house.cove, &started, 1, NULL));
    Event joined = {.type = EVENT_JOINED, .sitting_id = sitting, .about_id = pair.adult};
    Event ended = {.type = EVENT_JOINT_ENDED, .sitting_id = sitting, .seat = SEAT_CHILD};
    assert_false(cove_keep(&pair.house.cove, &joined, 1, NULL)); /* contact was not judged */
    assert_false(cove_keep(&pair.house.cove, &ended, 1, NULL));  /* nobody joined */
    house_close(&pair.house);
}

/* ---- playing ---- */

static void the_shell_goes_to_and_fro(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    pair_begin(&pair, "shell", "The talking shell");
    assert_int_equal(last_sitting(&pair)->setting, SETTING_JOINT);
    assert_true(id_same(last_sitting(&pair)->adult, pair.adult));
    assert_true(shows(&pair, "chair-child") && shows(&pair, "chair-adult"));
    press(&pair.house, "Next");
    expect_text(&pair.house, "Say back a few words only."); /* the adult's tip */
    choose_sock(&pair);
    assert_true(shows(&pair, "turn-child"));
    press(&pair.house, "I have said it");
    assert_true(shows(&pair, "turn-adult"));
    press(&pair.house, "I heard you say");
    assert_true(shows(&pair, "turn-child"));
    press(&pair.house, "That’s it");
    assert_true(shows(&pair, "turn-adult"));
    const PlayRecord *play = record_play(pair_record(&pair), last_sitting(&pair)->plays[0]);
    static const Seat seats[] = {SEAT_CHILD, SEAT_CHILD, SEAT_CHILD, SEAT_ADULT, SEAT_CHILD};
    assert_int_equal(play->move_count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(play->moves[i].seat, seats[i]);
    }
    house_close(&pair.house);
}

static void a_page_each_and_either_hands_over(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    pair_begin(&pair, "swing", "The swing");
    assert_true(shows(&pair, "turn-child"));
    press(&pair.house, "Sam’s turn");
    assert_true(shows(&pair, "turn-adult"));
    press(&pair.house, "Milo’s turn");
    choose(&pair.house, "Take turns");
    assert_true(shows(&pair, "turn-child"));
    press(&pair.house, "Next");
    assert_true(shows(&pair, "turn-adult"));
    house_close(&pair.house);
}

/* Nobody's choice is in the tree, in a name, or chosen, before both have chosen. */
static void what_is_chosen_unseen_is_shown_at_once(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    pair_begin(&pair, "games", "Games for two");
    for (int page = 0; page < 3; page++) {
        press(&pair.house, page == 0 ? "Next" : "Skip");
    }
    while (!offers(&pair, "choose")) {
        press(&pair.house, "Another card");
    }
    expect_text(&pair.house, "Milo chooses now.");
    bool pet = stage_shows(pair.house.stage, ROLE_CHOICE, "A cat");
    choose(&pair.house, pet ? "A cat" : "Fly");
    expect_text(&pair.house, "Sam chooses now.");
    assert_true(shows(&pair, "turn-adult"));
    assert_false(shows(&pair, "shown-child"));
    for (const Node *node = stage_tree(pair.house.stage)->root; node;
         node = node_following(node, stage_tree(pair.house.stage)->root)) {
        assert_false(node->role == ROLE_CHOICE && node->state.chosen);
    }
    choose(&pair.house, pet ? "A fish" : "Swim");
    assert_true(shows(&pair, "shown-child") && shows(&pair, "shown-adult"));
    expect_text(&pair.house, pet ? "A cat" : "Fly");
    house_close(&pair.house);
}

static void pages_the_child_keeps_are_not_there(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    pair_begin(&pair, "line", "Two lines");
    expect_text(&pair.house, "Make a line of thanks.");
    press(&pair.house, "playing");
    press(&pair.house, "Next");
    expect_no_text(&pair.house, "Make a line of your own.");
    expect_screen(&pair.house, "cove");
    house_close(&pair.house);
}

/* ---- ending ---- */

static void the_childs_stop_ends_it_for_both(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    pair_begin(&pair, "shell", "The talking shell");
    press(&pair.house, "Stop");
    expect_screen(&pair.house, "goodbye");
    expect_text(&pair.house, "Milo chose to stop. Say:");
    const Sitting *sitting = last_sitting(&pair);
    assert_true(sitting->ended > 0);
    assert_int_equal(sitting->how, ENDING_STOPPED);
    assert_int_equal(sitting->ended_by, SEAT_CHILD);
    assert_int_equal(record_play(pair_record(&pair), sitting->plays[0])->how, ENDING_STOPPED);
    assert_null(record_sitting_open(pair_record(&pair))); /* nothing an adult could go on with */
    house_close(&pair.house);
}

static void stop_in_the_cove_ends_it_too(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    pair_begin(&pair, "line", "Two lines");
    press(&pair.house, "Skip");
    expect_screen(&pair.house, "cove");
    Error error = {0};
    assert_true(stage_key(pair.house.stage, KEY_ESCAPE, &error));
    expect_screen(&pair.house, "goodbye");
    assert_int_equal(last_sitting(&pair)->ended_by, SEAT_CHILD);
    house_close(&pair.house);
}

static void the_adult_may_end_it_and_nobody_asks(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    pair_begin(&pair, "shell", "The talking shell");
    press(&pair.house, "We end here");
    expect_screen(&pair.house, "goodbye");
    expect_no_text(&pair.house, "chose to stop");
    assert_int_equal(last_sitting(&pair)->ended_by, SEAT_ADULT);
    assert_int_equal(last_sitting(&pair)->how, ENDING_LEFT);
    house_close(&pair.house);
}

/* From the page for playing together the place is clear. */
static void assigning_from_there_is_for_two(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    pair_to_together(&pair);
    choose(&pair.house, "Sam");
    press(&pair.house, "Assign to Milo");
    const Node *together =
        tree_find_verb(stage_tree(pair.house.stage), "setting", setting_id(SETTING_JOINT));
    assert_true(together && together->state.chosen);
    house_close(&pair.house);
}

/* How the child feels is not asked where the adult looks on; a pebble is there all the same. */
static void leaving_asks_nothing(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    pair_begin(&pair, "line", "Two lines");
    press(&pair.house, "Skip");
    sitting_leave(&pair.house.cove, pair.house.stage, last_sitting(&pair)->id);
    expect_screen(&pair.house, "pebble");
    assert_int_equal(last_sitting(&pair)->play_count, 1);
    house_close(&pair.house);
}

/* ---- what is kept ---- */

static void the_turns_are_there_after_a_restart_and_no_words(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, true);
    pair_begin(&pair, "shell", "The talking shell");
    press(&pair.house, "Next");
    choose_sock(&pair);
    press(&pair.house, "I have said it");
    house_restart(&pair.house);
    assert_int_equal(last_sitting(&pair)->ended, 0);
    sitting_resume(&pair.house.cove, pair.house.stage, last_sitting(&pair)->id);
    expect_screen(&pair.house, "play");
    assert_true(shows(&pair, "turn-adult"));
    const PlayRecord *play = record_play(pair_record(&pair), last_sitting(&pair)->plays[0]);
    for (size_t i = 0; i < play->move_count; i++) {
        assert_string_equal(play->moves[i].text, "");
    }
    press(&pair.house, "Stop");
    house_close(&pair.house);
}

static void the_helper_reads_turns_and_who_ended(void **state)
{
    (void)state;
    Pair pair;
    pair_open(&pair, false);
    pair_begin(&pair, "shell", "The talking shell");
    press(&pair.house, "Next");
    choose_sock(&pair);
    press(&pair.house, "I have said it");
    press(&pair.house, "I heard you say");
    press(&pair.house, "That’s it");
    press(&pair.house, "Stop");
    stage_clear_to(pair.house.stage, screen_helper_sitting(&pair.house.cove, pair.house.stage,
                                                           last_sitting(&pair)->id));
    expect_text(&pair.house, "Milo 1 \xc2\xb7 Sam 0");
    expect_text(&pair.house, "Together with Sam");
    expect_text(&pair.house, "The time together was ended by Milo");
    press(&pair.house, "Replay 1: The talking shell");
    for (int step = 0; step < 3; step++) {
        press(&pair.house, ui_words(&pair.house, TIER_AD, "ui.replay.step"));
    }
    expect_text(&pair.house, "Milo: Talked");
    house_close(&pair.house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_begins_only_when_all_three_are_said),
        cmocka_unit_test(without_a_judgement_nothing_joint_is_given),
        cmocka_unit_test(forged_events_are_refused),
        cmocka_unit_test(the_shell_goes_to_and_fro),
        cmocka_unit_test(a_page_each_and_either_hands_over),
        cmocka_unit_test(what_is_chosen_unseen_is_shown_at_once),
        cmocka_unit_test(pages_the_child_keeps_are_not_there),
        cmocka_unit_test(the_childs_stop_ends_it_for_both),
        cmocka_unit_test(stop_in_the_cove_ends_it_too),
        cmocka_unit_test(the_adult_may_end_it_and_nobody_asks),
        cmocka_unit_test(assigning_from_there_is_for_two),
        cmocka_unit_test(leaving_asks_nothing),
        cmocka_unit_test(the_turns_are_there_after_a_restart_and_no_words),
        cmocka_unit_test(the_helper_reads_turns_and_who_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
