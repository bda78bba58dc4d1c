/* Ids: shape, chance when it must be, the same when it must be. Shuffles: fair. */
#include "base/ids.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* First results of the reference splitmix64.c (Vigna) for the seed 1234567. */
static void test_chance_is_splitmix64(void **state)
{
    (void)state;
    static const uint64_t expected[] = {
        UINT64_C(6457827717110365317), UINT64_C(3203168211198807973), UINT64_C(9817491932198370423),
        UINT64_C(4593380528125082431), UINT64_C(16408922859458223821)};
    uint64_t seed = 1234567;
    for (size_t i = 0; i < COUNT(expected); ++i)
        assert_true(chance_next(&seed) == expected[i]);
}

static void test_same_seed_same_ids(void **state)
{
    (void)state;
    uint64_t one = 42, other = 42;
    IdSource a = ids_seeded(&one), b = ids_seeded(&other);
    for (int i = 0; i < 100; ++i) {
        Id id = id_new(&a);
        assert_true(id_same(id, id_new(&b)));
        assert_true(id_valid(id.text));
    }
    assert_true(ids_seed(&a) == ids_seed(&b));
    other = 43;
    assert_false(id_same(id_new(&a), id_new(&b)));
}

static void test_system_ids_differ(void **state)
{
    (void)state;
    IdSource source = ids_system();
    Id ids[200];
    for (size_t i = 0; i < COUNT(ids); ++i) {
        ids[i] = id_new(&source);
        assert_true(id_valid(ids[i].text));
        for (size_t k = 0; k < i; ++k)
            assert_false(id_same(ids[i], ids[k]));
    }
}

static void test_seeds_fit_json(void **state)
{
    (void)state;
    uint64_t chance = 7, largest = 0;
    IdSource source = ids_seeded(&chance);
    for (int i = 0; i < 1000; ++i) {
        uint64_t seed = ids_seed(&source);
        largest = seed > largest ? seed : largest;
    }
    assert_true(largest <= (UINT64_C(1) << 53) - 1);
    assert_true(largest > UINT64_C(1) << 52);
}

static void test_valid(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool valid;
    } rows[] = {
        {"0123456789abcdef", true},      {"ghjkmnpqrstvwxyz", true},
        {"0000000000000000", true},      {"", false},
        {"0123456789abcde", false},      {"0123456789abcdef0", false},
        {"0123456789abcdei", false},     {"0123456789abcdel", false},
        {"0123456789abcdeo", false},     {"0123456789abcdeu", false},
        {"0123456789ABCDEF", false},     {"0123456789abcde ", false},
        {"0123456789abcd\u00E9", false}, {NULL, false},
    };
    for (size_t i = 0; i < COUNT(rows); ++i) {
        Id id = {"untouched"};
        assert_int_equal(id_valid(rows[i].text), rows[i].valid);
        assert_int_equal(id_parse(rows[i].text, &id), rows[i].valid);
        assert_string_equal(id.text, rows[i].valid ? rows[i].text : "untouched");
    }
}

static void test_every_letter_occurs(void **state)
{
    (void)state;
    uint64_t chance = 1;
    IdSource source = ids_seeded(&chance);
    size_t seen[256] = {0};
    for (int i = 0; i < 2000; ++i) {
        Id id = id_new(&source);
        for (size_t k = 0; k < ID_LENGTH; ++k)
            ++seen[(unsigned char)id.text[k]];
    }
    for (const char *letter = "0123456789abcdefghjkmnpqrstvwxyz"; *letter; ++letter)
        assert_in_range(seen[(unsigned char)*letter], 850, 1150); /* 1000 expected */
}

static void test_below(void **state)
{
    (void)state;
    uint64_t chance = 3;
    size_t seen[6] = {0};
    for (int i = 0; i < 6000; ++i)
        ++seen[chance_below(&chance, 6)];
    for (size_t i = 0; i < 6; ++i)
        assert_in_range(seen[i], 880, 1120);
    assert_int_equal(chance_below(&chance, 1), 0);
    assert_true(chance_below(&chance, SIZE_MAX) < SIZE_MAX);
}

/* All 24 orders of four come about equally often. */
static void test_shuffle_is_fair(void **state)
{
    (void)state;
    uint64_t chance = 9;
    size_t seen[256] = {0}, orders = 0;
    for (int i = 0; i < 24000; ++i) {
        int order[] = {0, 1, 2, 3};
        chance_shuffle(&chance, order, 4);
        ++seen[order[0] * 64 + order[1] * 16 + order[2] * 4 + order[3]];
    }
    for (size_t i = 0; i < COUNT(seen); ++i) {
        if (seen[i] == 0)
            continue;
        assert_in_range(seen[i], 850, 1150);
        ++orders;
    }
    assert_int_equal(orders, 24);
}

static void test_shuffle_of_few(void **state)
{
    (void)state;
    uint64_t chance = 9;
    int one[] = {5};
    chance_shuffle(&chance, one, 1);
    chance_shuffle(&chance, one, 0);
    assert_int_equal(one[0], 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chance_is_splitmix64),
        cmocka_unit_test(test_same_seed_same_ids),
        cmocka_unit_test(test_system_ids_differ),
        cmocka_unit_test(test_seeds_fit_json),
        cmocka_unit_test(test_valid),
        cmocka_unit_test(test_every_letter_occurs),
        cmocka_unit_test(test_below),
        cmocka_unit_test(test_shuffle_is_fair),
        cmocka_unit_test(test_shuffle_of_few),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
