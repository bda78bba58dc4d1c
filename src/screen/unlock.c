/* The way into the helper's room: the passphrase, or the code of the recovery page. */
#include "screen/lock.h"
#include "screen/logging.h"
#include "screen/safekeeping.h"
#include "screen/screens.h"

#include "vault/passphrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct UnlockScreen {
    Screen screen;
    char typed[PASSPHRASE_BYTES];
    char refusal[sizeof((Error *)NULL)->sentence];
    bool by_code, shown;
    Work work;
} UnlockScreen;

static UnlockScreen *self(Screen *screen)
{
    return (UnlockScreen *)(void *)screen;
}

static const UnlockScreen *self_const(const Screen *screen)
{
    return (const UnlockScreen *)(const void *)screen;
}

static void build(const Screen *screen, Tree *tree)
{
    const UnlockScreen *unlock = self_const(screen);
    Node *sheet = lock_sheet(screen, tree, desk_word(screen, tree, "ui.lock.unlock"));
    node_text(
        tree, sheet, TYPE_BODY,
        desk_word(screen, tree, unlock->by_code ? "ui.lock.code-text" : "ui.lock.unlock-text"));
    const char *label =
        desk_word(screen, tree, unlock->by_code ? "ui.lock.code" : "ui.lock.passphrase");
    lock_field(screen, tree, sheet, "secret", label, unlock->typed, unlock->shown);
    lock_show_choice(screen, tree, sheet, unlock->shown);
    lock_say(screen, tree, sheet, unlock->work, unlock->refusal);
    lock_buttons(screen, tree, sheet, desk_word(screen, tree, "ui.lock.open"), "open");
    if (!screen->cove->vault) {
        const char *other = unlock->by_code ? "ui.lock.use-passphrase" : "ui.lock.use-code";
        Node *row = simple_row(tree, sheet, 16);
        simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, other), "other", NULL);
    }
}

static bool moving(const Screen *screen)
{
    return self_const(screen)->work == WORK_ASKED;
}

static Screen *next_screen(const Screen *screen, bool by_code)
{
    Cove *cove = screen->cove;
    if (by_code) {
        return screen_passphrase(cove, screen->stage, PASSPHRASE_CHANGE, "");
    }
    bool named = record_helper(keeper_record(cove->keeper))[0] != '\0';
    return named ? screen_helper_room(cove, screen->stage) : screen_setup(cove, screen->stage);
}

static bool try(Screen *screen, Error *error)
{
    const UnlockScreen *unlock = self_const(screen);
    if (screen->cove->vault) {
        return cove_is_passphrase(screen->cove, unlock->typed, error);
    }
    return unlock->by_code ? cove_unlock_with_code(screen->cove, unlock->typed, error)
                           : cove_unlock(screen->cove, unlock->typed, error);
}

static void do_work(Screen *screen)
{
    UnlockScreen *unlock = self(screen);
    Error error = {0};
    unlock->work = WORK_NONE;
    bool right = try(screen, &error);
    memory_wipe(unlock->typed, sizeof unlock->typed);
    if (right) {
        log_unlocked(screen->cove, unlock->by_code ? LOG_UNLOCKED_CODE : LOG_UNLOCKED);
        stage_clear_to(screen->stage, next_screen(screen, unlock->by_code));
    } else if (safekeeping_damaged(screen->cove)) {
        stage_clear_to(screen->stage, screen_damaged(screen->cove, screen->stage));
    } else if (error.code == ERROR_REFUSED) {
        snprintf(unlock->refusal, sizeof unlock->refusal, "%s", error.sentence);
    } else {
        stage_notice(screen->stage, &error);
    }
}

static void hear_press(Screen *screen, const UiEvent *event)
{
    UnlockScreen *unlock = self(screen);
    if (heard_press(event, "open") || heard_press(event, "secret")) {
        unlock->work = WORK_ASKED;
        unlock->refusal[0] = '\0';
    } else if (heard_press(event, "show")) {
        unlock->shown = event->action.value;
    } else if (heard_press(event, "other")) {
        unlock->by_code = !unlock->by_code;
        memory_wipe(unlock->typed, sizeof unlock->typed);
        unlock->refusal[0] = '\0';
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_clear_to(screen->stage, screen_door(screen->cove, screen->stage));
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    UnlockScreen *unlock = self(screen);
    if (event->type == UI_EDIT) {
        snprintf(unlock->typed, sizeof unlock->typed, "%s", event->text);
    } else if (event->type != UI_TICK) {
        hear_press(screen, event);
    } else if (unlock->work == WORK_ASKED) {
        do_work(screen);
    }
}

static void free_screen(Screen *screen)
{
    memory_wipe(self(screen)->typed, sizeof self(screen)->typed);
    free(screen);
}

static const ScreenOps ops = {.name = "unlock",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .for_all = true,
                              .free = free_screen};

Screen *screen_unlock(Cove *cove, Stage *stage)
{
    UnlockScreen *unlock = memory_new(1, sizeof *unlock);
    unlock->screen = (Screen){&ops, cove, stage};
    return &unlock->screen;
}
