/* How something was given: for the next time, read aloud by itself, in another age group's wording;
 * seen by whom it is for, and by the helper. */
#include "screen/house.h"

#include "family/given.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

/* Milo, 8, gets "Inside weather" as the page of assigning was set. */
static const Assignment *give_weather(House *house, const char *const *choices)
{
    house_open(house, NULL, false, 1280, 720);
    (void)house_family(house, TIER_AD, "Sam");
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(house)->id,
                   .person_id = id_new(&house->cove.ids),
                   .role = PERSON_CHILD,
                   .tier = TIER_T2,
                   .name = "Milo",
                   .picture = "person/child-1"};
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
    stage_clear_to(house->stage, screen_helper_assign(&house->cove, house->stage,
                                                      family_of(house)->id, event.person_id));
    for (; *choices; choices++) {
        choose(house, *choices);
    }
    press(house, "Assign: Inside weather");
    return &family_of(house)->assignments[family_of(house)->assignment_count - 1];
}

static Id begin(House *house, const Assignment *given)
{
    Cove *cove = &house->cove;
    const Record *record = keeper_record(cove->keeper);
    sitting_begin(cove, house->stage, family_of(house)->id, given->person, SETTING_ROOM);
    Id sitting = record_sitting_open(record)->id;
    const PlayRecord *arriving = record_play_open(record, record_sitting(record, sitting));
    if (arriving) {
        sitting_play_over(cove, house->stage, arriving->id, ENDING_STOPPED);
    }
    return sitting;
}

static void for_the_next_time(void **state)
{
    (void)state;
    House house;
    const Assignment *given = give_weather(&house, (const char *const[]){"For next time", NULL});
    assert_true(given_for_next_time(family_of(&house), given));
    Id sitting = begin(&house, given);
    stage_push(house.stage, screen_place(&house.cove, house.stage, sitting, "feelings"));
    expect_text(&house, "Inside weather\\nFor next time");
    stage_clear_to(house.stage,
                   screen_helper_case(&house.cove, house.stage, family_of(&house)->id));
    expect_text(&house, "In the room \xc2\xb7 For next time");
    house_close(&house);
}

static void in_another_wording(void **state)
{
    (void)state;
    House house;
    const Assignment *given = give_weather(&house, (const char *const[]){"Little (4 to 6)", NULL});
    assert_int_equal(given_tier(family_of(&house), given), TIER_T1);
    Id id = given->id;
    Id sitting = begin(&house, given);
    sitting_play(&house.cove, house.stage, sitting, id);
    expect_text(&house, "What is the weather inside you? Make sun, rain or wind.");
    const Record *record = keeper_record(house.cove.keeper);
    assert_int_equal(record_play_open(record, record_sitting_open(record))->tier, TIER_T1);
    house_close(&house);
}

static bool is_said(House *house, const char *text)
{
    Effect effects[32];
    size_t count = stage_take_effects(house->stage, effects, 32);
    bool said = false;
    for (size_t i = 0; i < count; i++) {
        said = said || (effects[i].type == EFFECT_SAY && strstr(effects[i].text, text));
    }
    return said;
}

/* Whoever chose no voice keeps it quiet. */
static void read_aloud(void **state)
{
    (void)state;
    for (int quiet = 0; quiet < 2; quiet++) {
        House house;
        const Assignment *given =
            give_weather(&house, (const char *const[]){"Read aloud by itself", NULL});
        Event off = {.type = EVENT_PREFS, .person_id = given->person};
        prefs_choose(&off.prefs, prefs_field("voice"), quiet ? VOICE_OFF : VOICE_ON_TAP);
        assert_true(cove_keep(&house.cove, &off, 1, NULL));
        given = &family_of(&house)->assignments[family_of(&house)->assignment_count - 1];
        Id id = given->id;
        Id sitting = begin(&house, given);
        (void)is_said(&house, "");
        sitting_play(&house.cove, house.stage, sitting, id);
        (void)stage_tree(house.stage);
        wait_ms(&house, 500);
        assert_int_equal(is_said(&house, "What is the weather inside you"), !quiet);
        house_close(&house);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(for_the_next_time),
        cmocka_unit_test(in_another_wording),
        cmocka_unit_test(read_aloud),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
