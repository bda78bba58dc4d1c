/* An activity on paper: each kind says what of its page stands there (Kind.paper), in the blocks of
 * paper/paper.h and in the same words as on the screen. All cards are there, in the order of the
 * module. */
#ifndef ACTIVITY_ON_PAPER_H
#define ACTIVITY_ON_PAPER_H

#include "activity/play.h"
#include "paper/paper.h"

/* Adds the whole activity; `setup` as for a play, its names those that may stand on the sheet. */
bool activity_on_paper(const PlaySetup *setup, Paper *paper, Error *error);

/* What somebody made in a finished play, to be cut out and taken home: the tools they kept, the
 * lines they put together, their plan. Nothing of pages they keep for themselves. False, with
 * nothing added, where there is nothing to take home. */
bool play_on_cards(const Play *play, Paper *paper);

/* ---- for kinds ---- */

/* What can be done here, in the program's words. */
void paper_note(const PlayContext *context, const char *ui, Paper *paper);
/* Options of the tier as items; with `not_sure` one more. Nothing, and NULL, where there are none.
 */
PaperBlock *paper_options(const PlayContext *context, PaperKind kind, const List *list, size_t size,
                          bool not_sure, Paper *paper);
/* A sentence of the module as a block of this kind; nothing where it has none. */
void paper_sentence(const PlayContext *context, PaperKind kind, const char *sentence, Paper *paper);
/* Room for own words, where they may be given: by a hand they can always be. */
void paper_own(const PlayContext *context, bool own, Paper *paper);
/* Sentences for the adult alone: on an adult's sheet, and on no other. */
void paper_tips(const PlayContext *context, const List *tips, Paper *paper);
/* What is read when its words were chosen; `then` and `next`, a page's id, may be NULL. */
void paper_then(const PlayContext *context, const char *words, const char *then, const char *next,
                PaperBlock *after, Paper *paper);
/* Where to go on after a page: `next` is a page's id, NULL for the following one. */
void paper_way(const PlayContext *context, int page, const char *next, bool end, Paper *paper);

#endif
