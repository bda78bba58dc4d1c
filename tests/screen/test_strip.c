/* The helper's strip beside a sitting, through the tree: how it opens, what it does to the sitting,
 * what it adds to the record, and that a child's ways out stay where they are. */
#include "screen/house.h"

#include "screen/signs.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOTE "Looked out of the window when it was about Sunday"

static const Record *record_of(House *house)
{
    return keeper_record(house->cove.keeper);
}

static const Sitting *sitting_of(House *house)
{
    return record_sitting_at(record_of(house), record_sitting_count(record_of(house)) - 1);
}

/* A child has come to the door, and the first page of the feelings check is there. */
static void sit_down(House *house, Tier tier)
{
    house_open(house, NULL, false, 1280, 720);
    (void)house_family(house, tier, "Ash");
    press(house, "Ash");
    expect_screen(house, "play");
}

static void f8(House *house)
{
    stage_key(house->stage, KEY_STRIP, NULL);
}

static bool has(House *house, const char *key)
{
    return tree_find_key(stage_tree(house->stage), key) != NULL;
}

static bool is_open(House *house)
{
    return has(house, "strip");
}

static char *dump_of(House *house)
{
    return tree_dump(stage_tree(house->stage));
}

static void expect_same(char *before, char *after)
{
    assert_string_equal(before, after);
    free(before);
    free(after);
}

static const char *noted(House *house, const char *field)
{
    FactSubject subject = {.item = sitting_of(house)->id};
    return facts_value(&record_case(record_of(house), sitting_of(house)->case_id)->facts, field,
                       &subject);
}

static size_t quick_notes(House *house, Id *items, size_t room)
{
    FactSubject subject = {.about = sitting_of(house)->id};
    return facts_items(&record_case(record_of(house), sitting_of(house)->case_id)->facts,
                       fact_group("quick"), &subject, items, room);
}

/* ---- opening ---- */

static void a_key_opens_and_closes_it(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T2);
    char *before = dump_of(&house);
    assert_true(has(&house, "strip-corner"));
    f8(&house);
    assert_true(is_open(&house));
    assert_string_equal(stage_focus(house.stage)->key, "strip-first");
    f8(&house);
    expect_same(before, dump_of(&house));
    f8(&house);
    press(&house, "Put away");
    assert_false(is_open(&house));
    house_close(&house);
}

static void hold_corner(House *house, int64_t ms)
{
    Rect corner = tree_find_key(stage_tree(house->stage), "strip-corner")->bounds;
    Input input = {.type = INPUT_POINTER_DOWN, .x = corner.x + 5, .y = corner.y + 5};
    stage_input(house->stage, &input);
    wait_ms(house, ms);
    input.type = INPUT_POINTER_UP;
    stage_input(house->stage, &input);
}

static void the_corner_has_to_be_held(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T2);
    char *before = dump_of(&house);
    hold_corner(&house, 100);
    hold_corner(&house, 600);
    expect_same(before, dump_of(&house));
    hold_corner(&house, 1000);
    assert_true(is_open(&house));
    assert_int_equal(record_play(record_of(&house), 0)->move_count, 0);
    house_close(&house);
}

/* A finger that goes on its way is drawing or scrolling. */
static void a_hand_that_moves_does_not_hold(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T2);
    Rect corner = tree_find_key(stage_tree(house.stage), "strip-corner")->bounds;
    Input input = {.type = INPUT_POINTER_DOWN, .x = corner.x + 5, .y = corner.y + 5};
    stage_input(house.stage, &input);
    input = (Input){.type = INPUT_POINTER_MOVE, .x = corner.x - 60, .y = corner.y};
    stage_input(house.stage, &input);
    wait_ms(&house, 2000);
    assert_false(is_open(&house));
    house_close(&house);
}

static void it_is_in_the_room_alone(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id person = house_family(&house, TIER_T3, "Ash");
    f8(&house);
    assert_false(is_open(&house)); /* the door */
    sitting_begin(&house.cove, house.stage, record_case_at(record_of(&house), 0)->id, person,
                  SETTING_HOME);
    expect_screen(&house, "play");
    f8(&house);
    assert_false(is_open(&house));
    assert_false(has(&house, "strip-corner"));
    house_close(&house);
}

static void its_buttons_are_no_steps_of_a_switch_while_it_is_closed(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T1);
    const Node *corner = tree_find_key(stage_tree(house.stage), "strip-corner");
    assert_false(node_acts(corner));
    assert_true(corner->decoration);
    house_close(&house);
}

