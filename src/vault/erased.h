/* Keys of what was erased, a case or a person of it: destroyed, and remembered as destroyed, so
 * that nothing is ever sealed for them again and a record can prove which of its rows were
 * emptied. */
#ifndef VAULT_ERASED_H
#define VAULT_ERASED_H

#include "vault/seal.h"

/* What stands in the key ring where a key stood. */
typedef struct Erased {
    uint8_t key[SEAL_ID];
    Whose whose;
    int why;                /* the caller's affair: 0..255 */
    int64_t at;             /* wall ms */
    uint8_t sum[SEAL_HASH]; /* over all rows the key had sealed: erased_sum */
    bool done;              /* the rows are emptied as well */
} Erased;

/* The keys that go with this one: of a case all, of a person their own and each they share with
 * somebody. Only those that are there; `key` and `whose` are filled in. NULL and 0 when whose it is
 * has no key itself. free() the list. */
size_t vault_keys_of(const Vault *vault, const Whose *whose, Erased **list);
/* A key of the case is from before people had keys: what is theirs cannot go alone. */
bool vault_case_is_early(const Vault *vault, Id family);

/* Destroys these keys, all or none, and overwrites the key file that was there. Durable when it
 * returns true: from then on nobody opens what they had sealed with this file. On failure
 * everything is as it was. */
bool vault_erase(Vault *vault, const Erased *list, size_t count, Error *error);
/* A key that was destroyed, found again in a record of before that: with the sum over the rows
 * there. */
bool vault_erase_again(Vault *vault, const Erased *erased, Error *error);
/* The rows of all destroyed keys are emptied: durable when it returns true. */
bool vault_erasing_done(Vault *vault, Error *error);

bool vault_erased_at(const Vault *vault, size_t index, Erased *out); /* false past the last */
bool vault_erased_key(const Vault *vault, const uint8_t key[SEAL_ID]);

/* Adds a row to the sum, which begins as zeros; rows in their order. */
void erased_sum(uint8_t sum[SEAL_HASH], const SealPlace *place, const uint8_t hash[SEAL_HASH]);

#endif
