/* Rows of erased cases: which may be empty, and that they are exactly those. Private to store/. */
#ifndef STORE_ERASED_ROWS_H
#define STORE_ERASED_ROWS_H

#include "store/sqlite_link.h"
#include "vault/erased.h"

/* The sum over all rows that this key sealed. */
bool erased_rows_sum(const SqliteLink *link, const uint8_t key[SEAL_ID], uint8_t sum[SEAL_HASH],
                     Error *error);

/* No row of this key is empty: the record is one of before the erasure. */
bool erased_rows_none_empty(const SqliteLink *link, const uint8_t key[SEAL_ID], bool *none,
                            Error *error);

/* Empty rows are those of the vault's erased cases, every one of them, and no others. Without this,
 * whoever may write the file could empty a row and have it pass for an erased one. */
bool erased_rows_check(const SqliteLink *link, const Vault *vault, Error *error);

#endif
