/* A whole sitting with nothing but keys, nothing but a gamepad, nothing but one switch; and every
 * screen of every tier, looked through for things that one of them cannot reach. */
#include "screen/sitting.h"
#include "screen/ways.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static const char *words(House *house, const char *id)
{
    return ui_words(house, TIER_T1, id);
}

static void go(House *house, Way way, const char *button)
{
    way_press(house, way, ROLE_BUTTON, button);
}

static void expect_finished(House *house)
{
    const Sitting *sitting = record_sitting_at(keeper_record(house->cove.keeper), 0);
    assert_int_equal(sitting->how, ENDING_FINISHED);
    assert_string_equal(sitting->pebble, "coral");
    assert_int_equal(sitting->play_count, 3);
}

static void whole_sitting(Way way)
{
    House house;
    house_open(&house, NULL, false, 1280, 720);
    way_settle(&house, way, house_family(&house, TIER_T1, "Robin"));
    go(&house, way, "Robin");
    expect_screen(&house, "play");
    way_press(&house, way, ROLE_CHOICE, "Not sure");
    go(&house, way, "Next");
    expect_screen(&house, "cove");
    go(&house, way, "My calm kit");
    go(&house, way, "Flower and candle");
    go(&house, way, "Start");
    wait_ms(&house, 70000);
    expect_text(&house, "Again");
    go(&house, way, "Break");
    go(&house, way, words(&house, "ui.break.go-on"));
    go(&house, way, "Stop");
    expect_screen(&house, "cove");
    go(&house, way, words(&house, "ui.cove.leave"));
    go(&house, way, "Skip");
    go(&house, way, "Coral");
    expect_screen(&house, "goodbye");
    go(&house, way, "Bye");
    expect_screen(&house, "door");
    expect_finished(&house);
    house_close(&house);
}

static void a_sitting_with_keys_only(void **state)
{
    (void)state;
    whole_sitting(WAY_KEYS);
}

static void a_sitting_with_a_gamepad_only(void **state)
{
    (void)state;
    whole_sitting(WAY_PAD);
}

static void a_sitting_with_one_switch_only(void **state)
{
    (void)state;
    whole_sitting(WAY_SWITCH_AUTO);
}

static void a_sitting_with_one_switch_step_by_step(void **state)
{
    (void)state;
    whole_sitting(WAY_SWITCH_STEP);
}

static void first_card(House *house, char *name, size_t size)
{
    const Node *root = stage_tree(house->stage)->root;
    const Node *node = root;
    while (node && node->role != ROLE_CARD) {
        node = node_following(node, root);
    }
    assert_non_null(node);
    snprintf(name, size, "%s", node->name);
}

static void a_card_is_placed_in_every_way(void **state)
{
    (void)state;
    for (Way way = WAY_KEYS; way < WAY_COUNT; way++) {
        House house;
        char card[128];
        house_open(&house, NULL, false, 1280, 720);
        way_settle(&house, way, house_family(&house, TIER_T2, "Ash"));
        go(&house, way, "Ash");
        go(&house, way, "Skip");
        go(&house, way, "All my feelings");
        go(&house, way, "More to do");
        go(&house, way, "Two jars");
        first_card(&house, card, sizeof card);
        way_place(&house, way, card, "Two feelings");
        const PlayRecord *play = record_play(keeper_record(house.cove.keeper), 1);
        assert_int_equal(play->move_count, 1);
        assert_string_equal(play->moves[0].verb, "place");
        house_close(&house);
    }
}

/* ---- every screen ---- */

static const char *kind_given(const House *house, const Assignment *given)
{
    const Module *module = library_module(house->cove.library, given->module);
    return module_activity(module, given->activity)->kind;
}

static bool is_first_of_kind(const House *house, const Case *family, size_t index)
{
    const char *kind = kind_given(house, &family->assignments[index]);
    for (size_t i = 0; i < index; i++) {
        if (strcmp(kind_given(house, &family->assignments[i]), kind) == 0) {
            return false;
        }
    }
    return true;
}

/* One of each kind: what else an activity has are other words. */
static void look_through_activities(House *house, Way way, Id sitting, const Case *family)
{
    for (size_t i = 0; i < family->assignment_count; i++) {
        if (!is_first_of_kind(house, family, i)) {
            continue;
        }
        sitting_play(&house->cove, house->stage, sitting, family->assignments[i].id);
        way_reaches_all(house, way);
        assert_true(stage_key(house->stage, KEY_ESCAPE, NULL));
    }
}

static void look_through_places(House *house, Way way, Id sitting)
{
    for (size_t i = 0; i < library_count(house->cove.library); i++) {
        const char *module = library_at(house->cove.library, i)->id;
        if (strcmp(module, SITTING_MODULE) != 0) {
            stage_clear_to(house->stage, screen_place(&house->cove, house->stage, sitting, module));
            way_reaches_all(house, way);
        }
    }
}

