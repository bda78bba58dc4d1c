/* The fuzz target of moves on bytes of chance, so that it runs where there is no fuzzer. */
#include "activity/fixture.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { INPUTS = 1500, BYTES = 400 };

static void any_bytes_are_played(void **state)
{
    (void)state;
    uint64_t chance = 1;
    for (int i = 0; i < INPUTS; i++) {
        uint8_t bytes[BYTES];
        size_t size = chance_below(&chance, BYTES + 1);
        for (size_t b = 0; b < size; b++) {
            bytes[b] = (uint8_t)chance_next(&chance);
        }
        assert_int_equal(LLVMFuzzerTestOneInput(bytes, size), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_bytes_are_played),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
