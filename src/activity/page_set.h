/* More than a tier chooses from at once comes in sets, one after the other; "More" turns to the
 * next. Which one is shown is a thing of the view (PlayView.turn), not of the play. */
#ifndef ACTIVITY_PAGE_SET_H
#define ACTIVITY_PAGE_SET_H

#include "activity/kind.h"

typedef struct PageSet {
    int first, end; /* [first, end) of what there is */
    bool more;      /* there are others */
} PageSet;

/* `shown` at once; most kinds show as many as the tier chooses from. */
PageSet page_set(int shown, int count, int turn);
/* The button, in the words of `ui`. */
Node *page_more(const PlayContext *context, const char *ui, Tree *tree, Node *parent);
Node *page_more_row(const PlayContext *context, Tree *tree, Node *parent); /* in a row of its own */

#endif
