/* The data folder and the record's file, as far as no database is needed. Private to store/. */
#ifndef STORE_RECORD_FILE_H
#define STORE_RECORD_FILE_H

#include "base/error.h"

/* Makes the folder (0700) and an empty record.db (0600) where they are missing, and says why
 * nothing can be kept in those that are there. *path is the caller's to free. */
bool record_file_prepare(const char *folder, char **path, Error *error);

/* A journal beside the file: it was being made when something went wrong. */
bool record_file_has_journal(const char *path);

/* Takes all rights from others, of the file and of those SQLite puts beside it. */
void record_file_close_to_others(const char *path);

#endif
