/* The cover: hides everything at once and in silence, and lets nobody back by chance. */
#include "screen/ways.h"

#include "platform/platform.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static void cover(House *house)
{
    stage_key(house->stage, KEY_COVER, NULL);
    expect_screen(house, "cover");
}

static void open_sitting(House *house)
{
    house_open(house, NULL, false, 1280, 720);
    house_family(house, TIER_T2, "Ash");
    press(house, "Ash");
    expect_screen(house, "play");
}

static void pass(House *house, int64_t ms)
{
    for (int64_t i = 0; i < ms && stage_wait_ms(house->stage) >= 0; i += 20) {
        house->time.ticks += 20;
        stage_input(house->stage, &(Input){.type = INPUT_TICK});
    }
    (void)stage_tree(house->stage);
}

/* Presses the pointer on the sun and lets go after a while. */
static void hold_sun(House *house, int64_t ms)
{
    const Node *sun = tree_find(stage_tree(house->stage), ROLE_BUTTON, "Sun");
    Input input = {.type = INPUT_POINTER_DOWN,
                   .x = sun->bounds.x + sun->bounds.width / 2,
                   .y = sun->bounds.y + sun->bounds.height / 2};
    stage_input(house->stage, &input);
    pass(house, ms);
    input.type = INPUT_POINTER_UP;
    stage_input(house->stage, &input);
    pass(house, 100);
}

static void nothing_of_the_family_is_there(void **state)
{
    (void)state;
    House house;
    open_sitting(&house);
    assert_string_equal(stage_title(house.stage), "Pebble Cove");
    cover(&house);
    assert_string_equal(stage_title(house.stage), "Coloring");
    const Node *root = stage_tree(house.stage)->root;
    for (const Node *node = root; node; node = node_following(node, root)) {
        assert_null(strstr(node->name, "Ash"));
        assert_true(strcmp(node->action.verb, "dye") == 0 ||
                    strcmp(node->action.verb, "crayon") == 0 || !node_acts(node));
    }
    expect_no_text(&house, "Stop");
    house_close(&house);
}

static void it_falls_silent(void **state)
{
    (void)state;
    House house;
    Effect effects[8];
    open_sitting(&house);
    (void)stage_draw(house.stage);
    cover(&house);
    assert_true(stage_prefs(house.stage)->mute);
    size_t count = stage_take_effects(house.stage, effects, 8);
    bool hushed = false;
    for (size_t i = 0; i < count; i++) {
        hushed = hushed || effects[i].type == EFFECT_HUSH;
        assert_int_not_equal(effects[i].type, EFFECT_SAY);
        assert_true(effects[i].type != EFFECT_AMBIENCE || effects[i].text[0] == '\0');
    }
    assert_true(hushed);
    house_close(&house);
}

static void no_key_leads_back(void **state)
{
    (void)state;
    House house;
    open_sitting(&house);
    char *before = record_dump(keeper_record(house.cove.keeper));
    cover(&house);
    for (Key key = KEY_TAB; key <= KEY_COVER; key++) {
        stage_key(house.stage, key, NULL);
        expect_screen(&house, "cover");
    }
    char *after = record_dump(keeper_record(house.cove.keeper));
    assert_string_equal(before, after);
    free(before);
    free(after);
    house_close(&house);
}

static void the_sun_held_for_two_seconds_leads_back(void **state)
{
    (void)state;
    House house;
    open_sitting(&house);
    char *before = tree_dump(stage_tree(house.stage));
    cover(&house);
    hold_sun(&house, 1500);
    expect_screen(&house, "cover");
    hold_sun(&house, 1500);
    expect_screen(&house, "cover");
    hold_sun(&house, 2200);
    expect_screen(&house, "play");
    char *after = tree_dump(stage_tree(house.stage));
    assert_string_equal(before, after);
    free(before);
    free(after);
    house_close(&house);
}

static void hold_key(House *house, Key key, bool pad)
{
    stage_input(house->stage, &(Input){.type = INPUT_KEY, .key = key, .pad = pad});
    pass(house, 1000);
    stage_input(house->stage, &(Input){.type = INPUT_KEY, .key = key, .pad = pad, .repeat = true});
    pass(house, 1200);
    expect_screen(house, "play");
    stage_input(house->stage, &(Input){.type = INPUT_KEY, .key = key, .pad = pad, .repeat = true});
    stage_input(house->stage, &(Input){.type = INPUT_KEY_UP, .key = key, .pad = pad});
    expect_screen(house, "play");
}

static void to_the_sun(House *house)
{
    while (strcmp(stage_focus(house->stage)->key, "cover/sun") != 0) {
        stage_key(house->stage, KEY_TAB, NULL);
    }
}

static void keys_lead_back_too(void **state)
{
    (void)state;
    House house;
    open_sitting(&house);
    cover(&house);
    to_the_sun(&house);
    hold_key(&house, KEY_ENTER, false);
    cover(&house);
    to_the_sun(&house);
    hold_key(&house, KEY_ENTER, true);
    house_close(&house);
}

static bool sun_scanned(House *house)
{
    return tree_find(stage_tree(house->stage), ROLE_BUTTON, "Sun")->state.scanned;
}

