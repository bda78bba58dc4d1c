/* Modules that could not be used, each with its reasons. Everything else works. */
#include "screen/desk.h"
#include "screen/screens.h"

#include "base/file.h"

enum { FAULTS_SHOWN = 12 };

static void build_module(const Screen *screen, const Unavailable *module, Tree *tree, Node *body)
{
    Node *panel = desk_panel(tree, body, module->folder, module->folder);
    size_t shown = 0;
    if (module->from) {
        node_text(tree, panel, TYPE_SMALL, desk_word(screen, tree, "ui.library.own"));
    }
    for (size_t i = 0; i < faults_count(module->faults) && shown < FAULTS_SHOWN; i++) {
        const Fault *fault = faults_at(module->faults, i);
        if (fault->level == FAULT_ERROR) {
            Node *line = node_text(tree, panel, TYPE_BODY, fault->remedy);
            line->icon = "icon/warning";
            node_text(tree, panel, TYPE_SMALL,
                      arena_format(tree->arena, "%s  %s  (%s)", path_name(fault->file), fault->path,
                                   fault->rule));
            shown++;
        }
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const Library *library = screen->cove->library;
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.helper.unavailable"),
                           desk_word(screen, tree, "ui.back"));
    desk_note(tree, body, desk_word(screen, tree, "ui.helper.unavailable-text"));
    for (size_t i = 0; i < library_unavailable_count(library); i++) {
        build_module(screen, library_unavailable(library, i), tree, body);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-unavailable",
    .build = build,
    .hear = hear,
    .tier = desk_tier,
    .free = sitting_screen_free,
};

Screen *screen_helper_unavailable(Cove *cove, Stage *stage)
{
    return sitting_screen_new(&ops, cove, stage, (Id){0});
}
