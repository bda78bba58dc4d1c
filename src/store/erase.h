/* Erasing a case from a record on disk that nobody has open. First its key is destroyed: from that
 * moment the case is erased. Then its rows are emptied; what stays of them, place and hashes, keeps
 * the chain whole, and a sum of it in the key ring says exactly which rows may be empty. Cut short,
 * it is finished the next time the record is opened. */
#ifndef STORE_ERASE_H
#define STORE_ERASE_H

#include "store/store.h"

/* ERROR_MISSING when the record has no such case. When it fails with another code, vault_erased_at
 * tells whether the key is gone already. `why` and `at` stand in the key ring. */
bool store_erase(const char *folder, Vault *vault, Id owner, int why, int64_t at, Error *error);

/* Empties what is left to empty; nothing when there is nothing. */
bool store_finish_erasing(const char *folder, Vault *vault, Error *error);

#endif
