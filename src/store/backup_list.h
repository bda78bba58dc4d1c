/* Backups that are there. Each is a folder named by when it was made, and is a whole data folder:
 * record.db, record.mark, vault.keys, and about.json with what anybody may know of it. */
#ifndef STORE_BACKUP_LIST_H
#define STORE_BACKUP_LIST_H

#include "base/error.h"
#include "store/backup_keep.h"

#define BACKUPS_FOLDER "backups"
#define BACKUP_ABOUT "about.json"

typedef struct Backup {
    char *path;    /* owned */
    char when[17]; /* "2026-11-22 14:05" */
    BackupTime time;
    uint64_t entries; /* as about.json says: believed for a list, checked before it is used */
} Backup;

typedef struct Backups {
    Backup *list; /* oldest first */
    size_t count, room;
} Backups;

/* "2026-11-22-1405" or "2026-11-22-1405-2", also behind "pebblecove-". */
bool backup_name_read(const char *name, Backup *out);
/* Of one folder; false when it is no backup. free() its path. */
bool backup_read(const char *path, Backup *out, Error *error);
/* All in <data>/backups or in another place; none when it is not there. */
Backups backups_in(const char *place);
void backups_clear(Backups *backups);

#endif
