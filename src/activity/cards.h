/* Cards that answer: an option with a kind line for once it was answered or put somewhere. Shared
 * by kinds that deal them. */
#ifndef ACTIVITY_CARDS_H
#define ACTIVITY_CARDS_H

#include "activity/kind.h"

enum { CARDS_MAX = 32 };

typedef struct Card {
    Option option;
    const char *reply;
} Card;

const Card *card_at(const List *cards, int index);
/* The cards of a play in their order of chance, as many as are drawn (0: all); returns how many. */
int cards_drawn(const PlayContext *context, int page, const List *cards, int draw,
                int deck[CARDS_MAX]);
/* "Not sure" is always there too; nothing of the page may be called so. `what` "A basket". */
void not_sure_check(const List *options, const char *what, const char *whose, const char *file,
                    const char *place, Faults *faults);

#endif