/* ---- what a child has stays ---- */

static const Key ways_out[] = {KEY_ESCAPE, KEY_BREAK, KEY_NOT_OK};
static const char *const way_names[] = {"Stop", "Break", "I’m not OK"};

static void expect_ways_out(House *house)
{
    for (size_t i = 0; i < 3; i++) {
        const Node *way = tree_find(stage_tree(house->stage), ROLE_BUTTON, way_names[i]);
        assert_non_null(way);
        assert_true(node_acts(way) && way->look == LOOK_SAFETY && !way->in_scroll);
    }
}

static void ways_out_work_beside_it_and_in_a_pause(void **state)
{
    (void)state;
    static const char *const lead_to[] = {"cove", "break", "not-ok"};
    for (int paused = 0; paused <= 1; paused++) {
        for (size_t i = 0; i < 3; i++) {
            for (int key = 0; key <= 1; key++) {
                House house;
                sit_down(&house, TIER_T2);
                f8(&house);
                if (paused) {
                    press(&house, "Pause");
                    expect_text(&house, "A short pause");
                }
                expect_ways_out(&house);
                if (key) {
                    stage_key(house.stage, ways_out[i], NULL);
                } else {
                    press(&house, way_names[i]);
                }
                expect_screen(&house, lead_to[i]);
                expect_no_text(&house, "A short pause");
                house_close(&house);
            }
        }
    }
}

static void it_is_never_read_aloud(void **state)
{
    (void)state;
    House house;
    Effect effect;
    sit_down(&house, TIER_T1); /* here a first press speaks */
    (void)stage_tree(house.stage);
    while (stage_take_effects(house.stage, &effect, 1)) {
    }
    f8(&house);
    stage_key(house.stage, KEY_TAB, NULL);
    const Node *pause = tree_find_key(stage_tree(house.stage), "strip-note");
    stage_input(
        house.stage,
        &(Input){.type = INPUT_POINTER_DOWN, .x = pause->bounds.x + 5, .y = pause->bounds.y + 5});
    stage_input(
        house.stage,
        &(Input){.type = INPUT_POINTER_UP, .x = pause->bounds.x + 5, .y = pause->bounds.y + 5});
    assert_true(has(&house, "strip-typed")); /* with the first press */
    while (stage_take_effects(house.stage, &effect, 1)) {
        assert_int_not_equal(effect.type, EFFECT_SAY);
    }
    house_close(&house);
}

/* ---- the sitting ---- */

static void a_pause_goes_on_where_it_was(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T2);
    choose(&house, "Worried");
    f8(&house);
    char *before = dump_of(&house);
    char *record = record_dump(record_of(&house));
    press(&house, "Pause");
    expect_text(&house, "A short pause");
    assert_null(tree_find(stage_tree(house.stage), ROLE_CHOICE, "Worried"));
    wait_ms(&house, 5000);
    f8(&house);
    f8(&house);
    expect_text(&house, "A short pause");
    press(&house, "Go on");
    expect_same(before, dump_of(&house));
    expect_same(record, record_dump(record_of(&house)));
    house_close(&house);
}

static void a_crash_in_a_pause_goes_on_without_it(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    (void)house_family(&house, TIER_T2, "Ash");
    press(&house, "Ash");
    choose(&house, "Worried");
    f8(&house);
    press(&house, "Pause");
    house_restart(&house);
    press(&house, "Go on as Ash");
    expect_screen(&house, "play");
    assert_true(tree_find(stage_tree(house.stage), ROLE_CHOICE, "Worried")->state.chosen);
    assert_false(is_open(&house));
    house_close(&house);
}

static void a_skip_is_like_any_other(void **state)
{
    (void)state;
    House mine, theirs;
    sit_down(&mine, TIER_T2);
    sit_down(&theirs, TIER_T2);
    f8(&mine);
    press(&mine, "Skip step");
    press(&theirs, "Skip");
    expect_same(record_dump(record_of(&theirs)), record_dump(record_of(&mine)));
    house_close(&mine);
    house_close(&theirs);
}

/* The child did not ask for it, so it is no break of the child's. */
static void the_calm_kit_is_no_break(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T2);
    f8(&house);
    char *before = dump_of(&house);
    press(&house, "Calm kit");
    expect_screen(&house, "break");
    assert_int_equal(sitting_of(&house)->breaks, 0);
    press(&house, "Go on");
    expect_same(before, dump_of(&house));
    house_close(&house);
}

