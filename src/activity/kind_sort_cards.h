/* Between the files of sorting cards: its pages and their state. */
#ifndef ACTIVITY_KIND_SORT_CARDS_H
#define ACTIVITY_KIND_SORT_CARDS_H

#include "activity/cards.h"

enum { BASKETS_MAX = 4, TIMES_MAX = 255 };
enum { NOWHERE = 0, NOT_SURE = 100 }; /* else 1 + index in baskets */

typedef struct SortPage {
    Page page;
    List baskets; /* Option */
    List cards;   /* Card */
    int draw;     /* 0: all */
} SortPage;

typedef struct SortState {
    signed char where[CARDS_MAX];   /* by index in cards */
    unsigned char times[CARDS_MAX]; /* how often the card was put somewhere; at most TIMES_MAX */
    signed char last;               /* 1 + card placed last, 0 when none or taken back */
} SortState;

const SortPage *sort_page(const PlayContext *context, int page);
const SortState *sort_state(const void *state, int page);
int sort_deck(const PlayContext *context, int page, int *deck); /* as cards_drawn */
/* Cards still to be placed, in order; at most `room`. Returns how many. */
int sort_open(const PlayContext *context, const SortState *state, int page, int *open, int room);
/* The baskets of this tier in their order of chance, "not sure" apart; returns how many. */
int sort_baskets(const PlayContext *context, int page, int *baskets);
void sort_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                Tree *tree, Node *parent);

void sort_paper(const PlayContext *context, int page, Paper *paper); /* kind_sort_cards_paper.c */

#endif
