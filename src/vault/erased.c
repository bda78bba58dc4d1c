#include "vault/erased.h"

#include "base/file_wipe.h"
#include "base/memory.h"
#include "vault/bytes.h"
#include "vault/vault_inside.h"

#include <sodium.h>

#include <assert.h>
#include <string.h>

_Static_assert((int)SEAL_HASH == (int)KEY_BYTES, "a sum stands where a key stood");

static Erased erased_of(const Key *key)
{
    Erased erased = {.whose = key->whose};
    BytesIn in = {key->data, KEY_BYTES, false};
    memcpy(erased.key, key->id, SEAL_ID);
    memcpy(erased.sum, key->inbox, SEAL_HASH);
    erased.done = bytes_get_number(&in, 1) == 1;
    erased.why = (int)bytes_get_number(&in, 1);
    erased.at = (int64_t)bytes_get_number(&in, 8);
    return erased;
}

static void bury(Key *key, const Erased *erased)
{
    key->epoch = KEY_ERASED;
    sodium_memzero(key->data, sizeof key->data);
    memcpy(key->inbox, erased->sum, sizeof key->inbox);
    BytesOut out = {key->data, 0, KEY_BYTES, false};
    bytes_put_number(&out, erased->done, 1);
    bytes_put_number(&out, (uint64_t)erased->why & 0xFF, 1);
    bytes_put_number(&out, (uint64_t)erased->at, 8);
}

/* ---- which keys ---- */

static bool has_own(const KeyRing *ring, const Whose *whose)
{
    const Key *own = key_ring_of(ring, whose);
    return own && own->epoch != KEY_ERASED;
}

static size_t keys_of(const KeyRing *ring, const Whose *whose, Erased **out)
{
    if (!has_own(ring, whose)) {
        return 0;
    }
    Erased *list = memory_new(ring->count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < ring->count; i++) {
        const Key *key = &ring->keys[i];
        if (key->epoch != KEY_ERASED && whose_goes_with(&key->whose, whose)) {
            list[count].whose = key->whose;
            memcpy(list[count++].key, key->id, SEAL_ID);
        }
    }
    *out = list;
    return count;
}

size_t vault_keys_of(const Vault *vault, const Whose *whose, Erased **list)
{
    *list = NULL;
    vault_enter(vault);
    size_t count = keys_of(&vault->ring, whose, list);
    vault_leave(vault);
    return count;
}

bool vault_case_is_early(const Vault *vault, Id family)
{
    const Whose whole = whose_case(family);
    vault_enter(vault);
    const Key *key = key_ring_of(&vault->ring, &whole);
    bool early = key && key->early;
    vault_leave(vault);
    return early;
}

/* ---- changing the ring ---- */

/* Changed in a copy, which counts once it is durable. */
static bool keep(Vault *vault, KeyRing changed, Error *error)
{
    KeyRing before = vault->ring;
    vault->ring = changed;
    bool kept = vault_save(vault, error);
    vault->ring = kept ? changed : before;
    key_ring_clear(kept ? &before : &changed);
    return kept;
}

static Key *key_in(KeyRing *ring, const uint8_t key[SEAL_ID])
{
    for (size_t i = 0; i < ring->count; i++) {
        if (memcmp(ring->keys[i].id, key, SEAL_ID) == 0) {
            return &ring->keys[i];
        }
    }
    return NULL;
}

static bool bury_all(Vault *vault, const Erased *list, size_t count, Error *error)
{
    vault_enter(vault);
    KeyRing changed = key_ring_copy(&vault->ring);
    for (size_t i = 0; i < count; i++) {
        Key *key = key_in(&changed, list[i].key);
        assert(key && key->whose.family.text[0]); /* what is of no case belongs to all */
        bury(key, &list[i]);
    }
    bool kept = keep(vault, changed, error);
    vault_leave(vault);
    return kept;
}

bool vault_erase(Vault *vault, const Erased *list, size_t count, Error *error)
{
    if (count == 0) {
        return error_set(error, ERROR_MISSING, "vault",
                         "There are no keys of this: it was erased before, or is not here.");
    }
    int old = file_wipe_hold(vault->path);
    bool done = bury_all(vault, list, count, error);
    file_wipe_release(old, done);
    return done;
}

bool vault_erase_again(Vault *vault, const Erased *erased, Error *error)
{
    assert(vault_erased_key(vault, erased->key) && !erased->done);
    return bury_all(vault, erased, 1, error);
}

bool vault_erasing_done(Vault *vault, Error *error)
{
    vault_enter(vault);
    KeyRing changed = key_ring_copy(&vault->ring);
    for (size_t i = 0; i < changed.count; i++) {
        if (changed.keys[i].epoch == KEY_ERASED) {
            changed.keys[i].data[0] = 1;
        }
    }
    bool kept = keep(vault, changed, error);
    vault_leave(vault);
    return kept;
}

/* ---- asking ---- */

static bool erased_at(const Vault *vault, size_t index, Erased *out)
{
    for (size_t i = 0; i < vault->ring.count; i++) {
        const Key *key = &vault->ring.keys[i];
        if (key->epoch == KEY_ERASED && index-- == 0) {
            *out = erased_of(key);
            return true;
        }
    }
    return false;
}

bool vault_erased_at(const Vault *vault, size_t index, Erased *out)
{
    vault_enter(vault);
    bool there = erased_at(vault, index, out);
    vault_leave(vault);
    return there;
}

bool vault_erased_key(const Vault *vault, const uint8_t key[SEAL_ID])
{
    vault_enter(vault);
    const Key *found = key_ring_find(&vault->ring, key);
    bool erased = found && found->epoch == KEY_ERASED;
    vault_leave(vault);
    return erased;
}

void erased_sum(uint8_t sum[SEAL_HASH], const SealPlace *place, const uint8_t hash[SEAL_HASH])
{
    static const char purpose[] = "pebblecove erased 1";
    uint8_t row[sizeof purpose + SEAL_HASH + SEAL_ID + 8 + 8 + 2 * SEAL_HASH];
    BytesOut out = {row, 0, sizeof row, false};
    bytes_put(&out, purpose, sizeof purpose);
    bytes_put(&out, sum, SEAL_HASH);
    bytes_put(&out, place->device, SEAL_ID);
    bytes_put_number(&out, place->epoch, 8);
    bytes_put_number(&out, place->sequence, 8);
    bytes_put(&out, place->before, SEAL_HASH);
    bytes_put(&out, hash, SEAL_HASH);
    assert(!out.full && out.size == sizeof row);
    crypto_generichash(sum, SEAL_HASH, row, sizeof row, NULL, 0);
}
