/* Making, opening and changing a vault, and what a thief of its file is up against. */
#include "vault/seal.h"
#include "vault/vault.h"

#include "base/file.h"
#include "base/memory.h"
#include "store/folder.h"
#include "vault/key_ring.h"
#include "vault/passphrase.h"
#include "vault/secret.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#define PASSPHRASE "moss kettle otter plum fjord"
#define OTHER "amber lantern quilt robin thyme"

static const Whose nobody = {.family = {""}}, family = {.family = {"0123456789abcdef"}},
                   neighbors = {.family = {"fedcba9876543210"}};

static char *file_in(const char *folder)
{
    return path_join(folder, VAULT_FILE);
}

static char *bytes_of(const char *folder, size_t *size)
{
    char *path = file_in(folder), *bytes;
    assert_true(file_read(path, 1u << 20, &bytes, size, NULL));
    free(path);
    return bytes;
}

static void put_back(const char *folder, const char *bytes, size_t size)
{
    char *path = file_in(folder);
    assert_true(file_write(path, bytes, size, NULL));
    free(path);
}

static void new_code(Recovery *code)
{
    IdSource chance = ids_system();
    recovery_new(&chance, code);
}

static Vault *made(const char *folder, VaultKind kind, Recovery *code)
{
    Vault *vault;
    Error error = {0};
    new_code(code);
    if (!vault_make(kind, PASSPHRASE, code, &vault, &error) ||
        !vault_place(vault, folder, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    return vault;
}

static Vault *opened(const char *folder, const char *passphrase)
{
    Vault *vault;
    Error error = {0};
    if (!vault_open(folder, VAULT_TRIAL, passphrase, &vault, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    return vault;
}

static const SealPlace somewhere = {.epoch = 1, .sequence = 5};

static Sealed sealed_words(Vault *vault, Whose owner)
{
    Sealed sealed;
    assert_true(vault_seal(vault, &owner, &somewhere, "words", 5, &sealed, NULL));
    return sealed;
}

static bool reads(const Vault *vault, const Sealed *sealed, Whose owner)
{
    char *plain;
    size_t size;
    Whose found;
    if (!vault_unseal(vault, &somewhere, sealed, &plain, &size, &found)) {
        return false;
    }
    assert_int_equal(size, 5);
    assert_string_equal(plain, "words");
    assert_true(whose_same(&found, &owner));
    free(plain);
    return true;
}

static void assert_opens_not(const char *folder, VaultKind kind, const char *passphrase,
                             ErrorCode code, const char *says)
{
    Vault *vault = NULL;
    Error error = {0};
    assert_false(vault_open(folder, kind, passphrase, &vault, &error));
    assert_null(vault);
    if (error.code != code || !strstr(error.sentence, says)) {
        fail_msg("expected %d ...%s..., got %d %s", (int)code, says, (int)error.code,
                 error.sentence);
    }
}

/* ---- as it is meant ---- */

static void test_made_and_opened(void **state)
{
    Recovery code;
    assert_false(vault_exists(*state));
    Vault *vault = made(*state, VAULT_TRIAL, &code);
    assert_true(vault_exists(*state));
    Sealed global = sealed_words(vault, nobody), own = sealed_words(vault, family);
    vault_close(vault);

    vault = opened(*state, PASSPHRASE);
    assert_true(reads(vault, &global, nobody));
    assert_true(reads(vault, &own, family));
    vault_close(vault);

    assert_true(vault_open_with_code(*state, VAULT_TRIAL, code.text, &vault, NULL));
    assert_true(reads(vault, &own, family));
    vault_close(vault);
    free(global.bytes);
    free(own.bytes);
}

static void test_real_one(void **state)
{
    Recovery code;
    Vault *vault = made(*state, VAULT_REAL, &code);
    vault_close(vault);
    size_t size;
    char *bytes = bytes_of(*state, &size);
    assert_memory_equal(bytes + 36, "\0\0\0\3\0\4\0\0", 8); /* 3 passes, 256 MiB */
    free(bytes);
    assert_true(vault_open(*state, VAULT_REAL, PASSPHRASE, &vault, NULL));
    vault_close(vault);
    assert_opens_not(*state, VAULT_TRIAL, PASSPHRASE, ERROR_REFUSED, "a real record");
}

static void test_trial_is_no_real_one(void **state)
{
    Recovery code;
    vault_close(made(*state, VAULT_TRIAL, &code));
    assert_opens_not(*state, VAULT_REAL, PASSPHRASE, ERROR_REFUSED, "protect nothing");
}

static void test_file_is_its_users(void **state)
{
    Recovery code;
    struct stat info;
    vault_close(made(*state, VAULT_TRIAL, &code));
    char *path = file_in(*state);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    free(path);
}

static void test_never_over_another(void **state)
{
    Recovery code;
    size_t size, size_after;
    vault_close(made(*state, VAULT_TRIAL, &code));
    char *before = bytes_of(*state, &size);
    Vault *second;
    Error error = {0};
    assert_true(vault_make(VAULT_TRIAL, OTHER, &code, &second, NULL));
    assert_false(vault_place(second, *state, &error));
    assert_non_null(strstr(error.sentence, "keys in this folder already"));
    vault_close(second);
    char *after = bytes_of(*state, &size_after);
    assert_int_equal(size, size_after);
    assert_memory_equal(before, after, size);
    free(before);
    free(after);
}

/* ---- wrong ones ---- */

static void test_wrong_passphrases(void **state)
{
    static const char *const wrong[] = {"",
                                        " ",
                                        "moss kettle otter plum",
                                        "moss kettle otter plum fjor",
                                        "Moss kettle otter plum fjord",
                                        "moss kettle otter plum fjord.",
                                        OTHER};
    Recovery code;
    size_t size, size_after;
    vault_close(made(*state, VAULT_TRIAL, &code));
    char *before = bytes_of(*state, &size);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_opens_not(*state, VAULT_TRIAL, wrong[i], ERROR_REFUSED,
                         "This passphrase does not open it. Look at the keyboard and try again.");
    }
    char *after = bytes_of(*state, &size_after);
    assert_int_equal(size, size_after);
    assert_memory_equal(before, after, size);
    free(before);
    free(after);
}

static void test_wrong_codes(void **state)
{
    Recovery code, other;
    Vault *vault;
    Error error = {0};
    vault_close(made(*state, VAULT_TRIAL, &code));
    recovery_write((const uint8_t[RECOVERY_BYTES]){1, 2, 3}, &other);
    assert_false(vault_open_with_code(*state, VAULT_TRIAL, other.text, &vault, &error));
    assert_non_null(strstr(error.sentence, "does not open it"));
    code.text[0] = code.text[0] == '7' ? '6' : '7';
    assert_false(vault_open_with_code(*state, VAULT_TRIAL, code.text, &vault, &error));
    assert_non_null(strstr(error.sentence, "no whole recovery code"));
}

static void test_is_passphrase(void **state)
{
    Recovery code;
    Vault *vault = made(*state, VAULT_TRIAL, &code);
    assert_true(vault_is_passphrase(vault, " moss  kettle otter plum fjord", NULL));
    Error error = {0};
    assert_false(vault_is_passphrase(vault, OTHER, &error));
    assert_int_equal(error.code, ERROR_REFUSED);
    vault_close(vault);
}

static void test_not_there(void **state)
{
    assert_opens_not(*state, VAULT_TRIAL, PASSPHRASE, ERROR_MISSING, "no such file");
}

/* ---- changes ---- */

static void test_change_of_passphrase(void **state)
{
    Recovery code;
    Vault *vault = made(*state, VAULT_TRIAL, &code);
    Sealed own = sealed_words(vault, family);
    assert_true(vault_change_passphrase(vault, OTHER, NULL));
    vault_close(vault);
    assert_opens_not(*state, VAULT_TRIAL, PASSPHRASE, ERROR_REFUSED, "does not open it");
    vault = opened(*state, OTHER);
    assert_true(reads(vault, &own, family));
    vault_close(vault);
    assert_true(vault_open_with_code(*state, VAULT_TRIAL, code.text, &vault, NULL));
    vault_close(vault);
    free(own.bytes);
}

static void test_new_code(void **state)
{
    Recovery old, fresh;
    Vault *vault = made(*state, VAULT_TRIAL, &old);
    new_code(&fresh);
    assert_string_not_equal(old.text, fresh.text);
    assert_true(vault_change_code(vault, &fresh, NULL));
    vault_close(vault);
    assert_false(vault_open_with_code(*state, VAULT_TRIAL, old.text, &vault, NULL));
    assert_true(vault_open_with_code(*state, VAULT_TRIAL, fresh.text, &vault, NULL));
    vault_close(vault);
    vault_close(opened(*state, PASSPHRASE));
}

/* After rewrapping, not even the old file's master key opens the new file's ring. */
static void test_rewrap(void **state)
{
    Recovery old, fresh;
    size_t old_size, size;
    Vault *vault = made(*state, VAULT_TRIAL, &old);
    Sealed own = sealed_words(vault, family);
    char *before = bytes_of(*state, &old_size);
    new_code(&fresh);
    assert_true(vault_rewrap(vault, OTHER, &fresh, NULL));
    assert_true(reads(vault, &own, family));
    vault_close(vault);
    vault = opened(*state, OTHER);
    assert_true(reads(vault, &own, family));
    vault_close(vault);
    assert_false(vault_open_with_code(*state, VAULT_TRIAL, old.text, &vault, NULL));
    /* the old slots before the new ring */
    char *after = bytes_of(*state, &size);
    assert_int_equal(old_size, size);
    memcpy(after, before, 36 + 256);
    put_back(*state, after, size);
    assert_opens_not(*state, VAULT_TRIAL, PASSPHRASE, ERROR_DAMAGED, "damaged");
    free(before);
    free(after);
    free(own.bytes);
}

/* Nothing can be written: all stays as it was, in the file and in memory. */
static void test_change_fails(void **state)
{
    Recovery code, other;
    Vault *vault = made(*state, VAULT_TRIAL, &code);
    Sealed own = sealed_words(vault, family), never;
    char *moved = path_join(*state, "away"), *path = file_in(*state), *block;
    size_t size;
    assert_int_equal(rename(path, moved), 0);
    block = path_join(path, "in the way"); /* a folder where the file should go */
    assert_true(folder_make(block, NULL));
    Error error = {0};
    new_code(&other);
    assert_false(vault_change_passphrase(vault, OTHER, &error));
    assert_false(vault_change_code(vault, &other, &error));
    assert_false(vault_rewrap(vault, OTHER, &other, &error));
    assert_false(vault_seal(vault, &neighbors, &somewhere, "words", 5, &never, &error));
    assert_int_equal(error.code, ERROR_WRITE);
    assert_int_equal(remove(block) | remove(path) | rename(moved, path), 0);
    assert_true(vault_is_passphrase(vault, PASSPHRASE, NULL));
    assert_true(reads(vault, &own, family));
    Sealed later = sealed_words(vault, neighbors);
    vault_close(vault);
    vault = opened(*state, PASSPHRASE);
    assert_true(reads(vault, &own, family));
    assert_true(reads(vault, &later, neighbors));
    vault_close(vault);
    char *bytes = bytes_of(*state, &size);
    free(bytes);
    free(own.bytes);
    free(later.bytes);
    free(moved);
    free(path);
    free(block);
}

/* ---- a changed file ---- */

static void test_every_byte_counts(void **state)
{
    Recovery code;
    size_t size;
    vault_close(made(*state, VAULT_TRIAL, &code));
    char *bytes = bytes_of(*state, &size);
    for (size_t i = 0; i < size; i++) {
        Vault *vault;
        bytes[i] ^= 1;
        put_back(*state, bytes, size);
        assert_false(vault_open(*state, VAULT_TRIAL, PASSPHRASE, &vault, NULL));
        bytes[i] ^= 1;
    }
    free(bytes);
}

/* The ring of an earlier file does not fit the slots of a later one. */
static void test_old_ring(void **state)
{
    Recovery code;
    size_t size;
    Vault *vault = made(*state, VAULT_TRIAL, &code);
    char *old = bytes_of(*state, &size);
    Sealed own = sealed_words(vault, family);
    vault_close(vault);
    put_back(*state, old, size);
    vault = opened(*state, PASSPHRASE);
    assert_false(reads(vault, &own, family)); /* its key came later */
    vault_close(vault);
    free(old);
    free(own.bytes);
}

static void test_nothing_readable(void **state)
{
    Recovery code;
    size_t size;
    Vault *vault = made(*state, VAULT_TRIAL, &code);
    Sealed own = sealed_words(vault, family);
    vault_close(vault);
    char *bytes = bytes_of(*state, &size);
    assert_null(memmem(bytes, size, "moss", 4));
    assert_null(memmem(bytes, size, family.family.text, 16));
    assert_null(memmem(bytes, size, code.text, 4));
    free(bytes);
    free(own.bytes);
}

/* A file that could not be read again is not written. */
static void test_full_ring(void **state)
{
    (void)state;
    KeyRing ring = {.count = 50000};
    assert_false(key_ring_full(&ring));
    ring.count = 64000;
    assert_true(key_ring_full(&ring));
}

/* How many cases there are shows in steps of sixteen only. */
static void test_size_in_steps(void **state)
{
    Recovery code;
    size_t size, before;
    Vault *vault = made(*state, VAULT_TRIAL, &code);
    free(bytes_of(*state, &before));
    uint64_t chance = 5;
    IdSource ids = ids_seeded(&chance);
    for (int i = 0; i < 16; i++) {
        free(bytes_of(*state, &size));
        assert_int_equal(size, before);
        Sealed sealed = sealed_words(vault, whose_case(id_new(&ids)));
        free(sealed.bytes);
    }
    free(bytes_of(*state, &size));
    assert_true(size > before);
    vault_close(vault);
    vault_close(opened(*state, PASSPHRASE));
}

static void test_no_core_dumps(void **state)
{
    (void)state;
    struct rlimit core = {1, 1};
    (void)secret_shield(); /* whether memory can be locked is the machine's affair */
    assert_int_equal(getrlimit(RLIMIT_CORE, &core), 0);
    assert_int_equal(core.rlim_cur, 0);
    assert_int_equal(core.rlim_max, 0);
#ifndef __SANITIZE_ADDRESS__
    assert_int_equal(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
#endif
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_made_and_opened),
        IN_FOLDER(test_real_one),
        IN_FOLDER(test_trial_is_no_real_one),
        IN_FOLDER(test_file_is_its_users),
        IN_FOLDER(test_never_over_another),
        IN_FOLDER(test_wrong_passphrases),
        IN_FOLDER(test_wrong_codes),
        IN_FOLDER(test_is_passphrase),
        IN_FOLDER(test_not_there),
        IN_FOLDER(test_change_of_passphrase),
        IN_FOLDER(test_new_code),
        IN_FOLDER(test_rewrap),
        IN_FOLDER(test_change_fails),
        IN_FOLDER(test_every_byte_counts),
        IN_FOLDER(test_old_ring),
        IN_FOLDER(test_nothing_readable),
        IN_FOLDER(test_size_in_steps),
        cmocka_unit_test(test_full_ring),
        cmocka_unit_test(test_no_core_dumps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
