/* The record cannot be opened with the right passphrase: the helper decides what becomes of it. */
#include "screen/lock.h"
#include "screen/safekeeping.h"
#include "screen/salvage_words.h"
#include "screen/screens.h"

typedef struct DamagedScreen {
    Screen screen;
    Work work;
    bool done; /* it goes on with what could be read */
    SalvageTold told;
    Error error; /* why it could not */
} DamagedScreen;

static DamagedScreen *self(Screen *screen)
{
    return (DamagedScreen *)(void *)screen;
}

static const DamagedScreen *self_const(const Screen *screen)
{
    return (const DamagedScreen *)(const void *)screen;
}

static void build_choices(const Screen *screen, Tree *tree, Node *sheet)
{
    static const struct {
        const char *words, *verb, *icon;
        Look look;
    } choices[] = {{"ui.safe.go-on", "go-on", "icon/next", LOOK_PRIMARY},
                   {"ui.safe.choose", "choose", "icon/kept", LOOK_SECONDARY},
                   {"ui.safe.leave", "leave", "icon/door", LOOK_QUIET}};
    const DamagedScreen *damaged = self_const(screen);
    node_text(tree, sheet, TYPE_BODY, desk_word(screen, tree, "ui.safe.damaged-text"));
    lock_say(screen, tree, sheet, damaged->work, damaged->error.sentence);
    Node *row = simple_row(tree, sheet, 16);
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        simple_button(tree, row, choices[i].look, desk_word(screen, tree, choices[i].words),
                      choices[i].verb, choices[i].icon);
    }
}

static void build_told(const Screen *screen, Tree *tree, Node *sheet)
{
    const SalvageTold *told = &self_const(screen)->told;
    int64_t lost = (int64_t)(told->entries - told->read - told->erased);
    node_text(tree, sheet, TYPE_BODY, salvage_sentence(screen, tree, lost, (int64_t)told->entries));
    Node *row = simple_row(tree, sheet, 16);
    simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.safe.to-room"), "room",
                  "icon/next");
}

static void build(const Screen *screen, Tree *tree)
{
    bool done = self_const(screen)->done;
    Node *sheet = lock_sheet(screen, tree,
                             desk_word(screen, tree, done ? "ui.safe.goes-on" : "ui.safe.damaged"));
    (done ? build_told : build_choices)(screen, tree, sheet);
}

static bool moving(const Screen *screen)
{
    return self_const(screen)->work == WORK_ASKED;
}

static void do_work(Screen *screen)
{
    DamagedScreen *damaged = self(screen);
    damaged->work = WORK_NONE;
    damaged->done = safekeeping_salvage(screen->cove, &damaged->told, &damaged->error);
    stage_touch(screen->stage);
}

static void leave(Screen *screen)
{
    cove_close(screen->cove);
    stage_clear_to(screen->stage, screen_door(screen->cove, screen->stage));
}

static void hear(Screen *screen, const UiEvent *event)
{
    DamagedScreen *damaged = self(screen);
    if (event->type == UI_TICK) {
        if (damaged->work == WORK_ASKED) {
            do_work(screen);
        }
    } else if (heard_press(event, "go-on")) {
        damaged->work = WORK_ASKED;
        damaged->error = (Error){0};
    } else if (heard_press(event, "choose")) {
        stage_push(screen->stage, screen_helper_safekeeping(screen->cove, screen->stage));
    } else if (heard_press(event, "room")) {
        stage_clear_to(screen->stage, screen_helper_room(screen->cove, screen->stage));
    } else if (heard_press(event, "leave") || (frame_is_stop(event) && !damaged->done)) {
        leave(screen);
    }
}

static const ScreenOps ops = {
    .name = "damaged", .build = build, .hear = hear, .tier = desk_tier, .moving = moving};

Screen *screen_damaged(Cove *cove, Stage *stage)
{
    DamagedScreen *damaged = memory_new(1, sizeof *damaged);
    damaged->screen = (Screen){&ops, cove, stage};
    return &damaged->screen;
}
