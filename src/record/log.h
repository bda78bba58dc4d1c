/* The log: who looked at what, and what was done with the record itself. Kept as events like
 * everything else, in the same chain and under the same keys; never what stood in it. */
#ifndef RECORD_LOG_H
#define RECORD_LOG_H

#include "base/ids.h"
#include "family/access.h"

#include <stdint.h>

typedef enum LogAct {
    LOG_LOOKED,        /* at a sitting */
    LOG_REPLAYED,      /* a play */
    LOG_OVER_TIME,     /* what somebody did, over time */
    LOG_EXPORTED,      /* a file that left */
    LOG_UNLOCKED,      /* with the passphrase */
    LOG_UNLOCKED_CODE, /* with the recovery page */
    LOG_TRIED,         /* wrong tries before that; `times` */
    LOG_LOCK_CHANGED,  /* another passphrase or recovery page */
    LOG_KEYS_RENEWED,  /* another passphrase, recovery page and master key */
    LOG_UNCOVERED,     /* the way back from the cover */
    LOG_BACKED_UP,     /* a copy was made */
    LOG_RESTORED,      /* from a copy, or from what could be read */
    LOG_KEPT_ACTS, /* those before can be events of their own; those behind follow from others */
    LOG_ERASED = LOG_KEPT_ACTS,
    LOG_RESET,   /* how somebody signs in */
    LOG_CONTACT, /* contact of a pair was judged */
    LOG_GATE,    /* the safety gate of an adult */
    LOG_HIDE,    /* hide mode of an adult */
    LOG_HOLD,    /* legal hold */
    LOG_CONSENT, /* of an adult */
    LOG_URGENT,  /* work with a child without it, in an emergency */
    LOG_DEMAND,  /* somebody demanded the record */
    LOG_ACTS
} LogAct;

/* Why a case was erased. Ids stand in records and key files. */
typedef enum EraseWhy { ERASE_ASKED, ERASE_TIME_OVER, ERASE_OTHER, ERASE_WHYS } EraseWhy;

typedef struct LogEntry {
    int64_t sequence; /* number of the event it follows from */
    LogAct act;
    AccessData what;
    Id by;                   /* "" for the helper */
    Id family, person, item; /* "" where there is none; an item is a sitting, a play, a copy */
    int times;               /* 1, or how many tries */
    EraseWhy why;            /* of LOG_ERASED */
    int64_t at;              /* wall ms, whole minutes */
} LogEntry;

const char *log_act_word(LogAct act);     /* "looked"; NULL when there is none such */
const char *erase_why_word(EraseWhy why); /* the same */

#endif
