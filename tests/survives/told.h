/* A few things told to a keeper on a sealed record in a folder, for tests that need no whole
 * sitting. */
#ifndef TESTS_SURVIVES_TOLD_H
#define TESTS_SURVIVES_TOLD_H

#include "base/clock.h"
#include "store/keeper.h"

enum { TOLD_BATCHES = 14 };

typedef struct Told {
    ManualClock time;
    Vault *vault;
    Keeper *keeper;
} Told;

/* On failure nothing stays open. */
bool told_open(Told *told, const char *folder, Error *error);
void told_close(Told *told);
/* Batch 0, 1, ...: two cases, so that keys are made; a sitting; moves. Each needs those before. */
bool told_keep(Told *told, int batch, Error *error);
/* Fails the test unless the folder opens, holds exactly so many batches, and goes on. One more may
 * be there, whole: a disk that failed to the end kept what it said it had not. */
void told_check(const char *folder, int batches);
size_t told_events(int batches); /* how many events they are */

#endif
