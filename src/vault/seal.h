/* Sealing: what an entry of the record says becomes bytes that say nothing, bound to their place;
 * each entry names the hash of the one before. And what comes from outside, sealed to a case. */
#ifndef VAULT_SEAL_H
#define VAULT_SEAL_H

#include "vault/vault.h"

enum { SEAL_ID = 16, SEAL_HASH = 32, SEAL_STEP = 256, SEAL_MAC = 32 };

/* Where an entry stands. Opened anywhere else, it does not open. */
typedef struct SealPlace {
    uint8_t device[SEAL_ID]; /* which computer, by chance */
    uint64_t epoch;          /* of that computer: another one after a copy was found */
    uint64_t sequence;
    uint8_t before[SEAL_HASH]; /* hash of the entry before */
} SealPlace;

typedef struct Sealed {
    uint8_t key[SEAL_ID]; /* which key: says nothing about whose */
    uint8_t *bytes;       /* free() them */
    size_t size;
} Sealed;

void seal_random(void *bytes, size_t size);
void vault_store_id(const Vault *vault, uint8_t id[SEAL_ID]);

/* Padded to the next step, then encrypted and authenticated with the key of whose it is, which is
 * made if it is new. */
bool vault_seal(Vault *vault, const Whose *whose, const SealPlace *place, const void *plain,
                size_t size, Sealed *out, Error *error);
/* False for anything but what was sealed at this place. *plain is *size bytes and a NUL: wipe and
 * free() it. */
bool vault_unseal(const Vault *vault, const SealPlace *place, const Sealed *sealed, char **plain,
                  size_t *size, Whose *whose);

/* The hash of an entry: its place, how it is kept, and its bytes. Needs no key, so that the chain
 * can be checked while all is locked. */
void seal_hash(const SealPlace *place, int form, const Sealed *sealed, uint8_t hash[SEAL_HASH]);
/* What the first entry of a store says of the one before it. */
void seal_first(const uint8_t store[SEAL_ID], uint8_t hash[SEAL_HASH]);

/* Only who has opened the vault can make it. */
void vault_mac(const Vault *vault, const void *bytes, size_t size, uint8_t mac[SEAL_MAC]);

/* ---- what comes from outside ---- */

enum { INBOX_KEY = 32, INBOX_MORE = 48 };

/* What is given away so that others can seal for them. */
bool vault_inbox(Vault *vault, const Whose *whose, uint8_t public_key[INBOX_KEY], Error *error);
/* `out` has size + INBOX_MORE bytes. Whoever seals cannot open it again. False for bytes that are
 * no public key. */
bool inbox_seal(const uint8_t public_key[INBOX_KEY], const void *plain, size_t size, uint8_t *out);
/* `out` has size - INBOX_MORE bytes. */
bool vault_inbox_open(const Vault *vault, const Whose *whose, const uint8_t *sealed, size_t size,
                      uint8_t *out);

#endif
