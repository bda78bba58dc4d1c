/* Copies an open record, page by page, into another file, while it goes on being written through
 * the same connection. Private to store/. */
#ifndef STORE_SQLITE_COPY_H
#define STORE_SQLITE_COPY_H

#include "store/sqlite_link.h"

typedef struct SqliteCopy {
    sqlite3 *to; /* NULL: none is being made */
    sqlite3_backup *backup;
    char *folder; /* where it goes */
} SqliteCopy;

/* At most so many pages into <folder>/record.db, which the first call makes; when that was the last
 * of them, *done, the file is durable, and the mark beside the record has been copied too. A
 * failure ends the copy. */
bool sqlite_copy_step(SqliteCopy *copy, const SqliteLink *from, const char *folder, int pages,
                      bool *done, Error *error);
/* Forgets one that is not done; before the connection is closed. */
void sqlite_copy_stop(SqliteCopy *copy);

#endif
