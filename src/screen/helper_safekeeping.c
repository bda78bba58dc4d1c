/* The helper's page about safekeeping: backups here and copies elsewhere. While the record is
 * damaged it shows the same backups to choose from, and nothing else. */
#include "screen/desk.h"
#include "screen/safekeeping.h"
#include "screen/salvage_words.h"
#include "screen/screens.h"

#include "record/record_copies.h"

#include <stdio.h>
#include <stdlib.h>

enum { FOLDER_BYTES = 400 };

/* Which list a row is of. */
enum { OWN, ELSEWHERE, LISTS };

typedef struct SafeScreen {
    Screen screen;
    char folder[FOLDER_BYTES]; /* elsewhere, as typed */
    bool looked;               /* into it */
    Backups lists[LISTS];
    bool making; /* when it was looked at last */
} SafeScreen;

static SafeScreen *self(Screen *screen)
{
    return (SafeScreen *)(void *)screen;
}

static const SafeScreen *self_const(const Screen *screen)
{
    return (const SafeScreen *)(const void *)screen;
}

static void look_again(Screen *screen)
{
    SafeScreen *safe = self(screen);
    backups_clear(&safe->lists[OWN]);
    safe->lists[OWN] = safekeeping_backups(screen->cove);
    safe->making = safekeeping_making(screen->cove);
}

/* ---- building ---- */

static void build_list(const Screen *screen, Tree *tree, Node *panel, int which, const char *none)
{
    const Backups *list = &self_const(screen)->lists[which];
    static const char *const verbs[LISTS] = {"backup", "found"};
    if (list->count == 0) {
        desk_note(tree, panel, desk_word(screen, tree, none));
    }
    for (size_t i = list->count; i > 0; i--) {
        const Backup *backup = &list->list[i - 1];
        Node *row =
            desk_row(tree, panel, NULL, desk_day_and_time(tree, backup->when),
                     desk_word_count(screen, tree, "ui.safe.entries", (long)backup->entries),
                     action_of(verbs[which], "", (int)i - 1));
        row->icon = "icon/kept";
    }
}

static void build_said(const Screen *screen, Tree *tree, Node *panel)
{
    const Safekeeping *safe = &screen->cove->safe;
    if (safekeeping_making(screen->cove)) {
        node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.safe.making"))->icon =
            "icon/clock";
    } else if (safe->said == SAFE_SAID_MADE) {
        node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.safe.made"))->icon =
            "icon/check";
    } else if (safe->said == SAFE_SAID_FAILED) {
        node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.safe.failed"))->icon =
            "icon/warning";
        desk_note(tree, panel, safe->fault.sentence);
    }
}

static Node *start_row(Tree *tree, Node *panel)
{
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    return row;
}

static void build_own(const Screen *screen, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "own", desk_word(screen, tree, "ui.safe.own"));
    if (safekeeping_open(screen->cove)) {
        node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.safe.own-text"));
        build_said(screen, tree, panel);
        simple_button(tree, start_row(tree, panel), LOOK_PRIMARY,
                      desk_word(screen, tree, "ui.safe.make"), "make", "icon/kept")
            ->state.disabled = safekeeping_making(screen->cove);
    }
    build_list(screen, tree, panel, OWN, "ui.safe.none");
}

static void build_last_outside(const Screen *screen, Tree *tree, Node *panel)
{
    int64_t last = safekeeping_outside(screen->cove);
    const char *words =
        last ? desk_word_for(screen, tree, "ui.safe.outside-last", desk_when(tree, last))
             : desk_word(screen, tree, "ui.safe.outside-none");
    node_text(tree, panel, TYPE_BODY, words);
}

