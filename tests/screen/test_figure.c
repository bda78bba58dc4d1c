/* How somebody looks: put together from choices, kept when it is done, and shown wherever they are.
 */
#include "screen/house.h"

#include "figure/figure.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static const Person *first_person(House *house)
{
    return &record_case_at(keeper_record(house->cove.keeper), 0)->people[0];
}

static bool is_shown(House *house, const char *picture)
{
    const Tree *tree = stage_tree(house->stage);
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (node->picture && strcmp(node->picture, picture) == 0) {
            return true;
        }
    }
    return false;
}

static void open_cove(House *house, Tier tier)
{
    house_open(house, NULL, true, 1280, 720);
    Id child = house_family(house, tier, "Ash");
    sitting_begin(&house->cove, house->stage,
                  record_case_at(keeper_record(house->cove.keeper), 0)->id, child, SETTING_ROOM);
    press(house, ui_words(house, tier, "ui.skip"));
    expect_screen(house, "cove");
}

static void press_ui(House *house, Tier tier, const char *id)
{
    char words[128];
    snprintf(words, sizeof words, "%s", ui_words(house, tier, id));
    press(house, words);
}

static void choose_ui(House *house, Tier tier, const char *id)
{
    char words[128];
    snprintf(words, sizeof words, "%s", ui_words(house, tier, id));
    while (!stage_shows(house->stage, ROLE_CHOICE, words)) {
        press_ui(house, tier, "ui.figure.more");
    }
    choose(house, words);
}

static Figure made(House *house)
{
    Figure figure;
    assert_true(figure_parse(first_person(house)->picture, &figure));
    return figure;
}

static void assert_chosen(House *house, FigurePart part, const char *id)
{
    Figure figure = made(house);
    assert_string_equal(figure_choice_id(part, figure.choice[part]), id);
}

static void test_made_of_choices(void **state)
{
    House house;
    Tier tier = *(Tier *)*state;
    open_cove(&house, tier);
    press_ui(&house, tier, "ui.figure.title");
    expect_screen(&house, "figure");
    choose_ui(&house, tier, "ui.figure.age.teen");
    press_ui(&house, tier, "ui.figure.next");
    choose_ui(&house, tier, "ui.figure.skin.6");
    press_ui(&house, tier, "ui.figure.next");
    choose_ui(&house, tier, "ui.figure.hair.hijab");
    press_ui(&house, tier, "ui.figure.next");
    choose_ui(&house, tier, "ui.figure.cover-color.fair");
    press_ui(&house, tier, "ui.figure.next");
    choose_ui(&house, tier, "ui.figure.clothes.hoodie");
    press_ui(&house, tier, "ui.figure.next");
    choose_ui(&house, tier, "ui.figure.clothes-color.coral");
    press_ui(&house, tier, "ui.figure.next");
    choose_ui(&house, tier, "ui.figure.extra.wheelchair");
    press_ui(&house, tier, "ui.figure.done");
    expect_screen(&house, "cove");
    assert_chosen(&house, FIGURE_AGE, "teen");
    assert_chosen(&house, FIGURE_SKIN, "6");
    assert_chosen(&house, FIGURE_HAIR, "hijab");
    assert_chosen(&house, FIGURE_HAIR_COLOR, "fair");
    assert_chosen(&house, FIGURE_CLOTHES, "hoodie");
    assert_chosen(&house, FIGURE_CLOTHES_COLOR, "coral");
    assert_true(is_shown(&house, first_person(&house)->picture));
    house_close(&house);
}

