/* Paper: a sheet is printed for whom the activity could be given, with whom to call at its foot and
 * nobody's name on it; what is closed is not printed. */
#include "screen/house.h"

#include "screen/printing.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

static void open_house(House *house, Tier tier)
{
    house_open(house, NULL, false, 1280, 720);
    house_give_folder(house);
    (void)house_family(house, tier, "Zuleika");
    house->cove.paper_folder = house->folder;
}

static char *saved_file(House *house)
{
    char *bytes, *path;
    size_t size;
    char name[64];
    char stamp[32];
    clock_stamp(clock_wall(&house->cove.clock), stamp, sizeof stamp);
    snprintf(name, sizeof name, "sheet-%.10s.html", stamp);
    path = path_join(house->folder, name);
    assert_true(file_read(path, 1 << 22, &bytes, &size, NULL));
    assert_int_equal(remove(path), 0);
    free(path);
    return bytes;
}

static void open_printing(House *house)
{
    go_to_helper(house);
    press(house, "Harbor");
    press(house, "Assign to Zuleika");
    press(house, "Feelings faces");
    press(house, "Print it");
    expect_screen(house, "helper-print");
}

static void from_the_card_to_a_file(void **state)
{
    (void)state;
    House house;
    open_house(&house, TIER_T1);
    open_printing(&house);
    expect_text(&house, "Pretend your ice cream melts. How do you feel?");
    expect_text(&house, "You can stop any time.");
    expect_text(&house, "000 000");
    press(&house, "Save as HTML");
    expect_text(&house, "Saved.");
    char *html = saved_file(&house);
    assert_non_null(strstr(html, "Pretend your ice cream melts. How do you feel?"));
    assert_non_null(strstr(html, "000 000"));
    assert_null(strstr(html, "Zuleika"));
    assert_null(strstr(html, "Kim"));
    free(html);
    assert_int_equal(family_of(&house)->left_count, 0); /* nothing of anybody left */
    house_close(&house);
}

static void another_age_group(void **state)
{
    (void)state;
    House house;
    open_house(&house, TIER_T1);
    open_printing(&house);
    choose(&house, "Young (7 to 9)");
    expect_text(&house, "You may stop at any time");
    press(&house, "Save as HTML");
    char *html = saved_file(&house);
    assert_non_null(strstr(html, "Tick or circle what fits."));
    free(html);
    house_close(&house);
}

/* Contact is closed while no gate is open; what could not be given is not printed. */
static void closed_on_paper_too(void **state)
{
    (void)state;
    House house;
    open_house(&house, TIER_T1);
    const Case *family = family_of(&house);
    PrintWish wish = {.family = family->id,
                      .person = family->people[0].id,
                      .module = "feelings",
                      .activity = "faces",
                      .setting = SETTING_ROOM,
                      .language = "en"};
    Paper paper = {.arena = arena_new()};
    Error error = {0};
    assert_true(printing_activity(&house.cove, &wish, &paper, &error));
    wish.setting = SETTING_JOINT;
    assert_false(printing_activity(&house.cove, &wish, &paper, &error));
    wish.setting = SETTING_ROOM;
    wish.person = (Id){"not-of-this-case"};
    assert_false(printing_activity(&house.cove, &wish, &paper, &error));
    wish.person = family->people[0].id;
    snprintf(wish.activity, sizeof wish.activity, "nothing");
    assert_false(printing_activity(&house.cove, &wish, &paper, &error));
    arena_free(paper.arena);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_the_card_to_a_file),
        cmocka_unit_test(another_age_group),
        cmocka_unit_test(closed_on_paper_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
