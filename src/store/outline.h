/* The outline: a short form of a sealed record, so that a start need not read ten years. It has all
 * events but moves, ordered by case, sealed like the record itself: what belongs to a case under
 * that case's key. It is never more than a copy: thrown away, it is made again by reading the
 * record once, and it is believed only while its keys open it whole and the record has the very
 * entry up to which it goes. What the record has beyond that is read and added at each start.
 *
 * Of each case there are two streams: its head (who its people are, what was noted, chosen) and its
 * body (what was given, sittings, plays). A list of cases needs the head and the newest sittings.
 * Private to store/. */
#ifndef STORE_OUTLINE_H
#define STORE_OUTLINE_H

#include "store/outline_signs.h"
#include "store/progress.h"
#include "store/store.h"

typedef struct Outline Outline;

typedef enum OutlineDepth {
    OUTLINE_LIST, /* the head, and the newest sittings; not what was given */
    OUTLINE_WHOLE
} OutlineDepth;

enum { OUTLINE_SITTINGS = 30 }; /* as many of the newest are in OUTLINE_LIST at least */

typedef enum OutlinePlace {
    OUTLINE_BESIDE,   /* in the file that the store names */
    OUTLINE_IN_MEMORY /* where that cannot be written: made again with each start */
} OutlinePlace;

/* `store` is borrowed, has an outline file and is read up to its end. When the whole record had to
 * be read, *read_all is true: every link was looked at. ERROR_WRITE when the file cannot be
 * written; damage of the outline's own has OUTLINE_FILE as its place, and the next try makes it
 * again. */
bool outline_open(Store *store, OutlinePlace where, Progress *progress, Outline **out,
                  bool *read_all, Error *error);
void outline_close(Outline *outline);
/* Adds what the record has got since. Stopped (progress may be NULL), it fails, and goes on from
 * there the next time. */
bool outline_advance(Outline *outline, Progress *progress, Error *error);
int64_t outline_last(const Outline *outline); /* number of the last entry it covers */

/* What the outline remembers of looking at the whole chain. */
typedef struct ChainSeen {
    int64_t checked; /* when all of it was found whole last: wall ms, 0 for never */
    int64_t at;      /* how far the look that has not ended got: number of an entry */
    bool damaged;    /* what was found last was damage */
} ChainSeen;

ChainSeen outline_seen(const Outline *outline);
bool outline_note_seen(Outline *outline, const ChainSeen *seen, Error *error);

/* Cases in the order they were opened. */
size_t outline_case_count(const Outline *outline);
Id outline_case_at(const Outline *outline, size_t index);
/* Sittings with a sign, in the order of the record; not the one that goes on. */
size_t outline_sign_count(const Outline *outline);
const Sign *outline_sign_at(const Outline *outline, size_t index);
/* What belongs to a case, in the order of the record; with "" what belongs to none. */
bool outline_each(Outline *outline, Id family, OutlineDepth depth, StoreVisit *visit, void *context,
                  Error *error);

#endif
