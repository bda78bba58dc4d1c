/* A calm page that says what happened, that nothing was lost, and goes away with one button. */
#include "screen/stage_inside.h"

void notice_build(const Stage *stage, Tree *tree)
{
    const Screen *screen = stage->screens[stage->count - 1];
    Tier tier = screen->ops->tier(screen);
    Node *root = node_add(tree, NULL, ROLE_SCREEN, "notice",
                          cove_words(screen->cove, tree->arena, tier, NULL, "ui.error.title"));
    root->look = LOOK_PAPER;
    root->layout.main = ALIGN_CENTER;
    root->layout.cross = ALIGN_CENTER;
    root->layout.pad_x = root->layout.pad_y = 24;
    Node *card = node_group(tree, root, AXIS_COLUMN);
    card->look = LOOK_CARD;
    card->layout.gap = 16;
    card->layout.max_width = 640;
    card->layout.pad_x = card->layout.pad_y = 32;
    node_heading(tree, card, TYPE_TITLE, root->name);
    node_text(tree, card, TYPE_BODY, stage->notice.sentence);
    Node *button = node_button(
        tree, card, LOOK_PRIMARY,
        cove_words(screen->cove, tree->arena, tier, NULL, "ui.error.go-on"),
        action_of("notice-close", "", 0));
    button->key = "notice-close";
}
