/* Pressing: buttons tell the screen, cards go into the hand, targets take what is in it. */
#include "ui/press.h"

#include "ui/field.h"
#include "ui/walk.h"

#include <stdio.h>
#include <string.h>

bool hear(Hearing *hearing, UiEventType type, const Action *action)
{
    hearing->event->type = type;
    if (action)
        hearing->event->action = *action;
    return true;
}

bool hear_key(Hearing *hearing, Key key)
{
    hearing->event->key = key;
    return hear(hearing, UI_KEY, NULL);
}

void focus_set(Focus *focus, const Node *node)
{
    bool same = node && strcmp(focus->key, node->key) == 0;
    snprintf(focus->key, sizeof focus->key, "%s", node ? node->key : "");
    if (node)
        focus->place = node->bounds;
    if (node && node->role == ROLE_FIELD && !same)
        field_begin(focus, node);
}

void hand_empty(Focus *focus)
{
    focus->hand[0] = '\0';
    focus->dragging = false;
}

/* Where on the sheet: under the pointer, else in its middle. */
static Spot spot_on(const Focus *focus, const Node *sheet)
{
    Rect area = sheet_area(sheet->bounds);
    bool pointed = !focus->visible && !focus->held[0];
    return sheet_spot(area, pointed ? focus->x : area.x + area.width / 2,
                      pointed ? focus->y : area.y + area.height / 2);
}

bool place_card(Hearing *hearing, const Node *target)
{
    const Node *card = walk_card(hearing->tree, hearing->focus->hand);
    if (!card || !card->stays || hearing->focus->dragging)
        hand_empty(hearing->focus);
    if (target->sheet)
        hearing->event->spot = spot_on(hearing->focus, target);
    *hearing->changed = true;
    if (!card)
        return false;
    hear(hearing, UI_PLACE, &card->action);
    snprintf(hearing->event->target, sizeof hearing->event->target, "%s", target->action.item);
    return true;
}

static bool press_action(Hearing *hearing, const Node *node)
{
    if (node->action.verb[0] == '\0')
        return false;
    return hear(hearing, UI_PRESS, &node->action);
}

/* Where nothing can take a card, a card is a button. */
static bool press_card(Hearing *hearing, const Node *card)
{
    Focus *focus = hearing->focus;
    if (!walk_has_target(hearing->tree) || card->action.item[0] == '\0')
        return press_action(hearing, card);
    if (strcmp(focus->hand, card->action.item) == 0)
        hand_empty(focus);
    else
        snprintf(focus->hand, sizeof focus->hand, "%s", card->action.item);
    *hearing->changed = true;
    return false;
}

/* Who presses something else is done with a stamp or a color that stays in the hand. */
static void put_down(Hearing *hearing, const Node *pressed)
{
    const Node *card = walk_card(hearing->tree, hearing->focus->hand);
    if (!card || !card->stays || pressed->stays || node_is_aside(pressed))
        return;
    hand_empty(hearing->focus);
    *hearing->changed = true;
}

bool press_node(Hearing *hearing, const Node *node)
{
    switch (node->role) {
    case ROLE_CARD: return press_card(hearing, node);
    case ROLE_FIELD: return false;
    case ROLE_TARGET:
        if (hearing->focus->hand[0])
            return place_card(hearing, node);
        return press_action(hearing, node);
    default: put_down(hearing, node); return press_action(hearing, node);
    }
}