static void it_ends_softly(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T2);
    f8(&house);
    press(&house, "End softly");
    expect_screen(&house, "play");
    press(&house, "End now");
    const Sitting *sitting = sitting_of(&house);
    assert_int_equal(sitting->play_count, 2);
    assert_int_equal(record_play(record_of(&house), sitting->plays[0])->how, ENDING_LEFT);
    assert_int_equal(record_play(record_of(&house), sitting->plays[1])->part, PART_LEAVING);
    press(&house, "Skip");
    expect_screen(&house, "pebble");
    house_close(&house);
}

/* ---- notes ---- */

static void what_is_typed_shows_as_dots(void **state)
{
    (void)state;
    House house;
    Id items[4];
    sit_down(&house, TIER_T3);
    f8(&house);
    press(&house, "Note"); /* and typed at once: nobody has to point at the field as well */
    stage_input(house.stage, &(Input){.type = INPUT_TEXT, .text = NOTE});
    const Node *field = tree_find_key(stage_tree(house.stage), "strip-typed");
    assert_true(field->field_secret);
    assert_null(strstr(field->field_shown, "window"));
    press(&house, "Note it");
    expect_text(&house, "Noted.");
    assert_int_equal(quick_notes(&house, items, 4), 1);
    assert_string_equal(tree_find_key(stage_tree(house.stage), "strip-typed")->field_text, "");
    type_in(&house, "What you saw or heard", "And then laughed");
    stage_key(house.stage, KEY_ENTER, NULL);
    assert_int_equal(quick_notes(&house, items, 4), 2);
    expect_no_text(&house, "window"); /* what was noted is not on it */
    house_close(&house);
}

static void nothing_typed_is_no_note(void **state)
{
    (void)state;
    House house;
    Id items[4];
    sit_down(&house, TIER_T3);
    f8(&house);
    press(&house, "Note");
    press(&house, "Note it");
    type_in(&house, "What you saw or heard", "   ");
    press(&house, "Note it");
    assert_int_equal(quick_notes(&house, items, 4), 0);
    expect_no_text(&house, "Noted.");
    house_close(&house);
}

static void typed_words_go_with_the_page(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T3);
    f8(&house);
    press(&house, "Note");
    type_in(&house, "What you saw or heard", NOTE);
    press(&house, "Back to all of it");
    press(&house, "Note");
    assert_string_equal(tree_find_key(stage_tree(house.stage), "strip-typed")->field_text, "");
    house_close(&house);
}

static void a_sign_comes_first_afterwards(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T3);
    f8(&house);
    press(&house, "A sign");
    type_in(&house, "The exact words", "I do not want to say");
    press(&house, "Note the sign");
    assert_string_equal(noted(&house, "sign.noted"), "helper");
    assert_string_equal(noted(&house, "sign.said"), "I do not want to say");
    assert_true(sign_waits(record_of(&house), sitting_of(&house)));
    press(&house, "Back to all of it");
    expect_text(&house, "You noted a sign.");
    expect_no_text(&house, "I do not want to say");
    while (stage_shows(house.stage, ROLE_BUTTON, "Stop")) {
        press(&house, "Stop");
    }
    go_to_helper(&house);
    expect_text(&house, "Look at these first");
    press(&house, "Ash, 2026-01-01 00:00");
    expect_text(&house, "You noted a sign.");
    expect_text(&house, "I do not want to say");
    house_close(&house);
}

static void who_is_here_is_a_list(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T3);
    f8(&house);
    press(&house, "Who is here");
    choose(&house, "Who is here: Ash");
    type_in(&house, "Somebody else", "Ms Vale, a colleague");
    press(&house, "Add");
    assert_string_equal(noted(&house, "after.present"), "Ash, Ms Vale, a colleague");
    expect_no_text(&house, "Vale");
    choose(&house, "Who is here: Ash");
    assert_string_equal(noted(&house, "after.present"), "Ms Vale, a colleague");
    choose(&house, "Who is here: Ash");
    choose(&house, "Who is here: Ash");
    assert_string_equal(noted(&house, "after.present"), "Ms Vale, a colleague");
    house_close(&house);
}