static void look_through_rest(House *house, Way way, Id sitting)
{
    Screen *(*const screens[])(Cove *, Stage *, Id) = {screen_cove, screen_break, screen_not_ok,
                                                       screen_pebble, screen_goodbye};
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        stage_clear_to(house->stage, screens[i](&house->cove, house->stage, sitting));
        way_reaches_all(house, way);
    }
}

static void look_through(Way way, Tier tier, float width, float height, float text)
{
    House house;
    house_open(&house, NULL, false, width, height);
    stage_text_scale(house.stage, text);
    way_settle(&house, way, house_family(&house, tier, "Robin"));
    way_reaches_all(&house, way);
    press(&house, "Robin");
    way_reaches_all(&house, way);
    press(&house, "Skip");
    const Record *record = keeper_record(house.cove.keeper);
    Id sitting = record_sitting_at(record, 0)->id;
    look_through_activities(&house, way, sitting, record_case_at(record, 0));
    look_through_places(&house, way, sitting);
    look_through_rest(&house, way, sitting);
    house_close(&house);
}

static void every_screen(Way way)
{
    for (Tier tier = TIER_T1; tier < TIER_COUNT; tier++) {
        look_through(way, tier, 1280, 720, 1);
    }
    look_through(way, TIER_T2, 800, 600, 2);
}

static void keys_reach_everything(void **state)
{
    (void)state;
    every_screen(WAY_KEYS);
}

static void a_gamepad_reaches_everything(void **state)
{
    (void)state;
    every_screen(WAY_PAD);
}

static void one_switch_reaches_everything(void **state)
{
    (void)state;
    every_screen(WAY_SWITCH_AUTO);
}

static void one_switch_step_by_step_reaches_everything(void **state)
{
    (void)state;
    every_screen(WAY_SWITCH_STEP);
}

static void helper_screens(Way way)
{
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id person = house_family(&house, TIER_T2, "Robin");
    press(&house, "Robin");
    stage_key(house.stage, KEY_ESCAPE, NULL);
    Cove *cove = &house.cove;
    Stage *stage = house.stage;
    const Record *record = keeper_record(cove->keeper);
    Id family = record_case_at(record, 0)->id, sitting = record_sitting_at(record, 0)->id;
    Screen *screens[] = {screen_helper_room(cove, stage),
                         screen_helper_case(cove, stage, family),
                         screen_helper_person(cove, stage, family),
                         screen_helper_assign(cove, stage, family, person),
                         screen_helper_sitting(cove, stage, sitting),
                         screen_helper_replay(cove, stage, record_play(record, 0)->id),
                         screen_helper_unavailable(cove, stage),
                         screen_setup(cove, stage)};
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        stage_clear_to(stage, screens[i]);
        way_reaches_all(&house, way);
        stage_key(stage, KEY_ESCAPE, NULL);
    }
    house_close(&house);
}

static void the_helpers_screens_too(void **state)
{
    (void)state;
    helper_screens(WAY_KEYS);
    helper_screens(WAY_PAD);
}

/* ---- others beside somebody who uses one switch ---- */

static void at_the_door_others_still_point(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    way_settle(&house, WAY_SWITCH_AUTO, house_family(&house, TIER_T1, "Robin"));
    go_to_helper(&house);
    expect_screen(&house, "helper-room");
    house_close(&house);
}

/* Nobody wakes but for the next step of the highlight, and without scanning nobody at all. */
static void the_highlight_wakes_once_for_each_step(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id person = house_family(&house, TIER_T1, "Robin");
    (void)stage_draw(house.stage);
    assert_int_equal(stage_wait_ms(house.stage), -1);
    way_settle(&house, WAY_SWITCH_AUTO, person);
    stage_input(house.stage, &(Input){.type = INPUT_TICK});
    (void)stage_draw(house.stage);
    assert_int_equal(stage_wait_ms(house.stage), WAY_DWELL_MS);
    way_settle(&house, WAY_SWITCH_STEP, person);
    (void)stage_draw(house.stage);
    assert_int_equal(stage_wait_ms(house.stage), -1);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sitting_with_keys_only),
        cmocka_unit_test(a_sitting_with_a_gamepad_only),
        cmocka_unit_test(a_sitting_with_one_switch_only),
        cmocka_unit_test(a_sitting_with_one_switch_step_by_step),
        cmocka_unit_test(a_card_is_placed_in_every_way),
        cmocka_unit_test(keys_reach_everything),
        cmocka_unit_test(a_gamepad_reaches_everything),
        cmocka_unit_test(one_switch_reaches_everything),
        cmocka_unit_test(one_switch_step_by_step_reaches_everything),
        cmocka_unit_test(the_helpers_screens_too),
        cmocka_unit_test(at_the_door_others_still_point),
        cmocka_unit_test(the_highlight_wakes_once_for_each_step),
    };
    return cmocka_run_group_tests_name("ways in", tests, NULL, NULL);
}
