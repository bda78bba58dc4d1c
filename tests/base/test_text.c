/* Strings that grow, and UTF-8 as people see it: characters, words, tidy names. */
#include "base/text.h"
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define FAMILY "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466" /* joined emoji */
#define FLAG_DE "\U0001F1E9\U0001F1EA"
#define FLAG_FR "\U0001F1EB\U0001F1F7"
#define THUMB "\U0001F44D\U0001F3FD" /* with a skin tone */

static void test_grows(void **state)
{
    (void)state;
    Text text;
    text_init(&text);
    assert_string_equal(text.bytes, "");
    text_add(&text, "ab");
    text_add_bytes(&text, "cd!", 2);
    text_addf(&text, "-%d-%s", 5, "e");
    assert_string_equal(text.bytes, "abcd-5-e");
    assert_int_equal(text.length, 8);
    for (int i = 0; i < 1000; ++i)
        text_addf(&text, "%04d", i);
    assert_int_equal(text.length, 4008);
    assert_int_equal(strlen(text.bytes), 4008);
    text_reset(&text);
    assert_string_equal(text.bytes, "");
    text_clear(&text);
    text_clear(&text);
}

static void test_take_hands_over(void **state)
{
    (void)state;
    Text text;
    text_init(&text);
    text_add(&text, "kept");
    char *taken = text_take(&text);
    assert_string_equal(taken, "kept");
    free(taken);
    taken = text_take(&text);
    assert_string_equal(taken, "");
    free(taken);
    text_addf(&text, "%s", "again");
    assert_string_equal(text.bytes, "again");
    text_clear(&text);
    text_reset(&text);
}

static void test_utf8_check(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length, fault;
    } rows[] = {
        {"", 0, 0},
        {"abc", 3, 3},
        {"a\0b", 3, 3},
        {"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 9, 9},
        {"\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF", 10, 10},
        {"ab\x80", 3, 2},
        {"ab\xC3", 3, 2},
        {"ab\xE2\x82", 4, 2},
        {"\xC0\xAF", 2, 0},
        {"a\xE0\x80\xAF", 4, 1},
        {"\xED\xA0\x80", 3, 0},
        {"\xF4\x90\x80\x80", 4, 0},
        {"ok\xFF", 3, 2},
    };
    for (size_t i = 0; i < COUNT(rows); ++i)
        assert_int_equal(utf8_check(rows[i].bytes, rows[i].length), rows[i].fault);
}

static void test_utf8_count(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(""), 0);
    assert_int_equal(utf8_count("abc"), 3);
    assert_int_equal(utf8_count("\u00E9\u20AC\U0001F600"), 3);
    assert_int_equal(utf8_count("e\u0301"), 2);
}

typedef struct Graphemes {
    const char *text;
    size_t ends[8]; /* of each, in bytes; 0 after the last */
} Graphemes;

static const Graphemes graphemes[] = {
    {"", {0}},
    {"abc", {1, 2, 3}},
    {"\u00E9x", {2, 3}},
    {"e\u0301x", {3, 4}},
    {"a\r\nb", {1, 3, 4}},
    {"a\n\nb", {1, 2, 3, 4}},
    {FAMILY "x", {25, 26}},
    {FAMILY FAMILY, {25, 50}},
    {FLAG_DE FLAG_FR, {8, 16}},
    {"a" FLAG_DE FLAG_FR "b", {1, 9, 17, 18}},
    {THUMB "!", {8, 9}},
    {"\U0001F3F3\uFE0F\u200D\U0001F308", {14}}, /* rainbow flag */
    {"1\uFE0F\u20E3"
     "2",
     {7, 8}},                              /* keycap */
    {"\u0628\u064E\u0627", {4, 6}},        /* Arabic beh with fatha, alef */
    {"\u0644\u0627", {2, 4}},              /* lam, alef: two, though one shape */
    {"\u05E9\u05C1\u05B8", {6}},           /* Hebrew shin with two points */
    {"\u1112\u1161\u11AB\u1100", {9, 12}}, /* Hangul from its parts */
    {"\u0E01\u0E33x", {6, 7}},             /* Thai with sara am */
};

static size_t grapheme_count(const Graphemes *row)
{
    size_t count = 0;
    while (count < COUNT(row->ends) && row->ends[count])
        ++count;
    return count;
}

static void test_graphemes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(graphemes); ++i) {
        const Graphemes *row = &graphemes[i];
        size_t at = 0, count = grapheme_count(row);
        for (size_t k = 0; k < count; ++k) {
            assert_int_equal(utf8_grapheme_before(row->text, row->ends[k]), at);
            assert_int_equal(utf8_grapheme_after(row->text, at), row->ends[k]);
            at = row->ends[k];
        }
        assert_int_equal(at, strlen(row->text));
        assert_int_equal(utf8_grapheme_after(row->text, at), at);
        assert_int_equal(utf8_grapheme_before(row->text, 0), 0);
    }
}

