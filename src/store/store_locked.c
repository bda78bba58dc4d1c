#include "store/store_locked.h"

#include "base/file.h"
#include "base/memory.h"
#include "store/record_format.h"
#include "store/sqlite_copy.h"

#include <stdlib.h>

typedef struct LockedStore {
    Store store; /* first */
    SqliteLink link;
    SqliteCopy copy;
} LockedStore;

static bool append(Store *store, Event *events, size_t count, Error *error)
{
    (void)events, (void)count;
    return error_set(error, ERROR_REFUSED, ((LockedStore *)store)->link.path,
                     "The record is locked. Open it with its passphrase.");
}

static bool each(Store *store, int64_t after, StoreVisit *visit, void *context, Error *error)
{
    (void)after, (void)visit, (void)context;
    return append(store, NULL, 0, error);
}

static bool copy(Store *store, const char *folder, int pages, bool *done, Error *error)
{
    LockedStore *locked = (LockedStore *)store;
    return sqlite_copy_step(&locked->copy, &locked->link, folder, pages, done, error);
}

static void copy_stop(Store *store)
{
    sqlite_copy_stop(&((LockedStore *)store)->copy);
}

static void close_locked(Store *store)
{
    LockedStore *locked = (LockedStore *)store;
    sqlite_copy_stop(&locked->copy);
    link_close(&locked->link);
    free(locked->link.path);
    free(locked);
}

static const StoreOps ops = {
    .name = "locked",
    .append = append,
    .each = each,
    .copy = copy,
    .copy_stop = copy_stop,
    .close = close_locked,
};

bool store_locked_open(const char *folder, Store **out, Error *error)
{
    char *path = path_join(folder, STORE_FILE);
    LockedStore *locked = memory_new(1, sizeof *locked);
    *locked = (LockedStore){.store = {.ops = &ops}, .link.path = path};
    bool there = file_exists(path) ||
                 error_set(error, ERROR_MISSING, folder,
                           "There is no record in this folder. Name another one with --data.");
    if (!there || !link_open(&locked->link, RECORD_VERSION, error)) {
        close_locked(&locked->store);
        return false;
    }
    *out = &locked->store;
    return true;
}
