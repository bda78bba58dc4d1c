/* What lies on an adult's desk in a sitting of their own: today's unit, their goals, a way to write
 * to the helper, the contact card, and what the helper released of a child's wish to show it.
 * Nothing else of a child, nothing of another adult, no dates, nothing counted. */
#ifndef SCREEN_PARENT_DESK_H
#define SCREEN_PARENT_DESK_H

#include "screen/frame.h"

/* Returns the place for the units that were given. */
Node *parent_desk_build(const Screen *screen, const Sitter *sitter, Tree *tree, Node *body);
bool parent_desk_hear(Screen *screen, const UiEvent *event);

/* Own goals may be read, and changed where the helper allows it. */
bool parent_sees_goals(const Sitter *sitter);
bool parent_may_rate(const Sitter *sitter, Id goal);
bool parent_may_write(const Sitter *sitter); /* to the helper */

#endif
