/* A calm page that says what happened, that nothing was lost, and goes away with one button. */
#include "screen/frame.h"
#include "screen/stage_inside.h"

#include <string.h>

/* Stop, Break and I'm not OK stay where they stand on the screen below. */
static void build_safety(const Screen *screen, Tree *tree, Node *root)
{
    Tree below;
    tree_init(&below);
    screen->ops->build(screen, &below);
    Node *band = node_group(tree, root, AXIS_ROW);
    frame_band_layout(band, screen->ops->tier(screen));
    for (const Node *node = below.root; node; node = node_following(node, below.root)) {
        if (node->look == LOOK_SAFETY) {
            Node *button = node_button(tree, band, LOOK_SAFETY, node->text, node->action);
            button->key = tree_string(tree, node->key);
            button->icon = tree_string(tree, node->icon);
            button->spoken = tree_string(tree, node_spoken(node));
        }
    }
    tree_clear(&below);
}

bool notice_passes_on(const UiEvent *event)
{
    static const char *const verbs[] = {"stop", "break", "not-ok"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (event->type == UI_PRESS && strcmp(event->action.verb, verbs[i]) == 0) {
            return true;
        }
    }
    return event->type == UI_KEY && (event->key == KEY_BREAK || event->key == KEY_NOT_OK);
}

void notice_build(const Stage *stage, Tree *tree)
{
    const Screen *screen = stage->screens[stage->count - 1];
    Tier tier = screen->ops->tier(screen);
    Node *root = node_add(tree, NULL, ROLE_SCREEN, "notice",
                          cove_words(screen->cove, tree->arena, tier, NULL, "ui.error.title"));
    root->layout.axis = AXIS_STACK;
    node_image(tree, root, frame_scene(tree, tier, "break"), "", 0, 0)->cover = true;
    Node *column = node_group(tree, root, AXIS_COLUMN);
    column->layout.cross = ALIGN_STRETCH;
    build_safety(screen, tree, column);
    Node *body = node_group(tree, column, AXIS_COLUMN);
    body->key = "notice-body";
    body->layout.grow = 1;
    body->layout.scroll = true;
    body->layout.main = ALIGN_CENTER;
    body->layout.cross = ALIGN_CENTER;
    body->layout.pad_x = body->layout.pad_y = 24;
    Node *card = node_group(tree, body, AXIS_COLUMN);
    card->look = LOOK_SHEET;
    card->layout.gap = 16;
    card->layout.max_width = 640;
    card->layout.pad_x = card->layout.pad_y = 32;
    node_heading(tree, card, TYPE_TITLE, root->name);
    node_text(tree, card, TYPE_BODY, stage->notice.sentence);
    Node *button = node_button(tree, card, LOOK_PRIMARY,
                               cove_words(screen->cove, tree->arena, tier, NULL, "ui.error.go-on"),
                               action_of("notice-close", "", 0));
    button->key = "notice-close";
}
