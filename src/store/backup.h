/* Making a backup: a copy of the record with its mark and keys, everything sealed as it is, written
 * beside, opened and checked as a whole, and only then called a backup. In small steps, so that
 * nobody waits; the check has a thread of its own. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "store/backup_list.h"
#include "store/store.h"

typedef struct BackupRun BackupRun;

typedef enum BackupStep { BACKUP_GOES_ON, BACKUP_DONE, BACKUP_FAILED } BackupStep;

/* `store` is the open record of that data folder, and stays open until backup_end. In
 * <data>/backups, where only some of each week, month and year stay (backup_keep.h). */
bool backup_begin(Store *store, const char *data, int64_t wall_ms, BackupRun **out, Error *error);
/* In a folder elsewhere, which must be there; the backup is a new folder in it. All stay. */
bool backup_begin_outside(Store *store, const char *data, const char *folder, int64_t wall_ms,
                          BackupRun **out, Error *error);
BackupStep backup_step(BackupRun *run, int pages, Error *error); /* at most so many pages */
const char *backup_place(const BackupRun *run);                  /* where it is, or will be */
uint64_t backup_entries(const BackupRun *run);                   /* once it is done */
/* What is not done is removed. Waits for a check that is under way. */
void backup_end(BackupRun *run);

#endif
