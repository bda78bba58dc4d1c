/* A record whose keys nobody gave: it can be copied, and nothing else. */
#ifndef STORE_STORE_LOCKED_H
#define STORE_STORE_LOCKED_H

#include "store/store.h"

/* ERROR_MISSING when there is no record; else as store_sqlite_open. Leaves the file as it is. */
bool store_locked_open(const char *folder, Store **out, Error *error);

#endif
