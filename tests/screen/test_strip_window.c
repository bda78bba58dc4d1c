/* The strip in a window of its own: another stage, with the same acts; what belongs to the sitting
 * goes to the sitting, and whatever takes the sitting from sight takes the window too. */
#include "screen/house.h"

#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define NOTE "Held the pencil tightly"

static const Record *record_of(House *house)
{
    return keeper_record(house->cove.keeper);
}

static const Sitting *sitting_of(House *house)
{
    return record_sitting_at(record_of(house), record_sitting_count(record_of(house)) - 1);
}

/* A child has come, and the strip has gone into its own window. */
static Stage *open_window(House *house, Tier tier)
{
    house_open(house, NULL, false, 1280, 720);
    (void)house_family(house, tier, "Ash");
    stage_strip_windows(house->stage, true);
    press(house, "Ash");
    stage_key(house->stage, KEY_STRIP, NULL);
    press(house, "Own window");
    Stage *window = stage_strip(house->stage);
    assert_non_null(window);
    return window;
}

static void press_in(Stage *window, Role role, const char *name)
{
    Error error = {0};
    if (!stage_press(window, role, name, &error)) {
        fail_msg("%s", error.sentence);
    }
}

static bool shows(Stage *stage, const char *part)
{
    char *dump = tree_dump(stage_tree(stage));
    bool found = strstr(dump, part) != NULL;
    free(dump);
    return found;
}

static void type_note(Stage *window)
{
    Error error = {0};
    press_in(window, ROLE_BUTTON, "Note");
    assert_true(stage_type(window, "What you saw or heard", NOTE, &error));
}

static size_t notes(House *house)
{
    FactSubject subject = {.about = sitting_of(house)->id};
    return facts_items(&record_case(record_of(house), sitting_of(house)->case_id)->facts,
                       fact_group("quick"), &subject, NULL, 0);
}

static void only_where_there_can_be_one(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    (void)house_family(&house, TIER_T2, "Ash");
    press(&house, "Ash");
    stage_key(house.stage, KEY_STRIP, NULL);
    assert_false(stage_shows(house.stage, ROLE_BUTTON, "Own window"));
    assert_null(stage_strip(house.stage));
    house_close(&house);
}

static void nothing_of_it_stays_in_the_page(void **state)
{
    (void)state;
    House house;
    Stage *window = open_window(&house, TIER_T2);
    assert_null(tree_find_key(stage_tree(house.stage), "strip"));
    assert_null(tree_find_key(stage_tree(house.stage), "strip-corner"));
    assert_true(shows(window, "Ash"));
    assert_true(shows(window, "How was that for you?"));
    press_in(window, ROLE_BUTTON, "Into the page");
    assert_null(stage_strip(house.stage));
    assert_true(stage_shows(house.stage, ROLE_BUTTON, "Own window"));
    house_close(&house);
}

static void a_hand_may_close_it(void **state)
{
    (void)state;
    House house;
    (void)open_window(&house, TIER_T2);
    stage_strip_closed(house.stage);
    assert_null(stage_strip(house.stage));
    assert_true(stage_shows(house.stage, ROLE_BUTTON, "Pause"));
    house_close(&house);
}

static void it_acts_on_the_page(void **state)
{
    (void)state;
    House house;
    Stage *window = open_window(&house, TIER_T2);
    press_in(window, ROLE_BUTTON, "Pause");
    expect_text(&house, "A short pause");
    press_in(window, ROLE_BUTTON, "Go on");
    expect_no_text(&house, "A short pause");
    press_in(window, ROLE_BUTTON, "Skip step");
    expect_screen(&house, "cove");
    assert_true(tree_find(stage_tree(window), ROLE_BUTTON, "Skip step")->state.disabled);
    press_in(window, ROLE_BUTTON, "Calm kit");
    expect_screen(&house, "break");
    press(&house, "Go on");
    press_in(window, ROLE_BUTTON, "End softly");
    press_in(window, ROLE_BUTTON, "End now");
    expect_screen(&house, "play");
    house_close(&house);
}

static void what_is_typed_can_be_read_there(void **state)
{
    (void)state;
    House house;
    Stage *window = open_window(&house, TIER_T2);
    type_note(window);
    assert_true(shows(window, NOTE));
    expect_no_text(&house, NOTE);
    stage_key(window, KEY_ENTER, NULL);
    assert_int_equal(notes(&house), 1);
    assert_false(shows(window, NOTE)); /* noted ones are read afterwards */
    house_close(&house);
}

