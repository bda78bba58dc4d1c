/* Checks a record's file as far as no key is needed: its pages, and its whole chain. What is sealed
 * in it is not opened. The file must be nobody's: not for one this process has open. */
#ifndef STORE_SQLITE_CHECK_H
#define STORE_SQLITE_CHECK_H

#include "vault/seal.h"

typedef struct RecordCheck {
    uint64_t entries;
    uint8_t head[SEAL_HASH]; /* of the last entry */
} RecordCheck;

typedef enum RecordAfter { RECORD_AS_FOUND, RECORD_TIDIED } RecordAfter;

/* Every page and index by SQLite, then every entry: none is missing, each has its hash and names
 * the one before, the first one this store. Which rows may be those of erased cases, only who has
 * the keys can say. Tidied: its log is within the file afterwards. */
bool record_check(const char *path, const uint8_t store[SEAL_ID], RecordAfter after,
                  RecordCheck *out, Error *error);

#endif
