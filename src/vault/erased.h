/* Keys of erased cases: destroyed, and remembered as destroyed, so that nothing is ever sealed for
 * that case again and a record can prove which of its rows were emptied. */
#ifndef VAULT_ERASED_H
#define VAULT_ERASED_H

#include "vault/seal.h"

/* What stands in the key ring where a key stood. */
typedef struct Erased {
    uint8_t key[SEAL_ID];
    Id owner;
    int why;                /* the caller's affair: 0..255 */
    int64_t at;             /* wall ms */
    uint8_t sum[SEAL_HASH]; /* over all rows the key had sealed: erased_sum */
    bool done;              /* the rows are emptied as well */
} Erased;

/* The key of `owner`; false when it has none, or one that was destroyed. */
bool vault_key_of(const Vault *vault, Id owner, uint8_t key[SEAL_ID]);

/* Destroys the key of `erased->owner` (`key` is found, `done` is false) and overwrites the key file
 * that was there. Durable when it returns true: from then on nobody opens what it had sealed with
 * this file. On failure everything is as it was. */
bool vault_erase(Vault *vault, const Erased *erased, Error *error);
/* The same case, found again in a record of before its erasure: with the sum over the rows
 * there. */
bool vault_erase_again(Vault *vault, const Erased *erased, Error *error);
/* The rows of all erased cases are emptied: durable when it returns true. */
bool vault_erasing_done(Vault *vault, Error *error);

bool vault_erased_at(const Vault *vault, size_t index, Erased *out); /* false past the last */
bool vault_erased_key(const Vault *vault, const uint8_t key[SEAL_ID]);

/* Adds a row to the sum, which begins as zeros; rows in their order. */
void erased_sum(uint8_t sum[SEAL_HASH], const SealPlace *place, const uint8_t hash[SEAL_HASH]);

#endif
