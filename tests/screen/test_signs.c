/* Signs: what was pressed comes first for the helper, closes only with an answer in own words, and
 * until then what is sensitive is not there. The family sees nothing of it. */
#include "screen/house.h"

#include "screen/signs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const Record *record_of(House *house)
{
    return keeper_record(house->cove.keeper);
}

static void skip_check(House *house)
{
    while (stage_shows(house->stage, ROLE_BUTTON, "Skip")) {
        press(house, "Skip");
    }
}

static void come(House *house)
{
    stage_touch(house->stage);
    press(house, "Milo");
    skip_check(house);
    expect_screen(house, "cove");
}

/* By Stop, as often as it takes, and without a pebble. */
static void go(House *house)
{
    while (stage_shows(house->stage, ROLE_BUTTON, "Stop")) {
        press(house, "Stop");
    }
    expect_screen(house, "door");
}

static bool offers_place(House *house, const char *module)
{
    const Library *library = house->cove.library;
    return stage_shows(house->stage, ROLE_BUTTON,
                       cove_module_title(&house->cove, library_module(library, module), TIER_T3));
}

/* With nothing but a sign, what came back says so instead of being empty. */
static void the_inbox_below_a_sign_is_not_blank(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    (void)house_family(&house, TIER_T3, "Milo");
    come(&house);
    press(&house, "I’m not OK");
    press(&house, "Go back");
    go(&house);
    go_to_helper(&house);
    expect_text(&house, "Look at these first");
    expect_text(&house, "Nothing new.");
    house_close(&house);
}

static void a_sign_waits_for_an_answer(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id person = house_family(&house, TIER_T3, "Milo");
    come(&house);
    assert_true(offers_place(&house, "middle"));
    press(&house, "I’m not OK");
    press(&house, "Go back");
    assert_true(offers_place(&house, "middle")); /* nothing goes away because somebody told */
    go(&house);
    assert_true(signs_wait(record_of(&house), person));

    come(&house);
    assert_false(offers_place(&house, "middle"));
    assert_true(offers_place(&house, "feelings"));
    expect_no_text(&house, "first");
    go(&house);

    go_to_helper(&house);
    expect_text(&house, "Look at these first");
    press(&house, "Milo, 2026-01-01 00:00");
    expect_text(&house, "was pressed.");
    press(&house, "What you did");
    choose(&house, "What you did Acted");
    press(&house, "Keep");
    expect_text(&house, "Say in a few words why");
    press(&house, "Go on");
    assert_true(signs_wait(record_of(&house), person));
    type_in(&house, "Why", "Talked with Milo alone");
    press(&house, "Keep");
    expect_screen(&house, "helper-sitting");
    expect_text(&house, "Acted");
    assert_false(signs_wait(record_of(&house), person));
    house_close(&house);
}

static void nothing_pressed_is_no_sign(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id person = house_family(&house, TIER_T3, "Milo");
    come(&house);
    press(&house, "Break");
    expect_screen(&house, "break");
    go(&house);
    assert_false(signs_wait(record_of(&house), person));
    go_to_helper(&house);
    expect_no_text(&house, "Look at these first");
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_inbox_below_a_sign_is_not_blank),
        cmocka_unit_test(a_sign_waits_for_an_answer),
        cmocka_unit_test(nothing_pressed_is_no_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
