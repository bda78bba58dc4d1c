/* What each key does: a page anybody may see, from the guide and by F1. */
#include "screen/desk.h"
#include "screen/screens.h"

static const struct {
    const char *key, *does; /* ids of words */
} keys[] = {
    {"ui.keys.tab", "ui.keys.tab.does"},       {"ui.keys.enter", "ui.keys.enter.does"},
    {"ui.keys.pages", "ui.keys.pages.does"},   {"ui.keys.undo", "ui.keys.undo.does"},
    {"ui.keys.escape", "ui.keys.escape.does"}, {"ui.keys.f1", "ui.keys.f1.does"},
    {"ui.keys.f2", "ui.keys.f2.does"},         {"ui.keys.f3", "ui.keys.f3.does"},
    {"ui.keys.f4", "ui.keys.f4.does"},         {"ui.keys.f6", "ui.keys.f6.does"},
    {"ui.keys.f8", "ui.keys.f8.does"},         {"ui.keys.f9", "ui.keys.f9.does"},
    {"ui.keys.lock", "ui.keys.lock.does"},
};

static void build_key(const Screen *screen, Tree *tree, Node *panel, size_t index)
{
    Node *row = node_group(tree, panel, AXIS_ROW);
    row->layout.gap = 16;
    row->layout.cross = ALIGN_START;
    Node *key = node_text(tree, row, TYPE_BODY, desk_word(screen, tree, keys[index].key));
    key->bold = true;
    key->layout.min_width = 180;
    Node *does = node_text(tree, row, TYPE_BODY, desk_word(screen, tree, keys[index].does));
    does->layout.grow = 1;
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.keys.title"),
                           desk_word(screen, tree, "ui.back"));
    Node *panel = desk_panel(tree, body, "keys", desk_word(screen, tree, "ui.keys.heading"));
    panel->layout.max_width = 760;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        build_key(screen, tree, panel, i);
    }
    desk_note(tree, body, desk_word(screen, tree, "ui.keys.others"));
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {.name = "helper-keys",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .for_all = true,
                              .free = sitting_screen_free};

Screen *screen_helper_keys(Cove *cove, Stage *stage)
{
    return sitting_screen_new(&ops, cove, stage, (Id){0});
}

bool screen_is_keys(const Screen *screen)
{
    return screen->ops == &ops;
}
