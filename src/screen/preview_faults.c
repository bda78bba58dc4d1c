/* Why an activity cannot be previewed: each fault with its file, place and remedy. */
#include "screen/preview.h"

#include "screen/desk.h"

#include "base/file.h"

#include <stdlib.h>

enum { SHOWN = 20 };

typedef struct FaultsScreen {
    Screen screen;
    Faults *faults;
} FaultsScreen;

static void build_fault(const Fault *fault, Tree *tree, Node *panel)
{
    Node *group = node_group(tree, panel, AXIS_COLUMN);
    group->layout.gap = 2;
    group->layout.cross = ALIGN_STRETCH;
    Node *line = node_text(tree, group, TYPE_BODY, tree_string(tree, fault->remedy));
    line->icon = "icon/warning";
    node_text(tree, group, TYPE_SMALL,
              arena_format(tree->arena, "%s  %s  (%s)", path_name(fault->file), fault->path,
                           fault->rule));
}

static void build(const Screen *screen, Tree *tree)
{
    const Faults *faults = ((const FaultsScreen *)(const void *)screen)->faults;
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.preview.title"),
                           desk_word(screen, tree, "ui.back"));
    desk_note(tree, body, desk_word(screen, tree, "ui.preview.text"));
    Node *panel = node_group(tree, body, AXIS_COLUMN);
    panel->look = LOOK_CARD;
    panel->layout.gap = 16;
    panel->layout.cross = ALIGN_STRETCH;
    size_t shown = 0;
    for (size_t i = 0; i < faults_count(faults) && shown < SHOWN; i++) {
        if (faults_at(faults, i)->level == FAULT_ERROR) {
            build_fault(faults_at(faults, i), tree, panel);
            shown++;
        }
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_quit(screen->stage);
    }
}

static void free_screen(Screen *screen)
{
    faults_free(((FaultsScreen *)(void *)screen)->faults);
    free(screen);
}

static const ScreenOps ops = {
    .name = "preview-faults", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_preview_faults(Cove *cove, Stage *stage, Faults *faults)
{
    FaultsScreen *screen = memory_new(1, sizeof *screen);
    screen->screen = (Screen){&ops, cove, stage};
    screen->faults = faults;
    return &screen->screen;
}
