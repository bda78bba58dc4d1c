/* What inputs mean: keys here, pointers in pointer.c, pressing in press.c. */
#include "ui/field.h"
#include "ui/press.h"
#include "ui/walk.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void focus_init(Focus *focus)
{
    *focus = (Focus){0};
}

static void focus_screen(Focus *focus, const Tree *tree, bool *same)
{
    char screen[KEY_MAX];
    snprintf(screen, sizeof screen, "%.*s", KEY_MAX - 1, tree->root->name);
    *same = strcmp(screen, focus->screen) == 0;
    memcpy(focus->screen, screen, sizeof screen);
}

static bool laid_out(const Node *node)
{
    return node->bounds.width > 0;
}

/* The focused node is gone. Its neighbour on the same screen, the first of a new one; without a
 * ring nobody would see, and keys begin at the beginning. */
static Node *focus_recover(Focus *focus, const Tree *tree, bool same)
{
    Node *node = NULL;
    if (focus->visible)
        node = same && laid_out(tree->root) ? walk_nearest(tree, focus->place) : walk_first(tree);
    focus_set(focus, node);
    return node;
}

/* What is for typing opens with its field ready, also for who came by pointer: a new page, or a
 * part of one that was not there before. */
static Node *focus_begin(Focus *focus, const Tree *tree, bool same, Node *focused)
{
    Node *field = walk_begins(tree);
    bool before = same && field && strcmp(field->key, focus->began) == 0;
    snprintf(focus->began, sizeof focus->began, "%s", field ? field->key : "");
    if (!field || before)
        return focused;
    focus_set(focus, field);
    return field;
}

static void mark_node(const Focus *focus, Node *node, const Node *focused)
{
    bool editing = node->role == ROLE_FIELD;
    node->state.focused = node == focused && (focus->visible || editing);
    const char *pressed = focus->down ? focus->pressed : focus->held;
    node->state.pressed = pressed[0] && strcmp(node->key, pressed) == 0;
    node->trail = focus->sheet[0] && strcmp(node->key, focus->sheet) == 0 ? &focus->trail : NULL;
    if (focus->hand[0] && node->role == ROLE_CARD && strcmp(node->action.item, focus->hand) == 0) {
        node->state.picked = true;
        node->carried = focus->dragging;
        node->carry_x = focus->x - focus->down_x;
        node->carry_y = focus->y - focus->down_y;
    }
}

static void drop_vanished(Focus *focus, const Tree *tree)
{
    if (focus->hand[0] && !walk_card(tree, focus->hand))
        hand_empty(focus);
    if (focus->pressed[0] && !tree_find_key(tree, focus->pressed))
        focus->pressed[0] = '\0';
    if (focus->held[0] && !tree_find_key(tree, focus->held))
        focus->held[0] = '\0';
}

void focus_mark(Focus *focus, Tree *tree)
{
    bool same;
    if (!tree->root)
        return;
    tree_give_keys(tree);
    focus_screen(focus, tree, &same);
    drop_vanished(focus, tree);
    Node *focused = tree_find_key(tree, focus->key);
    if (!same && focus->entered) /* not what has the key of the button beside the field */
        focused = NULL;
    if (focus->key[0] && (!focused || !node_acts(focused)))
        focused = focus_recover(focus, tree, same);
    focused = focus_begin(focus, tree, same, focused);
    if (focused && focused->role == ROLE_FIELD) {
        field_sync(focus, focused);
        focused->field_text = tree_string(tree, focus->edit);
        focused->field_caret = (int)focus->caret;
    }
    if (focused && laid_out(focused))
        focus->place = focused->bounds;
    for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
        mark_node(focus, node, focused);
        if (node->field_secret)
            field_hide(tree, node);
    }
}

/* Focus goes to `node`, which comes into view. */
static void focus_go(Hearing *hearing, const Node *node)
{
    focus_set(hearing->focus, node);
    hearing->focus->visible = true;
    *hearing->changed = true;
    if (node)
        scroll_to_show(hearing->scroll, node);
}

