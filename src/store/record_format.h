/* The format of record.db: its SQL and its marks, as plain text and numbers; and what people are
 * told when it cannot be used. Version 1 was not sealed; it is only read, to be sealed
 * (seal_old.h). Private to store/. */
#ifndef STORE_RECORD_FORMAT_H
#define STORE_RECORD_FORMAT_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

enum {
    RECORD_VERSION = 2, /* SQLite's user_version */
    RECORD_UNSEALED = 1,
    RECORD_HEADER = 100 /* first bytes of the file that record_header_ours wants */
};

typedef enum RecordFault {
    RECORD_LOCKED,
    RECORD_FULL,
    RECORD_DISK,
    RECORD_RIGHTS,
    RECORD_DAMAGED,
    RECORD_FOREIGN,
    RECORD_NO_WAL,
    RECORD_CUT,     /* ends before its mark */
    RECORD_CHANGED, /* by another program while it was closed after a fault */
    RECORD_OTHER
} RecordFault;

/* Fills the error and returns false. */
bool record_refuse(RecordFault fault, const char *path, Error *error);

/* False with ERROR_DAMAGED (of another program), ERROR_NEWER, or ERROR_REFUSED when it is ours and
 * not of the version that is wanted. */
bool record_format_ours(int64_t application, int64_t version, int64_t wanted, const char *path,
                        Error *error);
bool record_header_ours(const char *header, int64_t wanted, const char *path, Error *error);
/* The version that a file's first RECORD_HEADER bytes tell; 0 for none of ours. */
int64_t record_header_version(const char *header);

/* How every connection is set up, before anything else is asked. */
const char *record_settings(void);
/* One transaction that makes an empty file a record. free() it. */
char *record_making(void);
/* One transaction that removes what came after entry `last`: for events that were refused and got
 * into the file all the same. free() it. */
char *record_removal(int64_t last);
/* One transaction that empties all entries of this key: their place and hashes stay. free() it. */
char *record_emptying(const uint8_t *key, size_t size);

#endif
