#include "vault/erased.h"

#include "base/file_wipe.h"
#include "vault/bytes.h"
#include "vault/vault_inside.h"

#include <sodium.h>

#include <assert.h>
#include <string.h>

_Static_assert((int)SEAL_HASH == (int)KEY_BYTES, "a sum stands where a key stood");

static Erased erased_of(const Key *key)
{
    Erased erased = {.owner = key->owner};
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

bool vault_key_of(const Vault *vault, Id owner, uint8_t key[SEAL_ID])
{
    vault_enter(vault);
    const Key *found = key_ring_of(&vault->ring, owner);
    bool there = found && found->epoch != KEY_ERASED;
    if (there) {
        memcpy(key, found->id, SEAL_ID);
    }
    vault_leave(vault);
    return there;
}

/* ---- changing the ring ---- */

typedef void Change(Key *key, const Erased *erased);

/* Every key of the owner ("": all erased ones) is changed in a copy; the copy counts once it is
 * durable. */
static bool change_inside(Vault *vault, Change *how, const Erased *erased, Error *error)
{
    KeyRing before = vault->ring, changed = key_ring_copy(&before);
    bool all = erased == NULL;
    for (size_t i = 0; i < changed.count; i++) {
        Key *key = &changed.keys[i];
        if (all ? key->epoch == KEY_ERASED : id_same(key->owner, erased->owner)) {
            how(key, erased);
        }
    }
    vault->ring = changed;
    bool kept = vault_save(vault, error);
    vault->ring = kept ? changed : before;
    key_ring_clear(kept ? &before : &changed);
    return kept;
}

static bool change(Vault *vault, Change *how, const Erased *erased, Error *error)
{
    vault_enter(vault);
    bool kept = change_inside(vault, how, erased, error);
    vault_leave(vault);
    return kept;
}

static void set_done(Key *key, const Erased *erased)
{
    (void)erased;
    key->data[0] = 1;
}

bool vault_erase(Vault *vault, const Erased *erased, Error *error)
{
    uint8_t key[SEAL_ID];
    assert(erased->owner.text[0]); /* what is of no case belongs to all */
    if (!vault_key_of(vault, erased->owner, key)) {
        return error_set(error, ERROR_MISSING, "vault",
                         "There are no keys of this case: it was erased before, or is not here.");
    }
    int old = file_wipe_hold(vault->path);
    bool done = change(vault, bury, erased, error);
    file_wipe_release(old, done);
    return done;
}

bool vault_erase_again(Vault *vault, const Erased *erased, Error *error)
{
    assert(vault_erased_key(vault, erased->key) && !erased->done);
    return change(vault, bury, erased, error);
}

bool vault_erasing_done(Vault *vault, Error *error)
{
    return change(vault, set_done, NULL, error);
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
