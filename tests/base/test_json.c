/* The tree: getters, builders, and what is printed parses to the same. */
#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

static Json *parsed(const char *text)
{
    Json *json = NULL;
    Error error = {0};
    if (!json_parse(text, strlen(text), "test", &json, &error))
        fail_msg("%s: %s: %s", text, error.place, error.sentence);
    return json;
}

static void test_types(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        JsonType type;
        const char *name;
    } rows[] = {
        {"null", JSON_NULL, "null"},    {"true", JSON_BOOL, "true or false"},
        {"1", JSON_NUMBER, "a number"}, {"\"a\"", JSON_STRING, "text"},
        {"[1]", JSON_ARRAY, "a list"},  {"{\"a\":1}", JSON_OBJECT, "an object"},
    };
    for (size_t i = 0; i < COUNT(rows); ++i) {
        Json *json = parsed(rows[i].text);
        assert_int_equal(json_type(json), rows[i].type);
        assert_string_equal(json_type_name(rows[i].type), rows[i].name);
        json_free(json);
    }
}

static void test_walks_members(void **state)
{
    (void)state;
    Json *json = parsed("{\"a\":[10,20],\"B\":{},\"b\":\"x\"}");
    assert_int_equal(json_count(json), 3);
    const Json *a = json_first(json);
    assert_string_equal(json_key(a), "a");
    assert_int_equal(json_count(a), 2);
    assert_null(json_key(json_first(a)));
    assert_null(json_next(json_next(json_first(a))));
    assert_null(json_first(json_next(a)));
    assert_int_equal(json_count(json_get(json, "b")), 0);
    assert_null(json_key(json));
    json_free(json);
    json_free(NULL);
}

static void test_get_minds_case(void **state)
{
    (void)state;
    Json *json = parsed("{\"Name\":1,\"name\":2}");
    int64_t value = 0;
    assert_true(json_integer(json_get(json, "name"), &value));
    assert_int_equal(value, 2);
    assert_null(json_get(json, "NAME"));
    assert_null(json_get(json_first(json), "name"));
    json_free(json);
}

static void test_integers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool whole;
        int64_t value;
    } rows[] = {
        {"0", true, 0},      {"-0", true, 0},
        {"-7", true, -7},    {"1e3", true, 1000},
        {"2.0", true, 2},    {"9007199254740991", true, 9007199254740991},
        {"2.5", false, 0},   {"-9007199254740991", true, -9007199254740991},
        {"1e300", false, 0}, {"9007199254740992.0", false, 0},
        {"\"1\"", false, 0}, {"true", false, 0},
        {"null", false, 0},  {"[1]", false, 0},
    };
    for (size_t i = 0; i < COUNT(rows); ++i) {
        Json *json = parsed(rows[i].text);
        int64_t value = 77;
        assert_int_equal(json_integer(json, &value), rows[i].whole);
        assert_int_equal(value, rows[i].whole ? rows[i].value : 77);
        json_free(json);
    }
}

static void test_wrong_types_leave_out_alone(void **state)
{
    (void)state;
    Json *json = parsed("\"12\"");
    bool flag = true;
    double number = 7;
    assert_false(json_bool(json, &flag));
    assert_false(json_number(json, &number));
    assert_true(flag);
    assert_true(number >= 7 && number <= 7);
    assert_string_equal(json_string(json), "12");
    json_free(json);
    json = parsed("false");
    assert_null(json_string(json));
    assert_true(json_bool(json, &flag));
    assert_false(flag);
    json_free(json);
}

static void test_unescapes(void **state)
{
    (void)state;
    Json *json = parsed("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\\uFEFF\"");
    assert_string_equal(json_string(json), "\"\\/\b\f\n\r\t\xC3\xA9\xF0\x9F\x98\x80\xEF\xBB\xBF");
    json_free(json);
}

/* Compact form of each is the text itself. */
static void test_prints_what_was_parsed(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "null",
        "true",
        "[]",
        "{}",
        "-5",
        "9007199254740991",
        "-9007199254740991",
        "0.1",
        "0.30000000000000004",
        "1.7976931348623157e+308",
        "4.94065645841247e-324",
        "0.3333333333333333",
        "1e+100",
        "9007199254740992.0", /* without the point it would be refused */
        "-9999999999999942.0",
        "\"\"",
        "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F\xC3\xA9\xF0\x9F\x98\x80\"",
        "[1,[2,[]],{\"a\":{}}]",
        "{\"b\":1,\"a\":[true,false,null],\"\":\"\",\"\\\"\":2}",
    };
    for (size_t i = 0; i < COUNT(texts); ++i) {
        Json *json = parsed(texts[i]);
        char *printed = json_print(json, false);
        assert_string_equal(printed, texts[i]);
        char *pretty = json_print(json, true);
        Json *again = parsed(pretty);
        char *reprinted = json_print(again, false);
        assert_string_equal(reprinted, texts[i]);
        free(printed);
        free(pretty);
        free(reprinted);
        json_free(json);
        json_free(again);
    }
}

static void test_pretty_form(void **state)
{
    (void)state;
    Json *json = parsed("{\"a\":[1,2],\"b\":{},\"c\":[]}");
    char *pretty = json_print(json, true);
    assert_string_equal(pretty,
                        "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": []\n}\n");
    free(pretty);
    json_free(json);
}

static void test_builds(void **state)
{
    (void)state;
    Json *json = json_object_new();
    json_add_string(json, "name", "caf\xC3\xA9");
    json_add_integer(json, "seed", 9007199254740991);
    json_add_bool(json, "kept", true);
    Json *moves = json_add_array(json, "moves");
    json_add_integer(moves, NULL, -1);
    json_add_string(moves, NULL, "a\nb");
    json_add_bool(moves, NULL, false);
    json_add_array(json_add_object(moves, NULL), "in");
    char *printed = json_print(json, false);
    assert_string_equal(printed,
                        "{\"name\":\"caf\xC3\xA9\",\"seed\":9007199254740991,\"kept\":true,"
                        "\"moves\":[-1,\"a\\nb\",false,{\"in\":[]}]}");
    assert_true(json_check(printed, strlen(printed), "built", NULL));
    free(printed);
    json_free(json);
    json_free(json_array_new());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_walks_members),
        cmocka_unit_test(test_get_minds_case),
        cmocka_unit_test(test_integers),
        cmocka_unit_test(test_wrong_types_leave_out_alone),
        cmocka_unit_test(test_unescapes),
        cmocka_unit_test(test_prints_what_was_parsed),
        cmocka_unit_test(test_pretty_form),
        cmocka_unit_test(test_builds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