/* Kept through a crash, and at the door as well. */
static void test_shown_everywhere_from_then_on(void **state)
{
    (void)state;
    House house;
    char picture[ID_MAX];
    open_cove(&house, TIER_T2);
    press_ui(&house, TIER_T2, "ui.figure.title");
    press_ui(&house, TIER_T2, "ui.figure.surprise");
    press_ui(&house, TIER_T2, "ui.figure.done");
    snprintf(picture, sizeof picture, "%s", first_person(&house)->picture);
    assert_true(figure_is_name(picture));
    house_restart(&house);
    assert_string_equal(first_person(&house)->picture, picture);
    const Case *family = record_case_at(keeper_record(house.cove.keeper), 0);
    assert_int_equal(family->picture_count, 1);
    stage_push(house.stage, screen_helper_case(&house.cove, house.stage, family->id));
    assert_true(is_shown(&house, picture));
    house_close(&house);
}

static void test_nothing_kept_but_what_is_done(void **state)
{
    (void)state;
    House house;
    char picture[ID_MAX];
    open_cove(&house, TIER_T3);
    snprintf(picture, sizeof picture, "%s", first_person(&house)->picture);
    press_ui(&house, TIER_T3, "ui.figure.title");
    press_ui(&house, TIER_T3, "ui.figure.surprise");
    press_ui(&house, TIER_T3, "ui.figure.surprise");
    press_ui(&house, TIER_T3, "ui.figure.leave");
    expect_screen(&house, "cove");
    assert_string_equal(first_person(&house)->picture, picture);
    assert_int_equal(record_case_at(keeper_record(house.cove.keeper), 0)->picture_count, 0);
    house_close(&house);
}

static void test_a_helper_makes_one(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    (void)house_family(&house, TIER_T2, "Ash");
    const Case *family = record_case_at(keeper_record(house.cove.keeper), 0);
    size_t people = family->people_count;
    stage_push(house.stage, screen_helper_person(&house.cove, house.stage, family->id));
    type_in(&house, ui_words(&house, TIER_AD, "ui.case.name"), "Bo");
    choose_ui(&house, TIER_AD, "ui.case.tier.ad");
    choose_ui(&house, TIER_AD, "ui.figure.make");
    choose_ui(&house, TIER_AD, "ui.figure.age.older");
    press_ui(&house, TIER_AD, "ui.figure.done");
    press_ui(&house, TIER_AD, "ui.case.save");
    family = record_case_at(keeper_record(house.cove.keeper), 0);
    assert_int_equal(family->people_count, people + 1);
    Figure figure;
    assert_true(figure_parse(family->people[people].picture, &figure));
    assert_int_equal(figure.choice[FIGURE_AGE], FIGURE_AGE_OLDER);
    house_close(&house);
}

/* The age group cannot be changed later: Enter after the name leads to it and saves nobody. */
static void a_name_and_enter_is_not_yet_a_person(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T2, "Milo");
    const Case *family = record_case_at(keeper_record(house.cove.keeper), 0);
    stage_push(house.stage, screen_helper_person(&house.cove, house.stage, family->id));
    expect_screen(&house, "helper-person");
    stage_input(house.stage, &(Input){.type = INPUT_TEXT, .text = "Sam"});
    stage_key(house.stage, KEY_ENTER, NULL);
    expect_screen(&house, "helper-person");
    assert_int_equal(family->people_count, 1);
    choose(&house, ui_words(&house, TIER_AD, "ui.case.tier.ad"));
    press_ui(&house, TIER_AD, "ui.case.save");
    family = record_case_at(keeper_record(house.cove.keeper), 0);
    assert_int_equal(family->people_count, 2);
    assert_string_equal(family->people[1].name, "Sam");
    assert_int_equal(family->people[1].role, PERSON_ADULT);
    house_close(&house);
}

int main(void)
{
    static Tier t1 = TIER_T1, t4 = TIER_T4;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(test_made_of_choices, &t1),
        cmocka_unit_test_prestate(test_made_of_choices, &t4),
        cmocka_unit_test(test_shown_everywhere_from_then_on),
        cmocka_unit_test(test_nothing_kept_but_what_is_done),
        cmocka_unit_test(test_a_helper_makes_one),
        cmocka_unit_test(a_name_and_enter_is_not_yet_a_person),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