static void keys_of_the_sitting_reach_it_from_there(void **state)
{
    (void)state;
    static const struct {
        Key key;
        const char *screen;
    } rows[] = {{KEY_ESCAPE, "cove"}, {KEY_BREAK, "break"}, {KEY_NOT_OK, "not-ok"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        House house;
        Stage *window = open_window(&house, TIER_T2);
        type_note(window); /* also while a field has the keys */
        stage_key(window, rows[i].key, NULL);
        expect_screen(&house, rows[i].screen);
        house_close(&house);
    }
}

static void the_cover_takes_it_away(void **state)
{
    (void)state;
    House house;
    Stage *window = open_window(&house, TIER_T2);
    type_note(window);
    stage_key(window, KEY_COVER, NULL);
    expect_screen(&house, "cover");
    assert_null(stage_strip(house.stage));
    assert_null(stage_tree(window)->root);
    stage_uncover(house.stage);
    stage_touch(house.stage);
    expect_screen(&house, "play");
    assert_ptr_equal(stage_strip(house.stage), window);
    assert_true(shows(window, NOTE));
    house_close(&house);
}

static void it_goes_with_the_sitting(void **state)
{
    (void)state;
    House house;
    Stage *window = open_window(&house, TIER_T2);
    type_note(window);
    while (!stage_shows(house.stage, ROLE_BUTTON, "Bye")) {
        press(&house, "Stop");
    }
    assert_true(shows(stage_strip(house.stage), "Two minutes of notes"));
    press(&house, "Bye");
    expect_screen(&house, "door");
    assert_null(stage_strip(house.stage));
    assert_null(stage_tree(window)->root);
    press(&house, "Ash"); /* and is there again with the next one, as the helper chose */
    assert_ptr_equal(stage_strip(house.stage), window);
    assert_false(shows(window, NOTE));
    house_close(&house);
}

/* Somebody who types there is somebody; and after sleep the first touch locks, whichever window. */
static void the_lock_takes_it_away(void **state)
{
    (void)state;
    for (int slept = 0; slept <= 1; slept++) {
        House house;
        house_open(&house, NULL, true, 1280, 720);
        press(&house, "Set up this computer");
        type_in(&house, ui_words(&house, TIER_AD, "ui.setup.name"), "Kim");
        press(&house, ui_words(&house, TIER_AD, "ui.setup.go"));
        house_choose_passphrase(&house);
        Id person = house_family(&house, TIER_T2, "Ash");
        stage_strip_windows(house.stage, true);
        sitting_begin(&house.cove, house.stage, record_case_at(record_of(&house), 0)->id, person,
                      SETTING_ROOM);
        stage_key(house.stage, KEY_STRIP, NULL);
        press(&house, "Own window");
        Stage *window = stage_strip(house.stage);
        type_note(window);
        if (slept) {
            house.time.wall += 3600000;
            stage_input(window, &(Input){.type = INPUT_TEXT, .text = "x"});
        } else {
            stage_key(window, KEY_LOCK, NULL);
        }
        expect_screen(&house, "door");
        assert_null(house.cove.keeper);
        assert_null(stage_strip(house.stage));
        assert_null(stage_tree(window)->root);
        house_close(&house);
    }
}

static void typing_there_keeps_it_unlocked(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    press(&house, "Set up this computer");
    type_in(&house, ui_words(&house, TIER_AD, "ui.setup.name"), "Kim");
    press(&house, ui_words(&house, TIER_AD, "ui.setup.go"));
    house_choose_passphrase(&house);
    Id person = house_family(&house, TIER_T2, "Ash");
    stage_strip_windows(house.stage, true);
    sitting_begin(&house.cove, house.stage, record_case_at(record_of(&house), 0)->id, person,
                  SETTING_ROOM);
    stage_key(house.stage, KEY_STRIP, NULL);
    press(&house, "Own window");
    Stage *window = stage_strip(house.stage);
    for (int minutes = 0; minutes < 40; minutes += 10) {
        house.time.wall += 600000;
        house.time.ticks += 600000;
        stage_input(window, &(Input){.type = INPUT_TEXT, .text = "x"});
    }
    expect_screen(&house, "play");
    house_close(&house);
}

static void the_minutes_are_told(void **state)
{
    (void)state;
    House house;
    Stage *window = open_window(&house, TIER_T2);
    assert_true(shows(window, "Ash · 0 min"));
    for (int i = 0; i < 7; i++) {
        house.time.wall += 60000;
        house.time.ticks += 60000;
        stage_input(house.stage, &(Input){.type = INPUT_TICK});
    }
    assert_true(shows(window, "Ash · 7 min"));
    assert_in_range(stage_wait_ms(house.stage), 0, 60000);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_where_there_can_be_one),
        cmocka_unit_test(nothing_of_it_stays_in_the_page),
        cmocka_unit_test(a_hand_may_close_it),
        cmocka_unit_test(it_acts_on_the_page),
        cmocka_unit_test(what_is_typed_can_be_read_there),
        cmocka_unit_test(keys_of_the_sitting_reach_it_from_there),
        cmocka_unit_test(the_cover_takes_it_away),
        cmocka_unit_test(it_goes_with_the_sitting),
        cmocka_unit_test(the_lock_takes_it_away),
        cmocka_unit_test(typing_there_keeps_it_unlocked),
        cmocka_unit_test(the_minutes_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
