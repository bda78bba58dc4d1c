/* More than a tier chooses from at once comes in sets, one after the other; "More" turns to the
 * next. Which one is shown is a thing of the view (PlayView.turn), not of the play. */
#ifndef ACTIVITY_PAGE_SET_H
#define ACTIVITY_PAGE_SET_H

#include "activity/kind.h"

typedef struct PageSet {
    int first, end; /* [first, end) of what there is */
    bool more;      /* there are others */
} PageSet;

PageSet page_set(Tier tier, int count, int turn);
void page_more(const PlayContext *context, Tree *tree, Node *parent);

#endif
