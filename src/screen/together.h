/* Two in one sitting: how it begins and ends, and what the play screen shows besides the page: two
 * chairs, and the adult's own strip. */
#ifndef SCREEN_TOGETHER_H
#define SCREEN_TOGETHER_H

#include "activity/play.h"
#include "screen/frame.h"

/* Begins a joint sitting with a play of `assignment`. The caller made sure of what must be said
 * before: contact is judged safe, both are prepared, the helper is in the room. */
void together_begin(Cove *cove, Stage *stage, Id family, Id child, Id adult, Id assignment);
/* Ends the play and the sitting for both at once, and shows goodbye. */
void together_end(Cove *cove, Stage *stage, Id sitting, Seat by);

/* Stop is the child's and ends it for both; "end-together" is the adult's. True when it was one of
 * them in a joint sitting. */
bool together_hear(Screen *screen, Id sitting, const UiEvent *event);

/* In the band of the frame, beside the safety buttons; with little room, above the page. */
void together_chairs(const Screen *screen, Id sitting, const Play *play, Tree *tree, Node *body);
/* The page makes room for the adult's strip; in a low window both scroll as one. */
void together_sheet(const Screen *screen, Node *body, Node *sheet);
void together_tip(const Screen *screen, Id sitting, const Play *play, Tree *tree, Node *parent);
/* After the child's Stop: what the adult may say. Nothing in other sittings. */
void together_stopped(const Screen *screen, const Sitter *sitter, Tree *tree, Node *parent);

#endif
