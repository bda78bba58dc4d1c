/* XChaCha20-Poly1305 does not commit to its key: two keys might open one wrapping. So half of what
 * is derived wraps, and a hash of the other half must fit first. */
#include "vault/slot.h"

#include "vault/bytes.h"
#include "vault/passphrase.h"
#include "vault/secret.h"

#include <sodium.h>

#include <assert.h>
#include <string.h>

enum { PASSES = 3, KIB = 256 * 1024, TRIAL_PASSES = 1, TRIAL_KIB = 64 };
enum { DERIVED = 2 * KEY_BYTES, CONTEXT_MOST = 128 };

static const char purpose[] = "pebblecove slot 1";

/* ---- from what a person knows to a key ---- */

static bool derive_passphrase(const KeySlot *slot, const char *passphrase, uint8_t *derived,
                              Error *error)
{
    char text[PASSPHRASE_BYTES];
    passphrase_normal(passphrase, text);
    int failed = crypto_pwhash(derived, DERIVED, text, strlen(text), slot->salt, slot->passes,
                               (size_t)slot->kib * 1024, crypto_pwhash_ALG_ARGON2ID13);
    secret_wipe(text, sizeof text);
    return !failed || error_set(error, ERROR_SYSTEM, "vault",
                                "There is too little memory to open the lock (%u MiB are needed). "
                                "Close other programs and try again.",
                                slot->kib / 1024);
}

/* The code is as good as a key already: no slow hash is needed. */
static void derive_code(const KeySlot *slot, const uint8_t code[RECOVERY_BYTES], uint8_t *derived)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, code, RECOVERY_BYTES, DERIVED);
    crypto_generichash_update(&state, (const uint8_t *)purpose, sizeof purpose);
    crypto_generichash_update(&state, slot->salt, sizeof slot->salt);
    crypto_generichash_final(&state, derived, DERIVED);
    secret_wipe(&state, sizeof state);
}

/* ---- wrapping ---- */

static size_t context_of(const KeyFile *file, SlotKind kind, uint8_t *context)
{
    const KeySlot *slot = &file->slots[kind];
    BytesOut out = {context, 0, CONTEXT_MOST, false};
    bytes_put(&out, purpose, sizeof purpose);
    bytes_put_number(&out, kind, 1);
    bytes_put_number(&out, file->trial, 1);
    bytes_put(&out, file->store, sizeof file->store);
    bytes_put_number(&out, slot->passes, 4);
    bytes_put_number(&out, slot->kib, 4);
    bytes_put(&out, slot->salt, sizeof slot->salt);
    assert(!out.full);
    return out.size;
}

static void commit_of(const uint8_t *derived, uint8_t commit[KEY_HASH])
{
    crypto_generichash(commit, KEY_HASH, derived + KEY_BYTES, KEY_BYTES, (const uint8_t *)purpose,
                       sizeof purpose);
}

static void wrap(KeyFile *file, SlotKind kind, const uint8_t *derived, const uint8_t *master)
{
    uint8_t context[CONTEXT_MOST];
    size_t size = context_of(file, kind, context);
    KeySlot *slot = &file->slots[kind];
    randombytes_buf(slot->nonce, sizeof slot->nonce);
    commit_of(derived, slot->commit);
    crypto_aead_xchacha20poly1305_ietf_encrypt(slot->wrapped, NULL, master, KEY_BYTES, context,
                                               size, NULL, slot->nonce, derived);
}

static bool unwrap(const KeyFile *file, SlotKind kind, const uint8_t *derived, uint8_t *master)
{
    uint8_t context[CONTEXT_MOST], commit[KEY_HASH];
    size_t size = context_of(file, kind, context);
    const KeySlot *slot = &file->slots[kind];
    commit_of(derived, commit);
    return sodium_memcmp(commit, slot->commit, sizeof commit) == 0 &&
           crypto_aead_xchacha20poly1305_ietf_decrypt(master, NULL, NULL, slot->wrapped,
                                                      sizeof slot->wrapped, context, size,
                                                      slot->nonce, derived) == 0;
}

/* ---- the two slots ---- */

void slot_lock_code(KeyFile *file, const uint8_t code[RECOVERY_BYTES], const uint8_t *master)
{
    KeySlot *slot = &file->slots[SLOT_RECOVERY];
    uint8_t *derived = secret_new(DERIVED);
    *slot = (KeySlot){0};
    randombytes_buf(slot->salt, sizeof slot->salt);
    derive_code(slot, code, derived);
    wrap(file, SLOT_RECOVERY, derived, master);
    secret_free(derived);
}

bool slot_open_passphrase(const KeyFile *file, const char *passphrase, uint8_t *master,
                          Error *error)
{
    uint8_t *derived = secret_new(DERIVED);
    bool done = derive_passphrase(&file->slots[SLOT_PASSPHRASE], passphrase, derived, error);
    bool fits = done && unwrap(file, SLOT_PASSPHRASE, derived, master);
    secret_free(derived);
    return fits || (done && error_set(error, ERROR_REFUSED, "passphrase",
                                      "This passphrase does not open it. Look at the keyboard and "
                                      "try again."));
}

bool slot_open_code(const KeyFile *file, const uint8_t code[RECOVERY_BYTES], uint8_t *master,
                    Error *error)
{
    uint8_t *derived = secret_new(DERIVED);
    derive_code(&file->slots[SLOT_RECOVERY], code, derived);
    bool fits = unwrap(file, SLOT_RECOVERY, derived, master);
    secret_free(derived);
    return fits || error_set(error, ERROR_REFUSED, "recovery code",
                             "This recovery code does not open it. Compare it with the page, "
                             "letter by letter: an older page may belong to another code.");
}

/* ---- a new passphrase ---- */

static bool lock_passphrase(KeyFile *file, const char *passphrase, const uint8_t *master,
                            Error *error)
{
    KeySlot slot = {.passes = file->trial ? TRIAL_PASSES : PASSES,
                    .kib = file->trial ? TRIAL_KIB : KIB};
    uint8_t *derived = secret_new(DERIVED);
    randombytes_buf(slot.salt, sizeof slot.salt);
    bool done = derive_passphrase(&slot, passphrase, derived, error);
    if (done) {
        file->slots[SLOT_PASSPHRASE] = slot;
        wrap(file, SLOT_PASSPHRASE, derived, master);
    }
    secret_free(derived);
    return done;
}

/* What was locked is opened once, as the next start will: a fault of memory shows here, while there
 * is still another way in. */
static bool opens_again(const KeyFile *file, const char *passphrase, const uint8_t *master,
                        Error *error)
{
    uint8_t *found = secret_new(KEY_BYTES);
    bool opens = slot_open_passphrase(file, passphrase, found, error);
    bool same = opens && sodium_memcmp(found, master, KEY_BYTES) == 0;
    secret_free(found);
    return same || (opens && error_set(error, ERROR_SYSTEM, "vault",
                                       "The new lock does not open again. Nothing was changed: try "
                                       "once more, and have this computer's memory looked at."));
}

bool slot_lock_passphrase(KeyFile *file, const char *passphrase, const uint8_t *master,
                          Error *error)
{
    const KeySlot before = file->slots[SLOT_PASSPHRASE];
    bool done = lock_passphrase(file, passphrase, master, error) &&
                opens_again(file, passphrase, master, error);
    if (!done) {
        file->slots[SLOT_PASSPHRASE] = before;
    }
    return done;
}
