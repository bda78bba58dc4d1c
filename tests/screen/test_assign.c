/* Assigning: found by a word and given with one press, taken back at once, seen as the person will
 * see it, and nothing of that is kept. */
#include "screen/house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

/* A case without anything given, and the page for Milo. */
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
    expect_screen(house, "helper-assign");
}

static size_t given_to_milo(House *house)
{
    const Case *family = family_of(house);
    size_t count = 0;
    for (size_t i = 0; i < family->assignment_count; i++) {
        count += !family->assignments[i].taken_back &&
                 id_same(family->assignments[i].person, family->people[1].id);
    }
    return count;
}

static void a_word_and_a_press(void **state)
{
    (void)state;
    House house;
    open_page(&house, TIER_T2);
    type_in(&house, "Find an activity", "weather");
    expect_text(&house, "1 activity fits");
    expect_no_text(&house, "Assign the whole module");
    press(&house, "Assign: Inside weather");
    assert_int_equal(given_to_milo(&house), 1);
    press(&house, "Take it back");
    assert_int_equal(given_to_milo(&house), 0);
    type_in(&house, "Find an activity", " of nothing"); /* behind the word that is there */
    expect_text(&house, "0 activities fit");
    house_close(&house);
}

/* By minutes, by kind, and by the words as well; nothing of a kind that is not offered. */
static void narrowed_down(void **state)
{
    (void)state;
    House house;
    open_page(&house, TIER_T2);
    expect_no_text(&house, "Drawing");
    press(&house, "Narrow it down");
    expect_no_text(&house, "Only what is in their language"); /* which is English */
    choose(&house, "Up to 3 minutes");
    expect_text(&house, "About 3 minutes");
    expect_no_text(&house, "About 4 minutes");
    expect_text(&house, "Narrowed by 1 choice");
    choose(&house, "Role-play");
    expect_text(&house, "0 activities fit");
    press(&house, "Show all again");
    expect_text(&house, "Assign the whole module");
    choose(&house, "Breathing and moving");
    expect_text(&house, "Flower and candle");
    expect_no_text(&house, "Inside weather");
    type_in(&house, "Find an activity", "flower");
    expect_text(&house, "1 activity fits");
    expect_no_text(&house, "A path of events"); /* no module has one */
    house_close(&house);
}

/* A whole module, and all of it back. */
static void all_that_was_given_is_taken_back(void **state)
{
    (void)state;
    House house;
    open_page(&house, TIER_T2);
    press(&house, "Assign the whole module: Feelings");
    assert_true(given_to_milo(&house) > 3);
    press(&house, "Take it back");
    assert_int_equal(given_to_milo(&house), 0);
    house_close(&house);
}

static void seen_as_they_will_see_it(void **state)
{
    (void)state;
    House house;
    open_page(&house, TIER_T2);
    type_in(&house, "Find an activity", "weather");
    press(&house, "Inside weather");
    size_t sittings = record_sitting_count(keeper_record(house.cove.keeper));
    press(&house, "See it as they will");
    expect_screen(&house, "preview");
    expect_text(&house, "What is the weather inside you");
    press(&house, "Skip");
    press(&house, "Stop");
    expect_screen(&house, "helper-assign");
    assert_int_equal(record_sitting_count(keeper_record(house.cove.keeper)), sittings);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_and_a_press),
        cmocka_unit_test(narrowed_down),
        cmocka_unit_test(all_that_was_given_is_taken_back),
        cmocka_unit_test(seen_as_they_will_see_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
