/* Settings: the table holds together; what was chosen lies over what is usual. */
#include "family/prefs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void every_usual_value_can_be_stepped_to(void **state)
{
    (void)state;
    size_t count;
    const PrefField *fields = prefs_fields(&count);
    assert_int_equal(count, sizeof(Prefs) / sizeof(int));
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(prefs_field(fields[i].name), &fields[i]);
        for (int tier = 0; tier < TIER_COUNT; tier++) {
            int usual = fields[i].usual[tier];
            assert_true(usual >= fields[i].min && usual <= fields[i].max);
            assert_int_equal((usual - fields[i].min) % fields[i].step, 0);
        }
    }
    assert_null(prefs_field("Text"));
}

static void chosen_lies_over_usual(void **state)
{
    (void)state;
    PrefChoices choices = {.chosen = 0};
    assert_false(prefs_fit(&choices));
    prefs_choose(&choices, prefs_field("voice-speed"), 900);
    assert_true(prefs_fit(&choices));
    assert_true(prefs_has(&choices, prefs_field("voice-speed")));
    assert_false(prefs_has(&choices, prefs_field("voice")));
    assert_int_equal(prefs_chosen(&choices, TIER_T1).voice_speed, 140); /* clamped */
    assert_int_equal(prefs_chosen(&choices, TIER_T1).voice, VOICE_AUTO);
    assert_int_equal(prefs_chosen(&choices, TIER_T4).voice, VOICE_ON_TAP);
    choices.values.voice_speed = 10;
    assert_false(prefs_fit(&choices));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_usual_value_can_be_stepped_to),
        cmocka_unit_test(chosen_lies_over_usual),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
