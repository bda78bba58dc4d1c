/* The thin wrapper around every kind of store: what holds for all is checked here. */
#include "store/store.h"

#include <assert.h>

bool store_append(Store *store, Event *events, size_t count, Error *error)
{
    assert(count > 0);
    return store->ops->append(store, events, count, error);
}

bool store_each(Store *store, int64_t after, StoreVisit *visit, void *context, Error *error)
{
    assert(after >= 0);
    return store->ops->each(store, after, visit, context, error);
}

bool store_copy(Store *store, const char *folder, int pages, bool *done, Error *error)
{
    assert(pages > 0);
    return store->ops->copy ? store->ops->copy(store, folder, pages, done, error)
                            : error_set(error, ERROR_REFUSED, folder,
                                        "What is only looked at is in no file to be copied.");
}

void store_copy_stop(Store *store)
{
    if (store->ops->copy_stop) {
        store->ops->copy_stop(store);
    }
}

void store_close(Store *store)
{
    if (store) {
        store->ops->close(store);
    }
}
