/* The ways through an activity whose pages lead on to others: checked at load, for each tier. */
#ifndef ACTIVITY_WAYS_H
#define ACTIVITY_WAYS_H

#include "activity/kind.h"

/* One way on from a page. */
typedef struct Way {
    const char *next;   /* page id; NULL: the following page */
    TierSet tiers;      /* who can go it */
    const char *member; /* where it stands in the page: "next", "replies[1].next" */
} Way;

/* How a kind tells of its ways. */
typedef struct Ways {
    /* Way `index` of a page; false past the last. `member` may be written to `room`. */
    bool (*at)(const Page *page, size_t index, char room[48], Way *out);
    bool (*ends)(const Page *page); /* an end; without, the last page ends it too: NULL */
    bool last_ends;                 /* the last page of a tier ends it too, said or not */
    const char *what;               /* "story", "role-play" */
} Ways;

/* Reports ways to pages that are not there, that lie before, or that not all who may come have; and
 * for each tier pages nobody comes to and paths that do not end at an end. */
void ways_check(const Activity *activity, const Ways *ways, const char *file, const char *path,
                Faults *faults);

#endif
