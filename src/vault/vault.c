#include "vault/vault_inside.h"

#include "base/file.h"
#include "base/file_wipe.h"
#include "base/memory.h"
#include "vault/secret.h"
#include "vault/slot.h"

#include <sodium.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- one at a time ---- */

void vault_enter(const Vault *vault)
{
    pthread_mutex_lock(vault->guard);
}

void vault_leave(const Vault *vault)
{
    pthread_mutex_unlock(vault->guard);
}

/* ---- writing ---- */

/* The old file stays until the new one is durable: file_write. */
static bool save(Vault *vault, Error *error)
{
    uint8_t head[KEY_FILE_HEAD], *ring;
    size_t size;
    vault->file.turn++;
    vault->file.version = KEY_FILE_VERSION;
    key_file_head(&vault->file, head);
    key_ring_seal(&vault->ring, vault->master, head, vault->file.nonce, &ring,
                  &vault->file.ring_size);
    vault->file.ring = ring;
    uint8_t *bytes = key_file_write(&vault->file, &size);
    bool written = file_write(vault->path, bytes, size, error);
    vault->file.ring = NULL;
    free(bytes);
    free(ring);
    return written;
}

/* Keeps what was changed, or puts back what was there. */
static bool save_or_restore(Vault *vault, const KeyFile *before, Error *error)
{
    if (!vault->path) {
        vault->file.turn++;
        return true;
    }
    if (save(vault, error)) {
        return true;
    }
    vault->file = *before;
    return false;
}

bool vault_save(Vault *vault, Error *error)
{
    const KeyFile before = vault->file;
    return save_or_restore(vault, &before, error);
}

/* ---- making ---- */

static Vault *vault_new(void)
{
    Vault *vault = memory_new(1, sizeof *vault);
    vault->master = secret_new(KEY_BYTES);
    vault->guard = memory_new(1, sizeof *vault->guard);
    pthread_mutex_init(vault->guard, NULL);
    return vault;
}

static void set_code(Vault *vault, const Recovery *code)
{
    uint8_t *bytes = secret_new(RECOVERY_BYTES);
    bool whole = recovery_read(code->text, bytes, NULL);
    assert(whole); /* it comes from recovery_new */
    slot_lock_code(&vault->file, bytes, vault->master);
    secret_free(bytes);
}

bool vault_make(VaultKind kind, const char *passphrase, const Recovery *code, Vault **out,
                Error *error)
{
    if (!secret_ready(error)) {
        return false;
    }
    Vault *vault = vault_new();
    vault->file.trial = kind == VAULT_TRIAL;
    randombytes_buf(vault->file.store, sizeof vault->file.store);
    randombytes_buf(vault->master, KEY_BYTES);
    if (!slot_lock_passphrase(&vault->file, passphrase, vault->master, error)) {
        vault_close(vault);
        return false;
    }
    set_code(vault, code);
    (void)key_ring_add(&vault->ring, &(Whose){.family = {""}});
    *out = vault;
    return true;
}

bool vault_exists(const char *folder)
{
    char *path = path_join(folder, VAULT_FILE);
    bool there = file_exists(path);
    free(path);
    return there;
}

bool vault_place(Vault *vault, const char *folder, Error *error)
{
    assert(!vault->path);
    if (!folder_make(folder, error)) {
        return false;
    }
    vault->path = path_join(folder, VAULT_FILE);
    bool free_place = !file_exists(vault->path) ||
                      error_set(error, ERROR_REFUSED, vault->path,
                                "There are keys in this folder already, and they are left as they "
                                "are. Choose another folder with --data.");
    if (!free_place || !save(vault, error)) {
        free(vault->path);
        vault->path = NULL;
        return false;
    }
    return true;
}

/* ---- opening ---- */

typedef struct Opener {
    const char *passphrase; /* or: */
    uint8_t code[RECOVERY_BYTES];
} Opener;

static bool unwrap_master(const KeyFile *file, const Opener *opener, uint8_t *master, Error *error)
{
    return opener->passphrase ? slot_open_passphrase(file, opener->passphrase, master, error)
                              : slot_open_code(file, opener->code, master, error);
}

static bool right_kind(const KeyFile *file, VaultKind kind, const char *path, Error *error)
{
    return file->trial == (kind == VAULT_TRIAL) ||
           error_set(error, ERROR_REFUSED, path,
                     file->trial ? "These keys were made for trying out and protect nothing. "
                                   "Choose another folder with --data."
                                 : "These are keys of a real record, and this is only a trial. "
                                   "Choose another folder.");
}

static bool open_ring(Vault *vault, Error *error)
{
    return key_ring_open(&vault->file, vault->master, &vault->ring) ||
           error_set(error, ERROR_DAMAGED, vault->path,
                     "The file with the keys was changed by somebody else, and was left as it is. "
                     "Put back a copy of the whole data folder.");
}

static bool open_bytes(Vault *vault, const uint8_t *bytes, size_t size, VaultKind kind,
                       const Opener *opener, Error *error)
{
    if (!key_file_read(bytes, size, vault->path, &vault->file, error) ||
        !right_kind(&vault->file, kind, vault->path, error) ||
        !unwrap_master(&vault->file, opener, vault->master, error) || !open_ring(vault, error)) {
        return false;
    }
    vault->file.ring = NULL; /* it was the bytes' */
    return true;
}

