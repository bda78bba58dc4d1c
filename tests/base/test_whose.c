/* Whose something is, and what goes with whom. */
#include "base/whose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const Id harbor = {"0123456789abcdef"}, hill = {"fedcba9876543210"};
static const Id kid = {"aaaaaaaaaaaaaaaa"}, mom = {"bbbbbbbbbbbbbbbb"}, dad = {"cccccccccccccccc"};

static void test_two_in_either_order(void **state)
{
    (void)state;
    Whose one = whose_two(harbor, kid, mom), other = whose_two(harbor, mom, kid);
    Whose others = whose_two(harbor, mom, dad);
    assert_true(whose_same(&one, &other));
    assert_false(whose_same(&one, &others));
    assert_true(id_same(one.one, kid));
}

static void test_what_goes_with_what(void **state)
{
    (void)state;
    const Whose all = whose_case(harbor), neighbors = whose_case(hill),
                child = whose_person(harbor, kid), mother = whose_person(harbor, mom),
                away = whose_person(hill, kid), with_mom = whose_two(harbor, kid, mom),
                with_dad = whose_two(harbor, dad, kid), adults = whose_two(harbor, mom, dad),
                nobody = whose_case((Id){""});
    const struct {
        const Whose *what, *erased;
        bool goes;
    } rows[] = {
        {&all, &all, true},
        {&child, &all, true},
        {&with_mom, &all, true},
        {&neighbors, &all, false},
        {&away, &all, false},
        {&nobody, &all, false},
        {&child, &child, true},
        {&with_mom, &child, true},
        {&with_dad, &child, true},
        {&adults, &child, false},
        {&mother, &child, false},
        {&all, &child, false},
        {&away, &child, false},
        {&with_mom, &mother, true},
        {&adults, &mother, true},
        {&with_dad, &mother, false},
        {&with_mom, &with_mom, true},
        {&child, &with_mom, false},
        {&with_dad, &with_mom, false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (whose_goes_with(rows[i].what, rows[i].erased) != rows[i].goes) {
            fail_msg("row %zu", i);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_in_either_order),
        cmocka_unit_test(test_what_goes_with_what),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
