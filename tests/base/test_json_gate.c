/* The strict gate, rule by rule: what RFC 8259 allows is accepted, everything else is refused with
 * line, column and a sentence. Our own table, in the manner of JSONTestSuite. */
#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(literal) (literal), sizeof(literal) - 1
#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef struct Accepted {
    const char *bytes;
    size_t size;
} Accepted;

static const Accepted accepted[] = {
    /* values at the top */
    {BYTES("null")},
    {BYTES("true")},
    {BYTES("false")},
    {BYTES("0")},
    {BYTES("\"\"")},
    {BYTES("[]")},
    {BYTES("{}")},
    {BYTES("  []  ")},
    {BYTES("\t\r\n [\t\r\n ] \t\r\n")},
    {BYTES("\n\n\"a\"\n")},
    /* numbers */
    {BYTES("-0")},
    {BYTES("-1")},
    {BYTES("10")},
    {BYTES("1234567890")},
    {BYTES("0.0")},
    {BYTES("-0.0")},
    {BYTES("0.5")},
    {BYTES("1.25")},
    {BYTES("0e0")},
    {BYTES("0E+0")},
    {BYTES("0e-00")},
    {BYTES("1e3")},
    {BYTES("1E3")},
    {BYTES("1e+3")},
    {BYTES("1e-3")},
    {BYTES("1.5e003")},
    {BYTES("1e308")},
    {BYTES("-1.7976931348623157e308")},
    {BYTES("1e-400")},
    {BYTES("4.9e-324")},
    {BYTES("9007199254740991")},
    {BYTES("-9007199254740991")},
    {BYTES("9007199254740993.0")},
    {BYTES("9e15")},
    {BYTES("1e100")},
    {BYTES("0.1234567890123456789012345678901234567890123456789012345678901")}, /* 63 */
    {BYTES("[1,2 , 3,\n4]")},
    {BYTES("[0,-0,0.0]")},
    /* text */
    {BYTES("\"a b\"")},
    {BYTES("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"")},
    {BYTES("\"/\"")},
    {BYTES("\"'\"")},
    {BYTES("\"\\u0001\"")},
    {BYTES("\"\\u00e9\\u00E9\"")},
    {BYTES("\"\\uD83D\\uDE00\"")},
    {BYTES("\"\\ud800\\udc00\\udbff\\udfff\"")},
    {BYTES("\"\\uFFFE\\uFFFF\\uFDD0\"")},
    {BYTES("\"\\uFEFF\"")},
    {BYTES("\"\xEF\xBB\xBF\"")},
    {BYTES("\"\x7F\"")},
    {BYTES("\"\xC2\x80\"")},
    {BYTES("\"\xDF\xBF\"")},
    {BYTES("\"\xE0\xA0\x80\"")},
    {BYTES("\"\xED\x9F\xBF\"")},
    {BYTES("\"\xEE\x80\x80\"")},
    {BYTES("\"\xEF\xBF\xBF\"")},
    {BYTES("\"\xF0\x90\x80\x80\"")},
    {BYTES("\"\xF4\x8F\xBF\xBF\"")},
    {BYTES("\"\xE2\x80\xA8\xE2\x80\xA9\"")},
    {BYTES("\"\\\\u0000\"")},
    {BYTES("\"null\"")},
    {BYTES("\"// no comment\"")},
    {BYTES("\"{[,:]}\"")},
    /* lists and objects */
    {BYTES("[null,true,false,1,\"a\",[],{}]")},
    {BYTES("[[[]],[]]")},
    {BYTES("{\"a\":1}")},
    {BYTES("{ \"a\" : 1 , \"b\" : 2 }")},
    {BYTES("{\"\":0}")},
    {BYTES("{\"a\":1,\"A\":2}")},
    {BYTES("{\"a\":{\"a\":{\"a\":1}}}")},
    {BYTES("[{\"a\":1},{\"a\":2}]")},
    {BYTES("{\"a\":1,\"b\":{\"a\":1},\"c\":1}")},
    {BYTES("{\"\\u0061\":1,\"b\":2}")},
    {BYTES("{\"a\":1,\"ab\":2,\"\":3}")},
    {BYTES("{\"\xC3\xA9\":1,\"e\xCC\x81\":2}")}, /* composed or not: two keys, as bytes differ */
    {BYTES("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")}, /* 32 deep */
};

typedef struct Refused {
    const char *bytes;
    size_t size;
    int line, column;
    const char *says; /* a part of the sentence */
} Refused;

static const Refused refused[] = {
    /* nothing, or too much */
    {BYTES(""), 1, 1, "ends where a value should stand"},
    {BYTES("   "), 1, 4, "ends where a value should stand"},
    {BYTES("\n\n  "), 3, 3, "ends where a value should stand"},
    {BYTES("1 2"), 1, 3, "take out what follows"},
    {BYTES("{} {}"), 1, 4, "here stands '{'"},
    {BYTES("[]]"), 1, 3, "here stands ']'"},
    {BYTES("[]\n,"), 2, 1, "here stands ','"},
    {BYTES("nullx"), 1, 5, "here stands 'x'"},
    {BYTES("\"a\"\"b\""), 1, 4, "take out what follows"},
    {BYTES("1\0"), 1, 2, "control character U+0000"},
    {BYTES("[]\0"), 1, 3, "control character U+0000"},
    /* encoding */
    {BYTES("\xEF\xBB\xBF{}"), 1, 1, "byte order mark"},
    {BYTES("\xFF\xFE{\0}\0"), 1, 1, "not UTF-8"},
    {BYTES("{\0}\0"), 1, 2, "control character U+0000"},
    {BYTES("\"\x80\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xC0\x80\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xC1\xBF\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xE0\x80\x80\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xE0\x9F\xBF\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xF0\x8F\xBF\xBF\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xED\xA0\x80\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xED\xBF\xBF\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xF4\x90\x80\x80\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xF8\x88\x80\x80\x80\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xFF\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xC3\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xE2\x82\""), 1, 2, "not UTF-8"},
    {BYTES("\"\xC3\xA9\xE9\""), 1, 3, "not UTF-8"},
    {BYTES("[1,\n \"\xC3\xA9t\xE9\"]"), 2, 5, "not UTF-8"},
    {BYTES("[1]\xE9"), 1, 4, "not UTF-8"},
    /* white space that JSON does not know */
    {BYTES("\f1"), 1, 1, "control character U+000C"},
    {BYTES("[\v]"), 1, 2, "control character U+000B"},
    {BYTES("[\xC2\xA0]"), 1, 2, "here stands '\xC2\xA0'"},
    {BYTES("[1\xE2\x80\xA8]"), 1, 3, "comma or ]"},
    {BYTES("\xE3\x80\x80[]"), 1, 1, "here stands '\xE3\x80\x80'"},
    {BYTES("[\x7F]"), 1, 2, "control character U+007F"},
    /* words */
    {BYTES("True"), 1, 1, "true, false and null"},
    {BYTES("TRUE"), 1, 1, "true, false and null"},
    {BYTES("nul"), 1, 1, "true, false and null"},
    {BYTES("tru"), 1, 1, "true, false and null"},
    {BYTES("[fals]"), 1, 2, "true, false and null"},
    {BYTES("[None]"), 1, 2, "true, false and null"},
    {BYTES("undefined"), 1, 1, "true, false and null"},
    {BYTES("NaN"), 1, 1, "true, false and null"},
    {BYTES("[Infinity]"), 1, 2, "true, false and null"},
    {BYTES("{\"a\": pebble}"), 1, 7, "put the text in \"quotes\""},
    {BYTES("[\xC3\xA9]"), 1, 2, "here stands '\xC3\xA9'"},
    {BYTES("[\xF0\x9F\x90\x9A]"), 1, 2, "here stands '\xF0\x9F\x90\x9A'"},
    /* numbers */
    {BYTES("01"), 1, 1, "needless 0"},
    {BYTES("[-01]"), 1, 2, "needless 0"},
    {BYTES("00"), 1, 1, "needless 0"},
    {BYTES("012.5"), 1, 1, "needless 0"},
    {BYTES("-"), 1, 1, "minus sign needs a digit"},
    {BYTES("[-]"), 1, 2, "minus sign needs a digit"},
    {BYTES("--1"), 1, 1, "minus sign needs a digit"},
    {BYTES("- 1"), 1, 1, "minus sign needs a digit"},
    {BYTES("-a"), 1, 1, "minus sign needs a digit"},
    {BYTES("-Infinity"), 1, 1, "minus sign needs a digit"},
    {BYTES("-.5"), 1, 1, "minus sign needs a digit"},
    {BYTES("+1"), 1, 1, "begins with a digit or a minus sign"},
    {BYTES(".5"), 1, 1, "begins with a digit or a minus sign"},
    {BYTES("1."), 1, 1, "decimal point needs a digit"},
    {BYTES("[1.]"), 1, 2, "decimal point needs a digit"},
    {BYTES("1.e3"), 1, 1, "decimal point needs a digit"},
    {BYTES("1..2"), 1, 1, "decimal point needs a digit"},
    {BYTES("1e"), 1, 1, "exponent"},
    {BYTES("1E"), 1, 1, "exponent"},
    {BYTES("1e+"), 1, 1, "exponent"},
    {BYTES("1e-"), 1, 1, "exponent"},
    {BYTES("1e+-1"), 1, 1, "exponent"},
    {BYTES("1e1.5"), 1, 4, "take out what follows"},
    {BYTES("1.2.3"), 1, 4, "take out what follows"},
    {BYTES("0x10"), 1, 2, "here stands 'x'"},
    {BYTES("1_000"), 1, 2, "here stands '_'"},
    {BYTES("1,5"), 1, 2, "here stands ','"},
    {BYTES("1a"), 1, 2, "here stands 'a'"},
    {BYTES("\xD9\xA1"), 1, 1, "here stands '\xD9\xA1'"},
    {BYTES("1e400"), 1, 1, "too large"},
    {BYTES("-1e400"), 1, 1, "too large"},
    {BYTES("[1.8e308]"), 1, 2, "too large"},
    {BYTES("1e99999999999999999999"), 1, 1, "too large"},
    {BYTES("9007199254740992"), 1, 1, "beyond 9007199254740991"},
    {BYTES("-9007199254740992"), 1, 1, "beyond 9007199254740991"},
    {BYTES("9007199254740993"), 1, 1, "beyond 9007199254740991"},
    {BYTES("[123456789012345678901234567890]"), 1, 2, "beyond 9007199254740991"},
    {BYTES("0.12345678901234567890123456789012345678901234567890123456789012"), 1, 1,
     "more than 63 characters"},
    /* text */
    {BYTES("\""), 1, 1, "no closing quote"},
    {BYTES("\"a"), 1, 1, "no closing quote"},
    {BYTES("[\n \"a]"), 2, 2, "no closing quote"},
    {BYTES("\"a\\\""), 1, 1, "no closing quote"},
    {BYTES("'a'"), 1, 1, "double quotes"},
    {BYTES("{'a': 1}"), 1, 2, "key in double quotes"},
    {BYTES("\xE2\x80\x9C"
           "a\xE2\x80\x9D"),
     1, 1, "here stands '\xE2\x80\x9C'"},
    {BYTES("\"a\nb\""), 1, 3, "line ends inside text"},
    {BYTES("\"a\r\nb\""), 1, 3, "line ends inside text"},
    {BYTES("\"a\tb\""), 1, 3, "write \\t"},
    {BYTES("\"a\x01"
           "b\""),
     1, 3, "U+0001"},
    {BYTES("\"\x1F\""), 1, 2, "U+001F"},
    {BYTES("\"a\0b\""), 1, 3, "U+0000"},
    {BYTES("\"\xC3\xA9\xC3\xA9\x08\""), 1, 4, "U+0008"},
    {BYTES("\"\\x41\""), 1, 2, "backslash"},
    {BYTES("\"\\a\""), 1, 2, "backslash"},
    {BYTES("\"\\'\""), 1, 2, "backslash"},
    {BYTES("\"\\ \""), 1, 2, "backslash"},
    {BYTES("\"\\0\""), 1, 2, "backslash"},
    {BYTES("\"\\U0041\""), 1, 2, "backslash"},
    {BYTES("\"\\\n\""), 1, 2, "backslash"},
    {BYTES("\"\\\0\""), 1, 2, "backslash"},
    {BYTES("\"\\\xC3\xA9\""), 1, 2, "backslash"},
    {BYTES("\"\\"), 1, 2, "backslash"},
    {BYTES("\"\\u\""), 1, 2, "four digits"},
    {BYTES("\"\\u00\""), 1, 2, "four digits"},
    {BYTES("\"\\u00e\""), 1, 2, "four digits"},
    {BYTES("\"\\u00eg\""), 1, 2, "four digits"},
    {BYTES("\"\\u{e9}\""), 1, 2, "four digits"},
    {BYTES("\"\\u+0e9\""), 1, 2, "four digits"},
    {BYTES("\"\\u00e"), 1, 2, "four digits"},
    {BYTES("\"ab\\u0000\""), 1, 4, "\\u0000"},
    {BYTES("{\"\\u0000\":1}"), 1, 3, "\\u0000"},
    {BYTES("\"\\uD800\""), 1, 2, "half of a \\u pair"},
    {BYTES("\"\\uDC00\""), 1, 2, "half of a \\u pair"},
    {BYTES("\"\\uDFFF\\uD800\""), 1, 2, "half of a \\u pair"},
    {BYTES("\"\\uD83Dx\""), 1, 2, "half of a \\u pair"},
    {BYTES("\"\\uD83D\\n\""), 1, 2, "half of a \\u pair"},
    {BYTES("\"\\uD83D\\u0041\""), 1, 2, "half of a \\u pair"},
    {BYTES("\"\\uD83D\\uD83D\""), 1, 2, "half of a \\u pair"},
    {BYTES("\"\\uD83D\\uDE0\""), 1, 2, "half of a \\u pair"},
    {BYTES("\"\\uD83D"), 1, 2, "half of a \\u pair"},
    /* lists */
    {BYTES("["), 1, 2, "ends where a value should stand"},
    {BYTES("[1"), 1, 3, "list opened at line 1, column 1 is not closed: add ]"},
    {BYTES("{\"a\":\n [1"), 2, 4, "list opened at line 2, column 2"},
    {BYTES("[1,"), 1, 4, "ends where a value should stand"},
    {BYTES("[1,]"), 1, 4, "value is missing before this ]"},
    {BYTES("[,1]"), 1, 2, "here stands ','"},
    {BYTES("[1,,2]"), 1, 4, "here stands ','"},
    {BYTES("[,]"), 1, 2, "here stands ','"},
    {BYTES("[1 2]"), 1, 4, "comma or ]"},
    {BYTES("[1\n2]"), 2, 1, "comma or ]"},
    {BYTES("[\"a\" \"b\"]"), 1, 6, "comma or ]"},
    {BYTES("[1:2]"), 1, 3, "comma or ]"},
    {BYTES("[1}"), 1, 3, "comma or ]"},
    {BYTES("[}"), 1, 2, "value is missing before this }"},
    {BYTES("]"), 1, 1, "value is missing before this ]"},
    {BYTES("[\"a\""), 1, 5, "not closed: add ]"},
    {BYTES("[1;2]"), 1, 3, "here stands ';'"},
    /* objects */
    {BYTES("{"), 1, 2, "ends where a key should stand"},
    {BYTES("}"), 1, 1, "value is missing before this }"},
    {BYTES("{\"a\""), 1, 5, "colon was expected after the key, and here stands the end"},
    {BYTES("{\"a\":"), 1, 6, "ends where a value should stand"},
    {BYTES("{\"a\":1"), 1, 7, "object opened at line 1, column 1 is not closed: add }"},
    {BYTES("{\"a\":1,"), 1, 8, "ends where a key should stand"},
    {BYTES("{\"a\":1,}"), 1, 8, "comma stands before this }"},
    {BYTES("{,}"), 1, 2, "key in double quotes"},
    {BYTES("{\"a\":1,,\"b\":2}"), 1, 8, "key in double quotes"},
    {BYTES("{\"a\" 1}"), 1, 6, "colon was expected"},
    {BYTES("{\"a\",1}"), 1, 5, "colon was expected"},
    {BYTES("{\"a\"=1}"), 1, 5, "colon was expected"},
    {BYTES("{\"a\"\n}"), 2, 1, "colon was expected"},
    {BYTES("{\"a\"::1}"), 1, 6, "here stands ':'"},
    {BYTES("{\"a\":}"), 1, 6, "value is missing before this }"},
    {BYTES("{\"a\":1 \"b\":2}"), 1, 8, "comma or }"},
    {BYTES("{\"a\":1\n \"b\":2}"), 2, 2, "comma or }"},
    {BYTES("{\"a\":1]"), 1, 7, "comma or }"},
    {BYTES("{a:1}"), 1, 2, "here stands 'a'"},
    {BYTES("{1:1}"), 1, 2, "key in double quotes"},
    {BYTES("{null:1}"), 1, 2, "key in double quotes"},
    {BYTES("{[]:1}"), 1, 2, "key in double quotes"},
    {BYTES("{\"a\tb\":1}"), 1, 4, "U+0009"},
    /* comments */
    {BYTES("// a\n1"), 1, 1, "no comments"},
    {BYTES("/* a */ 1"), 1, 1, "no comments"},
    {BYTES("# a\n1"), 1, 1, "no comments"},
    {BYTES("[1, // one\n2]"), 1, 5, "no comments"},
    {BYTES("[1 /* one */]"), 1, 4, "comma or ]"},
    {BYTES("{// a\n}"), 1, 2, "key in double quotes"},
    {BYTES("1 // one"), 1, 3, "take out what follows"},
    /* keys that stand twice */
    {BYTES("{\"a\":1,\"a\":2}"), 1, 8, "The key \"a\" stands twice"},
    {BYTES("{\"a\":1,\"b\":2,\"a\":1}"), 1, 14, "The key \"a\" stands twice"},
    {BYTES("{\"a\":1,\n \"\\u0061\":2}"), 2, 2, "The key \"a\" stands twice"},
    {BYTES("{\"\\u00e9\":1,\"\xC3\xA9\":2}"), 1, 13, "The key \"\xC3\xA9\" stands twice"},
    {BYTES("{\"\\uD83D\\uDE00\":1,\"\xF0\x9F\x98\x80\":2}"), 1, 19, "stands twice"},
    {BYTES("{\"\\/\":1,\"/\":2}"), 1, 9, "The key \"/\" stands twice"},
    {BYTES("{\"\":1,\"\":2}"), 1, 7, "stands twice"},
    {BYTES("[{\"x\":{\"a\":1,\"b\":0,\"a\":2}}]"), 1, 20, "The key \"a\" stands twice"},
    {BYTES("{\"b\":1,\"a\":1,\"b\":2,\"a\":2,\"b\":3}"), 1, 14, "The key \"b\" stands twice"},
    {BYTES("{\"a\":{\"a\":1},\"a\":2}"), 1, 14, "The key \"a\" stands twice"},
    /* depth */
    {BYTES("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"), 1, 33,
     "more than 32 deep"},
    {BYTES("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n{\"a\":1}"), 2, 1, "more than 32 deep"},
    /* places count code points and line feeds */
    {BYTES("[\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\" x]"), 1, 8, "comma or ]"},
    {BYTES("[1,\r\n2,\r\n x]"), 3, 2, "true, false and null"},
};

static void test_accepts(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(accepted); ++i) {
        Error error = {0};
        if (!json_check(accepted[i].bytes, accepted[i].size, "a.json", &error))
            fail_msg("%s: %s: %s", accepted[i].bytes, error.place, error.sentence);
        Json *json = NULL;
        assert_true(json_parse(accepted[i].bytes, accepted[i].size, "a.json", &json, &error));
        json_free(json);
    }
}

static void test_refuses(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refused); ++i) {
        const Refused *row = &refused[i];
        Error error = {0};
        char place[64];
        snprintf(place, sizeof place, "a.json:%d:%d", row->line, row->column);
        if (json_check(row->bytes, row->size, "a.json", &error))
            fail_msg("%s: accepted", row->bytes);
        assert_int_equal(error.code, ERROR_JSON);
        if (strcmp(error.place, place) != 0 || !strstr(error.sentence, row->says))
            fail_msg("%s: expected %s: ...%s..., got %s: %s", row->bytes, place, row->says,
                     error.place, error.sentence);
        assert_non_null(strchr(error.sentence, ':')); /* what it is: what to do */
        Json *untouched = (Json *)&error;
        assert_false(json_parse(row->bytes, row->size, "a.json", &untouched, NULL));
        assert_ptr_equal(untouched, &error);
    }
}

