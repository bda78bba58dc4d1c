/* Notes that adults left for the helper and that are not marked as read. */
#ifndef SCREEN_ASKS_H
#define SCREEN_ASKS_H

#include "screen/desk.h"

/* A panel in the helper's room; none when nothing waits. */
void asks_build(const Screen *screen, Tree *tree, Node *body);
bool asks_hear(Screen *screen, const UiEvent *event); /* opens the notes of whoever wrote */

#endif
