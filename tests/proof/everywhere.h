/* A walk to every screen there is, each in the states people meet it in. Says when there is
 * something to see; what is done with it is the caller's: the proof, the golden pictures and the
 * gallery all take the same walk. Finds its way by what things do, so it works in any language. */
#ifndef TESTS_PROOF_EVERYWHERE_H
#define TESTS_PROOF_EVERYWHERE_H

#include "screen/house.h"

typedef struct Everywhere {
    const char *content, *language;
    const char *folder; /* an empty one for the record and its keys; NULL: in memory */
    Ruler ruler;
    /* Something to see. May lay the stage out in other sizes, and must put the size back. */
    void (*see)(void *context, House *house, const char *name);
    void *context;
} Everywhere;

enum { EVERYWHERE_WIDTH = 1280, EVERYWHERE_HEIGHT = 720 };

/* One whole sitting of somebody of this tier, with everything given to them. */
void everywhere_sitting(const Everywhere *walk, Tier tier);
/* Everything that somebody of this tier can play with an adult. */
void everywhere_together(const Everywhere *walk, Tier tier);
/* Somebody of this tier chooses what to sign in with, and is asked for it. */
void everywhere_sign_in(const Everywhere *walk, Tier tier);
/* The door, setting up, and the helper's pages, */
void everywhere_desk(const Everywhere *walk);
/* in three parts: of the sample family, what its adults agree to and what a child releases, and
 * what needs a record on disk or a window of its own. */
void everywhere_desk_sample(const Everywhere *walk);
void everywhere_desk_consent(const Everywhere *walk);
void everywhere_desk_kept(const Everywhere *walk);

#endif