static void build_elsewhere(const Screen *screen, Tree *tree, Node *panels)
{
    const SafeScreen *safe = self_const(screen);
    bool open = safekeeping_open(screen->cove);
    Node *panel =
        desk_panel(tree, panels, "elsewhere", desk_word(screen, tree, "ui.safe.elsewhere"));
    if (open) {
        node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.safe.elsewhere-text"));
        build_last_outside(screen, tree, panel);
    }
    desk_field(tree, panel, "folder", desk_word(screen, tree, "ui.safe.folder"),
               desk_word(screen, tree, "ui.safe.folder-hint"), safe->folder, FOLDER_BYTES, "look");
    Node *row = start_row(tree, panel);
    if (open) {
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.safe.copy"), "copy",
                      "icon/add")
            ->state.disabled = !safe->folder[0] || safekeeping_making(screen->cove);
    }
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.safe.look"), "look",
                  "icon/lookaround")
        ->state.disabled = !safe->folder[0];
    if (safe->looked) {
        build_list(screen, tree, panel, ELSEWHERE, "ui.safe.found-none");
    }
}

static void build_salvages(const Screen *screen, Tree *tree, Node *panels)
{
    const Record *record = keeper_record(screen->cove->keeper);
    if (record_salvage_count(record) == 0) {
        return;
    }
    Node *panel = desk_panel(tree, panels, "lost", desk_word(screen, tree, "ui.safe.lost-title"));
    for (size_t i = record_salvage_count(record); i > 0; i--) {
        const Salvage *salvage = record_salvage_at(record, i - 1);
        Node *when = node_text(tree, panel, TYPE_SMALL, desk_when(tree, salvage->at));
        when->bold = true;
        node_text(tree, panel, TYPE_BODY, salvage_words(screen, tree, salvage->told));
    }
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.safe.title"),
                           desk_word(screen, tree, "ui.back"));
    Node *panels = desk_panels(tree, body);
    build_own(screen, tree, panels);
    build_elsewhere(screen, tree, panels);
    if (screen->cove->keeper) {
        build_salvages(screen, tree, panels);
    }
}

/* ---- hearing ---- */

static bool moving(const Screen *screen)
{
    return safekeeping_making(screen->cove);
}

static void tick(Screen *screen)
{
    safekeeping_step(screen->cove);
    if (self(screen)->making != safekeeping_making(screen->cove)) {
        look_again(screen);
    }
}

static void begin(Screen *screen, const char *folder)
{
    Error error = {0};
    if (!safekeeping_begin(screen->cove, folder, &error)) {
        stage_notice(screen->stage, &error);
    }
    self(screen)->making = safekeeping_making(screen->cove);
}

static void look(Screen *screen)
{
    SafeScreen *safe = self(screen);
    backups_clear(&safe->lists[ELSEWHERE]);
    safe->lists[ELSEWHERE] = backups_in(safe->folder);
    safe->looked = true;
}

static void choose(Screen *screen, int which, int index)
{
    const Backups *list = &self(screen)->lists[which];
    if (index >= 0 && (size_t)index < list->count) {
        stage_push(screen->stage,
                   screen_helper_backup(screen->cove, screen->stage, &list->list[index]));
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    SafeScreen *safe = self(screen);
    if (event->type == UI_TICK) {
        tick(screen);
    } else if (event->type == UI_EDIT) {
        snprintf(safe->folder, sizeof safe->folder, "%s", event->text);
        safe->looked = false;
    } else if (heard_press(event, "make")) {
        begin(screen, NULL);
    } else if (heard_press(event, "copy")) {
        begin(screen, safe->folder);
    } else if (heard_press(event, "look") && safe->folder[0]) {
        look(screen);
    } else if (heard_press(event, "backup")) {
        choose(screen, OWN, event->action.value);
    } else if (heard_press(event, "found")) {
        choose(screen, ELSEWHERE, event->action.value);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static void shown(Screen *screen)
{
    look_again(screen);
}

static void free_screen(Screen *screen)
{
    for (int i = 0; i < LISTS; i++) {
        backups_clear(&self(screen)->lists[i]);
    }
    free(screen);
}

static const ScreenOps ops = {.name = "helper-safekeeping",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .shown = shown,
                              .free = free_screen};

Screen *screen_helper_safekeeping(Cove *cove, Stage *stage)
{
    SafeScreen *safe = memory_new(1, sizeof *safe);
    safe->screen = (Screen){&ops, cove, stage};
    return &safe->screen;
}
