/* Writing into the log of who looked at what. */
#ifndef SCREEN_LOGGING_H
#define SCREEN_LOGGING_H

#include "screen/cove.h"
#include "screen/screen.h"

/* About nobody in particular: a change of the lock, say. `item` may be "". */
bool log_keep(Cove *cove, LogAct act, AccessData what, Id item, Error *error);

/* The helper is about to look at this sitting, or at one play of it. False when it may not be, or
 * when that cannot be kept: what is not in the log is not shown. The person is told. */
bool log_look(Screen *screen, Id sitting);
bool log_replay(Screen *screen, Id play);
/* The same for pages about one person over time. */
bool log_over_time(Screen *screen, Id family, Id person);

/* What goes beside others is not stopped by it: that the cover was taken away again. */
void log_uncovered(Cove *cove, Id person);
/* Of the one that was opened just now: how, and how often it was tried wrongly before. */
void log_unlocked(Cove *cove, LogAct act);
/* Of the same: whether a backup, or what could be read, was put in its place before. */
void log_put_here(Cove *cove);

#endif
