/* An activity as its author sees it: one tier's pages with everything that can be pressed, and
 * nothing kept. Needs a cove with a library and nobody in it. */
#ifndef SCREEN_PREVIEW_H
#define SCREEN_PREVIEW_H

#include "activity/play.h"
#include "screen/stage.h"

typedef struct PreviewSetup {
    const Module *module; /* of cove->library; with a person, of theirs (tongue.h) */
    const Activity *activity;
    const Strings *words; /* NULL: the library's. Outlives the screen */
    Tier tier;
    size_t first_page; /* begins there, of the activity's pages: for pictures of all of them */
    Id person;         /* as this person sees it, from the helper's pages; "": as an author does */
    const Move *moves; /* goes on from these, as far as the activity accepts them */
    size_t move_count;
} PreviewSetup;

/* NULL, with an error, when the activity has no page for the tier from the first one on. */
Screen *screen_preview(Cove *cove, Stage *stage, const PreviewSetup *setup, Error *error);

/* A copy of the moves made so far, to free(); 0 and NULL for any other screen. */
size_t screen_preview_moves(const Screen *screen, Move **moves);

/* Why there is nothing to see: the faults, which it takes. */
Screen *screen_preview_faults(Cove *cove, Stage *stage, Faults *faults);

#endif
