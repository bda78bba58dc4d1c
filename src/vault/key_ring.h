/* The key ring: for each case, each person of it and each two of them (and for what belongs to no
 * case) a key for their entries and a pair of keys for what is sealed to them from outside. In
 * guarded memory. Private to vault/. */
#ifndef VAULT_KEY_RING_H
#define VAULT_KEY_RING_H

#include "base/whose.h"
#include "vault/key_file.h"

enum { KEY_ERASED = 0 }; /* an epoch: no keys are there any more, only that there were some */

typedef struct Key {
    uint8_t id[KEY_ID_BYTES]; /* by chance; stands beside each entry it seals */
    Whose whose;
    bool early;               /* made before people had keys: it sealed what is theirs as well */
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
const Key *key_ring_add(KeyRing *ring, const Whose *whose);
bool key_ring_full(const KeyRing *ring); /* with one more its file could not be read again */
void key_ring_drop_last(KeyRing *ring);
KeyRing key_ring_copy(const KeyRing *ring);                       /* key_ring_clear it */
const Key *key_ring_of(const KeyRing *ring, const Whose *whose);  /* the newest; NULL when absent */
const Key *key_ring_find(const KeyRing *ring, const uint8_t *id); /* NULL when absent */

/* Sealed under the master key, with `head` bound in; the size tells how many there are only in
 * steps. *sealed is the caller's to free. */
void key_ring_seal(const KeyRing *ring, const uint8_t *master, const uint8_t *head,
                   uint8_t nonce[KEY_NONCE], uint8_t **sealed, size_t *size);
/* False when it is not exactly what was sealed, now or by version 1. `out` must be empty. */
bool key_ring_open(const KeyFile *file, const uint8_t *master, KeyRing *out);

#endif
