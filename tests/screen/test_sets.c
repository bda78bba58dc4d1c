/* What stays within reach: safety over a notice, and everything given where it comes in sets. */
#include "screen/house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void open_cove(House *house, Tier tier)
{
    house_open(house, NULL, false, 1280, 720);
    house_family(house, tier, "Robin");
    press(house, "Robin");
    press(house, "Skip");
    expect_screen(house, "cove");
}

static void break_works_over_a_notice(void **state)
{
    (void)state;
    House house;
    open_cove(&house, TIER_T2);
    Error error = {.code = ERROR_WRITE, .sentence = "The disk is full."};
    stage_notice(house.stage, &error);
    expect_text(&house, "The disk is full.");
    press(&house, "Break");
    expect_screen(&house, "break");
    expect_no_text(&house, "The disk is full.");
    stage_notice(house.stage, &error);
    stage_key(house.stage, KEY_NOT_OK, NULL);
    expect_screen(&house, "not-ok");
    stage_notice(house.stage, &error);
    stage_key(house.stage, KEY_ESCAPE, NULL);
    expect_screen(&house, "not-ok"); /* Escape ends the notice alone */
    expect_no_text(&house, "The disk is full.");
    house_close(&house);
}

static void the_young_see_all_places_in_turn(void **state)
{
    (void)state;
    House house;
    open_cove(&house, TIER_T1);
    expect_text(&house, "All my feelings");
    expect_no_text(&house, "Not in the middle");
    press(&house, "More places");
    expect_text(&house, "Not in the middle");
    expect_no_text(&house, "All my feelings");
    press(&house, "More places");
    expect_text(&house, "All my feelings");
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(break_works_over_a_notice),
        cmocka_unit_test(the_young_see_all_places_in_turn),
    };
    return cmocka_run_group_tests_name("sets", tests, NULL, NULL);
}
