/* A proof knows its secret again, says nothing of it, and a strange one costs nothing. */
#include "vault/proof.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static void it_knows_its_secret(void **state)
{
    (void)state;
    static const VaultKind kinds[] = {VAULT_TRIAL, VAULT_REAL};
    for (size_t i = 0; i < 2; i++) {
        char proof[PROOF_BYTES], again[PROOF_BYTES];
        assert_true(proof_make(kinds[i], "pin:739150", proof, NULL));
        assert_true(proof_fits(proof, "pin:739150"));
        assert_false(proof_fits(proof, "pin:739151"));
        assert_false(proof_fits(proof, "pin:73915"));
        assert_false(proof_fits(proof, ""));
        assert_null(strstr(proof, "739150"));
        assert_true(proof_make(kinds[i], "pin:739150", again, NULL));
        assert_string_not_equal(proof, again); /* salted */
    }
}

/* As cheap as no work at all, or this would never come to an end. */
static void strange_ones_are_not_tried(void **state)
{
    (void)state;
    static const char *const strange[] = {
        "",
        "$",
        "boat kite boat",
        "$argon2id$v=19$m=4294967295,t=4294967295,p=1$YWJjZGVmZ2hpamtsbW5vcA$YQ",
        "$argon2id$v=19$m=65536,t=2,p=1$",
        "$argon2id$v=19$m=65536,t=2,p=1$$",
        "$argon2id$v=19$m=8,t=1,p=1$YWJjZGVmZ2hpamtsbW5vcA$",
        "$argon2i$v=19$m=65536,t=2,p=1$YWJjZGVmZ2hpamtsbW5vcA$YQ",
    };
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        assert_false(proof_fits(strange[i], "boat kite boat"));
    }
    char endless[PROOF_BYTES];
    memset(endless, '$', sizeof endless);
    assert_false(proof_fits(endless, "boat kite boat"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_knows_its_secret),
        cmocka_unit_test(strange_ones_are_not_tried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
