/* How a page of a play lies in its screen, for playing it and for its author's preview. */
#ifndef SCREEN_PLAY_SHEET_H
#define SCREEN_PLAY_SHEET_H

#include "screen/stage.h"

/* The young get all the room there is for their pictures; for the older, who read, what belongs
 * together lies together. */
Node *play_sheet(Tree *tree, Node *body, Tier tier);
/* Too narrow for things side by side: PlayView.narrow. */
bool play_sheet_is_narrow(const Stage *stage);

#endif
