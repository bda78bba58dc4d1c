/* The course of a sitting, without pictures: what follows what, and which events say so. Screens
 * call these and show the screen they name. */
#ifndef SCREEN_SITTING_H
#define SCREEN_SITTING_H

#include "activity/play.h"
#include "screen/screen.h"

/* Starts a sitting for a person and opens its first screen (the feelings check on arriving). */
void sitting_begin(Cove *cove, Stage *stage, Id family, Id person, Setting setting);
/* A child that was asked first (screen/assenting.h) goes on to the feelings check. */
void sitting_arrive(Cove *cove, Stage *stage, Id sitting);
/* Shows the sitting where it stands: its open play, or the cove. After a crash as well. */
void sitting_resume(Cove *cove, Stage *stage, Id sitting);
void sitting_play(Cove *cove, Stage *stage, Id sitting, Id assignment);
/* A play came to its end, was stopped, or was left. Shows what follows. */
void sitting_play_over(Cove *cove, Stage *stage, Id play, Ending how);
void sitting_leave(Cove *cove, Stage *stage, Id sitting); /* "that's all": check, pebble, goodbye */
void sitting_stop(Cove *cove, Stage *stage, Id sitting);  /* Stop in the cove: ends at once */
void sitting_end(Cove *cove, Stage *stage, Id sitting, const char *pebble); /* shows goodbye */

/* The play as recorded, folded from its moves with the words of then. Content comes from the
 * library when it is unchanged, else from the frozen copy, which *frozen then holds. */
typedef struct ReplayedPlay {
    Play *play;
    FrozenModule *frozen; /* NULL when the library's content is the same */
    const Module *module;
    const Activity *activity;
    const Strings *words;
    const Strings *ui; /* the program's own words in the language of the play */
} ReplayedPlay;
#define PLAYED_ALL SIZE_MAX
/* Of the first `moves` moves. */
bool played_open(const Cove *cove, const PlayRecord *record, size_t moves, ReplayedPlay *out,
                 Error *error);
void played_close(ReplayedPlay *played);

#endif
