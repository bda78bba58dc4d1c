/* Which backups stay: by their dates alone, whatever the clock says now. */
#ifndef STORE_BACKUP_KEEP_H
#define STORE_BACKUP_KEEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BACKUP_DAYS = 7, BACKUP_WEEKS = 5, BACKUP_MONTHS = 12 };

typedef struct BackupTime {
    int64_t day; /* since 1970-01-01 */
    int minute;  /* of that day */
} BackupTime;

int64_t backup_day(int year, int month, int day); /* of a date, since 1970-01-01 */

/* keep[i]: the last one of each of the newest seven days that have one, of the newest five weeks
 * (from Monday) and of the newest twelve months. `times` in any order. */
void backup_keep(const BackupTime *times, size_t count, bool *keep);

#endif