static void a_list_that_is_too_long_is_refused_not_cut(void **state)
{
    (void)state;
    House house;
    char name[400];
    memset(name, 'a', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    sit_down(&house, TIER_T3);
    f8(&house);
    press(&house, "Who is here");
    type_in(&house, "Somebody else", name);
    press(&house, "Add");
    assert_string_equal(noted(&house, "after.present"), name);
    type_in(&house, "Somebody else", name);
    press(&house, "Add");
    assert_string_equal(noted(&house, "after.present"), name);
    expect_no_text(&house, "Noted.");
    assert_true(has(&house, "strip-answer")); /* why */
    house_close(&house);
}

static Event adult(House *house, Id family, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family,
                   .person_id = id_new(&house->cove.ids),
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .picture = "person/adult-2"};
    snprintf(event.name, sizeof event.name, "%s", name);
    return event;
}

/* Where somebody must not learn of the others, the page names who sits there and nobody else. */
static void hide_mode_keeps_names_away(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    (void)house_family(&house, TIER_T3, "Ash");
    Id family = record_case_at(record_of(&house), 0)->id;
    Event event = adult(&house, family, "Noor");
    assert_true(cove_keep(&house.cove, &event, 1, NULL));
    stage_touch(house.stage);
    press(&house, "Ash");
    f8(&house);
    press(&house, "Who is here");
    expect_text(&house, "Noor");
    Event hidden = {.type = EVENT_NOTED,
                    .case_id = family,
                    .person_id = event.person_id,
                    .fact = "hide.state",
                    .value = "on",
                    .note = "order"};
    assert_true(cove_keep(&house.cove, &hidden, 1, NULL));
    stage_touch(house.stage);
    expect_no_text(&house, "Noor");
    expect_text(&house, "Ash");
    house_close(&house);
}

static void there_are_things_to_say(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T3);
    f8(&house);
    press(&house, "Things to say");
    expect_text(&house, "How was that for you?");
    expect_text(&house, "What would help?");
    house_close(&house);
}

/* ---- beside others ---- */

static void the_cover_takes_it_away_and_gives_it_back(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T2);
    f8(&house);
    press(&house, "Note");
    type_in(&house, "What you saw or heard", NOTE);
    char *before = dump_of(&house);
    stage_key(house.stage, KEY_COVER, NULL);
    expect_screen(&house, "cover");
    assert_false(is_open(&house));
    f8(&house);
    assert_false(is_open(&house));
    stage_uncover(house.stage);
    stage_touch(house.stage);
    expect_screen(&house, "play");
    assert_true(is_open(&house));
    expect_same(before, dump_of(&house));
    house_close(&house);
}

static void the_lock_forgets_it(void **state)
{
    (void)state;
    House house;
    Id items[4];
    house_open(&house, NULL, true, 1280, 720);
    press(&house, "Set up this computer");
    type_in(&house, ui_words(&house, TIER_AD, "ui.setup.name"), "Kim");
    press(&house, ui_words(&house, TIER_AD, "ui.setup.go"));
    house_choose_passphrase(&house);
    Id person = house_family(&house, TIER_T2, "Ash");
    sitting_begin(&house.cove, house.stage, record_case_at(record_of(&house), 0)->id, person,
                  SETTING_ROOM);
    f8(&house);
    press(&house, "Note");
    type_in(&house, "What you saw or heard", NOTE);
    stage_key(house.stage, KEY_LOCK, NULL);
    expect_screen(&house, "door");
    house_unlock(&house);
    sitting_resume(&house.cove, house.stage, sitting_of(&house)->id);
    assert_false(is_open(&house));
    f8(&house);
    press(&house, "Note");
    assert_string_equal(tree_find_key(stage_tree(house.stage), "strip-typed")->field_text, "");
    assert_int_equal(quick_notes(&house, items, 4), 0);
    house_close(&house);
}

static void a_notice_comes_before_it(void **state)
{
    (void)state;
    House house;
    Error error;
    sit_down(&house, TIER_T2);
    f8(&house);
    error_set(&error, ERROR_WRITE, "disk", "The disk is full.");
    stage_notice(house.stage, &error);
    stage_touch(house.stage);
    assert_false(is_open(&house));
    stage_key(house.stage, KEY_ESCAPE, NULL);
    assert_true(is_open(&house));
    house_close(&house);
}

/* ---- afterwards ---- */

