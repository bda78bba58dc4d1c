#include "store/backup_keep.h"

#include "base/memory.h"

#include <stdlib.h>

/* ---- dates ---- */

/* Years begin in March here, so that the odd day is a year's last. Gregorian, from year 0. */
int64_t backup_day(int year, int month, int day)
{
    enum { DAYS_TO_1970 = 719468 };
    int64_t y = month > 2 ? year : year - 1, m = month > 2 ? month - 3 : month + 9;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - DAYS_TO_1970;
}

static int64_t divided(int64_t value, int64_t by)
{
    return value / by - (value % by < 0);
}

static int64_t same_day(int64_t day)
{
    return day;
}

static int64_t same_week(int64_t day)
{
    return divided(day + 3, 7); /* 1970-01-01 was a Thursday */
}

/* The month a day is in, counted in any way that goes up: the inverse of backup_day. */
static int64_t same_month(int64_t day)
{
    int64_t z = day + 719468, era = divided(z, 146097), of_era = z - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    return (era * 400 + year) * 12 + (5 * of_year + 2) / 153;
}

/* ---- what stays ---- */

typedef struct Dated {
    BackupTime time;
    size_t index;
} Dated;

static int newest_first(const void *left, const void *right)
{
    const BackupTime *a = &((const Dated *)left)->time, *b = &((const Dated *)right)->time;
    if (a->day != b->day) {
        return a->day < b->day ? 1 : -1;
    }
    return (a->minute < b->minute) - (a->minute > b->minute);
}

/* The first of each of `most` spans, from the newest on. */
static void keep_spans(const Dated *sorted, size_t count, int most, int64_t (*span)(int64_t day),
                       bool *keep)
{
    for (size_t i = 0; i < count && most > 0; i++) {
        if (i == 0 || span(sorted[i].time.day) != span(sorted[i - 1].time.day)) {
            keep[sorted[i].index] = true;
            most--;
        }
    }
}

void backup_keep(const BackupTime *times, size_t count, bool *keep)
{
    Dated *sorted = memory_new(count + 1, sizeof *sorted);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = (Dated){times[i], i};
        keep[i] = false;
    }
    qsort(sorted, count, sizeof *sorted, newest_first);
    keep_spans(sorted, count, BACKUP_DAYS, same_day, keep);
    keep_spans(sorted, count, BACKUP_WEEKS, same_week, keep);
    keep_spans(sorted, count, BACKUP_MONTHS, same_month, keep);
    free(sorted);
}