static void scan_to_sun(House *house)
{
    while (!sun_scanned(house)) {
        house->time.ticks += WAY_DWELL_MS;
        stage_input(house->stage, &(Input){.type = INPUT_TICK});
    }
}

static void one_switch_leads_back_too(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    way_settle(&house, WAY_SWITCH_AUTO, house_family(&house, TIER_T2, "Ash"));
    press(&house, "Ash");
    cover(&house);
    scan_to_sun(&house);
    stage_key(house.stage, KEY_SPACE, NULL);
    scan_to_sun(&house);
    hold_key(&house, KEY_SPACE, false);
    house_close(&house);
}

static void areas_take_the_crayons_colour(void **state)
{
    (void)state;
    House house;
    open_sitting(&house);
    cover(&house);
    const Node *boat = tree_find(stage_tree(house.stage), ROLE_BUTTON, "Boat");
    assert_int_equal(boat->tint, 0);
    choose(&house, "Green");
    press(&house, "Boat");
    boat = tree_find(stage_tree(house.stage), ROLE_BUTTON, "Boat");
    assert_int_equal(boat->tint, tree_find(stage_tree(house.stage), ROLE_CHOICE, "Green")->tint);
    house_close(&house);
}

static void areas_lie_apart_in_every_window(void **state)
{
    (void)state;
    const float sizes[][2] = {{640, 480}, {800, 600}, {1280, 720}, {1920, 1080}, {1000, 1400}};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        House house;
        const Node *areas[16];
        size_t count = 0;
        house_open(&house, NULL, false, sizes[s][0], sizes[s][1]);
        cover(&house);
        const Node *root = stage_tree(house.stage)->root;
        for (const Node *node = root; node; node = node_following(node, root)) {
            if (node_acts(node)) {
                areas[count++] = node;
            }
        }
        for (size_t i = 0; i < count; i++) {
            const Rect a = areas[i]->bounds;
            assert_true(a.x >= 0 && a.x + a.width <= sizes[s][0]);
            assert_true(a.y >= 0 && a.y + a.height <= sizes[s][1]);
            for (size_t k = 0; k < i; k++) {
                const Rect b = areas[k]->bounds;
                bool apart = a.x >= b.x + b.width || b.x >= a.x + a.width ||
                             a.y >= b.y + b.height || b.y >= a.y + a.height;
                if (!apart) {
                    fail_msg("%s lies on %s at %g x %g", areas[i]->name, areas[k]->name,
                             (double)sizes[s][0], (double)sizes[s][1]);
                }
            }
        }
        house_close(&house);
    }
}

static void what_there_was_to_say_waits(void **state)
{
    (void)state;
    House house;
    Error error = {0};
    open_sitting(&house);
    error_set(&error, ERROR_WRITE, "disk", "The disk is full.");
    stage_notice(house.stage, &error);
    expect_text(&house, "The disk is full.");
    cover(&house);
    expect_no_text(&house, "The disk is full.");
    hold_sun(&house, 2200);
    expect_text(&house, "The disk is full.");
    house_close(&house);
}

/* ms from the key to the finished picture, with real fonts and pictures nobody has drawn before. */
static long long time_to_cover(void)
{
    House house;
    Error error = {0};
    Platform *platform;
    const PlatformSetup setup = {.title = "test",
                                 .width = 1280,
                                 .height = 720,
                                 .headless = true,
                                 .assets = COVE_SOURCE_DIR "/assets",
                                 .content = COVE_SOURCE_DIR "/content"};
    assert_true(platform_open(&setup, &platform, &error));
    house_open(&house, NULL, false, 1280, 720);
    stage_free(house.stage);
    Ruler ruler = platform_ruler(platform);
    house.stage = stage_new(&house.cove.clock, &ruler, 1280, 720);
    stage_push(house.stage, screen_door(&house.cove, house.stage));
    platform_show(platform, stage_draw(house.stage));
    const Clock clock = clock_system();
    int64_t pressed = clock_ticks(&clock);
    stage_input(house.stage, &(Input){.type = INPUT_KEY, .key = KEY_COVER});
    platform_show(platform, stage_draw(house.stage));
    int64_t shown = clock_ticks(&clock);
    house_close(&house);
    platform_close(platform);
    return shown - pressed;
}

/* Of a few attempts the best: other tests run beside this one. */
static void it_is_there_within_a_tenth_of_a_second(void **state)
{
    (void)state;
    long long best = time_to_cover();
    for (int i = 0; i < 6 && best >= 100; i++) {
        long long again = time_to_cover();
        best = again < best ? again : best;
    }
    print_message("from key to picture: %lld ms\n", best);
    assert_true(best < 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_of_the_family_is_there),
        cmocka_unit_test(it_falls_silent),
        cmocka_unit_test(no_key_leads_back),
        cmocka_unit_test(the_sun_held_for_two_seconds_leads_back),
        cmocka_unit_test(keys_lead_back_too),
        cmocka_unit_test(one_switch_leads_back_too),
        cmocka_unit_test(areas_take_the_crayons_colour),
        cmocka_unit_test(areas_lie_apart_in_every_window),
        cmocka_unit_test(what_there_was_to_say_waits),
        cmocka_unit_test(it_is_there_within_a_tenth_of_a_second),
    };
    return cmocka_run_group_tests_name("cover", tests, NULL, NULL);
}
