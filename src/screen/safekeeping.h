/* Backups, going back to one, and going on after damage: what the pages of safekeeping do. */
#ifndef SCREEN_SAFEKEEPING_H
#define SCREEN_SAFEKEEPING_H

#include "screen/cove.h"
#include "store/backup_list.h"
#include "store/salvage.h"

/* Where there is something to be kept safe: not in the sample, not in memory. */
bool safekeeping_open(const Cove *cove);

/* Begins the day's backup unless there is one, once for each time it was unlocked. */
void safekeeping_daily(Cove *cove);
/* In the data folder, or (folder not NULL) elsewhere. */
bool safekeeping_begin(Cove *cove, const char *folder, Error *error);
bool safekeeping_making(const Cove *cove); /* then call the next with each tick */
/* A moment's work on what is being made. When it is done the record knows of it. */
void safekeeping_step(Cove *cove);

Backups safekeeping_backups(const Cove *cove); /* of the data folder; backups_clear them */
/* When the last copy elsewhere was made; 0: never. */
int64_t safekeeping_outside(const Cove *cove);
/* A week has gone by with work and without a copy elsewhere. */
bool safekeeping_due(const Cove *cove);

/* The record could not be opened with the right passphrase, and waits for what the helper
 * decides. */
bool safekeeping_damaged(const Cove *cove);
/* What is open turned out to be damaged: it is closed, and its keys wait. Nothing may be on its way
 * to the disk. */
void safekeeping_rescue(Cove *cove);
bool safekeeping_salvage(Cove *cove, SalvageTold *told, Error *error);
/* Closes what is open, and puts the backup in its place. Locked afterwards. */
bool safekeeping_restore(Cove *cove, const Backup *backup, Error *error);

/* cove.c: everything that was begun is given up. */
void safekeeping_close(Safekeeping *safe);

#endif
