/* A store on a disk that takes its time and fails as told, from whatever thread. Behind it stands a
 * store in memory, so that what was really kept can be looked at while nothing is on its way. */
#ifndef TESTS_STORE_SLOW_STORE_H
#define TESTS_STORE_SLOW_STORE_H

#include "store/store.h"

#include <stdint.h>

typedef enum SlowDisk {
    DISK_WORKS,
    DISK_FAILS, /* at once, with ERROR_WRITE */
    DISK_HANGS  /* until told otherwise */
} SlowDisk;

typedef struct SlowStore SlowStore;

/* Borrowed from the store, which dies with its keeper; all may be asked from any thread. */
SlowStore *slow_store_new(void);
Store *slow_store(SlowStore *slow);
void slow_store_set(SlowStore *slow, SlowDisk disk);
/* From now on by chance: each append takes up to `most_us`, and `fails` of 100 fail. */
void slow_store_chance(SlowStore *slow, uint64_t seed, int most_us, int fails);
void slow_store_reads(SlowStore *slow); /* hang too; before anybody has it */
int slow_store_tries(SlowStore *slow);
void slow_store_await_tries(SlowStore *slow, int tries); /* sleeps until there were as many */
Store *slow_store_inside(SlowStore *slow);

#endif
