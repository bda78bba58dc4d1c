/* Making, breaking and looking at record.db, for tests of the store on disk. */
#ifndef TESTS_STORE_SQLITE_FILE_H
#define TESTS_STORE_SQLITE_FILE_H

#include "store/store.h"

char *record_in(const char *folder); /* path of record.db; free() it */
Store *open_store(const char *folder);
void keep_some(const char *folder, int count); /* opens, keeps, closes */

void assert_refused(const char *folder, ErrorCode code, const char *says);
/* Refused, and no byte of the record changes. */
void assert_refused_untouched(const char *folder, ErrorCode code, const char *says);
void assert_alone(const char *folder); /* nothing stands beside record.db */

void sql_in(const char *folder, const char *sql); /* by SQLite, behind the store's back */
void write_record(const char *folder, const void *bytes, size_t size);

#endif
