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

static const Whose family = {{"0123456789abcdef"}, {""}, {""}},
                   neighbors = {{"fedcba9876543210"}, {""}, {""}};

static Vault *fresh(const char *folder, Recovery *code)
{
    IdSource chance = ids_system();
    Vault *vault;
    recovery_new(&chance, code);
    assert_true(vault_make(VAULT_TRIAL, PASSPHRASE, code, &vault, NULL));
    assert_true(vault_place(vault, folder, NULL));
    return vault;
}

static Sealed seal(Vault *vault, Whose whose)
{
    Sealed sealed;
    SealPlace place = {.epoch = 1, .sequence = 7};
    assert_true(vault_seal(vault, &whose, &place, "what a child said", 17, &sealed, NULL));
    return sealed;
}

static bool opens(const Vault *vault, const Sealed *sealed)
{
    SealPlace place = {.epoch = 1, .sequence = 7};
    char *plain;
    size_t size;
    Whose whose;
    bool opened = vault_unseal(vault, &place, sealed, &plain, &size, &whose);
    if (opened) {
        free(plain);
    }
    return opened;
}

static bool erase(Vault *vault, Whose whose, Error *error)
{
    Erased *list;
    size_t count = vault_keys_of(vault, &whose, &list);
    for (size_t i = 0; i < count; i++) {
        list[i].why = 2;
        list[i].at = 1767225600000;
        memset(list[i].sum, 9, sizeof list[i].sum);
    }
    bool done = vault_erase(vault, list, count, error);
    free(list);
    return done;
}

static bool has_keys(const Vault *vault, Whose whose)
{
    Erased *list;
    size_t count = vault_keys_of(vault, &whose, &list);
    free(list);
    return count > 0;
}

static void assert_remembered(const Vault *vault, bool done)
{
    Erased found;
    assert_true(vault_erased_at(vault, 0, &found));
    assert_true(whose_same(&found.whose, &family));
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
    assert_true(has_keys(vault, family));
    assert_true(erase(vault, family, NULL));
    assert_false(has_keys(vault, family));
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

static const Id child = {"aaaaaaaaaaaaaaaa"}, adult = {"bbbbbbbbbbbbbbbb"},
                aunt = {"cccccccccccccccc"};

/* A person's own key goes, and those they share with one other each; no others. */
static void one_person_goes(void **state)
{
    const struct {
        Whose whose;
        bool goes;
    } rows[] = {
        {family, false},
        {whose_person(family.family, child), false},
        {whose_person(family.family, adult), true},
        {whose_two(family.family, child, adult), true},
        {whose_two(family.family, adult, aunt), true},
        {whose_two(family.family, child, aunt), false},
        {whose_person(neighbors.family, adult), false},
        {{.family = {""}}, false},
    };
    enum { ROWS = sizeof rows / sizeof *rows };
    Recovery code;
    Vault *vault = fresh(*state, &code);
    Sealed sealed[ROWS];
    for (int i = 0; i < ROWS; i++) {
        sealed[i] = seal(vault, rows[i].whose);
    }
    assert_true(erase(vault, whose_person(family.family, adult), NULL));
    vault_close(vault);
    assert_true(vault_open(*state, VAULT_TRIAL, PASSPHRASE, &vault, NULL));
    for (int i = 0; i < ROWS; i++) {
        assert_int_equal(opens(vault, &sealed[i]), !rows[i].goes);
        free(sealed[i].bytes);
    }
    vault_close(vault);
}

/* Nothing can be kept for somebody who was erased, nor of them and somebody new. */
static void nothing_more_of_them(void **state)
{
    const Whose person = whose_person(family.family, adult);
    const Whose refused[] = {person, whose_two(family.family, adult, aunt)};
    Recovery code;
    Vault *vault = fresh(*state, &code);
    SealPlace place = {.sequence = 8};
    Sealed none;
    Error error = {0};
    free(seal(vault, person).bytes);
    assert_true(erase(vault, person, NULL));
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        assert_false(vault_seal(vault, &refused[i], &place, "x", 1, &none, &error));
        assert_int_equal(error.code, ERROR_REFUSED);
    }
    free(seal(vault, whose_person(family.family, child)).bytes);
    free(seal(vault, family).bytes);
    assert_true(erase(vault, family, NULL)); /* and later the whole case */
    assert_false(has_keys(vault, whose_person(family.family, child)));
    vault_close(vault);
}

static void never_made_anew(void **state)
{
    Recovery code;
    Vault *vault = fresh(*state, &code);
    Sealed ours = seal(vault, family);
    SealPlace place = {.sequence = 8};
    uint8_t public_key[INBOX_KEY], box[INBOX_MORE + 1], opened[1];
    Error error = {0};
    Sealed none;
    assert_true(vault_inbox(vault, &family, public_key, NULL));
    assert_true(inbox_seal(public_key, "x", 1, box));
    assert_true(vault_inbox_open(vault, &family, box, sizeof box, opened));
    assert_true(erase(vault, family, NULL));
    assert_false(vault_inbox_open(vault, &family, box, sizeof box, opened));
    assert_false(vault_inbox(vault, &family, public_key, NULL));
    assert_false(vault_seal(vault, &family, &place, "x", 1, &none, &error));
    assert_int_equal(error.code, ERROR_REFUSED);
    assert_non_null(strstr(error.sentence, "was erased"));
    assert_false(erase(vault, family, NULL));
    assert_false(erase(vault, neighbors, NULL)); /* never had any */
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
    int old = open(path, O_RDONLY);
    assert_true(erase(vault, family, NULL));
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
    Erased none;
    char away[256];
    snprintf(away, sizeof away, "%s-away", (const char *)*state);
    assert_int_equal(rename(*state, away), 0);
    assert_false(erase(vault, family, NULL));
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
        cmocka_unit_test_setup_teardown(one_person_goes, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(nothing_more_of_them, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(never_made_anew, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(the_old_file_is_overwritten, folder_set_up,
                                        folder_tear_down),
        cmocka_unit_test_setup_teardown(not_kept_not_erased, folder_set_up, folder_tear_down),
        cmocka_unit_test(sums_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
