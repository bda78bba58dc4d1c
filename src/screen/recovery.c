/* The recovery page: the code is shown, can be saved to be printed, and two of its groups are typed
 * back before it counts. */
#include "screen/lock.h"
#include "screen/logging.h"
#include "screen/paper.h"
#include "screen/screens.h"

#include "vault/passphrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ASKED = 2, TYPED_BYTES = 16 };

typedef struct RecoveryScreen {
    Screen screen;
    Vault *vault; /* owned until it has its place; NULL: the open one gets this code */
    Recovery code;
    char name[PERSON_NAME_BYTES];      /* of a new helper, or "" */
    char passphrase[PASSPHRASE_BYTES]; /* for new keys, or "": only the code is new */
    int groups[ASKED];                 /* which are asked for: 0.. */
    char typed[ASKED][TYPED_BYTES];
    char *saved; /* path of the page, or NULL */
    bool wrong;
    Work work; /* new keys take a moment */
} RecoveryScreen;

static RecoveryScreen *self(Screen *screen)
{
    return (RecoveryScreen *)(void *)screen;
}

static const RecoveryScreen *self_const(const Screen *screen)
{
    return (const RecoveryScreen *)(const void *)screen;
}

/* ---- building ---- */

/* Group by group, each with its number. */
static void build_code(const Recovery *code, Tree *tree, Node *sheet)
{
    Node *row = simple_row(tree, sheet, 16);
    row->key = "code";
    row->name = tree_string(tree, code->text);
    row->look = LOOK_NOTE;
    for (int i = 0; i < RECOVERY_GROUPS; i++) {
        Node *column = node_group(tree, row, AXIS_COLUMN);
        column->layout.cross = ALIGN_CENTER;
        node_text(tree, column, TYPE_SMALL, arena_format(tree->arena, "%d", i + 1));
        const char *group = code->text + i * (RECOVERY_GROUP + 1);
        node_text(tree, column, TYPE_LEAD, arena_copy(tree->arena, group, RECOVERY_GROUP))->bold =
            true;
    }
}

static void build_save(const Screen *screen, Tree *tree, Node *sheet)
{
    const RecoveryScreen *page = self_const(screen);
    if (page->saved) {
        Node *note = desk_note(tree, sheet,
                               arena_format(tree->arena, "%s\n%s",
                                            desk_word(screen, tree, "ui.lock.saved"), page->saved));
        note->icon = "icon/check";
    } else if (screen->cove->paper_folder) {
        Node *row = simple_row(tree, sheet, 16);
        row->layout.main = ALIGN_START;
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.lock.save"), "save",
                      "icon/note");
    }
}

static void build_field(const Screen *screen, Tree *tree, Node *row, int index)
{
    static const char *const keys[ASKED] = {"one", "two"};
    const RecoveryScreen *page = self_const(screen);
    Node *column = node_group(tree, row, AXIS_COLUMN);
    column->layout.grow = 1;
    column->layout.gap = 8;
    column->layout.min_width = 200;
    column->layout.cross = ALIGN_STRETCH;
    desk_field(tree, column, keys[index],
               desk_word_count(screen, tree, "ui.lock.group", page->groups[index] + 1), "",
               page->typed[index], TYPED_BYTES, keys[index]);
}

static void build(const Screen *screen, Tree *tree)
{
    const RecoveryScreen *page = self_const(screen);
    Node *sheet = lock_sheet(screen, tree, desk_word(screen, tree, "ui.lock.paper"));
    node_text(tree, sheet, TYPE_BODY, desk_word(screen, tree, "ui.lock.paper-text"));
    build_code(&page->code, tree, sheet);
    build_save(screen, tree, sheet);
    node_text(tree, sheet, TYPE_BODY, desk_word(screen, tree, "ui.lock.type-back"));
    Node *row = node_group(tree, sheet, AXIS_ROW);
    row->layout.gap = 16;
    row->layout.wrap = true;
    for (int i = 0; i < ASKED; i++) {
        build_field(screen, tree, row, i);
    }
    lock_say(screen, tree, sheet, page->work,
             page->wrong ? desk_word(screen, tree, "ui.lock.paper-wrong") : "");
    lock_buttons(screen, tree, sheet,
                 desk_word(screen, tree, page->passphrase[0] ? "ui.rewrap.do" : "ui.lock.done"),
                 "go");
}

static bool moving(const Screen *screen)
{
    return self_const(screen)->work == WORK_ASKED;
}

/* ---- doing ---- */

static bool name_helper(const RecoveryScreen *page, Error *error)
{
    Event event = {.type = EVENT_HELPER_NAMED};
    if (page->name[0] == '\0') {
        return true;
    }
    memcpy(event.name, page->name, sizeof event.name);
    return cove_keep(page->screen.cove, &event, 1, error);
}

