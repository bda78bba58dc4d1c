/* The thin wrapper around every kind of store: what holds for all is checked here. A visitor may
 * not turn to the store that is visited. */
#include "store/store.h"

#include <assert.h>
#include <pthread.h>

bool store_append(Store *store, Event *events, size_t count, Error *error)
{
    assert(count > 0);
    pthread_mutex_lock(&store->guard);
    bool kept = store->ops->append(store, events, count, error);
    pthread_mutex_unlock(&store->guard);
    return kept;
}

bool store_each(Store *store, int64_t after, StoreVisit *visit, void *context, Error *error)
{
    assert(after >= 0);
    pthread_mutex_lock(&store->guard);
    bool visited = store->ops->each(store, after, visit, context, error);
    pthread_mutex_unlock(&store->guard);
    return visited;
}

bool store_copy(Store *store, const char *folder, int pages, bool *done, Error *error)
{
    assert(pages > 0);
    if (!store->ops->copy) {
        return error_set(error, ERROR_REFUSED, folder,
                         "What is only looked at is in no file to be copied.");
    }
    pthread_mutex_lock(&store->guard);
    bool copied = store->ops->copy(store, folder, pages, done, error);
    pthread_mutex_unlock(&store->guard);
    return copied;
}

void store_copy_stop(Store *store)
{
    if (store->ops->copy_stop) {
        pthread_mutex_lock(&store->guard);
        store->ops->copy_stop(store);
        pthread_mutex_unlock(&store->guard);
    }
}

bool store_texts(Store *store, int64_t after, int64_t last, StoreTextVisit *visit, void *context,
                 Error *error)
{
    assert(after >= 0 && store->ops->texts);
    pthread_mutex_lock(&store->guard);
    bool done = store->ops->texts(store, after, last, visit, context, error);
    pthread_mutex_unlock(&store->guard);
    return done;
}

bool store_check_chain(Store *store, int64_t after, int64_t last, Error *error)
{
    assert(after >= 0 && store->ops->links);
    pthread_mutex_lock(&store->guard);
    bool done = store->ops->links(store, after, last, error);
    pthread_mutex_unlock(&store->guard);
    return done;
}

int64_t store_last(Store *store)
{
    assert(store->ops->last);
    pthread_mutex_lock(&store->guard);
    int64_t last = store->ops->last(store);
    pthread_mutex_unlock(&store->guard);
    return last;
}

bool store_hash(Store *store, int64_t sequence, uint8_t hash[SEAL_HASH])
{
    assert(sequence >= 0 && store->ops->hash);
    pthread_mutex_lock(&store->guard);
    bool done = store->ops->hash(store, sequence, hash);
    pthread_mutex_unlock(&store->guard);
    return done;
}

void store_close(Store *store)
{
    if (store) {
        store->ops->close(store);
    }
}
