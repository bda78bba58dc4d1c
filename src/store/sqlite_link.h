/* The connection to a record's file, opened with all care: whose file it is, the settings, the
 * format, and that nobody else has it. What is in the file is others' business. Private to store/.
 */
#ifndef STORE_SQLITE_LINK_H
#define STORE_SQLITE_LINK_H

#include "base/error.h"

#include <sqlite3.h>

#include <stdint.h>

typedef struct SqliteLink {
    char *path;  /* owned by who uses it */
    sqlite3 *db; /* NULL: not connected */
} SqliteLink;

/* Opens a file of exactly this version of the format; RECORD_VERSION makes a new one in an empty
 * file. On failure it is not connected, and the file is as it was. */
bool link_open(SqliteLink *link, int64_t version, Error *error);
/* All is well: closing may tidy up from now on. Until then it leaves everything as it was found. */
void link_settled(const SqliteLink *link);
/* Reading is allowed from now on, and adding entries; nothing else. */
void link_restrict(const SqliteLink *link);
void link_close(SqliteLink *link); /* every statement must be finalized */

/* True when all went well; else says in *error what did not. */
bool link_well(const SqliteLink *link, int result, Error *error);
int link_run(const SqliteLink *link, const char *sql);
/* The columns of the first row. */
int link_ask(const SqliteLink *link, const char *sql, int64_t *numbers, int count);

#endif
