/* The guide in the helper's room, and the page of keys. */
#include "screen/house.h"

#include "content/guide.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

static void open_room(House *house)
{
    house_open(house, NULL, false, 1280, 720);
    (void)house_family(house, TIER_T2, "Milo");
    go_to_helper(house);
}

static void expect_section(House *house, const Guide *guide, size_t number)
{
    for (size_t i = guide_section(guide, number); i < guide_section(guide, number + 1); i++) {
        expect_text(house, guide->blocks[i].words);
    }
}

/* From the contents into the first section, and on to the last. */
static void all_of_the_file_is_shown(void **state)
{
    (void)state;
    House house;
    Guide guide;
    open_room(&house);
    assert_true(guide_read(house.cove.guide, &guide, NULL));
    press(&house, "Guide");
    expect_screen(&house, "helper-guide");
    for (size_t i = 0; guide_section(&guide, i) < guide.count; i++) {
        expect_text(&house, guide.blocks[guide_section(&guide, i)].words);
    }
    press(&house, guide.blocks[guide_section(&guide, 0)].words);
    for (size_t i = 0; guide_section(&guide, i) < guide.count; i++) {
        expect_section(&house, &guide, i);
        if (guide_section(&guide, i + 1) < guide.count) {
            press(&house, "The next section");
        }
    }
    assert_false(stage_shows(house.stage, ROLE_BUTTON, "The next section"));
    press(&house, "All sections");
    press(&house, "Helper’s room");
    expect_screen(&house, "helper-room");
    guide_clear(&guide);
    house_close(&house);
}

static void expect_missing(House *house)
{
    press(house, "Guide");
    expect_text(house, "The guide cannot be read here. Everything else works.");
    press(house, "Keys");
    expect_screen(house, "helper-keys");
    press(house, "Back");
    press(house, "Helper’s room");
    expect_screen(house, "helper-room");
}

static void without_its_file_it_is_a_sentence(void **state)
{
    (void)state;
    House house;
    open_room(&house);
    house.cove.guide = NULL;
    expect_missing(&house);
    house.cove.guide = "/nowhere/guide.md";
    expect_missing(&house);
    house.cove.guide = COVE_SOURCE_DIR "/docs/content-format.md"; /* tables */
    expect_missing(&house);
    house_close(&house);
}

static void f1_shows_the_keys_and_leads_back(void **state)
{
    (void)state;
    House house;
    open_room(&house);
    type_in(&house, "Name of the case", "Har");
    stage_key(house.stage, KEY_HELP, NULL);
    expect_screen(&house, "helper-keys");
    expect_text(&house, "Cover everything with a page to color in.");
    stage_key(house.stage, KEY_HELP, NULL);
    expect_screen(&house, "helper-room");
    expect_text(&house, "Har");
    stage_key(house.stage, KEY_HELP, NULL);
    stage_key(house.stage, KEY_ESCAPE, NULL);
    expect_screen(&house, "helper-room");
    house_close(&house);
}

/* Stop, Break and I'm not OK stand on every page of a sitting. */
static void f1_covers_no_page_of_a_sitting(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id milo = house_family(&house, TIER_T2, "Milo");
    const Case *family = record_case_at(keeper_record(house.cove.keeper), 0);
    sitting_begin(&house.cove, house.stage, family->id, milo, SETTING_ROOM);
    expect_screen(&house, "play");
    stage_key(house.stage, KEY_HELP, NULL);
    expect_screen(&house, "play");
    stage_key(house.stage, KEY_NOT_OK, NULL);
    stage_key(house.stage, KEY_HELP, NULL);
    expect_screen(&house, "not-ok");
    house_close(&house);
}

/* Over the cover: test_cover.c. */
static void f1_leaves_a_notice_to_be_read(void **state)
{
    (void)state;
    House house;
    open_room(&house);
    Error error;
    error_set(&error, ERROR_REFUSED, "", "Something to be read.");
    stage_notice(house.stage, &error);
    stage_key(house.stage, KEY_HELP, NULL);
    expect_text(&house, "Something to be read.");
    expect_screen(&house, "helper-room");
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_the_file_is_shown),
        cmocka_unit_test(without_its_file_it_is_a_sentence),
        cmocka_unit_test(f1_shows_the_keys_and_leads_back),
        cmocka_unit_test(f1_covers_no_page_of_a_sitting),
        cmocka_unit_test(f1_leaves_a_notice_to_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
