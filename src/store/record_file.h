/* The data folder and the record's file, as far as no database is needed. Private to store/. */
#ifndef STORE_RECORD_FILE_H
#define STORE_RECORD_FILE_H

#include "base/error.h"

#include <stdint.h>

/* Makes the folder (0700) and an empty record.db (0600) where they are missing, and says why
 * nothing can be kept in those that are there. *path is the caller's to free. */
bool record_file_prepare(const char *folder, char **path, Error *error);

/* As its first bytes say; 0 for none of ours. Only for a file that nobody in this process has open:
 * see record_file.c. */
int64_t record_file_version(const char *path);
/* Durable. The file must be tidied: nothing of it lies in a log beside it. */
bool record_file_move(const char *from, const char *to, Error *error);
/* Overwrites it and its log and removes them; fine when they are not there. How much of it a disk
 * forgets is the disk's affair. */
bool record_file_wipe(const char *path, Error *error);

/* A journal beside the file: it was being made when something went wrong. */
bool record_file_has_journal(const char *path);

/* Takes all rights from others, of the file and of those SQLite puts beside it. */
void record_file_close_to_others(const char *path);

#endif
