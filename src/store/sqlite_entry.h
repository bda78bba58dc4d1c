/* An entry as a row of the table: the columns, taking one out and putting one in. Private to
 * store/. */
#ifndef STORE_SQLITE_ENTRY_H
#define STORE_SQLITE_ENTRY_H

#include "store/entry.h"

#include <sqlite3.h>

#define ENTRY_COLUMNS "sequence, device, epoch, form, key, body, before, hash"

/* Of a statement that selects ENTRY_COLUMNS. Its bytes are the statement's until the next step. A
 * column of the wrong size leaves a hash that no entry has. */
Entry sqlite_entry_at(sqlite3_stmt *found);
int sqlite_entry_insert(sqlite3_stmt *insert,
                        const Entry *entry); /* into ENTRY_COLUMNS, ?1 to ?8 */
/* False when the column is not exactly this size. */
bool sqlite_bytes(sqlite3_stmt *found, int column, uint8_t *bytes, size_t size);
int sqlite_step(sqlite3_stmt *statement); /* of one that gives no rows */

#endif