/* Bytes copied to the exact size, so that ASan sees a read past the end. */
static void test_every_cut_of_a_document(void **state)
{
    (void)state;
    static const char whole[] =
        "{\"a\\u00e9\\uD83D\\uDE00\":[1.5e+3,true,null,\"\xC3\xA9\\n\"],\"b\":{}}";
    for (size_t size = 0; size < sizeof whole - 1; ++size) {
        char *cut = memory_new(size, 1);
        memcpy(cut, whole, size);
        Error error = {0};
        assert_false(json_check(cut, size, "cut", &error));
        assert_true(text_starts(error.place, "cut:1:"));
        free(cut);
    }
    assert_true(json_check(BYTES(whole), "whole", NULL));
}

static char *text_of_size(size_t size)
{
    char *text = memory_new(size, 1);
    memset(text, 'a', size);
    text[0] = text[size - 1] = '"';
    return text;
}

static void test_size_limit(void **state)
{
    (void)state;
    Error error = {0};
    char *text = text_of_size(JSON_MAX_BYTES);
    assert_true(json_check(text, JSON_MAX_BYTES, "big", &error));
    free(text);
    text = text_of_size(JSON_MAX_BYTES + 1);
    assert_false(json_check(text, JSON_MAX_BYTES + 1, "big", &error));
    assert_string_equal(error.place, "big:1:1");
    assert_string_equal(error.sentence,
                        "This is larger than 1024 KiB: split it into several files.");
    free(text);
}

