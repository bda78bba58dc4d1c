/* Destroyed keys: gone from the file for good, remembered, and never made anew. */
#include "base/file.h"
#include "store/folder.h"
#include "vault/erased.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { KEY_FILE_LEAST = 512 };

#define PASSPHRASE "moss kettle otter plum fjord"

static const Id family = {"0123456789abcdef"}, neighbors = {"fedcba9876543210"};

static Vault *fresh(const char *folder, Recovery *code)
{
    IdSource chance = ids_system();
    Vault *vault;
    recovery_new(&chance, code);
    assert_true(vault_make(VAULT_TRIAL, PASSPHRASE, code, &vault, NULL));
    assert_true(vault_place(vault, folder, NULL));
    return vault;
}

static Sealed seal(Vault *vault, Id owner)
{
    Sealed sealed;
    SealPlace place = {.epoch = 1, .sequence = 7};
    assert_true(vault_seal(vault, owner, &place, "what a child said", 17, &sealed, NULL));
    return sealed;
}

static bool opens(const Vault *vault, const Sealed *sealed)
{
    SealPlace place = {.epoch = 1, .sequence = 7};
    char *plain;
    size_t size;
    Id owner;
    bool opened = vault_unseal(vault, &place, sealed, &plain, &size, &owner);
    if (opened) {
        free(plain);
    }
    return opened;
}

static Erased erased_now(void)
{
    Erased erased = {.owner = family, .why = 2, .at = 1767225600000};
    memset(erased.sum, 9, sizeof erased.sum);
    return erased;
}

static void assert_remembered(const Vault *vault, bool done)
{
    Erased found;
    assert_true(vault_erased_at(vault, 0, &found));
    assert_string_equal(found.owner.text, family.text);
    assert_int_equal(found.why, 2);
    assert_int_equal(found.at, 1767225600000);
    assert_int_equal(found.sum[31], 9);
    assert_int_equal(found.done, done);
    assert_true(vault_erased_key(vault, found.key));
    assert_false(vault_erased_at(vault, 1, &found));
}

/* Passphrase, recovery code and the file: none of them opens it. */
static void destroyed_for_good(void **state)
{
    Recovery code;
    Vault *vault = fresh(*state, &code);
    Sealed ours = seal(vault, family), theirs = seal(vault, neighbors);
    uint8_t key[SEAL_ID];
    Erased erased = erased_now();
    assert_true(vault_key_of(vault, family, key));
    assert_true(vault_erase(vault, &erased, NULL));
    assert_false(vault_key_of(vault, family, key));
    assert_false(opens(vault, &ours));
    assert_true(opens(vault, &theirs));
    assert_remembered(vault, false);
    assert_true(vault_erasing_done(vault, NULL));
    vault_close(vault);

    assert_true(vault_open(*state, VAULT_TRIAL, PASSPHRASE, &vault, NULL));
    assert_remembered(vault, true);
    assert_false(opens(vault, &ours));
    assert_true(opens(vault, &theirs));
    vault_close(vault);
    assert_true(vault_open_with_code(*state, VAULT_TRIAL, code.text, &vault, NULL));
    assert_false(opens(vault, &ours));
    vault_close(vault);
    free(ours.bytes);
    free(theirs.bytes);
}

static void never_made_anew(void **state)
{
    Recovery code;
    Vault *vault = fresh(*state, &code);
    Sealed ours = seal(vault, family);
    SealPlace place = {.sequence = 8};
    uint8_t public_key[INBOX_KEY], box[INBOX_MORE + 1], opened[1];
    Erased erased = erased_now();
    Error error = {0};
    Sealed none;
    assert_true(vault_inbox(vault, family, public_key, NULL));
    assert_true(inbox_seal(public_key, "x", 1, box));
    assert_true(vault_inbox_open(vault, family, box, sizeof box, opened));
    assert_true(vault_erase(vault, &erased, NULL));
    assert_false(vault_inbox_open(vault, family, box, sizeof box, opened));
    assert_false(vault_inbox(vault, family, public_key, NULL));
    assert_false(vault_seal(vault, family, &place, "x", 1, &none, &error));
    assert_int_equal(error.code, ERROR_REFUSED);
    assert_non_null(strstr(error.sentence, "was erased"));
    assert_false(vault_erase(vault, &erased, NULL));
    erased.owner = neighbors; /* never had any */
    assert_false(vault_erase(vault, &erased, NULL));
    vault_close(vault);
    free(ours.bytes);
}

/* The key file of before, by a hand that still lies on it: zeros. */
static void the_old_file_is_overwritten(void **state)
{
    Recovery code;
    Vault *vault = fresh(*state, &code);
    Sealed ours = seal(vault, family);
    char *path = path_join(*state, VAULT_FILE);
    uint8_t bytes[4096];
    Erased erased = erased_now();
    int old = open(path, O_RDONLY);
    assert_true(vault_erase(vault, &erased, NULL));
    ssize_t size = read(old, bytes, sizeof bytes);
    assert_true(size > KEY_FILE_LEAST);
    for (ssize_t i = 0; i < size; i++) {
        assert_int_equal(bytes[i], 0);
    }
    close(old);
    vault_close(vault);
    free(path);
    free(ours.bytes);
}

/* When the disk does not take it, everything is as it was. */
static void not_kept_not_erased(void **state)
{
    Recovery code;
    Vault *vault = fresh(*state, &code);
    Sealed ours = seal(vault, family);
    Erased erased = erased_now(), none;
    char away[256];
    snprintf(away, sizeof away, "%s-away", (const char *)*state);
    assert_int_equal(rename(*state, away), 0);
    assert_false(vault_erase(vault, &erased, NULL));
    assert_int_equal(rename(away, *state), 0);
    assert_true(opens(vault, &ours));
    assert_false(vault_erased_at(vault, 0, &none));
    vault_close(vault);
    assert_true(vault_open(*state, VAULT_TRIAL, PASSPHRASE, &vault, NULL));
    assert_true(opens(vault, &ours));
    vault_close(vault);
    free(ours.bytes);
}

static void sums_differ(void **state)
{
    (void)state;
    SealPlace place = {.epoch = 1, .sequence = 1};
    uint8_t hash[SEAL_HASH] = {1}, one[SEAL_HASH] = {0}, other[SEAL_HASH] = {0};
    erased_sum(one, &place, hash);
    erased_sum(other, &place, hash);
    assert_memory_equal(one, other, SEAL_HASH);
    place.sequence = 2;
    erased_sum(one, &place, hash);
    place.device[0] = 1;
    erased_sum(other, &place, hash);
    assert_memory_not_equal(one, other, SEAL_HASH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(destroyed_for_good, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(never_made_anew, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(the_old_file_is_overwritten, folder_set_up,
                                        folder_tear_down),
        cmocka_unit_test_setup_teardown(not_kept_not_erased, folder_set_up, folder_tear_down),
        cmocka_unit_test(sums_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
