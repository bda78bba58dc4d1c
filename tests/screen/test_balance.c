/* What each was given, side by side: counts of what stands given, and nothing of what was done. */
#include "screen/house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

static Id add_adult(House *house, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(house)->id,
                   .person_id = id_new(&house->cove.ids),
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .picture = "person/adult-1"};
    snprintf(event.name, sizeof event.name, "%s", name);
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
    return event.person_id;
}

static void give_one(House *house, Id person, const char *module, const char *activity)
{
    size_t given = 0;
    GiveWish wish = give_wish(&house->cove, family_of(house)->id, person);
    assert_true(
        give_items(&house->cove, &wish, &(GiveItem){module, activity, NULL}, 1, &given, NULL));
    assert_int_equal(given, 1);
}

static const char *panel_of(House *house, Id person, char **dump)
{
    const Node *panel = tree_find_key(stage_tree(house->stage), person.text);
    Text words;
    assert_non_null(panel);
    text_init(&words);
    for (const Node *node = panel->first; node; node = node->next) {
        text_addf(&words, "%s|", node->text ? node->text : "");
    }
    *dump = text_take(&words);
    return *dump;
}

static void expect_panel(House *house, Id person, const char *wanted)
{
    char *words;
    assert_string_equal(panel_of(house, person, &words), wanted);
    free(words);
}

static void open_balance(House *house)
{
    go_to_helper(house);
    press(house, "Harbor");
    press(house, "What each was given");
    expect_screen(house, "helper-balance");
}

static void counts_stand_side_by_side(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    (void)house_family(&house, TIER_T4, "Noor");
    Id sam = add_adult(&house, "Sam"), lee = add_adult(&house, "Lee");
    give_one(&house, sam, "coping", "candle");
    give_one(&house, sam, "working-together", "see");
    give_one(&house, lee, "coping", "candle");
    open_balance(&house);
    expect_panel(&house, sam,
                 "Sam|2 activities|10 minutes planned|6 talk prompts on the cards|In the room: 0 "
                 "\xc2\xb7 At home: 2 \xc2\xb7 Together, helper present: 0|Coping strategies: "
                 "1|Working with the therapist: 1|");
    expect_panel(&house, lee,
                 "Lee|1 activity|3 minutes planned|3 talk prompts on the cards|In the room: 0 "
                 "\xc2\xb7 At home: 1 \xc2\xb7 Together, helper present: 0|Coping strategies: 1|");
    house_close(&house);
}

/* Taken back is not given; done or not makes no difference. */
static void what_was_taken_back_is_not_counted(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    (void)house_family(&house, TIER_T4, "Noor");
    Id sam = add_adult(&house, "Sam");
    give_one(&house, sam, "coping", "candle");
    assert_true(give_back(&house.cove, family_of(&house)->id,
                          family_of(&house)->assignment_count - 1, 1, NULL));
    open_balance(&house);
    expect_panel(&house, sam,
                 "Sam|0 activities|0 minutes planned|0 talk prompts on the cards|In the room: 0 "
                 "\xc2\xb7 At home: 0 \xc2\xb7 Together, helper present: 0|");
    house_close(&house);
}

static void an_empty_case_says_what_will_be_here(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    (void)house_family(&house, TIER_T4, "Noor");
    Id family = id_new(&house.cove.ids);
    Event event = {.type = EVENT_CASE_OPENED, .case_id = family, .name = "Empty"};
    assert_true(cove_keep(&house.cove, &event, 1, NULL));
    stage_clear_to(house.stage, screen_helper_balance(&house.cove, house.stage, family));
    expect_text(&house, "Nothing was given in this case yet");
    expect_text(&house, "Nobody of this group is in the case");
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_stand_side_by_side),
        cmocka_unit_test(what_was_taken_back_is_not_counted),
        cmocka_unit_test(an_empty_case_says_what_will_be_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
