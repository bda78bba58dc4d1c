/* The key file, byte by byte: read strictly and within bounds, before any passphrase is tried.
 * Knows sizes and limits, no keys. Private to vault/.
 *
 *   magic 8 | version 2 | flags 2 | store 16 | turn 8 | two slots of 128 | the head ends here
 *   nonce 24 | size 4 | sealed key ring | BLAKE2b-256 of all before 32
 *
 * A slot: passes 4 | KiB 4 | salt 16 | commit 32 | nonce 24 | wrapped master key 48. */
#ifndef VAULT_KEY_FILE_H
#define VAULT_KEY_FILE_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

enum {
    KEY_BYTES = 32,
    KEY_ID_BYTES = 16,
    KEY_SALT = 16,
    KEY_NONCE = 24,
    KEY_TAG = 16,
    KEY_HASH = 32,
    KEY_FILE_HEAD = 36 + 2 * 128,
    KEY_FILE_MOST = 8 * 1024 * 1024, /* some 60,000 keys */
    KEY_FILE_VERSION = 2             /* 1: its key ring knew cases, and no people of them */
};

typedef enum SlotKind { SLOT_PASSPHRASE, SLOT_RECOVERY, SLOT_COUNT } SlotKind;

/* The master key, wrapped by a key that a passphrase or code gives. */
typedef struct KeySlot {
    uint32_t passes, kib; /* of Argon2id; 0 for the recovery code */
    uint8_t salt[KEY_SALT], commit[KEY_HASH], nonce[KEY_NONCE], wrapped[KEY_BYTES + KEY_TAG];
} KeySlot;

typedef struct KeyFile {
    int version;
    bool trial; /* made by tests or the tour: opens quickly and protects nothing */
    bool begun; /* there is a record with these keys */
    uint8_t store[KEY_ID_BYTES];
    uint64_t turn; /* how often the file was written */
    KeySlot slots[SLOT_COUNT];
    uint8_t nonce[KEY_NONCE];
    const uint8_t *ring; /* sealed; borrowed */
    size_t ring_size;
} KeyFile;

/* The first KEY_FILE_HEAD bytes: they are bound into the sealed key ring. */
void key_file_head(const KeyFile *file, uint8_t head[KEY_FILE_HEAD]);
/* free() it. */
uint8_t *key_file_write(const KeyFile *file, size_t *size);
/* `out` borrows from `bytes`. ERROR_DAMAGED, ERROR_NEWER; `place` is the file's path. */
bool key_file_read(const uint8_t *bytes, size_t size, const char *place, KeyFile *out,
                   Error *error);

#endif