static bool open_by(const char *folder, VaultKind kind, const Opener *opener, Vault **out,
                    Error *error)
{
    char *bytes = NULL;
    size_t size;
    if (!secret_ready(error)) {
        return false;
    }
    Vault *vault = vault_new();
    vault->path = path_join(folder, VAULT_FILE);
    bool opened = file_read(vault->path, KEY_FILE_MOST, &bytes, &size, error) &&
                  open_bytes(vault, (const uint8_t *)bytes, size, kind, opener, error);
    free(bytes);
    if (!opened) {
        vault_close(vault);
        return false;
    }
    *out = vault;
    return true;
}

bool vault_open(const char *folder, VaultKind kind, const char *passphrase, Vault **out,
                Error *error)
{
    const Opener opener = {.passphrase = passphrase};
    return open_by(folder, kind, &opener, out, error);
}

bool vault_open_with_code(const char *folder, VaultKind kind, const char *code, Vault **out,
                          Error *error)
{
    Opener opener = {0};
    bool opened =
        recovery_read(code, opener.code, error) && open_by(folder, kind, &opener, out, error);
    secret_wipe(&opener, sizeof opener);
    return opened;
}

bool vault_is_passphrase(const Vault *vault, const char *passphrase, Error *error)
{
    uint8_t *master = secret_new(KEY_BYTES);
    vault_enter(vault);
    const KeyFile file = vault->file;
    vault_leave(vault); /* trying takes half a second, and somebody may have to seal meanwhile */
    bool is = slot_open_passphrase(&file, passphrase, master, error);
    secret_free(master);
    return is;
}

void vault_close(Vault *vault)
{
    if (vault) {
        key_ring_clear(&vault->ring);
        secret_free(vault->master);
        free(vault->path);
        pthread_mutex_destroy(vault->guard);
        free(vault->guard);
        secret_wipe(vault, sizeof *vault);
        free(vault);
    }
}

/* ---- changing ---- */

bool vault_change_passphrase(Vault *vault, const char *passphrase, Error *error)
{
    vault_enter(vault);
    const KeyFile before = vault->file;
    bool changed = slot_lock_passphrase(&vault->file, passphrase, vault->master, error) &&
                   save_or_restore(vault, &before, error);
    vault_leave(vault);
    return changed;
}

bool vault_change_code(Vault *vault, const Recovery *code, Error *error)
{
    vault_enter(vault);
    const KeyFile before = vault->file;
    set_code(vault, code);
    bool changed = save_or_restore(vault, &before, error);
    vault_leave(vault);
    return changed;
}

static bool rewrap(Vault *vault, const char *passphrase, const Recovery *code, Error *error)
{
    const KeyFile before = vault->file;
    uint8_t *old = vault->master;
    vault->master = secret_new(KEY_BYTES);
    randombytes_buf(vault->master, KEY_BYTES);
    set_code(vault, code);
    bool done = slot_lock_passphrase(&vault->file, passphrase, vault->master, error) &&
                save_or_restore(vault, &before, error);
    if (!done) {
        vault->file = before;
    }
    secret_free(done ? old : vault->master);
    vault->master = done ? vault->master : old;
    return done;
}

bool vault_rewrap(Vault *vault, const char *passphrase, const Recovery *code, Error *error)
{
    vault_enter(vault);
    int old = file_wipe_hold(vault->path);
    bool done = rewrap(vault, passphrase, code, error);
    file_wipe_release(old, done);
    vault_leave(vault);
    return done;
}

/* ---- its record ---- */

bool vault_is_new(const Vault *vault)
{
    return !vault->file.begun;
}

bool vault_has_record(Vault *vault, Error *error)
{
    vault_enter(vault);
    const KeyFile before = vault->file;
    vault->file.begun = true;
    bool known = before.begun || save_or_restore(vault, &before, error);
    vault_leave(vault);
    return known;
}

/* ---- keys ---- */

/* Nothing is kept for somebody who was erased, nor of a case, nor of them and somebody else. */
static bool is_erased(const KeyRing *ring, const Whose *whose)
{
    for (size_t i = 0; i < ring->count; i++) {
        const Key *key = &ring->keys[i];
        if (key->epoch == KEY_ERASED && whose_goes_with(whose, &key->whose)) {
            return true;
        }
    }
    return false;
}

static const Key *key_make(Vault *vault, const Whose *whose, Error *error)
{
    const KeyFile before = vault->file;
    if (key_ring_full(&vault->ring)) {
        error_set(error, ERROR_REFUSED, "vault",
                  "There are as many people and cases in this record as there can be keys for. "
                  "Begin another one: choose another folder with --data.");
        return NULL;
    }
    const Key *key = key_ring_add(&vault->ring, whose);
    if (!save_or_restore(vault, &before, error)) {
        key_ring_drop_last(&vault->ring);
        return NULL;
    }
    return key;
}

const Key *vault_key(Vault *vault, const Whose *whose, Error *error)
{
    const Key *key = key_ring_of(&vault->ring, whose);
    if (key && key->epoch != KEY_ERASED) {
        return key;
    }
    if (is_erased(&vault->ring, whose)) {
        error_set(error, ERROR_REFUSED, "vault",
                  "This was erased. Nothing of it can be kept here again.");
        return NULL;
    }
    return key_make(vault, whose, error);
}
