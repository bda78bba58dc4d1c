/* The mute key, and captions: what is heard, to be read. */
#include "screen/house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static void key(House *house, Key pressed)
{
    stage_input(house->stage, &(Input){.type = INPUT_KEY, .key = pressed});
}

static const char *shown_caption(House *house)
{
    const Node *caption = tree_find_key(stage_tree(house->stage), "caption");
    return caption ? caption->text : NULL;
}

static void choose_setting(House *house, Id person, const char *name, int value)
{
    PrefChoices choices = record_pref_choices(keeper_record(house->cove.keeper), person);
    prefs_choose(&choices, prefs_field(name), value);
    Event event = {.type = EVENT_PREFS, .person_id = person, .prefs = choices};
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
    stage_touch(house->stage);
}

static Id arrive(House *house, Tier tier)
{
    house_open(house, NULL, false, 1280, 720);
    Id person = house_family(house, tier, "Robin");
    press(house, "Robin");
    press(house, "Skip");
    expect_screen(house, "cove");
    return person;
}

/* ---- the mute key ---- */

static void mute_says_so_for_two_seconds(void **state)
{
    (void)state;
    House house;
    arrive(&house, TIER_T2);
    assert_null(shown_caption(&house));
    key(&house, KEY_MUTE);
    assert_string_equal(shown_caption(&house), "Sound off");
    assert_true(stage_prefs(house.stage)->mute);
    assert_in_range(stage_wait_ms(house.stage), 1, 2000);
    wait_ms(&house, 1900);
    assert_non_null(shown_caption(&house));
    wait_ms(&house, 200);
    assert_null(shown_caption(&house));
    assert_int_equal(stage_wait_ms(house.stage), -1);
    key(&house, KEY_MUTE);
    assert_string_equal(shown_caption(&house), "Sound on");
    assert_false(stage_prefs(house.stage)->mute);
    house_close(&house);
}

static void mute_is_kept_for_the_person(void **state)
{
    (void)state;
    House house;
    Id person = arrive(&house, TIER_T2);
    key(&house, KEY_MUTE);
    PrefChoices choices = record_pref_choices(keeper_record(house.cove.keeper), person);
    assert_true(prefs_has(&choices, prefs_field("mute")));
    assert_int_equal(choices.values.mute, 1);
    press(&house, "Break");
    (void)stage_tree(house.stage);
    assert_true(stage_prefs(house.stage)->mute);
    house_close(&house);
}

/* Nobody is set up yet: it holds for the run. */
static void mute_works_without_a_record(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    key(&house, KEY_MUTE);
    press(&house, ui_words(&house, TIER_AD, "ui.door.new"));
    (void)stage_tree(house.stage);
    assert_true(stage_prefs(house.stage)->mute);
    key(&house, KEY_MUTE);
    (void)stage_tree(house.stage);
    assert_false(stage_prefs(house.stage)->mute);
    house_close(&house);
}

/* What is said for a moment takes no room: nothing jumps away from a finger. */
static void mute_moves_nothing(void **state)
{
    (void)state;
    House house;
    arrive(&house, TIER_T2);
    Rect before = tree_find_verb(stage_tree(house.stage), "leave", "")->bounds;
    key(&house, KEY_MUTE);
    Rect after = tree_find_verb(stage_tree(house.stage), "leave", "")->bounds;
    assert_memory_equal(&before, &after, sizeof before);
    house_close(&house);
}

/* ---- captions ---- */

static void captions_show_what_is_said_and_what_sounds(void **state)
{
    (void)state;
    House house;
    Id person = arrive(&house, TIER_T2);
    choose_setting(&house, person, "captions", 1);
    press(&house, "Break");
    const char *caption = shown_caption(&house);
    assert_non_null(caption);
    assert_non_null(strstr(caption, ui_words(&house, TIER_T2, "ui.break.title")));
    assert_non_null(strstr(caption, "[slow waves]"));
    press(&house, ui_words(&house, TIER_T2, "ui.begin"));
    assert_non_null(strstr(shown_caption(&house), "[a soft sound that rises]"));
    house_close(&house);
}

/* What nobody hears needs no words. */
static void captions_leave_out_what_is_off(void **state)
{
    (void)state;
    House house;
    Id person = arrive(&house, TIER_T2);
    choose_setting(&house, person, "captions", 1);
    choose_setting(&house, person, "ambience", 0);
    choose_setting(&house, person, "sounds", 0);
    press(&house, "Break");
    assert_non_null(shown_caption(&house));
    assert_null(strchr(shown_caption(&house), '['));
    house_close(&house);
}

/* Its place is there before there are words, so that pages do not jump. */
static void captions_keep_their_place(void **state)
{
    (void)state;
    House house;
    Id person = arrive(&house, TIER_AD);
    choose_setting(&house, person, "captions", 1);
    (void)stage_tree(house.stage);
    const Node *root = stage_tree(house.stage)->root;
    assert_null(shown_caption(&house));
    assert_true(root->first->bounds.height < root->bounds.height - 40);
    assert_int_equal(root->role, ROLE_SCREEN);
    assert_true(root->name[0] != '\0');
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mute_says_so_for_two_seconds),
        cmocka_unit_test(mute_is_kept_for_the_person),
        cmocka_unit_test(mute_works_without_a_record),
        cmocka_unit_test(mute_moves_nothing),
        cmocka_unit_test(captions_show_what_is_said_and_what_sounds),
        cmocka_unit_test(captions_leave_out_what_is_off),
        cmocka_unit_test(captions_keep_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
