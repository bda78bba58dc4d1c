/* Reads records of version 1, which were not sealed. Private to store/. */
#ifndef STORE_SQLITE_OLD_H
#define STORE_SQLITE_OLD_H

#include "store/store.h"

/* Opens and closes it, so that its log is within the file and the file may be moved. */
bool old_tidy(const char *path, Error *error);
bool old_each(const char *path, StoreVisit *visit, void *context, Error *error);

#endif
