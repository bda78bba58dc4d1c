/* Opening a record on a thread of its own: nearly always that takes a moment, but minutes where its
 * outline has to be made from ten years of record, or every link has to be looked at first. */
#ifndef STORE_OPENING_H
#define STORE_OPENING_H

#include "store/keeper.h"

typedef struct Opening Opening;

/* Takes the store over. */
Opening *opening_begin(Store *store, const Clock *clock);
bool opening_wait(Opening *opening, int64_t ms); /* true: it is over; looks at once with 0 */
int opening_percent(const Opening *opening);
/* Waits for its end and frees it. As keeper_open. */
bool opening_end(Opening *opening, Keeper **out, Error *error);
/* Gives it up and closes the store; what was read of a long one is kept for the next time. NULL is
 * fine. */
void opening_stop(Opening *opening);

#endif