static void to_goodbye(House *house)
{
    while (!stage_shows(house->stage, ROLE_BUTTON, "Bye")) {
        press(house, "Stop");
    }
    expect_screen(house, "goodbye");
}

static void the_notes_wait_at_the_goodbye(void **state)
{
    (void)state;
    House house;
    sit_down(&house, TIER_T2);
    f8(&house);
    press(&house, "Note");
    type_in(&house, "What you saw or heard", NOTE);
    press(&house, "Note it");
    press(&house, "Back to all of it");
    press(&house, "Who is here");
    choose(&house, "Who is here: Ash");
    f8(&house);
    to_goodbye(&house);
    expect_no_text(&house, "Two minutes of notes"); /* until the helper opens it */
    f8(&house);
    assert_false(stage_shows(house.stage, ROLE_BUTTON, "Pause"));
    press(&house, "Two minutes of notes");
    expect_screen(&house, "helper-fact");
    expect_text(&house, "Noted in the sitting");
    expect_text(&house, NOTE);
    assert_string_equal(tree_find_key(stage_tree(house.stage), "after.present")->field_text, "Ash");
    press(&house, "Keep");
    expect_screen(&house, "helper-sitting");
    expect_text(&house, NOTE);
    house_close(&house);
}

static void the_notes_are_behind_the_passphrase(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    press(&house, "Set up this computer");
    type_in(&house, ui_words(&house, TIER_AD, "ui.setup.name"), "Kim");
    press(&house, ui_words(&house, TIER_AD, "ui.setup.go"));
    house_choose_passphrase(&house);
    Id person = house_family(&house, TIER_T2, "Ash");
    sitting_begin(&house.cove, house.stage, record_case_at(record_of(&house), 0)->id, person,
                  SETTING_ROOM);
    to_goodbye(&house);
    f8(&house);
    press(&house, "Two minutes of notes");
    expect_screen(&house, "unlock");
    type_in(&house, ui_words(&house, TIER_AD, "ui.lock.passphrase"), "something else entirely");
    press(&house, ui_words(&house, TIER_AD, "ui.lock.open"));
    wait_ms(&house, 100);
    expect_screen(&house, "unlock");
    wait_ms(&house, 10000);
    type_in(&house, ui_words(&house, TIER_AD, "ui.lock.passphrase"), HOUSE_PASSPHRASE);
    size_t logged = record_log_count(record_of(&house));
    press(&house, ui_words(&house, TIER_AD, "ui.lock.open"));
    wait_ms(&house, 100);
    expect_screen(&house, "helper-fact");
    const LogEntry *last =
        record_log_at(record_of(&house), record_log_count(record_of(&house)) - 1);
    assert_true(record_log_count(record_of(&house)) > logged);
    assert_int_equal(last->act, LOG_LOOKED);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_opens_and_closes_it),
        cmocka_unit_test(the_corner_has_to_be_held),
        cmocka_unit_test(a_hand_that_moves_does_not_hold),
        cmocka_unit_test(it_is_in_the_room_alone),
        cmocka_unit_test(its_buttons_are_no_steps_of_a_switch_while_it_is_closed),
        cmocka_unit_test(ways_out_work_beside_it_and_in_a_pause),
        cmocka_unit_test(it_is_never_read_aloud),
        cmocka_unit_test(a_pause_goes_on_where_it_was),
        cmocka_unit_test(a_crash_in_a_pause_goes_on_without_it),
        cmocka_unit_test(a_skip_is_like_any_other),
        cmocka_unit_test(the_calm_kit_is_no_break),
        cmocka_unit_test(it_ends_softly),
        cmocka_unit_test(what_is_typed_shows_as_dots),
        cmocka_unit_test(nothing_typed_is_no_note),
        cmocka_unit_test(typed_words_go_with_the_page),
        cmocka_unit_test(a_sign_comes_first_afterwards),
        cmocka_unit_test(who_is_here_is_a_list),
        cmocka_unit_test(a_list_that_is_too_long_is_refused_not_cut),
        cmocka_unit_test(hide_mode_keeps_names_away),
        cmocka_unit_test(there_are_things_to_say),
        cmocka_unit_test(the_cover_takes_it_away_and_gives_it_back),
        cmocka_unit_test(the_lock_forgets_it),
        cmocka_unit_test(a_notice_comes_before_it),
        cmocka_unit_test(the_notes_wait_at_the_goodbye),
        cmocka_unit_test(the_notes_are_behind_the_passphrase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
