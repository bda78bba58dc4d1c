/* Erasing a case, or one person of it, from the record that is open: it is closed for a moment and
 * opened again. */
#ifndef SCREEN_ERASING_H
#define SCREEN_ERASING_H

#include "screen/cove.h"

/* Whether it may be now; the sentence says why not. */
bool erase_allowed(const Cove *cove, const Whose *whose, Error *error);
/* For good. False: nothing was erased, or, when the cove is not open any more, it could not be
 * opened again. */
bool erase_for_good(Cove *cove, const Whose *whose, EraseWhy why, Error *error);

/* Has the record say of everybody and every case erased that they were. Each time it is opened: an
 * erasure may have been cut short before that. */
void erase_tell(Cove *cove);

#endif
