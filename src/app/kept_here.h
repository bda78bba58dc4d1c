/* What a data folder holds, as far as that shows without keys: for commands that look at it or copy
 * it from outside. */
#ifndef APP_KEPT_HERE_H
#define APP_KEPT_HERE_H

#include "base/error.h"

typedef enum KeptHere {
    KEPT_NO_FOLDER, /* there is none of this name */
    KEPT_NOTHING,
    KEPT_CLOSED,   /* whoever asks may not write there; not even looking can do without */
    KEPT_UNSEALED, /* by an early version, not locked yet */
    KEPT_NO_KEYS,  /* a record whose keys are gone */
    KEPT_NO_RECORD,
    KEPT_NO_MARK, /* or a damaged one */
    KEPT_WHOLE    /* all files are there; what is in them is another question */
} KeptHere;

KeptHere kept_here(const char *data);
/* For all but the first two and the last: what is wrong, and what to do; false. */
bool kept_refuse(KeptHere what, const char *data, Error *error);

#endif
