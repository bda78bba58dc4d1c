/* The fence: no page of somebody who signs in is come to without them or the helper's passphrase,
 * at the door, on going on, or from under the cover. */
#include "screen/signing.h"

#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool in_a_sitting(House *house)
{
    static const char *const screens[] = {"play",   "cove",   "place",   "break",
                                          "not-ok", "pebble", "goodbye", "settings"};
    (void)stage_tree(house->stage);
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        if (strcmp(stage_screen_name(house->stage), screens[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void press_key(House *house, Key key)
{
    stage_key(house->stage, key, NULL);
    wait_ms(house, 100);
}

/* Whatever is pressed at the door by somebody who knows no sign-in: thousands of presses and keys
 * by chance, and no page of anybody is come to. */
static void chance_finds_no_way_in(void **state)
{
    (void)state;
    House house;
    uint64_t chance = 5;
    open_ash(&house, TIER_T2, true);
    Id bo = id_new(&house.cove.ids), cleo = id_new(&house.cove.ids);
    add(&house, bo, TIER_T3, "Bo");
    add(&house, cleo, TIER_AD, "Cleo");
    keep(&house, bo, SIGN_IN_WORD, "wintermoth");
    keep(&house, cleo, SIGN_IN_PIN, PIN);
    for (int i = 0; i < 3000; i++) {
        if (!house.cove.keeper) { /* it found the key that locks */
            house_unlock(&house);
        }
        const Node *root = stage_tree(house.stage)->root, *acting[128];
        size_t count = 0;
        for (const Node *node = root; node; node = node_following(node, root)) {
            bool away = strcmp(node->action.verb, "look-around") == 0;
            if (node_acts(node) && !away && count < 128) {
                acting[count++] = node;
            }
        }
        if (count > 0 && chance_below(&chance, 8) > 0) {
            const Node *node = acting[chance_below(&chance, count)];
            char name[128];
            snprintf(name, sizeof name, "%s", node->name);
            (void)stage_press(house.stage, node->role, name, NULL);
        } else {
            Key key = (Key)(KEY_TAB + chance_below(&chance, KEY_COVER - KEY_TAB + 1));
            stage_key(house.stage, key, NULL);
        }
        wait_ms(&house, 100);
        house.time.ticks += 7000; /* patience does not help either */
        if (in_a_sitting(&house)) {
            fail_msg("after %d presses: %s", i, stage_screen_name(house.stage));
        }
    }
    assert_int_equal(record_sitting_count(keeper_record(house.cove.keeper)), 0);
    house_close(&house);
}

static void whoever_goes_on_signs_in(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, true);
    to_sign_in(&house);
    show(&house, SIGN_IN_PICTURES, ROW_T2);
    expect_screen(&house, "play");
    house_restart(&house);
    act(&house, "resume", NULL);
    expect_screen(&house, "sign-in");
    show(&house, SIGN_IN_PICTURES, ROW_T2);
    expect_screen(&house, "play");
    house_close(&house);
}

static void hold_sun(House *house)
{
    const Node *sun = tree_find_key(stage_tree(house->stage), "cover/sun");
    Input input = {.type = INPUT_POINTER_DOWN,
                   .x = sun->bounds.x + sun->bounds.width / 2,
                   .y = sun->bounds.y + sun->bounds.height / 2};
    stage_input(house->stage, &input);
    wait_ms(house, 2300);
    input.type = INPUT_POINTER_UP;
    stage_input(house->stage, &input);
    wait_ms(house, 100);
}

static void cover(House *house)
{
    stage_key(house->stage, KEY_COVER, NULL);
    expect_screen(house, "cover");
}

static void the_cover_asks_whose_page_it_was(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, true);
    to_sign_in(&house);
    show(&house, SIGN_IN_PICTURES, ROW_T2);
    char *before = tree_dump(stage_tree(house.stage));
    cover(&house);
    hold_sun(&house);
    expect_screen(&house, "sign-in");
    assert_true(stage_covered(house.stage));
    assert_string_equal(stage_title(house.stage), "Coloring");
    wrong(&house);
    press_key(&house, KEY_ESCAPE);
    expect_screen(&house, "cover");
    hold_sun(&house);
    stage_key(house.stage, KEY_COVER, NULL);
    expect_screen(&house, "cover");
    hold_sun(&house);
    show(&house, SIGN_IN_PICTURES, ROW_T2);
    expect_screen(&house, "play");
    assert_false(stage_covered(house.stage));
    char *after = tree_dump(stage_tree(house.stage));
    assert_string_equal(before, after);
    cover(&house);
    hold_sun(&house);
    let_in(&house, HOUSE_PASSPHRASE, "let");
    expect_screen(&house, "play");
    free(before);
    free(after);
    house_close(&house);
}

static void the_helpers_own_page_asks_for_the_passphrase(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, true);
    go_to_helper(&house);
    press(&house, "Harbor");
    cover(&house);
    hold_sun(&house);
    expect_screen(&house, "sign-let");
    expect_no_text(&house, "Ash");
    type_in(&house, ui_words(&house, TIER_AD, "ui.lock.passphrase"), HOUSE_PASSPHRASE);
    act(&house, "let", NULL);
    wait_ms(&house, 100);
    expect_screen(&house, "helper-case");
    house_close(&house);
}

static void the_door_is_for_all(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, true);
    cover(&house);
    hold_sun(&house);
    expect_screen(&house, "door");
    house_close(&house);
}

static void after_a_sitting_the_door_asks_again(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, true);
    to_sign_in(&house);
    show(&house, SIGN_IN_PICTURES, ROW_T2);
    press_key(&house, KEY_ESCAPE);
    press_key(&house, KEY_ESCAPE);
    expect_screen(&house, "goodbye");
    press_key(&house, KEY_ESCAPE);
    expect_screen(&house, "door");
    to_sign_in(&house);
    house_close(&house);
}

static void without_one_everybody_enters_as_before(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    (void)house_family(&house, TIER_T2, "Ash");
    press(&house, "Ash");
    expect_screen(&house, "play");
    cover(&house);
    hold_sun(&house);
    expect_screen(&house, "play");
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chance_finds_no_way_in),
        cmocka_unit_test(whoever_goes_on_signs_in),
        cmocka_unit_test(the_cover_asks_whose_page_it_was),
        cmocka_unit_test(the_helpers_own_page_asks_for_the_passphrase),
        cmocka_unit_test(the_door_is_for_all),
        cmocka_unit_test(after_a_sitting_the_door_asks_again),
        cmocka_unit_test(without_one_everybody_enters_as_before),
    };
    return cmocka_run_group_tests_name("fence", tests, NULL, NULL);
}
