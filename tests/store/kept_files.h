/* The files of a data folder as bytes, for tests of what is in them and what is not any more. */
#ifndef TESTS_STORE_KEPT_FILES_H
#define TESTS_STORE_KEPT_FILES_H

#include "vault/erased.h"

typedef struct Bytes {
    uint8_t *bytes;
    size_t size;
    uint8_t key[SEAL_ID];
    SealPlace place;
} Bytes;

typedef struct Rows {
    Bytes *rows;
    size_t count, room;
} Rows;

/* All entries as they lie in the file. */
Rows *rows_of(const char *folder);
void rows_free(Rows *rows);
/* In any of the folder's files. */
bool lies_in(const char *folder, const void *bytes, size_t size);
bool is_among(const Erased *keys, size_t count, const uint8_t key[SEAL_ID]);

/* The three files of a folder, to be put back as often as one likes. */
typedef struct Snapshot {
    char *bytes[3];
    size_t sizes[3];
} Snapshot;

Snapshot snapshot_of(const char *folder);
void put_back(const Snapshot *snapshot, const char *folder);
void snapshot_clear(Snapshot *snapshot);

#endif
