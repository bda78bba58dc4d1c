/* Hands for the tour and for tests: do what a person would, found by role and name, through the
 * same inputs as a person's. */
#include "screen/stage_inside.h"

#include <stdlib.h>
#include <string.h>

static bool report_missing(Stage *stage, Role role, const char *name, const char *why, Error *error)
{
    char *dump = tree_dump(stage_tree(stage));
    error_set(error, ERROR_MISSING, stage_screen_name(stage),
              "No %s \"%s\" here%s. There is: %.300s", role_name(role), name, why, dump);
    free(dump);
    return false;
}

static void point(Stage *stage, InputType type, float x, float y)
{
    stage_input(stage, &(Input){.type = type, .x = x, .y = y});
}

static void tap(Stage *stage, float x, float y)
{
    point(stage, INPUT_POINTER_DOWN, x, y);
    point(stage, INPUT_POINTER_UP, x, y);
}

static void middle_of(const Node *node, float *x, float *y)
{
    *x = node->visible.x + node->visible.width / 2;
    *y = node->visible.y + node->visible.height / 2;
}

/* Enough of it to be pressed: half, or as much as a finger needs. */
static bool can_be_seen(const Node *node)
{
    float half = node->bounds.height / 2;
    return node->visible.width >= 1 && node->visible.height >= (half < 40 ? half : 40);
}

/* The innermost part around the node that has more than it shows. */
static const Node *scroller_of(const Node *node)
{
    const Node *scroll = node->parent;
    while (scroll &&
           !(scroll->layout.scroll && scroll->content_height > scroll->bounds.height + 1)) {
        scroll = scroll->parent;
    }
    return scroll;
}

static void turn_wheel(Stage *stage, const Node *scroll, const Node *node)
{
    float x, y;
    middle_of(scroll, &x, &y);
    float way = node->bounds.y + node->bounds.height / 2 > y ? -1.0f : 1.0f;
    point(stage, INPUT_POINTER_MOVE, x, y);
    point(stage, INPUT_WHEEL, 0, way);
}

/* Scrolls like a person: with the wheel over the scrolling part, until the node can be seen. */
static const Node *bring_into_view(Stage *stage, Role role, const char *name, size_t nth)
{
    const Node *node = tree_find_nth(stage_tree(stage), role, name, nth);
    for (int turn = 0; turn < 200 && node && !can_be_seen(node); turn++) {
        const Node *scroll = scroller_of(node);
        if (!scroll) {
            break;
        }
        turn_wheel(stage, scroll, node);
        node = tree_find_nth(stage_tree(stage), role, name, nth);
    }
    return node;
}

bool stage_press_nth(Stage *stage, Role role, const char *name, size_t nth, Error *error)
{
    const Node *node = bring_into_view(stage, role, name, nth);
    if (!node) {
        return report_missing(stage, role, name, "", error);
    }
    if (!node_acts(node) && role != ROLE_CARD) {
        return report_missing(stage, role, name, " that can be pressed", error);
    }
    if (!can_be_seen(node)) {
        return report_missing(stage, role, name, " within sight", error);
    }
    float x, y;
    middle_of(node, &x, &y);
    tap(stage, x, y);
    if (stage_press_held(stage)) {
        tap(stage, x, y);
    }
    return true;
}

bool stage_press(Stage *stage, Role role, const char *name, Error *error)
{
    return stage_press_nth(stage, role, name, 0, error);
}

bool stage_place(Stage *stage, const char *card, const char *target, Error *error)
{
    return stage_press(stage, ROLE_CARD, card, error) &&
           stage_press(stage, ROLE_TARGET, target, error);
}

bool stage_type(Stage *stage, const char *field, const char *text, Error *error)
{
    if (!stage_press(stage, ROLE_FIELD, field, error)) {
        return false;
    }
    while (*text) {
        Input input = {.type = INPUT_TEXT};
        size_t length = 0;
        do {
            input.text[length++] = *text++;
        } while (((unsigned char)*text & 0xc0) == 0x80);
        stage_input(stage, &input);
    }
    return true;
}

bool stage_key(Stage *stage, Key key, Error *error)
{
    (void)error;
    stage_input(stage, &(Input){.type = INPUT_KEY, .key = key});
    stage_input(stage, &(Input){.type = INPUT_KEY_UP, .key = key});
    return true;
}

bool stage_shows(Stage *stage, Role role, const char *name)
{
    return tree_find(stage_tree(stage), role, name) != NULL;
}