/* 90,000 keys: a comparison of all pairs would take minutes. */
static void test_many_keys(void **state)
{
    (void)state;
    Text text;
    text_init(&text);
    for (int i = 0; i < 90000; ++i)
        text_addf(&text, "%c\"%05d\":1", i ? ',' : '{', i);
    text_add(&text, "}");
    assert_true(json_check(text.bytes, text.length, "many", NULL));
    text.bytes[--text.length] = '\0';
    text_add(&text, ",\n\"00007\":1}");
    Error error = {0};
    assert_false(json_check(text.bytes, text.length, "many", &error));
    assert_string_equal(error.place, "many:2:1");
    text_clear(&text);
}

static void test_deep_input_does_not_overflow(void **state)
{
    (void)state;
    char *deep = memory_new(JSON_MAX_BYTES, 1);
    memset(deep, '[', JSON_MAX_BYTES);
    Error error = {0};
    assert_false(json_check(deep, JSON_MAX_BYTES, "deep", &error));
    assert_string_equal(error.place, "deep:1:33");
    free(deep);
}

static void test_long_name_keeps_line_and_column(void **state)
{
    (void)state;
    char name[400];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    Error error = {0};
    assert_false(json_check(BYTES("[1,\n]"), name, &error));
    assert_string_equal(error.place + strlen(error.place) - 4, ":2:1");
    assert_true(text_starts(error.place, "\xE2\x80\xA6nn"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_accepts),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_every_cut_of_a_document),
        cmocka_unit_test(test_size_limit),
        cmocka_unit_test(test_many_keys),
        cmocka_unit_test(test_deep_input_does_not_overflow),
        cmocka_unit_test(test_long_name_keeps_line_and_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