static bool set_up(RecoveryScreen *page, Error *error)
{
    Vault *vault = page->vault;
    page->vault = NULL;
    return cove_set_up(page->screen.cove, vault, error) && name_helper(page, error);
}

static bool change_code(Cove *cove, const Recovery *code, Error *error)
{
    bool changed = vault_change_code(cove->vault, code, error);
    if (changed) {
        (void)log_keep(cove, LOG_LOCK_CHANGED, ACCESS_KEYS, (Id){""}, NULL);
    }
    return changed;
}

static bool rewrap(RecoveryScreen *page, Error *error)
{
    Cove *cove = page->screen.cove;
    bool done = vault_rewrap(cove->vault, page->passphrase, &page->code, error);
    if (done) {
        (void)log_keep(cove, LOG_KEYS_RENEWED, ACCESS_KEYS, (Id){""}, NULL);
    }
    return done;
}

static void finish_rewrap(Screen *screen)
{
    Error error = {0};
    bool done = rewrap(self(screen), &error);
    stage_clear_to(screen->stage, screen_helper_room(screen->cove, screen->stage));
    if (done) {
        stage_push(screen->stage, screen_rewrap(screen->cove, screen->stage, REWRAP_DONE));
    } else {
        stage_notice(screen->stage, &error);
    }
}

static void finish(Screen *screen)
{
    RecoveryScreen *page = self(screen);
    Cove *cove = screen->cove;
    Error error = {0};
    bool done = page->vault ? set_up(page, &error) : change_code(cove, &page->code, &error);
    stage_clear_to(screen->stage, done ? screen_helper_room(cove, screen->stage)
                                       : screen_door(cove, screen->stage));
    if (!done) {
        stage_notice(screen->stage, &error);
    }
}

static void check(Screen *screen)
{
    RecoveryScreen *page = self(screen);
    page->wrong = false;
    for (int i = 0; i < ASKED; i++) {
        page->wrong =
            page->wrong || !recovery_group_same(&page->code, page->groups[i], page->typed[i]);
    }
    if (page->wrong) {
        return;
    }
    if (page->passphrase[0]) {
        page->work = WORK_ASKED;
    } else {
        finish(screen);
    }
}

static void save(Screen *screen)
{
    Error error = {0};
    RecoveryScreen *page = self(screen);
    if (!paper_save(screen->cove, &page->code, &page->saved, &error)) {
        stage_notice(screen->stage, &error);
    }
}

/* Without the code confirmed nothing was set up, and nothing was changed. */
static void leave(Screen *screen)
{
    bool open = screen->cove->vault;
    stage_clear_to(screen->stage, open ? screen_helper_room(screen->cove, screen->stage)
                                       : screen_door(screen->cove, screen->stage));
}

static void hear(Screen *screen, const UiEvent *event)
{
    RecoveryScreen *page = self(screen);
    if (event->type == UI_EDIT) {
        int index = strcmp(event->action.item, "two") == 0;
        snprintf(page->typed[index], TYPED_BYTES, "%s", event->text);
    } else if (event->type == UI_TICK && page->work == WORK_ASKED) {
        page->work = WORK_NONE;
        finish_rewrap(screen);
    } else if (heard_press(event, "go") || heard_press(event, "two")) {
        check(screen);
    } else if (heard_press(event, "save")) {
        save(screen);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        leave(screen);
    }
}

static void free_screen(Screen *screen)
{
    RecoveryScreen *page = self(screen);
    vault_close(page->vault);
    free(page->saved);
    memory_wipe(page, sizeof *page);
    free(page);
}

static const ScreenOps ops = {.name = "recovery",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .free = free_screen};

/* Two different groups, by chance. */
static void choose_groups(RecoveryScreen *page)
{
    uint64_t chance = ids_seed(&page->screen.cove->ids);
    int order[RECOVERY_GROUPS];
    for (int i = 0; i < RECOVERY_GROUPS; i++) {
        order[i] = i;
    }
    chance_shuffle(&chance, order, RECOVERY_GROUPS);
    page->groups[0] = order[0] < order[1] ? order[0] : order[1];
    page->groups[1] = order[0] < order[1] ? order[1] : order[0];
}

Screen *screen_recovery(Cove *cove, Stage *stage, Vault *vault, const Recovery *code,
                        const char *name)
{
    RecoveryScreen *page = memory_new(1, sizeof *page);
    *page = (RecoveryScreen){.screen = {&ops, cove, stage}, .vault = vault, .code = *code};
    snprintf(page->name, sizeof page->name, "%s", name);
    choose_groups(page);
    return &page->screen;
}

Screen *screen_recovery_rewrap(Cove *cove, Stage *stage, const char *passphrase,
                               const Recovery *code)
{
    Screen *screen = screen_recovery(cove, stage, NULL, code, "");
    RecoveryScreen *page = self(screen);
    snprintf(page->passphrase, sizeof page->passphrase, "%s", passphrase);
    return screen;
}
