/* The format of record.db, by version: its SQL and its marks, as plain text and numbers; and what
 * people are told when it cannot be used. Private to store/. */
#ifndef STORE_RECORD_FORMAT_H
#define STORE_RECORD_FORMAT_H

#include "base/error.h"

#include <stdint.h>

enum {
    RECORD_VERSION = 1, /* SQLite's user_version */
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
    RECORD_CHANGED, /* by another program while it was closed after a fault */
    RECORD_OTHER
} RecordFault;

/* Fills the error and returns false. */
bool record_refuse(RecordFault fault, const char *path, Error *error);

/* False with ERROR_DAMAGED (of another program) or ERROR_NEWER. */
bool record_format_ours(int64_t application, int64_t version, const char *path, Error *error);
bool record_header_ours(const char *header, const char *path, Error *error);

/* How every connection is set up, before anything else is asked. */
const char *record_settings(void);
/* One transaction that takes a file from `version` to the next. free() it. */
char *record_migration(int64_t version);
/* One transaction that removes what came after event `last`: for events that were refused and got
 * into the file all the same. free() it. */
char *record_removal(int64_t last);

#endif
