#include "store/slow_store.h"

#include "base/memory.h"
#include "base/ids.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct SlowStore {
    Store store; /* first */
    Store *inside;
    pthread_mutex_t guard;
    pthread_cond_t changed;
    SlowDisk disk;
    bool reads;      /* are slow too */
    uint64_t chance; /* 0: not by chance */
    int most_us, fails, tries;
};

/* The disk's answer, when it has one. */
static SlowDisk decide(SlowStore *slow, int *pause_us)
{
    pthread_mutex_lock(&slow->guard);
    slow->tries++;
    pthread_cond_broadcast(&slow->changed);
    while (slow->disk == DISK_HANGS) {
        pthread_cond_wait(&slow->changed, &slow->guard);
    }
    SlowDisk disk = slow->disk;
    if (slow->chance) {
        *pause_us = (int)chance_below(&slow->chance, (uint64_t)slow->most_us + 1);
        disk = chance_below(&slow->chance, 100) < (uint64_t)slow->fails ? DISK_FAILS : disk;
    }
    pthread_mutex_unlock(&slow->guard);
    return disk;
}

static bool append(Store *store, Event *events, size_t count, Error *error)
{
    SlowStore *slow = (SlowStore *)store;
    int pause_us = 0;
    SlowDisk disk = decide(slow, &pause_us);
    if (pause_us > 0) {
        usleep((useconds_t)pause_us);
    }
    return disk == DISK_FAILS ? error_set(error, ERROR_WRITE, "disk",
                                          "The disk is full. Make room, then try again.")
                              : store_append(slow->inside, events, count, error);
}

static bool each(Store *store, int64_t after, StoreVisit *visit, void *context, Error *error)
{
    SlowStore *slow = (SlowStore *)store;
    int pause_us = 0;
    if (slow->reads) {
        (void)decide(slow, &pause_us);
    }
    return store_each(slow->inside, after, visit, context, error);
}

static void close_slow(Store *store)
{
    SlowStore *slow = (SlowStore *)store;
    store_close(slow->inside);
    pthread_cond_destroy(&slow->changed);
    pthread_mutex_destroy(&slow->guard);
    free(slow);
}

static const StoreOps ops = {
    .name = "slow", .waits = true, .append = append, .each = each, .close = close_slow};

SlowStore *slow_store_new(void)
{
    SlowStore *slow = memory_new(1, sizeof *slow);
    slow->store.ops = &ops;
    slow->inside = store_memory_new(NULL);
    pthread_mutex_init(&slow->guard, NULL);
    pthread_cond_init(&slow->changed, NULL);
    return slow;
}

Store *slow_store(SlowStore *slow)
{
    return &slow->store;
}

void slow_store_set(SlowStore *slow, SlowDisk disk)
{
    pthread_mutex_lock(&slow->guard);
    slow->disk = disk;
    pthread_cond_broadcast(&slow->changed);
    pthread_mutex_unlock(&slow->guard);
}

void slow_store_chance(SlowStore *slow, uint64_t seed, int most_us, int fails)
{
    pthread_mutex_lock(&slow->guard);
    slow->chance = seed;
    slow->most_us = most_us;
    slow->fails = fails;
    pthread_mutex_unlock(&slow->guard);
}

void slow_store_reads(SlowStore *slow)
{
    slow->reads = true;
}

int slow_store_tries(SlowStore *slow)
{
    pthread_mutex_lock(&slow->guard);
    int tries = slow->tries;
    pthread_mutex_unlock(&slow->guard);
    return tries;
}

void slow_store_await_tries(SlowStore *slow, int tries)
{
    pthread_mutex_lock(&slow->guard);
    while (slow->tries < tries) {
        pthread_cond_wait(&slow->changed, &slow->guard);
    }
    pthread_mutex_unlock(&slow->guard);
}

Store *slow_store_inside(SlowStore *slow)
{
    return slow->inside;
}
