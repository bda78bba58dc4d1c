#include "vault/seal.h"

#include "base/memory.h"
#include "vault/bytes.h"
#include "vault/secret.h"
#include "vault/vault_inside.h"

#include <sodium.h>

#include <assert.h>
#include <string.h>

enum { CONTEXT_MOST = 160, OVERHEAD = KEY_NONCE + KEY_TAG };

static const char purpose[] = "pebblecove entry 1";

_Static_assert((int)SEAL_ID == (int)KEY_ID_BYTES, "the same size everywhere");
_Static_assert((int)INBOX_MORE == (int)crypto_box_SEALBYTES, "what a sealed box adds");

void seal_random(void *bytes, size_t size)
{
    randombytes_buf(bytes, size);
}

void vault_store_id(const Vault *vault, uint8_t id[SEAL_ID])
{
    memcpy(id, vault->file.store, SEAL_ID);
}

/* ---- entries ---- */

static size_t context_of(const Vault *vault, const SealPlace *place, const uint8_t *key,
                         uint8_t *context)
{
    BytesOut out = {context, 0, CONTEXT_MOST, false};
    bytes_put(&out, purpose, sizeof purpose);
    bytes_put(&out, vault->file.store, SEAL_ID);
    bytes_put(&out, place->device, SEAL_ID);
    bytes_put_number(&out, place->epoch, 8);
    bytes_put_number(&out, place->sequence, 8);
    bytes_put(&out, place->before, SEAL_HASH);
    bytes_put(&out, key, SEAL_ID);
    assert(!out.full);
    return out.size;
}

/* At least one byte more than `size`: ISO/IEC 7816-4, as sodium_pad. */
static size_t padded_size(size_t size)
{
    return (size / SEAL_STEP + 1) * SEAL_STEP;
}

static void seal_with(const Vault *vault, const Key *key, const SealPlace *place, const void *plain,
                      size_t size, Sealed *out)
{
    uint8_t context[CONTEXT_MOST];
    size_t padded = padded_size(size), context_size = context_of(vault, place, key->id, context);
    uint8_t *bytes = memory_new(padded + OVERHEAD, 1), *text = bytes + KEY_NONCE;
    randombytes_buf(bytes, KEY_NONCE);
    memcpy(text, plain, size);
    text[size] = 0x80;
    crypto_aead_xchacha20poly1305_ietf_encrypt(text, NULL, text, padded, context, context_size,
                                               NULL, bytes, key->data);
    memcpy(out->key, key->id, SEAL_ID);
    out->bytes = bytes;
    out->size = padded + OVERHEAD;
}

bool vault_seal(Vault *vault, const Whose *whose, const SealPlace *place, const void *plain,
                size_t size, Sealed *out, Error *error)
{
    vault_enter(vault);
    const Key *key = vault_key(vault, whose, error);
    if (key) {
        seal_with(vault, key, place, plain, size, out);
    }
    vault_leave(vault);
    return key != NULL;
}

/* As sodium_unpad, without its 256 steps: what was authenticated was padded by us, and how long it
 * is is no secret in here. */
static bool unpad(const uint8_t *plain, size_t padded, size_t *size)
{
    size_t end = padded, least = padded - SEAL_STEP;
    while (end > least && plain[end - 1] == 0) {
        end--;
    }
    bool marked = end > least && plain[end - 1] == 0x80;
    *size = marked ? end - 1 : 0;
    return marked;
}

static bool decrypt(const Vault *vault, const Key *key, const SealPlace *place,
                    const Sealed *sealed, uint8_t *plain, size_t *size)
{
    uint8_t context[CONTEXT_MOST];
    size_t context_size = context_of(vault, place, key->id, context);
    size_t padded = sealed->size - OVERHEAD;
    return crypto_aead_xchacha20poly1305_ietf_decrypt(
               plain, NULL, NULL, sealed->bytes + KEY_NONCE, sealed->size - KEY_NONCE, context,
               context_size, sealed->bytes, key->data) == 0 &&
           unpad(plain, padded, size);
}

