/* The way into the helper's room: the passphrase, or the code of the recovery page. */
#include "screen/after.h"
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
    Id notes; /* of the sitting whose notes it leads to; "": none */
    Work work;
    int percent;  /* while the record is read: as it was seen last */
    int64_t seen; /* and when: wall ms */
} UnlockScreen;

enum { LOOK_MS = 100, SLEPT_MS = 60000 };

static UnlockScreen *self(Screen *screen)
{
    return (UnlockScreen *)(void *)screen;
}

static const UnlockScreen *self_const(const Screen *screen)
{
    return (const UnlockScreen *)(const void *)screen;
}

/* Much has to be read first. */
static void build_reading(const Screen *screen, Tree *tree)
{
    Node *sheet = lock_sheet(screen, tree, desk_word(screen, tree, "ui.lock.reading"));
    node_text(tree, sheet, TYPE_BODY, desk_word(screen, tree, "ui.lock.reading-text"));
    node_text(tree, sheet, TYPE_TITLE,
              desk_word_count(screen, tree, "ui.lock.read-so-far", self_const(screen)->percent));
    Node *row = simple_row(tree, sheet, 16);
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.lock.not-now"), "back",
                  "icon/back");
}

static void build_asking(const Screen *screen, Tree *tree)
{
    const UnlockScreen *unlock = self_const(screen);
    Node *sheet = lock_sheet(screen, tree, desk_word(screen, tree, "ui.lock.unlock"));
    node_text(
        tree, sheet, TYPE_BODY,
        desk_word(screen, tree, unlock->by_code ? "ui.lock.code-text" : "ui.lock.unlock-text"));
    const char *label =
        desk_word(screen, tree, unlock->by_code ? "ui.lock.code" : "ui.lock.passphrase");
    lock_field(screen, tree, sheet, "secret", label, unlock->typed, unlock->shown)->field_begins =
        true;
    lock_show_choice(screen, tree, sheet, unlock->shown);
    lock_say(screen, tree, sheet, unlock->work, unlock->refusal);
    lock_buttons(screen, tree, sheet, desk_word(screen, tree, "ui.lock.open"), "open");
    if (!screen->cove->vault) {
        const char *other = unlock->by_code ? "ui.lock.use-passphrase" : "ui.lock.use-code";
        Node *row = simple_row(tree, sheet, 16);
        simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, other), "other", NULL);
    }
}

static void build(const Screen *screen, Tree *tree)
{
    (screen->cove->opening ? build_reading : build_asking)(screen, tree);
}

static bool moving(const Screen *screen)
{
    return self_const(screen)->work == WORK_ASKED;
}

static int64_t due(const Screen *screen)
{
    return screen->cove->opening ? LOOK_MS : -1;
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

static void go_in(Screen *screen)
{
    const UnlockScreen *unlock = self_const(screen);
    if (unlock->notes.text[0] && !unlock->by_code) {
        after_open(screen, unlock->notes);
    } else {
        stage_clear_to(screen->stage, next_screen(screen, unlock->by_code));
    }
}

static void go_on(Screen *screen, bool right, const Error *error)
{
    UnlockScreen *unlock = self(screen);
    if (right) {
        log_unlocked(screen->cove, unlock->by_code ? LOG_UNLOCKED_CODE : LOG_UNLOCKED);
        go_in(screen);
    } else if (safekeeping_damaged(screen->cove)) {
        stage_clear_to(screen->stage, screen_damaged(screen->cove, screen->stage));
    } else if (error->code == ERROR_REFUSED) {
        snprintf(unlock->refusal, sizeof unlock->refusal, "%s", error->sentence);
    } else {
        stage_notice(screen->stage, error);
    }
}

static void leave(Screen *screen)
{
    cove_opening_stop(screen->cove);
    stage_clear_to(screen->stage, screen_door(screen->cove, screen->stage));
}

/* A computer that slept meanwhile has perhaps somebody else before it. */
static bool slept(UnlockScreen *unlock)
{
    int64_t now = clock_wall(&unlock->screen.cove->clock), before = unlock->seen;
    unlock->seen = now;
    return llabs(now - before) > SLEPT_MS;
}

static void look(Screen *screen)
{
    Error error = {0};
    CoveOpening opening = cove_opening(screen->cove, &error);
    if (opening != COVE_OPENING) {
        go_on(screen, opening == COVE_OPENED, &error);
    } else {
        self(screen)->percent = cove_opening_percent(screen->cove);
    }
}

static void do_work(Screen *screen)
{
    UnlockScreen *unlock = self(screen);
    Cove *cove = screen->cove;
    Error error = {0};
    bool asked_again = cove->vault; /* all is open; it is only asked who it is */
    unlock->work = WORK_NONE;
    bool right = asked_again ? cove_is_passphrase(cove, unlock->typed, &error)
                             : cove_unlock_begin(cove, unlock->typed, unlock->by_code, &error);
    memory_wipe(unlock->typed, sizeof unlock->typed);
    unlock->seen = clock_wall(&cove->clock);
    if (right && !asked_again) {
        look(screen);
    } else {
        go_on(screen, right, &error);
    }
}

static void tick(Screen *screen)
{
    if (self(screen)->work == WORK_ASKED) {
        do_work(screen);
    } else if (screen->cove->opening && slept(self(screen))) {
        leave(screen);
    } else if (screen->cove->opening) {
        look(screen);
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
        leave(screen);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    UnlockScreen *unlock = self(screen);
    if (event->type == UI_EDIT) {
        snprintf(unlock->typed, sizeof unlock->typed, "%s", event->text);
    } else if (event->type != UI_TICK) {
        hear_press(screen, event);
    } else {
        tick(screen);
    }
}

static void free_screen(Screen *screen)
{
    cove_opening_stop(screen->cove);
    memory_wipe(self(screen)->typed, sizeof self(screen)->typed);
    free(screen);
}

static const ScreenOps ops = {.name = "unlock",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .due = due,
                              .for_all = true,
                              .free = free_screen};

Screen *screen_unlock(Cove *cove, Stage *stage)
{
    UnlockScreen *unlock = memory_new(1, sizeof *unlock);
    unlock->screen = (Screen){&ops, cove, stage};
    return &unlock->screen;
}

Screen *screen_unlock_notes(Cove *cove, Stage *stage, Id sitting)
{
    Screen *screen = screen_unlock(cove, stage);
    self(screen)->notes = sitting;
    return screen;
}