static bool step_key(Hearing *hearing, const Node *focused, int step)
{
    Focus *focus = hearing->focus;
    bool hidden = focused && !focus->visible && focused->role != ROLE_FIELD;
    const Node *next = hidden ? focused : walk_step(hearing->tree, focus->hand, focused, step);
    focus_go(hearing, next);
    return false;
}

static Node *scroller_now(const Hearing *hearing, Node *focused)
{
    const Focus *focus = hearing->focus;
    Node *scroller = focus->visible && focused ? walk_scroller_of(focused) : NULL;
    if (!scroller)
        scroller = walk_scroller_at(hearing->tree, focus->x, focus->y);
    for (Node *node = hearing->tree->root; node && !scroller;
         node = node_following(node, hearing->tree->root)) {
        if (node->layout.scroll && node->content_height > node->bounds.height)
            scroller = node;
    }
    return scroller;
}

static float scroll_distance(Key key, const Node *scroller)
{
    float page = scroller->bounds.height * 0.85f;
    float line = fminf(fmaxf(scroller->bounds.height * 0.15f, 40), 160);
    switch (key) {
    case KEY_PAGE_UP: return -page;
    case KEY_PAGE_DOWN: return page;
    case KEY_UP: return -line;
    case KEY_DOWN: return line;
    case KEY_HOME: return -scroller->content_height;
    case KEY_END: return scroller->content_height;
    default: return 0;
    }
}

static bool scroll_key(Hearing *hearing, Node *focused, Key key)
{
    Node *scroller = scroller_now(hearing, focused);
    if (!scroller)
        return hear_key(hearing, key);
    if (scroll_by(hearing->scroll, scroller, scroll_distance(key, scroller)))
        *hearing->changed = true;
    return false;
}

static bool arrow_key(Hearing *hearing, Node *focused, Key key)
{
    const Focus *focus = hearing->focus;
    const Node *next = NULL;
    if (!focused)
        next = walk_step(hearing->tree, focus->hand, NULL, 1);
    else if (!focus->visible && focused->role != ROLE_FIELD)
        next = focused;
    else
        next = walk_toward(hearing->tree, focused, key);
    if (!next)
        return scroll_key(hearing, focused, key);
    focus_go(hearing, next);
    return false;
}

/* Enter in a field is "done here": on to the next, and the screen hears the field's verb. */
static bool field_enter(Hearing *hearing, const Node *field)
{
    bool again = field->field_begins && field->action.verb[0];
    focus_go(hearing, again ? field : walk_step(hearing->tree, hearing->focus->hand, field, 1));
    if (field->action.verb[0] == '\0')
        return false;
    hearing->focus->entered = true;
    return hear(hearing, UI_PRESS, &field->action);
}

/* A first key only shows where focus is: nothing is pressed that nobody saw. */
static bool press_key(Hearing *hearing, Node *focused, Key key)
{
    if (!focused)
        return hear_key(hearing, key);
    if (focused->role == ROLE_FIELD)
        return key == KEY_ENTER && field_enter(hearing, focused);
    if (!hearing->focus->visible) {
        focus_go(hearing, focused);
        return false;
    }
    memcpy(hearing->focus->held, hearing->focus->key, KEY_MAX);
    *hearing->changed = true;
    return press_node(hearing, focused);
}

static bool escape_key(Hearing *hearing)
{
    if (hearing->focus->hand[0] == '\0')
        return hear_key(hearing, KEY_ESCAPE);
    hand_empty(hearing->focus);
    *hearing->changed = true;
    return false;
}

/* One step back: out of the hand, else by the screen's own way back, where it has one. */
static bool back_key(Hearing *hearing)
{
    const Node *back = tree_find_verb(hearing->tree, "back", "");
    if (hearing->focus->hand[0])
        return escape_key(hearing);
    return back && node_acts(back) && press_node(hearing, back);
}

/* How long a key has been down matters to few: the node under it is told apart while it is. */
static bool key_up(Hearing *hearing, Key key)
{
    if (key != KEY_ENTER && key != KEY_SPACE)
        return false;
    *hearing->changed = hearing->focus->held[0] != '\0';
    hearing->focus->held[0] = '\0';
    return false;
}

