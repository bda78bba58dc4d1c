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

void store_close(Store *store)
{
    if (store) {
        store->ops->close(store);
    }
}
