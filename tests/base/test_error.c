/* Errors keep what helps: the end of a place, whole characters, and what was set first. */
#include "base/error.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void fill(char *text, size_t size, const char *unit)
{
    size_t step = strlen(unit), at = 0;
    for (; at + step < size; at += step)
        memcpy(text + at, unit, step);
    text[at] = '\0';
}

static void test_set(void **state)
{
    (void)state;
    Error error;
    assert_false(error_set(&error, ERROR_CONTENT, "a.json", "Key %s is %d.", "x", 7));
    assert_int_equal(error.code, ERROR_CONTENT);
    assert_string_equal(error.place, "a.json");
    assert_string_equal(error.sentence, "Key x is 7.");
}

static void test_nobody_asks(void **state)
{
    (void)state;
    assert_false(error_set(NULL, ERROR_READ, "a", "b"));
}

static void test_no_place(void **state)
{
    (void)state;
    Error error;
    char buffer[64];
    error_set(&error, ERROR_SYSTEM, NULL, "No sound.");
    assert_string_equal(error.place, "");
    assert_string_equal(error_text(&error, buffer, sizeof buffer), "No sound.");
    error_set(&error, ERROR_SYSTEM, "door", "No sound.");
    assert_string_equal(error_text(&error, buffer, sizeof buffer), "door: No sound.");
}

static void test_may_quote_itself(void **state)
{
    (void)state;
    Error error;
    error_set(&error, ERROR_READ, "a", "inner");
    error_set(&error, ERROR_CONTENT, error.place, "outer, because of %s", error.sentence);
    assert_string_equal(error.place, "a");
    assert_string_equal(error.sentence, "outer, because of inner");
}

static void test_long_sentence_is_cut_between_characters(void **state)
{
    (void)state;
    Error error;
    char text[1200], expected[sizeof error.sentence];
    static const char *const units[] = {"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
    for (size_t i = 0; i < sizeof units / sizeof *units; ++i) {
        fill(text, sizeof text, units[i]);
        fill(expected, sizeof expected, units[i]);
        error_set(&error, ERROR_READ, "a", "%s", text);
        assert_string_equal(error.sentence, expected);
    }
}

static void test_long_place_keeps_its_end(void **state)
{
    (void)state;
    Error error;
    char place[600];
    fill(place, sizeof place - 8, "\xE2\x82\xAC");
    strncat(place, ":12:3", 6);
    error_set(&error, ERROR_JSON, place, "b");
    assert_memory_equal(error.place, "\xE2\x80\xA6\xE2\x82\xAC", 6);
    assert_string_equal(error.place + strlen(error.place) - 8, "\xE2\x82\xAC:12:3");
    assert_true(strlen(error.place) < sizeof error.place);
}

static void test_text_in_a_small_buffer(void **state)
{
    (void)state;
    Error error;
    char buffer[8];
    error_set(&error, ERROR_READ, "ab", "caf\xC3\xA9!");
    assert_string_equal(error_text(&error, buffer, sizeof buffer), "ab: caf");
    assert_string_equal(error_text(&error, buffer, 1), "");
    error_set(&error, ERROR_READ, "ab", "cf\xC3\xA9!");
    assert_string_equal(error_text(&error, buffer, sizeof buffer), "ab: cf");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_nobody_asks),
        cmocka_unit_test(test_no_place),
        cmocka_unit_test(test_may_quote_itself),
        cmocka_unit_test(test_long_sentence_is_cut_between_characters),
        cmocka_unit_test(test_long_place_keeps_its_end),
        cmocka_unit_test(test_text_in_a_small_buffer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
