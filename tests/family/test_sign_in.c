/* Signing in: what each age may choose, what is too easy, how long a wrong one makes wait. */
#include "family/sign_in.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    Tier tier;
    SignInWay way;
    const char *secret;
    SignInFault fault;
} tries[] = {
    {TIER_T1, SIGN_IN_PICTURES, "boat kite boat", SIGN_IN_FINE},
    {TIER_T1, SIGN_IN_PICTURES, "boat kite", SIGN_IN_SHORT},
    {TIER_T1, SIGN_IN_PICTURES, "", SIGN_IN_SHORT},
    {TIER_T1, SIGN_IN_PICTURES, "boat boat boat", SIGN_IN_ALIKE},
    {TIER_T1, SIGN_IN_PICTURES, "boat kite shell sun", SIGN_IN_STRANGE},
    {TIER_T1, SIGN_IN_PICTURES, "boat kite anchor", SIGN_IN_STRANGE}, /* not among the nine */
    {TIER_T1, SIGN_IN_PICTURES, "boat kite dragon", SIGN_IN_STRANGE},
    {TIER_T1, SIGN_IN_PICTURES, "boat  kite", SIGN_IN_STRANGE},
    {TIER_T2, SIGN_IN_PICTURES, "boot kite anchor sun", SIGN_IN_FINE},
    {TIER_T2, SIGN_IN_PICTURES, "boot kite anchor", SIGN_IN_SHORT},
    {TIER_T2, SIGN_IN_PICTURES, "boot kite anchor sun sun", SIGN_IN_STRANGE},
    {TIER_T3, SIGN_IN_PICTURES, "boot kite anchor sun sun ball", SIGN_IN_FINE},
    {TIER_T3, SIGN_IN_PICTURES, "boot boot boot boot boot", SIGN_IN_ALIKE},
    {TIER_T3, SIGN_IN_WORD, "wintermoth", SIGN_IN_FINE},
    {TIER_T3, SIGN_IN_WORD, "moth", SIGN_IN_SHORT},
    {TIER_T4, SIGN_IN_WORD, "aaaaaaa", SIGN_IN_ALIKE},
    {TIER_T4, SIGN_IN_WORD, "catcat", SIGN_IN_ALIKE},
    {TIER_T4, SIGN_IN_WORD, "\xC3\xA9\xC3\xB4\xC3\xBC\xC3\xA7\xC3\xA0",
     SIGN_IN_SHORT}, /* five letters */
    {TIER_AD, SIGN_IN_PIN, "739150", SIGN_IN_FINE},
    {TIER_AD, SIGN_IN_PIN, "73915", SIGN_IN_SHORT},
    {TIER_AD, SIGN_IN_PIN, "111111", SIGN_IN_ALIKE},
    {TIER_AD, SIGN_IN_PIN, "123456", SIGN_IN_ALIKE},
    {TIER_AD, SIGN_IN_PIN, "9876543", SIGN_IN_ALIKE},
    {TIER_AD, SIGN_IN_PIN, "890123", SIGN_IN_ALIKE}, /* round and round */
    {TIER_AD, SIGN_IN_PIN, "135791", SIGN_IN_ALIKE},
    {TIER_AD, SIGN_IN_PIN, "123123", SIGN_IN_ALIKE},
    {TIER_AD, SIGN_IN_PIN, "121221", SIGN_IN_ALIKE},          /* two digits only */
    {TIER_AD, SIGN_IN_PIN, "7391504862917", SIGN_IN_STRANGE}, /* thirteen */
    {TIER_AD, SIGN_IN_PIN, "73915a", SIGN_IN_STRANGE},
    {TIER_AD, SIGN_IN_PHRASE, "tea at the pier", SIGN_IN_FINE},
    {TIER_AD, SIGN_IN_PHRASE, "tea at pier", SIGN_IN_SHORT},
    {TIER_AD, SIGN_IN_PHRASE, "aaaaaaaaaaaaaa", SIGN_IN_ALIKE},
    {TIER_AD, SIGN_IN_NONE, "", SIGN_IN_STRANGE},
};

static void what_is_too_easy_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        SignInFault fault = sign_in_fault(tries[i].tier, tries[i].way, tries[i].secret);
        if (fault != tries[i].fault) {
            fail_msg("\"%s\" is %d and not %d", tries[i].secret, fault, tries[i].fault);
        }
    }
}

static void each_age_has_its_ways(void **state)
{
    (void)state;
    static const char *const offered[TIER_COUNT] = {"p", "p", "pw", "pw", "nf"};
    static const char letters[SIGN_IN_WAYS] = {'-', 'p', 'w', 'n', 'f'};
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        assert_true(sign_in_offered((Tier)tier, sign_in_usual((Tier)tier)));
        for (int way = 0; way < SIGN_IN_WAYS; way++) {
            bool expected = strchr(offered[tier], letters[way]) != NULL;
            assert_int_equal(sign_in_offered((Tier)tier, (SignInWay)way), expected);
        }
    }
    assert_null(sign_in_way_id(SIGN_IN_WAYS));
    assert_null(sign_in_way_id((SignInWay)-1));
}

static void pictures_fit_the_age(void **state)
{
    (void)state;
    static const struct {
        size_t shown, least, most;
    } expected[] = {{9, 3, 3}, {12, 4, 4}, {12, 4, 6}, {12, 4, 6}};
    for (int tier = TIER_T1; tier <= TIER_T4; tier++) {
        assert_int_equal(sign_in_picture_count((Tier)tier), expected[tier].shown);
        assert_int_equal(sign_in_pictures_least((Tier)tier), expected[tier].least);
        assert_int_equal(sign_in_pictures_most((Tier)tier), expected[tier].most);
    }
    assert_int_equal(sign_in_animal_count(TIER_AD), 0);
}

static void a_sequence_grows_and_is_taken_back(void **state)
{
    (void)state;
    char sequence[SIGN_IN_SECRET] = "";
    sign_in_sequence_undo(sequence);
    assert_string_equal(sequence, "");
    assert_int_equal(sign_in_sequence_length(sequence), 0);
    assert_true(sign_in_sequence_add(sequence, "boat"));
    assert_true(sign_in_sequence_add(sequence, "ice-cream"));
    assert_string_equal(sequence, "boat ice-cream");
    assert_int_equal(sign_in_sequence_length(sequence), 2);
    sign_in_sequence_undo(sequence);
    assert_string_equal(sequence, "boat");
    assert_int_equal(sequence[5], '\0'); /* nothing of it is left behind */
    for (int i = 1; i < SIGN_IN_PICTURES_MOST; i++) {
        assert_true(sign_in_sequence_add(sequence, "lighthouse"));
    }
    assert_false(sign_in_sequence_add(sequence, "sun"));
}

static void wrong_ones_wait_longer_and_longer(void **state)
{
    (void)state;
    static const int seconds[] = {0, 0, 0, 2, 5, 15, 30, 60, 60};
    for (int wrong = 0; wrong < 9; wrong++) {
        assert_int_equal(sign_in_wait_ms(wrong), seconds[wrong] * 1000);
    }
    assert_int_equal(sign_in_wait_ms(1000000), 60000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_too_easy_is_refused),
        cmocka_unit_test(each_age_has_its_ways),
        cmocka_unit_test(pictures_fit_the_age),
        cmocka_unit_test(a_sequence_grows_and_is_taken_back),
        cmocka_unit_test(wrong_ones_wait_longer_and_longer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
