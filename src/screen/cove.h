/* What every screen stands on: the record and its keeper, the content, clock, ids. One value per
 * running program or sample; screens borrow it. No globals. */
#ifndef SCREEN_COVE_H
#define SCREEN_COVE_H

#include "base/clock.h"
#include "base/ids.h"
#include "content/library.h"
#include "store/keeper.h"

typedef struct Cove {
    Keeper *keeper;   /* NULL before anything is set up */
    Library *library;
    Clock clock;
    IdSource ids;
    const char *data_folder; /* NULL: nothing may be written here (headless tests, sample) */
    bool sample;             /* looking around: the keeper's store is memory */
} Cove;

/* The small module every sitting uses: feelings check on arriving and leaving, the break's breath. */
#define SITTING_MODULE "sitting"
#define SITTING_ARRIVE "arrive"
#define SITTING_LEAVE "leave"
#define SITTING_PAUSE "pause"

/* A word of the program itself for a tier, tokens filled; in the tree's arena. */
const char *cove_words(const Cove *cove, Arena *arena, Tier tier, const Tokens *tokens,
                       const char *id);

/* Keeps events. On failure the sentence stands in *error and nothing changed. */
bool cove_keep(Cove *cove, Event *events, size_t count, Error *error);

/* The event that freezes a module's words, unless the record has them. Returns 1 and sets *frozen
 * (free() it once the event is kept), or 0 and NULL. */
size_t cove_freeze(const Cove *cove, const Module *module, Event *out, char **frozen);

/* Opens the store in data_folder (making it) and the keeper on it. */
bool cove_open_store(Cove *cove, Error *error);
/* A made-up family in memory: a helper, a case, children of 5, 8 and 14, a grown-up, activities
 * assigned. Replaces whatever keeper there was. */
bool cove_open_sample(Cove *cove, Error *error);
/* Back to the real data folder when something was set up there, else to nobody. */
bool cove_leave_sample(Cove *cove, Error *error);
bool cove_has_store(const Cove *cove); /* something was set up in data_folder */
void cove_close(Cove *cove); /* the keeper; the library stays the caller's */

#endif
