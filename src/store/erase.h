/* Erasing a case, or one person of it, from a record on disk that nobody has open. First the keys
 * are destroyed: from that moment it is erased. Then the rows are emptied; what stays of them,
 * place and hashes, keeps the chain whole, and a sum of it in the key ring says exactly which rows
 * may be empty. Cut short, it is finished the next time the record is opened. */
#ifndef STORE_ERASE_H
#define STORE_ERASE_H

#include "store/store.h"

/* ERROR_MISSING when the record has none such, ERROR_REFUSED for a person whose case is from before
 * people had keys of their own. When it fails with another code, vault_erased_at tells whether the
 * keys are gone already. `why` and `at` stand in the key ring. */
bool store_erase(const char *folder, Vault *vault, const Whose *whose, int why, int64_t at,
                 Error *error);

/* store_sqlite_open, once what was left to empty is emptied. A record of before an erasure, put
 * back from a backup, is opened without what was erased as well: its rows are emptied there too. */
bool store_open_erased(const char *folder, Vault *vault, Store **out, Error *error);

#endif
