/* Which cases of a record are whole in memory. At a start the record gets what belongs to no case,
 * a list of all cases, the family that is here and the case of an open sitting; any other case when
 * it is needed, and one that was not for the longest time is let go again, down to its line in the
 * list.
 *
 * A store without an outline is read whole. Private to store/. */
#ifndef STORE_CASES_H
#define STORE_CASES_H

#include "base/clock.h"
#include "record/record.h"
#include "store/outline.h"

typedef struct Cases Cases;

enum { CASES_WHOLE = 6 }; /* so many at most, besides those of today */

/* Folds what is needed of `store` (borrowed) into a new record, the caller's to free after these.
 * `progress` (NULL: nobody looks) is noted while much is read; stopped there, it fails. */
bool cases_open(Store *store, const Clock *clock, Progress *progress, Cases **out, Record **record,
                Error *error);
void cases_close(Cases *cases);

bool cases_is_whole(const Cases *cases, Id family);
/* Makes it whole. What was borrowed from the record is not valid any more then. The store must be
 * read up to its end. Nothing for what is no case. */
bool cases_need(Cases *cases, Id family, Error *error);
void cases_opened(Cases *cases, Id family); /* a new one: it is whole */
int64_t cases_last(const Cases *cases);     /* number of the last entry at the start */

/* Whether the whole chain is to be looked at now, from the entry behind *from on: once a week,
 * while it is used. Until then the latest links were looked at. */
bool cases_check_due(const Cases *cases, int64_t *from);
/* What came of it, for later starts; that it cannot be written is no harm. Damage is looked for
 * with the next start, before anything is shown. */
void cases_note_seen(Cases *cases, const ChainSeen *seen);
ChainSeen cases_seen(const Cases *cases);

/* Reads the moves of a play; free *moves. */
bool cases_moves(const Cases *cases, const PlayRecord *play, Move **moves, size_t *count,
                 Error *error);

#endif
