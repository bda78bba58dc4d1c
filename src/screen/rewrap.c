/* New keys for everything: what that is for, what it does not reach, and the passphrase of now. The
 * pages of a new passphrase and a new recovery page follow; nothing is changed before the last of
 * them. Then it says that it was done. */
#include "screen/copies.h"
#include "screen/passphrase_now.h"
#include "screen/screens.h"

#include <stdlib.h>

typedef struct RewrapScreen {
    Screen screen;
    RewrapStep step;
    PassphraseNow now;
} RewrapScreen;

static RewrapScreen *self(Screen *screen)
{
    return (RewrapScreen *)(void *)screen;
}

static const RewrapScreen *self_const(const Screen *screen)
{
    return (const RewrapScreen *)(const void *)screen;
}

/* ---- building ---- */

static void build_what(const Screen *screen, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "what", desk_word(screen, tree, "ui.rewrap.heading"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.rewrap.when"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.rewrap.how"));
    passphrase_now_build(screen, &self_const(screen)->now, tree, panel);
}

static void build_done(const Screen *screen, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "done", desk_word(screen, tree, "ui.rewrap.done"));
    desk_note(tree, panel, desk_word(screen, tree, "ui.rewrap.done-text"))->icon = "icon/check";
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.safe.title"), "safekeeping",
                  "icon/next");
}

static void build_cannot(const Screen *screen, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "cannot", desk_word(screen, tree, "ui.rewrap.cannot"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.rewrap.cannot-copies"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.rewrap.cannot-read"));
    char *copies = copies_until(screen->cove, clock_wall(&screen->cove->clock));
    if (copies[0]) {
        node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.rewrap.copies"));
        desk_note(tree, panel, tree_string(tree, copies))->icon = "icon/warning";
    } else {
        desk_note(tree, panel, desk_word(screen, tree, "ui.rewrap.no-copies"));
    }
    free(copies);
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.rewrap.title"),
                           desk_word(screen, tree, "ui.back"));
    Node *panels = desk_panels(tree, body);
    (self_const(screen)->step == REWRAP_DONE ? build_done : build_what)(screen, tree, panels);
    build_cannot(screen, tree, panels);
}

static bool moving(const Screen *screen)
{
    return self_const(screen)->now.work == WORK_ASKED;
}

/* ---- doing ---- */

static void hear(Screen *screen, const UiEvent *event)
{
    if (heard_press(event, "safekeeping")) {
        stage_replace(screen->stage, screen_helper_safekeeping(screen->cove, screen->stage));
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    } else if (passphrase_now_hear(screen, &self(screen)->now, event)) {
        stage_replace(screen->stage,
                      screen_passphrase(screen->cove, screen->stage, PASSPHRASE_REWRAP, ""));
    }
}

static void free_screen(Screen *screen)
{
    memory_wipe(&self(screen)->now, sizeof self(screen)->now);
    free(screen);
}

static const ScreenOps ops = {.name = "rewrap",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .free = free_screen};

Screen *screen_rewrap(Cove *cove, Stage *stage, RewrapStep step)
{
    RewrapScreen *page = memory_new(1, sizeof *page);
    page->screen = (Screen){&ops, cove, stage};
    page->step = step;
    return &page->screen;
}
