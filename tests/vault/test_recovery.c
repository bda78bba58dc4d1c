#include "vault/recovery.h"

#include "vault/seal.h"
#include "vault/secret.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const uint8_t known[RECOVERY_BYTES] = {0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77,
                                              0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF};

static void test_looks(void **state)
{
    (void)state;
    Recovery code;
    recovery_write(known, &code);
    assert_int_equal(strlen(code.text), 34);
    /* the 26 characters that Crockford's base 32 gives for this number, and two of check */
    assert_memory_equal(code.text, "0024-H36H-2NCS-VRH6-DAQF-6DVV-QZ", 32);
    for (size_t i = 0; i < 34; i++) {
        bool dash = i % 5 == 4;
        assert_true(dash ? code.text[i] == '-' : isalnum((unsigned char)code.text[i]));
        assert_null(strchr("ILOU", code.text[i]));
    }
}

static void test_there_and_back(void **state)
{
    (void)state;
    for (int i = 0; i < 200; i++) {
        uint8_t bytes[RECOVERY_BYTES], found[RECOVERY_BYTES];
        Recovery code;
        seal_random(bytes, sizeof bytes);
        recovery_write(bytes, &code);
        assert_true(recovery_read(code.text, found, NULL));
        assert_memory_equal(bytes, found, sizeof bytes);
    }
}

static void test_as_people_type(void **state)
{
    (void)state;
    Recovery code;
    uint8_t found[RECOVERY_BYTES];
    char typed[128] = " ";
    recovery_write(known, &code);
    size_t length = 1;
    for (const char *at = code.text; *at; at++) {
        char letter = (char)tolower((unsigned char)*at);
        typed[length++] = letter == '0' ? 'o' : letter == '1' ? 'l' : letter == '-' ? ' ' : letter;
    }
    assert_true(recovery_read(typed, found, NULL));
    assert_memory_equal(found, known, sizeof known);
}

static void test_refused(void **state)
{
    (void)state;
    Recovery code;
    recovery_write(known, &code);
    char longer[64], shorter[64], foreign[64];
    snprintf(longer, sizeof longer, "%s0", code.text);
    snprintf(shorter, sizeof shorter, "%.33s", code.text);
    snprintf(foreign, sizeof foreign, "U%s", code.text + 1);
    const char *const bad[] = {"",      "-",     "0",           longer,
                               shorter, foreign, "0000-0000\n", "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        uint8_t untouched[RECOVERY_BYTES] = {7};
        Error error = {0};
        assert_false(recovery_read(bad[i], untouched, &error));
        assert_int_equal(error.code, ERROR_REFUSED);
        assert_non_null(strstr(error.sentence, "7 groups of 4"));
        assert_int_equal(untouched[0], 7);
    }
}

/* The check finds nearly every slip: another character, or two neighbours turned round. */
static void test_slips(void **state)
{
    (void)state;
    static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    Recovery code;
    uint8_t found[RECOVERY_BYTES];
    int slips = 0, missed = 0;
    recovery_write(known, &code);
    for (size_t i = 0; i < 34; i++) {
        for (size_t a = 0; code.text[i] != '-' && a < 32; a++) {
            Recovery wrong = code;
            wrong.text[i] = alphabet[a];
            slips += wrong.text[i] != code.text[i];
            missed += wrong.text[i] != code.text[i] && recovery_read(wrong.text, found, NULL);
        }
    }
    assert_int_equal(slips, 28 * 31);
    assert_true(missed <= 6); /* of 868: one in 1024 is to be expected */
}

static void test_groups(void **state)
{
    (void)state;
    Recovery code;
    recovery_write(known, &code);
    assert_true(recovery_group_same(&code, 0, "0024"));
    assert_true(recovery_group_same(&code, 0, " oO24 "));
    assert_true(recovery_group_same(&code, 5, "6dvv"));
    assert_false(recovery_group_same(&code, 1, "0024"));
    assert_false(recovery_group_same(&code, 0, ""));
    assert_false(recovery_group_same(&code, 0, "002"));
    assert_false(recovery_group_same(&code, 0, "0024H"));
    assert_false(recovery_group_same(&code, 0, "002U"));
}

static int set_up(void **state)
{
    (void)state;
    return secret_ready(NULL) ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_looks),          cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_as_people_type), cmocka_unit_test(test_refused),
        cmocka_unit_test(test_slips),          cmocka_unit_test(test_groups),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
