/* What is sealed opens in its place, with its key, whole; and never otherwise. */
#include "vault/seal.h"

#include "store/folder.h"
#include "vault/secret.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static const Whose nobody = {.family = {""}}, family = {.family = {"0123456789abcdef"}},
                   neighbors = {.family = {"fedcba9876543210"}};

static int set_up(void **state)
{
    IdSource chance = ids_system();
    Recovery code;
    Vault *vault;
    recovery_new(&chance, &code);
    if (!vault_make(VAULT_TRIAL, "moss kettle otter plum fjord", &code, &vault, NULL)) {
        return -1;
    }
    *state = vault;
    return 0;
}

static int tear_down(void **state)
{
    vault_close(*state);
    return 0;
}

static SealPlace a_place(void)
{
    SealPlace place = {.epoch = 2, .sequence = 41};
    memset(place.device, 7, sizeof place.device);
    memset(place.before, 9, sizeof place.before);
    return place;
}

static bool opens(const Vault *vault, const SealPlace *place, const Sealed *sealed)
{
    char *plain;
    size_t size;
    Whose owner;
    bool opened = vault_unseal(vault, place, sealed, &plain, &size, &owner);
    if (opened) {
        free(plain);
    }
    return opened;
}

static void test_there_and_back(void **state)
{
    static const size_t sizes[] = {0, 1, 254, 255, 256, 257, 5000, 1 << 20};
    SealPlace place = a_place();
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char *plain = malloc(sizes[i] + 1), *found;
        memset(plain, 'x', sizes[i]);
        Sealed sealed;
        size_t size;
        Whose owner;
        assert_true(vault_seal(*state, &family, &place, plain, sizes[i], &sealed, NULL));
        assert_true(vault_unseal(*state, &place, &sealed, &found, &size, &owner));
        assert_int_equal(size, sizes[i]);
        assert_memory_equal(found, plain, size);
        assert_int_equal(found[size], '\0');
        assert_true(whose_same(&owner, &family));
        free(plain);
        free(found);
        free(sealed.bytes);
    }
}

/* All that fits a step looks the same from outside. */
static void test_sizes_in_steps(void **state)
{
    SealPlace place = a_place();
    char plain[512] = {0};
    size_t first = 0;
    for (size_t size = 0; size < 512; size++) {
        Sealed sealed;
        assert_true(vault_seal(*state, &family, &place, plain, size, &sealed, NULL));
        first = size == 0 ? sealed.size : first;
        assert_int_equal(sealed.size, first + size / SEAL_STEP * SEAL_STEP);
        free(sealed.bytes);
    }
}

static void test_never_twice_the_same(void **state)
{
    SealPlace place = a_place();
    Sealed one, other;
    assert_true(vault_seal(*state, &family, &place, "words", 5, &one, NULL));
    assert_true(vault_seal(*state, &family, &place, "words", 5, &other, NULL));
    assert_memory_equal(one.key, other.key, SEAL_ID);
    assert_memory_not_equal(one.bytes, other.bytes, one.size);
    assert_memory_not_equal(one.bytes, other.bytes, 24);
    free(one.bytes);
    free(other.bytes);
}

static void test_every_bit(void **state)
{
    SealPlace place = a_place();
    Sealed sealed;
    assert_true(vault_seal(*state, &family, &place, "words", 5, &sealed, NULL));
    for (size_t bit = 0; bit < sealed.size * 8; bit++) {
        sealed.bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
        assert_false(opens(*state, &place, &sealed));
        sealed.bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
    }
    for (size_t size = 0; size < sealed.size; size++) {
        Sealed cut = sealed;
        cut.size = size;
        assert_false(opens(*state, &place, &cut));
    }
    assert_true(opens(*state, &place, &sealed));
    free(sealed.bytes);
}

static void test_only_in_its_place(void **state)
{
    SealPlace place = a_place(), other;
    Sealed sealed;
    assert_true(vault_seal(*state, &family, &place, "words", 5, &sealed, NULL));
    other = place;
    other.sequence++;
    assert_false(opens(*state, &other, &sealed));
    other = place;
    other.epoch++;
    assert_false(opens(*state, &other, &sealed));
    other = place;
    other.device[15] ^= 1;
    assert_false(opens(*state, &other, &sealed));
    other = place;
    other.before[31] ^= 1;
    assert_false(opens(*state, &other, &sealed));
    assert_true(opens(*state, &place, &sealed));
    free(sealed.bytes);
}