/* One letter under many marks: longer than any window looked at. */
static void test_long_grapheme(void **state)
{
    (void)state;
    Text text;
    text_init(&text);
    text_add(&text, "ab");
    for (int i = 0; i < 500; ++i)
        text_add(&text, "\u0301");
    text_add(&text, "c");
    assert_int_equal(utf8_grapheme_after(text.bytes, 1), 1002);
    assert_int_equal(utf8_grapheme_before(text.bytes, 1002), 1);
    char small[16];
    assert_int_equal(text_tidy(text.bytes, small, sizeof small), 1);
    assert_string_equal(small, "a");
    text_clear(&text);
}

static void test_walks_there_and_back(void **state)
{
    (void)state;
    Text text;
    text_init(&text);
    for (int i = 0; i < 40; ++i)
        text_add(&text, FAMILY " e\u0301" FLAG_DE "ab\r\n\u0628\u064E" THUMB);
    size_t starts[1000], count = 0;
    for (size_t at = 0; at < text.length; at = utf8_grapheme_after(text.bytes, at))
        starts[count++] = at;
    assert_int_equal(count, 40 * 9);
    size_t at = text.length;
    while (count > 0) {
        at = utf8_grapheme_before(text.bytes, at);
        assert_int_equal(at, starts[--count]);
    }
    text_clear(&text);
}

static void test_tidy(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        size_t size;
        const char *tidy;
    } rows[] = {
        {"", 16, ""},
        {"Mina", 16, "Mina"},
        {"  Mina  ", 16, "Mina"},
        {"Mina \t\r\n Lee", 16, "Mina Lee"},
        {" \n\t ", 16, ""},
        {"a\x01"
         "b\x7F"
         "c",
         16, "a b c"},
        {"a\xC2\x85"
         "b\xC2\x9F"
         "c",
         16, "a b c"},
        {"a\u00A0b\u3000c\u2028d", 16, "a b c d"},
        {"e\u0301", 16, "\u00E9"},
        {"\u1112\u1161\u11AB", 16, "\uD55C"},
        {"A\u030A ngstro\u0308m", 16, "\u00C5 ngstr\u00F6m"},
        {"\u202Eabc", 16, "abc"},
        {"a\u202Db\u202Cc\u2066d\u2069", 16, "abcd"},
        {"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", 32,
         "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"}, /* non-joiner stays */
        {"abcdef", 7, "abcdef"},
        {"abcdef", 6, "abcde"},
        {"abc def", 5, "abc"},
        {"abc def", 6, "abc d"},
        {"abcdef", 1, ""},
        {"caf\u00E9", 6, "caf\u00E9"},
        {"caf\u00E9", 5, "caf"},
        {"q\u0303x", 4, "q\u0303"},
        {"q\u0303x", 3, ""},
        {"a" FAMILY, 32, "a" FAMILY},
        {"a" FAMILY, 26, "a"},
        {"a" FLAG_DE FLAG_FR, 16, "a" FLAG_DE},
        {"a\xFF"
         "b",
         16,
         "a\uFFFD"
         "b"},
        {"a\xC3", 16, "a\uFFFD"},
    };
    for (size_t i = 0; i < COUNT(rows); ++i) {
        char buffer[64];
        memset(buffer, '#', sizeof buffer);
        size_t length = text_tidy(rows[i].typed, buffer, rows[i].size);
        assert_string_equal(buffer, rows[i].tidy);
        assert_int_equal(length, strlen(rows[i].tidy));
        assert_int_equal(buffer[rows[i].size], '#');
        char again[64];
        text_tidy(buffer, again, rows[i].size);
        assert_string_equal(again, buffer);
    }
}

static void test_words(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t words;
    } rows[] = {
        {"", 0},
        {"   ", 0},
        {"One.", 1},
        {"You can stop. Any time!", 5},
        {"well-known", 1},
        {"don't \u2014 won't", 2},
        {"home\u2014away", 2},
        {"- a -", 1},
        {"... ! ?", 0},
        {"{adult1} said 3 things", 4},
        {"caf\u00E9\u00A0noir", 2},
        {"\u0645\u0631\u062D\u0628\u0627 \u0628\u0643", 2},
        {"\U0001F600 \U0001F600", 0},
        {"line\nbreak", 2},
    };
    for (size_t i = 0; i < COUNT(rows); ++i)
        assert_int_equal(text_words(rows[i].text), rows[i].words);
}

static void test_starts(void **state)
{
    (void)state;
    assert_true(text_starts("child_feelings", "child_"));
    assert_true(text_starts("a", ""));
    assert_true(text_starts("", ""));
    assert_false(text_starts("chil", "child"));
    assert_false(text_starts("Child", "child"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grows),
        cmocka_unit_test(test_take_hands_over),
        cmocka_unit_test(test_utf8_check),
        cmocka_unit_test(test_utf8_count),
        cmocka_unit_test(test_graphemes),
        cmocka_unit_test(test_long_grapheme),
        cmocka_unit_test(test_walks_there_and_back),
        cmocka_unit_test(test_tidy),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_starts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
