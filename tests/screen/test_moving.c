/* Movement on whole screens: it ends, the program sleeps again, and a breath is smooth. */
#include "screen/house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

static Id open(House *house, Tier tier, const char *name)
{
    house_open(house, NULL, false, 1280, 720);
    stage_animate(house->stage);
    (void)stage_draw(house->stage);
    Id person = house_family(house, tier, name);
    (void)stage_draw(house->stage);
    return person;
}

static void tick(House *house, int64_t ms)
{
    house->time.ticks += ms;
    stage_input(house->stage, &(Input){.type = INPUT_TICK});
    (void)stage_draw(house->stage);
}

/* As the program's loop does it. Returns ms until nobody has to be woken any more. */
static int64_t rests_after(House *house, int64_t most)
{
    int64_t passed = 0, wait;
    (void)stage_draw(house->stage);
    for (; (wait = stage_wait_ms(house->stage)) >= 0 && passed <= most; passed += wait) {
        tick(house, wait);
    }
    assert_int_equal(stage_wait_ms(house->stage), -1);
    assert_false(stage_dirty(house->stage));
    return passed;
}

static void every_screen_comes_to_rest(void **state)
{
    (void)state;
    House house;
    (void)open(&house, TIER_T2, "Robin");
    (void)rests_after(&house, 40000);
    press(&house, "Robin");
    const DrawList *list = stage_draw(house.stage);
    assert_int_equal(list->items[list->count - 1].type, DRAW_BEFORE);
    assert_true(rests_after(&house, 2000) >= 400);
    press(&house, "Skip");
    expect_screen(&house, "cove");
    assert_true(rests_after(&house, 40000) <= 33000); /* clouds, for half a minute */
    press(&house, ui_words(&house, TIER_T2, "ui.cove.leave"));
    assert_true(rests_after(&house, 2000) >= 400);
    house_close(&house);
}

static void nothing_is_built_while_only_clouds_move(void **state)
{
    (void)state;
    House house;
    (void)open(&house, TIER_T2, "Robin");
    stage_input(house.stage, &(Input){.type = INPUT_POINTER_DOWN, .x = 3, .y = 3});
    (void)stage_draw(house.stage);
    tick(&house, 600);
    assert_int_equal(stage_wait_ms(house.stage), 50);
    const Node *root = stage_tree(house.stage)->root;
    tick(&house, 50);
    assert_ptr_equal(stage_tree(house.stage)->root, root);
    house_close(&house);
}

static void finished_pictures_without_animation(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T2, "Robin");
    press(&house, "Robin");
    const DrawList *list = stage_draw(house.stage);
    for (size_t i = 0; i < list->count; i++) {
        assert_int_not_equal(list->items[i].type, DRAW_BEFORE);
    }
    assert_int_equal(stage_wait_ms(house.stage), -1);
    house_close(&house);
}

static void the_cover_shows_nothing_of_what_was_there(void **state)
{
    (void)state;
    House house;
    (void)open(&house, TIER_T2, "Robin");
    press(&house, "Robin");
    (void)rests_after(&house, 2000);
    stage_input(house.stage, &(Input){.type = INPUT_KEY, .key = KEY_COVER});
    const DrawList *list = stage_draw(house.stage);
    assert_true(stage_covered(house.stage));
    assert_int_equal(list->before, 0);
    house_close(&house);
}

static const Node *pictured(House *house, const char *picture)
{
    const Node *root = stage_tree(house->stage)->root, *node = root;
    while (node && !(node->picture && strcmp(node->picture, picture) == 0)) {
        node = node_following(node, root);
    }
    assert_non_null(node);
    return node;
}

static void the_pebble_falls_into_the_jar(void **state)
{
    (void)state;
    House house;
    (void)open(&house, TIER_T2, "Robin");
    press(&house, "Robin");
    press(&house, "Skip");
    press(&house, ui_words(&house, TIER_T2, "ui.cove.leave"));
    press(&house, "Skip");
    expect_screen(&house, "pebble");
    press(&house, ui_words(&house, TIER_T2, "ui.pebble.coral"));
    (void)stage_draw(house.stage);
    expect_screen(&house, "goodbye");
    const Node *pebble = pictured(&house, "pebble/coral"), *jar = pictured(&house, "pebble/jar");
    assert_true(pebble->bounds.x > jar->bounds.x && pebble->bounds.y > jar->bounds.y);
    assert_true(pebble->bounds.y + pebble->bounds.height < jar->bounds.y + jar->bounds.height);
    assert_true(pebble->bounds.y + pebble->moved.y < jar->bounds.y + jar->bounds.height / 4);
    (void)rests_after(&house, 2000);
    assert_true(pictured(&house, "pebble/coral")->moved.y == 0);
    house_close(&house);
}

