/* How long cases are kept after their end. Only counts: what is over is shown to the helper, and
 * nothing is ever erased by time. */
#ifndef FAMILY_RETENTION_H
#define FAMILY_RETENTION_H

#include "family/family.h"

enum { DATE_BYTES = 11 }; /* "2026-11-22" */

typedef enum Keeping {
    KEEPING_OPEN,  /* no end is noted */
    KEEPING_ENDED, /* an end, and no time of keeping is set */
    KEEPING_UNTIL, /* its time runs */
    KEEPING_DUE,   /* its time is over */
    KEEPING_HELD   /* a legal hold, whatever the time */
} Keeping;

typedef struct Retention {
    Keeping keeping;
    const char *ended;      /* "" when no end is noted; borrowed */
    char until[DATE_BYTES]; /* first day on which it is over; "" when none is known */
} Retention;

int retention_months(const Facts *practice); /* 0: not set */
/* `today` as a date, by the clock of whoever asks. */
Retention retention_of(const Case *family, const Facts *practice, const char *today);

/* The same day of a later month, or that month's last. The date must be one. */
void date_add_months(const char *date, int months, char out[DATE_BYTES]);

#endif
