/* Pointer and touch: press and release on the same node is a press; a drag moves a card, or else
 * scrolls what is under it. */
#include "ui/press.h"
#include "ui/walk.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* px a finger may stray before a press becomes a drag. */
static const float stray = 10;

static void pointer_at(Focus *focus, float x, float y)
{
    focus->x = x;
    focus->y = y;
}

/* ---- drawing ---- */

static bool hear_trail(Hearing *hearing, const Node *sheet)
{
    hear(hearing, UI_DRAW, &sheet->action);
    hearing->event->trail = &hearing->focus->trail;
    return true;
}

/* With something in the hand a press places it; without, it draws. */
static void begin_trail(Hearing *hearing, const Node *node)
{
    Focus *focus = hearing->focus;
    focus->sheet[0] = '\0';
    focus->trail.count = 0;
    if (!node || !node->sheet || !node->pen || focus->hand[0])
        return;
    snprintf(focus->sheet, sizeof focus->sheet, "%s", node->key);
    trail_add(&focus->trail, sheet_spot(sheet_area(node->bounds), focus->x, focus->y));
}

/* A way that is too long for one stroke is heard in parts, each from the end of the one before. */
static bool draw_on(Hearing *hearing, const Node *sheet)
{
    Focus *focus = hearing->focus;
    Spot spot = sheet_spot(sheet_area(sheet->bounds), focus->x, focus->y);
    if (focus->trail_heard) {
        focus->trail.spots[0] = focus->trail.spots[focus->trail.count - 1];
        focus->trail.count = 1;
        focus->trail_heard = false;
    }
    focus->drew = trail_add(&focus->trail, spot) || focus->drew;
    focus->trail_heard = focus->trail.count == TRAIL_MAX;
    return focus->trail_heard && hear_trail(hearing, sheet);
}

static bool end_trail(Hearing *hearing, const Node *sheet)
{
    Focus *focus = hearing->focus;
    bool heard = focus->trail_heard;
    focus->sheet[0] = '\0';
    focus->trail_heard = false;
    return !heard && hear_trail(hearing, sheet);
}

static const Node *drawn_on(const Hearing *hearing)
{
    return tree_find_key(hearing->tree, hearing->focus->sheet);
}

bool pointer_down(Hearing *hearing, float x, float y)
{
    Focus *focus = hearing->focus;
    const Node *node = walk_hit(hearing->tree, x, y);
    pointer_at(focus, x, y);
    focus->down = true;
    focus->down_x = x;
    focus->down_y = y;
    focus->scroller[0] = '\0';
    focus->visible = false;
    snprintf(focus->pressed, sizeof focus->pressed, "%s", node ? node->key : "");
    focus_set(focus, node);
    begin_trail(hearing, node);
    *hearing->changed = true;
    return false;
}

static bool begin_carry(Hearing *hearing, const Node *pressed)
{
    Focus *focus = hearing->focus;
    if (!pressed || pressed->role != ROLE_CARD || pressed->action.item[0] == '\0' ||
        !walk_has_target(hearing->tree))
        return false;
    snprintf(focus->hand, sizeof focus->hand, "%s", pressed->action.item);
    focus->dragging = true;
    focus->pressed[0] = '\0';
    return true;
}

static bool begin_scroll(Hearing *hearing, Node *pressed)
{
    Focus *focus = hearing->focus;
    Node *scroller = pressed ? walk_scroller_of(pressed)
                             : walk_scroller_at(hearing->tree, focus->down_x, focus->down_y);
    if (!scroller || fabsf(focus->y - focus->down_y) < stray)
        return false;
    snprintf(focus->scroller, sizeof focus->scroller, "%s", scroller->key);
    focus->pressed[0] = '\0';
    return true;
}

static void scroll_along(Hearing *hearing, float dy)
{
    const Node *scroller = tree_find_key(hearing->tree, hearing->focus->scroller);
    if (scroller && scroll_by(hearing->scroll, scroller, -dy))
        *hearing->changed = true;
}

bool pointer_move(Hearing *hearing, float x, float y)
{
    Focus *focus = hearing->focus;
    float dy = y - focus->y;
    pointer_at(focus, x, y);
    if (!focus->down)
        return false;
    const Node *sheet = drawn_on(hearing);
    if (sheet)
        return draw_on(hearing, sheet);
    if (focus->dragging) {
        *hearing->changed = true;
        return false;
    }
    if (focus->scroller[0]) {
        scroll_along(hearing, dy);
        return false;
    }
    if (hypotf(x - focus->down_x, y - focus->down_y) < stray)
        return false;
    Node *pressed = tree_find_key(hearing->tree, focus->pressed);
    if (begin_carry(hearing, pressed))
        *hearing->changed = true;
    else if (begin_scroll(hearing, pressed))
        scroll_along(hearing, y - focus->down_y);
    return false;
}

static bool drop_carried(Hearing *hearing)
{
    const Focus *focus = hearing->focus;
    const Node *target = walk_target_at(hearing->tree, focus->x, focus->y);
    if (target)
        return place_card(hearing, target);
    hand_empty(hearing->focus);
    return false;
}

bool pointer_up(Hearing *hearing, float x, float y)
{
    Focus *focus = hearing->focus;
    char pressed[KEY_MAX];
    if (!focus->down)
        return false;
    pointer_at(focus, x, y);
    memcpy(pressed, focus->pressed, sizeof pressed);
    focus->down = false;
    focus->pressed[0] = '\0';
    focus->scroller[0] = '\0';
    *hearing->changed = true;
    const Node *sheet = drawn_on(hearing);
    if (sheet)
        return end_trail(hearing, sheet);
    if (focus->dragging)
        return drop_carried(hearing);
    const Node *node = walk_hit(hearing->tree, x, y);
    if (!node || strcmp(node->key, pressed) != 0)
        return false;
    return press_node(hearing, node);
}

bool pointer_wheel(Hearing *hearing, float turns)
{
    Node *node = walk_scroller_at(hearing->tree, hearing->focus->x, hearing->focus->y);
    for (; node; node = walk_scroller_of(node->parent)) {
        float step = fminf(fmaxf(node->bounds.height * 0.15f, 40), 160);
        if (scroll_by(hearing->scroll, node, -turns * step)) {
            *hearing->changed = true;
            break;
        }
    }
    return false;
}
