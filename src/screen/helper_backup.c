/* One backup, and going back to it. While that is done nothing of the record is open: then it is
 * the only screen. */
#include "screen/lock.h"
#include "screen/safekeeping.h"
#include "screen/screens.h"

#include "store/restore.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum GoingBack { GOING_ASKED, GOING_ON, GOING_DONE, GOING_FAILED } GoingBack;

typedef struct BackupScreen {
    Screen screen;
    Backup backup; /* its path is ours */
    RestoreView view;
    bool seen; /* the view could be had */
    GoingBack going;
    Error error;
} BackupScreen;

static BackupScreen *self(Screen *screen)
{
    return (BackupScreen *)(void *)screen;
}

static const BackupScreen *self_const(const Screen *screen)
{
    return (const BackupScreen *)(const void *)screen;
}

/* ---- building ---- */

static const char *compared(const Screen *screen, Tree *tree, const RestoreView *view)
{
    if (view->other) {
        return desk_word(screen, tree, "ui.safe.other");
    }
    if (view->now == 0) {
        return NULL;
    }
    long less = (long)view->now - (long)view->entries;
    return less == 0  ? desk_word(screen, tree, "ui.safe.same")
           : less > 0 ? desk_word_count(screen, tree, "ui.safe.fewer", less)
                      : desk_word_count(screen, tree, "ui.safe.more", -less);
}

static void build_asked(const Screen *screen, Tree *tree, Node *sheet)
{
    const BackupScreen *backup = self_const(screen);
    Tokens tokens = {.n = (long)backup->backup.entries};
    snprintf(tokens.me, sizeof tokens.me, "%s", backup->backup.when);
    node_text(tree, sheet, TYPE_BODY,
              cove_words(screen->cove, tree->arena, TIER_AD, &tokens, "ui.safe.one-is"));
    const char *words = backup->seen ? compared(screen, tree, &backup->view) : NULL;
    if (words) {
        node_text(tree, sheet, TYPE_BODY, words);
    }
    if (backup->seen) {
        desk_note(tree, sheet, desk_word(screen, tree, "ui.safe.kept"));
        lock_buttons(screen, tree, sheet, desk_word(screen, tree, "ui.safe.go-back"), "go");
    } else {
        lock_say(screen, tree, sheet, WORK_NONE, backup->error.sentence);
        simple_button(tree, simple_row(tree, sheet, 16), LOOK_SECONDARY,
                      desk_word(screen, tree, "ui.back"), "back", "icon/back");
    }
}

static void build_end(const Screen *screen, Tree *tree, Node *sheet, const char *words)
{
    node_text(tree, sheet, TYPE_BODY, words);
    Node *row = simple_row(tree, sheet, 16);
    simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.safe.unlock"), "unlock",
                  "icon/lock");
}

static void build(const Screen *screen, Tree *tree)
{
    const BackupScreen *backup = self_const(screen);
    Node *sheet = lock_sheet(screen, tree, desk_word(screen, tree, "ui.safe.one"));
    switch (backup->going) {
    case GOING_ASKED: build_asked(screen, tree, sheet); break;
    case GOING_ON: lock_say(screen, tree, sheet, WORK_ASKED, ""); break;
    case GOING_DONE:
        build_end(screen, tree, sheet,
                  desk_word_for(screen, tree, "ui.safe.done", backup->backup.when));
        break;
    case GOING_FAILED:
        lock_say(screen, tree, sheet, WORK_NONE, backup->error.sentence);
        build_end(screen, tree, sheet, desk_word(screen, tree, "ui.safe.unchanged"));
        break;
    }
}

/* ---- hearing ---- */

static bool moving(const Screen *screen)
{
    return self_const(screen)->going == GOING_ON;
}

static Screen *make(Cove *cove, Stage *stage, const Backup *backup, GoingBack going);

static void go(Screen *screen)
{
    BackupScreen *backup = self(screen);
    bool done = safekeeping_restore(screen->cove, &backup->backup, &backup->error);
    backup->going = done ? GOING_DONE : GOING_FAILED;
    stage_touch(screen->stage);
}

static void hear(Screen *screen, const UiEvent *event)
{
    BackupScreen *backup = self(screen);
    if (event->type == UI_TICK) {
        if (backup->going == GOING_ON) {
            go(screen);
        }
    } else if (heard_press(event, "go")) {
        stage_clear_to(screen->stage, make(screen->cove, screen->stage, &backup->backup, GOING_ON));
    } else if (heard_press(event, "unlock")) {
        stage_clear_to(screen->stage, screen_unlock(screen->cove, screen->stage));
    } else if ((heard_press(event, "back") || frame_is_stop(event)) &&
               backup->going == GOING_ASKED) {
        stage_pop(screen->stage);
    }
}

static void free_screen(Screen *screen)
{
    free(self(screen)->backup.path);
    free(screen);
}

static const ScreenOps ops = {.name = "helper-backup",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .free = free_screen};

static Screen *make(Cove *cove, Stage *stage, const Backup *backup, GoingBack going)
{
    BackupScreen *made = memory_new(1, sizeof *made);
    made->screen = (Screen){&ops, cove, stage};
    made->backup = *backup;
    made->backup.path = memory_copy_string(backup->path);
    made->going = going;
    return &made->screen;
}

Screen *screen_helper_backup(Cove *cove, Stage *stage, const Backup *backup)
{
    Screen *screen = make(cove, stage, backup, GOING_ASKED);
    BackupScreen *made = self(screen);
    uint64_t now = cove->keeper ? keeper_entries(cove->keeper) : 0;
    made->seen = restore_look(cove->data_folder, backup, now, &made->view, &made->error);
    return screen;
}
