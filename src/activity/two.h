/* Two at one play: who they are, whose turn it is, and choosing unseen. Used by kinds that have
 * turns, whether the play is joint or the helper takes the other part. */
#ifndef ACTIVITY_TWO_H
#define ACTIVITY_TWO_H

#include "activity/kind.h"

/* The one whose play it is, the child in joint play, begins: turn 0, 2, 4, ... */
Seat two_turn(int turn);
Seat two_other(Seat seat);
/* {me} for the child's seat, else whoever takes the other part. */
const char *two_name(const PlayContext *context, Arena *arena, Seat seat);
/* A word of the program with {me} standing for whoever has this seat. */
const char *two_words(const PlayContext *context, Arena *arena, const char *id, Seat seat);

/* Who they are, side by side and alike; the shell lies with `holder`. In joint play the chairs
 * above the page show that, and nothing is built here. */
void two_build(const PlayContext *context, Seat holder, Tree *tree, Node *parent);
/* A line that says what is to be done now, in the middle. */
Node *two_ask(const PlayContext *context, const char *words, Tree *tree, Node *parent);
/* dp between what stands below each other. */
int two_gap(const PlayContext *context);
/* Looking back at `turns` of both; the first one is the child's. */
void two_summarise_turns(const PlayContext *context, int turns, Summary *out);
/* How often something happened, in words; nothing for never. */
void two_summarise_count(const PlayContext *context, const char *label, const char *words,
                         int count, Summary *out);
/* The sentence of `tips` for this turn; when all were shown, the first again. NULL: none. */
const char *two_tip(const List *tips, int turn);
/* A row for the buttons of a step. */
Node *two_row(const PlayContext *context, Tree *tree, Node *parent);

/* Each chooses unseen, then both choices are shown. A plain value for a kind's state; 1 + index of
 * the chosen option, 0 while open. The one whose turn it is chooses first. */
typedef struct Unseen {
    signed char first, second;
} Unseen;

bool unseen_open(const Unseen *unseen);             /* one of the two has not chosen yet */
Seat unseen_seat(const Unseen *unseen, Seat first); /* who chooses now; `first` when both have */
/* False: not an option of the tier, or both have chosen. */
bool unseen_choose(Unseen *unseen, const PlayContext *context, const List *options,
                   const char *item);
/* The options of whoever chooses now (verb "choose"), or both choices side by side. Nobody's choice
 * is in the tree before both have chosen. `page` mixes the order. */
void unseen_build(const Unseen *unseen, const PlayContext *context, int page, Seat first,
                  const List *options, Tree *tree, Node *parent);

#endif
