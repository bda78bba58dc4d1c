/* Within ui: which node comes next, lies that way, or is under a point. Changes nothing. */
#ifndef UI_WALK_H
#define UI_WALK_H

#include "ui/focus.h"

/* Next (step 1) or previous (-1) acting node, round and round. With a card in the hand: the card,
 * the targets, then all others. `from` may be NULL. NULL when nothing acts. */
Node *walk_step(const Tree *tree, const char *hand, const Node *from, int step);
Node *walk_toward(const Tree *tree, const Node *from,
                  Key key); /* NULL: nothing lies that way; sideways the line goes on */
/* Where focus goes by itself: not to a safety button while there is another. */
Node *walk_first(const Tree *tree);
Node *walk_begins(const Tree *tree); /* the field a page opens with; NULL: none */
Node *walk_nearest(const Tree *tree, Rect place);

Node *walk_hit(const Tree *tree, float x, float y);       /* acting node under the point */
Node *walk_target_at(const Tree *tree, float x, float y); /* ROLE_TARGET under the point */
Node *walk_scroller_at(const Tree *tree, float x, float y);
Node *walk_scroller_of(Node *node); /* node or nearest ancestor with more than it shows */
Node *walk_card(const Tree *tree, const char *item);
bool walk_has_target(const Tree *tree);

#endif