static bool plain_key(Hearing *hearing, Node *focused, Key key)
{
    switch (key) {
    case KEY_TAB: return step_key(hearing, focused, 1);
    case KEY_BACK_TAB: return step_key(hearing, focused, -1);
    case KEY_LEFT:
    case KEY_RIGHT:
    case KEY_UP:
    case KEY_DOWN: return arrow_key(hearing, focused, key);
    case KEY_ENTER:
    case KEY_SPACE: return press_key(hearing, focused, key);
    case KEY_ESCAPE: return escape_key(hearing);
    case KEY_BACK: return back_key(hearing);
    case KEY_PAGE_UP:
    case KEY_PAGE_DOWN:
    case KEY_HOME:
    case KEY_END: return scroll_key(hearing, focused, key);
    default: return hear_key(hearing, key);
    }
}

static bool hear_edit(Hearing *hearing, const Node *field, FieldChange change)
{
    *hearing->changed = *hearing->changed || change != FIELD_STILL;
    if (change != FIELD_EDITED)
        return false;
    hear(hearing, UI_EDIT, &field->action);
    hearing->event->text = hearing->focus->edit;
    return true;
}

static Node *focused_node(const Hearing *hearing)
{
    Node *node = tree_find_key(hearing->tree, hearing->focus->key);
    return node && node_acts(node) ? node : NULL;
}

static bool key_input(Hearing *hearing, Key key)
{
    Node *focused = focused_node(hearing);
    if (focused && focused->role == ROLE_FIELD) {
        FieldChange change = field_key(hearing->focus, key);
        if (change != FIELD_UNUSED)
            return hear_edit(hearing, focused, change);
    }
    return plain_key(hearing, focused, key);
}

static bool text_input(Hearing *hearing, const char *text)
{
    const Node *focused = focused_node(hearing);
    if (!focused || focused->role != ROLE_FIELD)
        return false;
    return hear_edit(hearing, focused, field_type(hearing->focus, focused, text));
}

static bool go_input(Hearing *hearing, const char *key)
{
    const Node *node = tree_find_key(hearing->tree, key);
    if (node && node_acts(node))
        focus_go(hearing, node);
    return false;
}

/* A key that is held presses once, however long. */
static bool presses_again(const Input *input)
{
    return input->repeat && (input->key == KEY_ENTER || input->key == KEY_SPACE);
}

static bool hear_input(Hearing *hearing, const Input *input)
{
    switch (input->type) {
    case INPUT_POINTER_DOWN: return pointer_down(hearing, input->x, input->y);
    case INPUT_POINTER_MOVE: return pointer_move(hearing, input->x, input->y);
    case INPUT_POINTER_UP: return pointer_up(hearing, input->x, input->y);
    case INPUT_WHEEL: return pointer_wheel(hearing, input->y);
    case INPUT_KEY: return !presses_again(input) && key_input(hearing, input->key);
    case INPUT_KEY_UP: return key_up(hearing, input->key);
    case INPUT_TEXT: return text_input(hearing, input->text);
    case INPUT_TICK: return hear(hearing, UI_TICK, NULL);
    case INPUT_GO: return go_input(hearing, input->text);
    case INPUT_RESIZE:
    case INPUT_PICTURES: *hearing->changed = true; return false;
    case INPUT_WORD:
    case INPUT_SAID:
    case INPUT_NO_VOICE:
    case INPUT_CLOSED:
    case INPUT_NONE: return false;
    }
    return false;
}

bool focus_input(Focus *focus, const Tree *tree, ScrollMemory *scroll, const Input *input,
                 UiEvent *event, bool *changed)
{
    Hearing hearing = {focus, tree, scroll, event, changed};
    *event = (UiEvent){0};
    *changed = false;
    if (!tree->root)
        return false;
    focus->entered = focus->entered && input->type != INPUT_KEY;
    return hear_input(&hearing, input);
}