static bool unseal(const Vault *vault, const SealPlace *place, const Sealed *sealed, char **plain,
                   size_t *size, Whose *whose)
{
    const Key *key = key_ring_find(&vault->ring, sealed->key);
    if (!key || key->epoch == KEY_ERASED || sealed->size < OVERHEAD + SEAL_STEP ||
        (sealed->size - OVERHEAD) % SEAL_STEP != 0) {
        return false;
    }
    size_t padded = sealed->size - OVERHEAD, found;
    uint8_t *text = memory_new(padded + 1, 1);
    if (!decrypt(vault, key, place, sealed, text, &found)) {
        memory_forget(text);
        return false;
    }
    text[found] = '\0';
    *plain = (char *)text;
    *size = found;
    *whose = key->whose;
    return true;
}

bool vault_unseal(const Vault *vault, const SealPlace *place, const Sealed *sealed, char **plain,
                  size_t *size, Whose *whose)
{
    vault_enter(vault);
    bool opened = unseal(vault, place, sealed, plain, size, whose);
    vault_leave(vault);
    return opened;
}

/* ---- the chain ---- */

static void hash_number(crypto_generichash_state *state, uint64_t number)
{
    uint8_t bytes[8];
    BytesOut out = {bytes, 0, sizeof bytes, false};
    bytes_put_number(&out, number, 8);
    crypto_generichash_update(state, bytes, sizeof bytes);
}

void seal_hash(const SealPlace *place, int form, const Sealed *sealed, uint8_t hash[SEAL_HASH])
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, SEAL_HASH);
    crypto_generichash_update(&state, (const uint8_t *)purpose, sizeof purpose);
    crypto_generichash_update(&state, place->device, SEAL_ID);
    hash_number(&state, place->epoch);
    hash_number(&state, place->sequence);
    crypto_generichash_update(&state, place->before, SEAL_HASH);
    hash_number(&state, (uint64_t)form);
    crypto_generichash_update(&state, sealed->key, SEAL_ID);
    hash_number(&state, sealed->size);
    crypto_generichash_update(&state, sealed->bytes, sealed->size);
    crypto_generichash_final(&state, hash, SEAL_HASH);
}

void seal_first(const uint8_t store[SEAL_ID], uint8_t hash[SEAL_HASH])
{
    static const char first[] = "pebblecove first entry 1";
    crypto_generichash(hash, SEAL_HASH, store, SEAL_ID, (const uint8_t *)first, sizeof first);
}

void vault_mac(const Vault *vault, const void *bytes, size_t size, uint8_t mac[SEAL_MAC])
{
    static const char context[crypto_kdf_CONTEXTBYTES] = {'P', 'b', 'C', 'v', 'M', 'a', 'r', 'k'};
    uint8_t *derived = secret_new(KEY_BYTES);
    vault_enter(vault);
    const Key *key = key_ring_of(&vault->ring, &(Whose){.family = {""}});
    crypto_kdf_derive_from_key(derived, KEY_BYTES, 1, context, key->data);
    vault_leave(vault);
    crypto_generichash(mac, SEAL_MAC, bytes, size, derived, KEY_BYTES);
    secret_free(derived);
}

/* ---- what comes from outside ---- */

bool vault_inbox(Vault *vault, const Whose *whose, uint8_t public_key[INBOX_KEY], Error *error)
{
    vault_enter(vault);
    const Key *key = vault_key(vault, whose, error);
    if (key) {
        crypto_scalarmult_base(public_key, key->inbox);
    }
    vault_leave(vault);
    return key != NULL;
}

bool inbox_seal(const uint8_t public_key[INBOX_KEY], const void *plain, size_t size, uint8_t *out)
{
    return crypto_box_seal(out, plain, size, public_key) == 0;
}

static bool inbox_open(const Vault *vault, const Whose *whose, const uint8_t *sealed, size_t size,
                       uint8_t *out)
{
    uint8_t public_key[INBOX_KEY];
    const Key *key = key_ring_of(&vault->ring, whose);
    if (!key || key->epoch == KEY_ERASED || size < INBOX_MORE) {
        return false;
    }
    crypto_scalarmult_base(public_key, key->inbox);
    return crypto_box_seal_open(out, sealed, size, public_key, key->inbox) == 0;
}

bool vault_inbox_open(const Vault *vault, const Whose *whose, const uint8_t *sealed, size_t size,
                      uint8_t *out)
{
    vault_enter(vault);
    bool opened = inbox_open(vault, whose, sealed, size, out);
    vault_leave(vault);
    return opened;
}
