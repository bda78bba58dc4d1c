#include "screen/passphrase_now.h"

#include "screen/screens.h"

#include <stdio.h>
#include <stdlib.h>

void passphrase_now_build(const Screen *screen, const PassphraseNow *now, Tree *tree, Node *panel)
{
    lock_field(screen, tree, panel, "secret", desk_word(screen, tree, "ui.rewrap.now"), now->typed,
               false)
        ->field_begins = true;
    lock_say(screen, tree, panel, now->work, now->refusal);
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.lock.go-on"), "go",
                  "icon/next");
}

static bool is_right(Screen *screen, PassphraseNow *now)
{
    Error error = {0};
    now->work = WORK_NONE;
    bool right = cove_is_passphrase(screen->cove, now->typed, &error);
    memory_wipe(now->typed, sizeof now->typed);
    if (!right) {
        snprintf(now->refusal, sizeof now->refusal, "%s", error.sentence);
    }
    return right;
}

bool passphrase_now_hear(Screen *screen, PassphraseNow *now, const UiEvent *event)
{
    if (event->type == UI_EDIT) {
        snprintf(now->typed, sizeof now->typed, "%s", event->text);
    } else if (event->type == UI_TICK && now->work == WORK_ASKED) {
        return is_right(screen, now);
    } else if (heard_press(event, "go") || heard_press(event, "secret")) {
        now->refusal[0] = '\0';
        now->work = WORK_ASKED;
    }
    return false;
}

/* ---- the page that asks ---- */

typedef struct AskScreen {
    Screen screen;
    WayIn way;
    PassphraseNow now;
} AskScreen;

static void build(const Screen *screen, Tree *tree)
{
    static const char *const titles[] = {
        [WAY_PASSPHRASE] = "ui.lock.change", [WAY_RECOVERY] = "ui.lock.new-page"};
    const AskScreen *page = (const AskScreen *)(const void *)screen;
    Node *body = desk_page(screen, tree, desk_word(screen, tree, titles[page->way]),
                           desk_word(screen, tree, "ui.back"));
    Node *panel = desk_panel(tree, body, "now", desk_word(screen, tree, "ui.lock.ways-in"));
    passphrase_now_build(screen, &page->now, tree, panel);
}

static bool moving(const Screen *screen)
{
    return ((const AskScreen *)(const void *)screen)->now.work == WORK_ASKED;
}

static Screen *next(Screen *screen)
{
    if (((AskScreen *)(void *)screen)->way == WAY_PASSPHRASE) {
        return screen_passphrase(screen->cove, screen->stage, PASSPHRASE_CHANGE, "");
    }
    Recovery code;
    recovery_new(&screen->cove->ids, &code);
    Screen *page = screen_recovery(screen->cove, screen->stage, NULL, &code, "");
    memory_wipe(&code, sizeof code);
    return page;
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    } else if (passphrase_now_hear(screen, &((AskScreen *)(void *)screen)->now, event)) {
        stage_replace(screen->stage, next(screen));
    }
}

static void free_screen(Screen *screen)
{
    memory_wipe(screen, sizeof(AskScreen));
    free(screen);
}

static const ScreenOps ops = {.name = "passphrase-now",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .free = free_screen};

Screen *screen_passphrase_now(Cove *cove, Stage *stage, WayIn way)
{
    AskScreen *page = memory_new(1, sizeof *page);
    page->screen = (Screen){&ops, cove, stage};
    page->way = way;
    return &page->screen;
}