static float breath_size(House *house)
{
    const Node *picture = tree_find_key(stage_tree(house->stage), "pace-picture");
    return picture ? picture->picture_scale : NAN;
}

static const Node *with_verb(House *house, const char *verb)
{
    const Node *root = stage_tree(house->stage)->root, *node = root;
    while (node && strcmp(node->action.verb, verb) != 0) {
        node = node_following(node, root);
    }
    return node;
}

static void press_verb(House *house, const char *verb)
{
    const Node *node = with_verb(house, verb);
    assert_non_null(node);
    char name[256];
    snprintf(name, sizeof name, "%s", node->name);
    press(house, name);
}

/* Runs a breath to its end, a tick each 16 ms, some of them late; returns ms its words showed. */
static int64_t breathe(House *house, float *smallest, float *largest)
{
    int64_t passed = 0, led = 0;
    float last = breath_size(house);
    *smallest = *largest = last;
    for (int i = 0; stage_wait_ms(house->stage) >= 0 && passed < 120000; i++) {
        int64_t step = i % 50 == 7 ? 80 : 16;
        tick(house, step);
        passed += step;
        float size = breath_size(house);
        assert_true(fabsf(size - last) <= 0.004f * (float)step / 16);
        *smallest = fminf(*smallest, size);
        *largest = fmaxf(*largest, size);
        last = size;
        led = tree_find_key(stage_tree(house->stage), "beat-words") ? passed : led;
    }
    return led;
}

static void a_breath_is_smooth_from_its_first_to_its_last_moment(void **state)
{
    (void)state;
    House house;
    (void)open(&house, TIER_T2, "Robin");
    press(&house, "Robin");
    press(&house, "Skip");
    press_there(&house, "My calm kit");
    press_there(&house, "Flower and candle");
    (void)rests_after(&house, 2000);
    float smallest, largest;
    press_verb(&house, "begin");
    int64_t passed = breathe(&house, &smallest, &largest);
    assert_true(largest > 0.999f && smallest < 0.621f);
    assert_true(passed > 40000 && passed % 1000 >= 900); /* whole seconds, to the last tick */
    house_close(&house);
}

static void calm_motion_stops_all_but_the_breath(void **state)
{
    (void)state;
    House house;
    Event calm = {.type = EVENT_PREFS, .person_id = open(&house, TIER_T2, "Robin")};
    prefs_choose(&calm.prefs, prefs_field("calm-motion"), 1);
    assert_true(cove_keep(&house.cove, &calm, 1, NULL));
    press(&house, "Robin");
    (void)stage_draw(house.stage);
    (void)rests_after(&house, 500);
    press(&house, "Skip");
    assert_true(rests_after(&house, 0) == 0);
    press_verb(&house, "break");
    assert_true(rests_after(&house, 0) == 0);
    float smallest, largest;
    press_verb(&house, "begin");
    assert_true(breathe(&house, &smallest, &largest) > 10000);
    assert_true(largest - smallest > 0.3f);
    house_close(&house);
}

static void the_desktops_wish_holds_until_somebody_chooses(void **state)
{
    (void)state;
    House house;
    Event chosen = {.type = EVENT_PREFS, .person_id = open(&house, TIER_T2, "Robin")};
    stage_calm_motion(house.stage, true);
    press(&house, "Robin");
    (void)stage_draw(house.stage);
    assert_true(stage_manner(house.stage)->calm_motion);
    assert_int_equal(stage_prefs(house.stage)->calm_motion, 1);
    (void)rests_after(&house, 500);
    press(&house, "Skip");
    assert_true(rests_after(&house, 0) == 0);
    prefs_choose(&chosen.prefs, prefs_field("calm-motion"), 0);
    assert_true(cove_keep(&house.cove, &chosen, 1, NULL));
    stage_touch(house.stage);
    (void)stage_draw(house.stage);
    assert_false(stage_manner(house.stage)->calm_motion);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_comes_to_rest),
        cmocka_unit_test(the_desktops_wish_holds_until_somebody_chooses),
        cmocka_unit_test(nothing_is_built_while_only_clouds_move),
        cmocka_unit_test(finished_pictures_without_animation),
        cmocka_unit_test(the_cover_shows_nothing_of_what_was_there),
        cmocka_unit_test(the_pebble_falls_into_the_jar),
        cmocka_unit_test(a_breath_is_smooth_from_its_first_to_its_last_moment),
        cmocka_unit_test(calm_motion_stops_all_but_the_breath),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
