/* Between the files of playing together: its pages and their state. How a turn looks is in
 * kind_play_together_page.c. */
#ifndef ACTIVITY_KIND_PLAY_TOGETHER_H
#define ACTIVITY_KIND_PLAY_TOGETHER_H

#include "activity/two.h"

enum { TOGETHER_CARDS = 24, TOGETHER_EITHER = 3, TOGETHER_TURNS = 12 };

/* Absent (-1): a page that only says something. */
typedef enum Game { GAME_CHARADES, GAME_LEAD, GAME_PROMPTS } Game;

typedef struct TogetherCard {
    Option option;
    List either; /* Option: each chooses one unseen, then both are shown */
} TogetherCard;

typedef struct TogetherPage {
    Page page;
    int game;   /* Game or -1 */
    List cards; /* TogetherCard */
    int turns;  /* of both */
    List tips;  /* const char *: sentences for the adult */
} TogetherPage;

typedef enum CardSide { CARD_CLOSED, CARD_OPEN, CARD_AWAY } CardSide;

/* No bytes between the members. */
typedef struct TogetherState {
    int taken, passed; /* turns; together the number of this turn */
    int swapped;       /* cards changed for another */
    int side;          /* CardSide, of a card that only one may see */
    int breath;        /* leading: how often it went in and out; odd: breathed in */
    int ended_by;      /* Seat of who wanted to end; SEAT_NONE */
    Unseen unseen;
    char pad[2];
} TogetherState;

const TogetherPage *together_page(const PlayContext *context, int page);
const TogetherState *together_state(const void *state, int page);
bool together_over(const PlayContext *context, const TogetherState *state, int page);
int together_turn(const TogetherState *state); /* from 0 */
/* The card of this turn; NULL when the game has none. */
const TogetherCard *together_card(const PlayContext *context, const TogetherState *state, int page);
bool together_can_swap(const PlayContext *context, const TogetherState *state, int page);
/* The turn may end now: what belongs to it has been done. */
bool together_can_take(const PlayContext *context, const TogetherState *state, int page);
void together_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                    Tree *tree, Node *parent);

enum { LEAD_MS = 1600 }; /* how long the flower takes to grow or to shrink */

void together_paper(const PlayContext *context, int page,
                    Paper *paper); /* kind_play_together_paper.c */

#endif
