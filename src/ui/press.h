/* Within ui: what one input does, passed around while it is being understood. */
#ifndef UI_PRESS_H
#define UI_PRESS_H

#include "ui/focus.h"

typedef struct Hearing {
    Focus *focus;
    const Tree *tree;
    ScrollMemory *scroll;
    UiEvent *event;
    bool *changed;
} Hearing;

/* Fill the event and return true, so that callers can `return hear(...)`. `action` may be NULL. */
bool hear(Hearing *hearing, UiEventType type, const Action *action);
bool hear_key(Hearing *hearing, Key key);

void focus_set(Focus *focus, const Node *node); /* NULL: nowhere; a field begins editing */
void hand_empty(Focus *focus);
bool press_node(Hearing *hearing, const Node *node);
bool place_card(Hearing *hearing, const Node *target); /* the card in the hand */

bool pointer_down(Hearing *hearing, float x, float y);
bool pointer_move(Hearing *hearing, float x, float y);
bool pointer_up(Hearing *hearing, float x, float y);
bool pointer_wheel(Hearing *hearing, float turns);

#endif
