/* The key ring: for each case (and for what belongs to none) a key for its entries and a pair of
 * keys for what is sealed to it from outside. In guarded memory. Private to vault/. */
#ifndef VAULT_KEY_RING_H
#define VAULT_KEY_RING_H

#include "base/ids.h"
#include "vault/key_file.h"

enum { KEY_ERASED = 0 }; /* an epoch: no keys are there any more, only that there were some */

typedef struct Key {
    uint8_t id[KEY_ID_BYTES]; /* by chance; stands beside each entry it seals */
    Id owner;                 /* "" for what belongs to no case */
    uint32_t epoch;           /* of the pair: 1, 2, ... */
    uint8_t data[KEY_BYTES];  /* of an erased one: what erased.c writes there */
    uint8_t inbox[KEY_BYTES]; /* the secret half */
} Key;

typedef struct KeyRing {
    Key *keys; /* guarded */
    size_t count, room;
} KeyRing;

void key_ring_clear(KeyRing *ring);
/* A fresh key; borrowed until the next one is added. */
const Key *key_ring_add(KeyRing *ring, Id owner);
void key_ring_drop_last(KeyRing *ring);
KeyRing key_ring_copy(const KeyRing *ring);                       /* key_ring_clear it */
const Key *key_ring_of(const KeyRing *ring, Id owner);            /* the newest; NULL when absent */
const Key *key_ring_find(const KeyRing *ring, const uint8_t *id); /* NULL when absent */

/* Sealed under the master key, with `head` bound in; the size tells how many there are only in
 * steps. *sealed is the caller's to free. */
void key_ring_seal(const KeyRing *ring, const uint8_t *master, const uint8_t *head,
                   uint8_t nonce[KEY_NONCE], uint8_t **sealed, size_t *size);
/* False when it is not exactly what was sealed. `out` must be empty. */
bool key_ring_open(const KeyFile *file, const uint8_t *master, KeyRing *out);

#endif
