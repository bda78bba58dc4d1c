/* Copies of the record: where it may still stand. */
#ifndef SCREEN_COPIES_H
#define SCREEN_COPIES_H

#include "screen/cove.h"

/* Those the program made until `until` (wall ms), one a line, with its day; and what was put aside
 * in the data folder. "" when it knows of none. free() it. */
char *copies_until(const Cove *cove, int64_t until);

#endif
