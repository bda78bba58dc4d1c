#include "vault/passphrase.h"

#include "base/text.h"
#include "vault/secret.h"
#include "vault/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

static void test_one_form(void **state)
{
    (void)state;
    static const char *const same[][2] = {
        {"caf\xC3\xA9 au lait", "cafe\xCC\x81 au lait"}, /* as one code point, and as two */
        {"moss kettle otter", "  moss  kettle otter "},
        {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "\xED\x95\x9C"}, /* Hangul in letters and whole */
        {"moss kettle", "moss\tkettle"},
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        char one[PASSPHRASE_BYTES], other[PASSPHRASE_BYTES];
        passphrase_normal(same[i][0], one);
        passphrase_normal(same[i][1], other);
        assert_string_equal(one, other);
    }
    char small[PASSPHRASE_BYTES], big[PASSPHRASE_BYTES];
    passphrase_normal("Moss kettle", big);
    passphrase_normal("moss kettle", small);
    assert_string_not_equal(small, big);
}

static void test_strength(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        Strength strength;
    } rows[] = {
        {"", STRENGTH_SHORT},
        {"kettle", STRENGTH_SHORT},
        {"            a", STRENGTH_SHORT},
        {"aaaaaaaaaaaaaaaaaaaaaaaa", STRENGTH_WEAK},
        {"otter otter otter otter otter", STRENGTH_WEAK},
        {"11111111111111", STRENGTH_WEAK},
        {"unbreakablecodeword", STRENGTH_WEAK},
        {"moss kettle otter plum", STRENGTH_FAIR},
        {"moss kettle otter plum fjord", STRENGTH_STRONG},
        {"Tr7!kq.. 4Vx_m9 zz", STRENGTH_FAIR},
        {"Tr7!kq.. 4Vx_m9 zz ?Lw3", STRENGTH_STRONG},
        {"\xD9\x82\xD9\x85\xD8\xB1 \xD8\xA8\xD8\xAD\xD8\xB1 \xD8\xB4\xD9\x85\xD8\xB3 "
         "\xD9\x88\xD8\xB1\xD9\x82 \xD8\xAB\xD9\x84\xD8\xAC",
         STRENGTH_STRONG},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Strength found = passphrase_strength(rows[i].typed);
        if (found != rows[i].strength) {
            fail_msg("\"%s\": %d and not %d (%.1f bits)", rows[i].typed, found, rows[i].strength,
                     passphrase_bits(rows[i].typed));
        }
        assert_int_equal(passphrase_accept(rows[i].typed, NULL), found >= STRENGTH_FAIR);
    }
}

static void test_refusals_say_what_to_do(void **state)
{
    (void)state;
    Error error = {0};
    assert_false(passphrase_accept("kettle", &error));
    assert_int_equal(error.code, ERROR_REFUSED);
    assert_non_null(strstr(error.sentence, "at least 14 letters"));
    assert_false(passphrase_accept("aaaaaaaaaaaaaaaaaa", &error));
    assert_non_null(strstr(error.sentence, "easy to guess"));
    assert_null(strstr(error.sentence, "aaa"));
}

/* The list is what the entropy is counted from: no word twice, none that could be heard as two. */
static void test_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < words_count(); i++) {
        const char *word = words_at(i);
        size_t length = strlen(word);
        assert_true(length >= 3 && length <= 8);
        assert_int_equal(strspn(word, "abcdefghijklmnopqrstuvwxyz"), length);
        if (i > 0 && strcmp(words_at(i - 1), word) >= 0) {
            fail_msg("\"%s\" is not in its place", word);
        }
    }
    assert_true(words_count() >= 3000);
}

static bool in_list(const char *word, size_t length)
{
    for (size_t i = 0; i < words_count(); i++) {
        if (strlen(words_at(i)) == length && strncmp(words_at(i), word, length) == 0) {
            return true;
        }
    }
    return false;
}

static void test_suggestion(void **state)
{
    (void)state;
    assert_true(passphrase_suggestion_bits() > 58 && passphrase_suggestion_bits() < 65);
    char before[PASSPHRASE_BYTES] = "";
    IdSource system = ids_system();
    for (int i = 0; i < 50; i++) {
        char words[PASSPHRASE_BYTES], normal[PASSPHRASE_BYTES];
        passphrase_suggest(&system, words);
        assert_string_not_equal(words, before);
        assert_true(passphrase_accept(words, NULL));
        passphrase_normal(words, normal);
        assert_string_equal(words, normal);
        int count = 0;
        for (const char *at = words; *at; count++) {
            size_t length = strcspn(at, " ");
            assert_true(in_list(at, length));
            at += length + (at[length] == ' ');
        }
        assert_int_equal(count, PASSPHRASE_WORDS);
        memcpy(before, words, sizeof before);
    }
}

/* Every word comes up, about as often as any other. */
static void test_chance_is_even(void **state)
{
    (void)state;
    enum { DRAWS = 20000 };
    size_t halves[2] = {0, 0};
    IdSource system = ids_system();
    for (int i = 0; i < DRAWS / PASSPHRASE_WORDS; i++) {
        char words[PASSPHRASE_BYTES];
        passphrase_suggest(&system, words);
        for (const char *at = words; *at;) {
            size_t length = strcspn(at, " ");
            char word[16] = {0};
            memcpy(word, at, length);
            halves[strcmp(word, words_at(words_count() / 2)) >= 0]++;
            at += length + (at[length] == ' ');
        }
    }
    /* six standard deviations */
    assert_true(fabs((double)halves[0] - DRAWS / 2.0) < 6 * sqrt(DRAWS / 4.0));
}

static void test_wait_grows(void **state)
{
    (void)state;
    static const int64_t seconds[] = {0, 1, 2, 4, 8, 16, 32, 60, 60, 60};
    for (int i = 0; i < 10; i++) {
        assert_int_equal(passphrase_wait_ms(i), seconds[i] * 1000);
    }
    assert_int_equal(passphrase_wait_ms(1000000), 60000);
    assert_int_equal(passphrase_wait_ms(-1), 0);
}

static int set_up(void **state)
{
    (void)state;
    return secret_ready(NULL) ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_form),
        cmocka_unit_test(test_strength),
        cmocka_unit_test(test_refusals_say_what_to_do),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_suggestion),
        cmocka_unit_test(test_chance_is_even),
        cmocka_unit_test(test_wait_grows),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
