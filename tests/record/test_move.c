/* Moves as JSON: only the parts that are there, strict both ways. */
#include "record/move.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

static char *written(const Move *move)
{
    Json *object = json_object_new();
    move_write(move, object);
    char *text = json_print(object, false);
    json_free(object);
    return text;
}

static bool read(const char *text, Move *out, Error *error)
{
    Json *json;
    assert_true(json_parse(text, strlen(text), "move", &json, NULL));
    bool done = move_read(json, "here", out, error);
    json_free(json);
    return done;
}

static void test_round_trip(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{\"verb\":\"next\"}",
        "{\"verb\":\"place\",\"page\":\"p1\",\"item\":\"cat\",\"value\":-3,\"text\":\"\\\"\"}",
        "{\"verb\":\"place\",\"target\":\"box\"}",
        "{\"verb\":\"rate\",\"value\":2147483647}",
        "{\"verb\":\"told\",\"page\":\"p1\",\"seat\":\"child\"}",
        "{\"verb\":\"told\",\"seat\":\"adult\"}",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        Move move, again;
        assert_true(read(texts[i], &move, NULL));
        char *text = written(&move);
        assert_string_equal(text, texts[i]);
        assert_true(read(text, &again, NULL));
        assert_true(move_same(&move, &again));
        free(text);
    }
}

static void test_same(void **state)
{
    (void)state;
    Move move = move_of("choose", "p1", "cat");
    Move others[] = {move, move, move, move, move, move, move};
    others[0].verb[0] = 'x';
    others[1].page[0] = 'x';
    others[2].item[0] = 'x';
    others[3].target[0] = 'x';
    others[4].value = 1;
    others[5].text[0] = 'x';
    others[6].seat = SEAT_ADULT;
    for (size_t i = 0; i < COUNT(others); i++) {
        assert_false(move_same(&move, &others[i]));
    }
    assert_true(move_same(&move, &move));
}

static void test_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{}",
        "[]",
        "\"next\"",
        "null",
        "{\"verb\":\"\"}",
        "{\"verb\":7}",
        "{\"item\":\"cat\"}",
        "{\"verb\":\"next\",\"value\":0}",
        "{\"verb\":\"next\",\"value\":2147483648}",
        "{\"verb\":\"next\",\"value\":1.5}",
        "{\"verb\":\"next\",\"value\":\"1\"}",
        "{\"verb\":\"next\",\"text\":\"\"}",
        "{\"verb\":\"next\",\"seat\":\"\"}",
        "{\"verb\":\"next\",\"seat\":\"helper\"}",
        "{\"verb\":\"next\",\"seat\":1}",
        "{\"verb\":\"next\",\"Item\":\"cat\"}",
        "{\"verb\":\"next\",\"item\":null}",
        "{\"verb\":\"a-verb-that-is-much-too-long\"}",
        "{\"verb\":\"next\",\"item\":\"123456789012345678901234567890123456789012345678\"}",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        Move move = move_of("before", "", "");
        Error error = {0};
        assert_false(read(texts[i], &move, &error));
        assert_int_equal(error.code, ERROR_DAMAGED);
        assert_string_equal(error.place, "here");
        assert_string_equal(move.verb, "before");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_same),
        cmocka_unit_test(test_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
