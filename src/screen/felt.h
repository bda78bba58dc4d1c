/* Words a helper asked to see first: one that a child chose in the feelings check on leaving is a
 * sign of that sitting. */
#ifndef SCREEN_FELT_H
#define SCREEN_FELT_H

#include "screen/cove.h"

/* To be kept with the end of this play. Fills in the event and returns 1; 0 when nothing asked for
 * was chosen. */
size_t felt_add(const Cove *cove, const PlayRecord *record, Event *event);

#endif
