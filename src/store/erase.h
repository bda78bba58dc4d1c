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

/* store_sqlite_open, once what was left to empty is emptied. A record of before an erasure, put
 * back from a backup, is opened without the case as well: its rows are emptied there too. */
bool store_open_erased(const char *folder, Vault *vault, Store **out, Error *error);

#endif
