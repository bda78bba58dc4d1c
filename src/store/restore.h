/* Putting a backup in the place of the record. What is there goes aside, whole; what comes goes on
 * as another device and epoch, so that no place in the record is ever written twice. */
#ifndef STORE_RESTORE_H
#define STORE_RESTORE_H

#include "store/backup_list.h"

/* What would come, and what is there now. */
typedef struct RestoreView {
    uint64_t entries;
    uint64_t now; /* entries; 0 when there is no record or it cannot be read */
    bool other;   /* it is another record: made by other keys */
} RestoreView;

/* Looks; `now` is how many entries the open record has, or 0 to have the file looked at, which then
 * must be closed. */
bool restore_look(const char *data, const Backup *backup, uint64_t now, RestoreView *out,
                  Error *error);
/* Checks the backup as a whole, copies it, and puts it in place. The record must be closed. Keys:
 * those of the folder when they are whole and of the same record, for they know every passphrase
 * that was changed and every case that was erased since; else those of the backup. */
bool restore_do(const char *data, const Backup *backup, int64_t wall_ms, Error *error);

#endif