static void test_only_with_its_key(void **state)
{
    SealPlace place = a_place();
    Sealed own, neighbor, swapped;
    assert_true(vault_seal(*state, &family, &place, "words", 5, &own, NULL));
    assert_true(vault_seal(*state, &neighbors, &place, "words", 5, &neighbor, NULL));
    assert_memory_not_equal(own.key, neighbor.key, SEAL_ID);
    swapped = own;
    memcpy(swapped.key, neighbor.key, SEAL_ID);
    assert_false(opens(*state, &place, &swapped));
    memset(swapped.key, 0, SEAL_ID);
    assert_false(opens(*state, &place, &swapped));
    void *stranger;
    assert_int_equal(set_up(&stranger), 0);
    assert_false(opens(stranger, &place, &own));
    vault_close(stranger);
    free(own.bytes);
    free(neighbor.bytes);
}

/* The hash changes with everything it is made of. */
static void test_hash(void **state)
{
    SealPlace place = a_place(), other;
    uint8_t bytes[3] = {1, 2, 3}, hash[SEAL_HASH], found[SEAL_HASH];
    Sealed sealed = {.bytes = bytes, .size = 3}, changed;
    (void)state;
    seal_hash(&place, 1, &sealed, hash);
    seal_hash(&place, 1, &sealed, found);
    assert_memory_equal(hash, found, SEAL_HASH);
    uint8_t *const parts[] = {other.device, (uint8_t *)&other.epoch, (uint8_t *)&other.sequence,
                              other.before};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        other = place;
        *parts[i] ^= 1;
        seal_hash(&other, 1, &sealed, found);
        assert_memory_not_equal(hash, found, SEAL_HASH);
    }
    seal_hash(&place, 0, &sealed, found);
    assert_memory_not_equal(hash, found, SEAL_HASH);
    changed = sealed;
    changed.key[0] ^= 1;
    seal_hash(&place, 1, &changed, found);
    assert_memory_not_equal(hash, found, SEAL_HASH);
    changed = sealed;
    changed.size = 2;
    seal_hash(&place, 1, &changed, found);
    assert_memory_not_equal(hash, found, SEAL_HASH);
}

static void test_mac(void **state)
{
    uint8_t one[SEAL_MAC], other[SEAL_MAC];
    void *stranger;
    vault_mac(*state, "abc", 3, one);
    vault_mac(*state, "abc", 3, other);
    assert_memory_equal(one, other, SEAL_MAC);
    vault_mac(*state, "abd", 3, other);
    assert_memory_not_equal(one, other, SEAL_MAC);
    assert_int_equal(set_up(&stranger), 0);
    vault_mac(stranger, "abc", 3, other);
    assert_memory_not_equal(one, other, SEAL_MAC);
    vault_close(stranger);
}

static void test_inbox(void **state)
{
    const Whose stranger = {.family = {"aaaaaaaaaaaaaaaa"}};
    uint8_t key[INBOX_KEY], again[INBOX_KEY], sealed[5 + INBOX_MORE], plain[5];
    assert_true(vault_inbox(*state, &family, key, NULL));
    assert_true(vault_inbox(*state, &family, again, NULL));
    assert_memory_equal(key, again, sizeof key);
    assert_true(inbox_seal(key, "words", 5, sealed));
    assert_true(vault_inbox_open(*state, &family, sealed, sizeof sealed, plain));
    assert_memory_equal(plain, "words", 5);
    assert_true(vault_inbox(*state, &neighbors, again, NULL));
    assert_false(vault_inbox_open(*state, &neighbors, sealed, sizeof sealed, plain));
    assert_false(vault_inbox_open(*state, &stranger, sealed, sizeof sealed, plain));
    for (size_t i = 0; i < sizeof sealed; i++) {
        sealed[i] ^= 1;
        assert_false(vault_inbox_open(*state, &family, sealed, sizeof sealed, plain));
        sealed[i] ^= 1;
    }
    assert_false(vault_inbox_open(*state, &family, sealed, INBOX_MORE - 1, plain));
    memset(key, 0, sizeof key);
    assert_false(inbox_seal(key, "words", 5, sealed)); /* no public key */
    assert_true(vault_inbox(*state, &nobody, key, NULL));
}

#define WITH_VAULT(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_VAULT(test_there_and_back),
        WITH_VAULT(test_sizes_in_steps),
        WITH_VAULT(test_never_twice_the_same),
        WITH_VAULT(test_every_bit),
        WITH_VAULT(test_only_in_its_place),
        WITH_VAULT(test_only_with_its_key),
        WITH_VAULT(test_hash),
        WITH_VAULT(test_mac),
        WITH_VAULT(test_inbox),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
