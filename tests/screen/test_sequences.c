/* Sequences: found, given with two presses, ticked off, said plainly where something may not be,
 * kept as one's own; and a fixed order in the cove. */
#include "screen/house.h"

#include "family/given.h"
#include "screen/may.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

static void open_page(House *house, Tier tier)
{
    house_open(house, NULL, false, 1280, 720);
    (void)house_family(house, TIER_T1, "Nia");
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(house)->id,
                   .person_id = id_new(&house->cove.ids),
                   .role = tier == TIER_AD ? PERSON_ADULT : PERSON_CHILD,
                   .tier = tier,
                   .name = "Milo",
                   .picture = "person/child-1"};
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
    go_to_helper(house);
    press(house, "Harbor");
    press(house, "Assign to Milo");
}

/* The nth thing that stands given to Milo; NULL past the last. */
static const Assignment *given(House *house, size_t nth)
{
    const Case *family = family_of(house);
    for (size_t i = 0; i < family->assignment_count; i++) {
        const Assignment *one = &family->assignments[i];
        if (!one->taken_back && id_same(one->person, family->people[1].id) && nth-- == 0) {
            return one;
        }
    }
    return NULL;
}

static void two_presses_give_all_of_it_in_its_order(void **state)
{
    (void)state;
    House house;
    open_page(&house, TIER_T2);
    press(&house, "First meetings, ages 4 to 9");
    expect_screen(&house, "helper-sequence");
    expect_text(&house, "Any step may be left out");
    press(&house, "Assign 5 activities");
    expect_text(&house, "5 activities assigned");
    const Assignment *first = given(&house, 0), *fifth = given(&house, 4);
    assert_non_null(fifth);
    assert_null(given(&house, 5));
    assert_string_equal(first->activity, "buttons");
    assert_null(given_after(family_of(&house), first));
    assert_ptr_equal(given_after(family_of(&house), given(&house, 1)), first);
    press(&house, "Take it back");
    assert_null(given(&house, 0));
    house_close(&house);
}

static void a_step_is_ticked_off(void **state)
{
    (void)state;
    House house;
    open_page(&house, TIER_T2);
    press(&house, "First meetings, ages 4 to 9");
    choose(&house, "All about me");
    choose(&house, "Free: all are there at once");
    press(&house, "Assign 4 activities");
    for (size_t i = 0; i < 4; i++) {
        assert_string_not_equal(given(&house, i)->activity, "about");
        assert_null(given_after(family_of(&house), given(&house, i)));
    }
    assert_null(given(&house, 4));
    house_close(&house);
}

/* Together is closed: nothing can be given, and each step says why. */
static void what_may_not_be_is_left_out_and_said(void **state)
{
    (void)state;
    House house;
    open_page(&house, TIER_T2);
    press(&house, "First plays together");
    expect_text(&house, "Left out for Milo");
    expect_text(&house, "stays closed until the safety gate");
    assert_false(stage_press(house.stage, ROLE_BUTTON, "Nothing to assign now", NULL));
    expect_text(&house, "Nothing to assign now");
    house_close(&house);
}

static void only_those_for_the_age_and_the_words_are_listed(void **state)
{
    (void)state;
    House house;
    open_page(&house, TIER_AD);
    expect_text(&house, "While an adult waits");
    expect_no_text(&house, "First meetings, ages 4 to 9");
    type_in(&house, "Find an activity", "CALM waits");
    expect_text(&house, "While an adult waits");
    expect_no_text(&house, "Getting started, adults");
    house_close(&house);
}

static void one_of_ones_own(void **state)
{
    (void)state;
    House house;
    open_page(&house, TIER_T2);
    press(&house, "First meetings, ages 4 to 9");
    choose(&house, "All about me");
    press(&house, "Keep as my sequence"); /* without a name */
    expect_text(&house, "A name is needed");
    press(&house, ui_words(&house, TIER_AD, "ui.error.go-on"));
    type_in(&house, "Name of the sequence", "Quiet start");
    press(&house, "Keep as my sequence");
    expect_text(&house, "Kept. It stands among the sequences.");
    press(&house, "Assign to Milo");
    press(&house, "Quiet start");
    expect_no_text(&house, "All about me");
    type_in(&house, "Name of the sequence", "er still");
    press(&house, "Keep the change");
    press(&house, "Assign to Milo");
    press(&house, "Quiet starter still");
    press(&house, "Assign 4 activities");
    press(&house, "Take this sequence away");
    expect_screen(&house, "helper-assign");
    expect_no_text(&house, "Quiet start");
    assert_non_null(given(&house, 3)); /* what was given stays */
    house_close(&house);
}

static void made_of_what_somebody_has(void **state)
{
    (void)state;
    House house;
    open_page(&house, TIER_T2);
    expect_no_text(&house, "Make a sequence of what Milo has");
    press(&house, "Assign: Inside weather");
    press(&house, "Assign: Two jars");
    press(&house, "Make a sequence of what Milo has");
    type_in(&house, "Name of the sequence", "Two for Mondays");
    press(&house, "Keep as my sequence");
    press(&house, "Assign to Milo");
    expect_text(&house, "Two for Mondays");
    house_close(&house);
}

static bool may_play(House *house, const Sitting *sitting, size_t nth)
{
    const Case *family = family_of(house);
    Sitter sitter = {.sitting = sitting, .family = family, .person = &family->people[1]};
    return sitter_may_play(&house->cove, &sitter, given(house, nth));
}

/* One after the other; what was taken back holds nothing up. */
static void a_fixed_order_opens_one_by_one(void **state)
{
    (void)state;
    House house;
    open_page(&house, TIER_T2);
    press(&house, "First meetings, ages 4 to 9");
    press(&house, "Assign 5 activities");
    const Sitting sitting = {.setting = SETTING_ROOM};
    assert_true(may_play(&house, &sitting, 0));
    assert_false(may_play(&house, &sitting, 1));
    assert_false(may_play(&house, &sitting, 2));
    Event back = {.type = EVENT_TAKEN_BACK,
                  .case_id = family_of(&house)->id,
                  .assignment_id = given(&house, 0)->id};
    assert_true(cove_keep(&house.cove, &back, 1, NULL));
    assert_true(may_play(&house, &sitting, 0)); /* the second of them, which is now the first */
    assert_false(may_play(&house, &sitting, 1));
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_presses_give_all_of_it_in_its_order),
        cmocka_unit_test(a_step_is_ticked_off),
        cmocka_unit_test(what_may_not_be_is_left_out_and_said),
        cmocka_unit_test(only_those_for_the_age_and_the_words_are_listed),
        cmocka_unit_test(one_of_ones_own),
        cmocka_unit_test(made_of_what_somebody_has),
        cmocka_unit_test(a_fixed_order_opens_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
