/* A new passphrase: a good one is offered, how hard it is to guess is said, and it is typed twice
 * before anything depends on it. */
#include "screen/lock.h"
#include "screen/logging.h"
#include "screen/screens.h"

#include "vault/passphrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct PassphraseScreen {
    Screen screen;
    PassphraseFor why;
    char name[PERSON_NAME_BYTES]; /* PASSPHRASE_SET_UP: the helper's */
    char words[PASSPHRASE_BYTES]; /* suggested */
    char first[PASSPHRASE_BYTES], second[PASSPHRASE_BYTES];
    char refusal[sizeof((Error *)NULL)->sentence];
    bool shown;
    Work work;
} PassphraseScreen;

static PassphraseScreen *self(Screen *screen)
{
    return (PassphraseScreen *)(void *)screen;
}

static const PassphraseScreen *self_const(const Screen *screen)
{
    return (const PassphraseScreen *)(const void *)screen;
}

/* ---- building ---- */

static void build_words(const Screen *screen, Tree *tree, Node *sheet)
{
    node_text(tree, sheet, TYPE_SMALL, desk_word(screen, tree, "ui.lock.suggestion"));
    Node *words = node_text(tree, sheet, TYPE_LEAD, tree_string(tree, self_const(screen)->words));
    words->key = "words";
    words->bold = true;
    words->look = LOOK_NOTE;
    Node *row = simple_row(tree, sheet, 16);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.lock.use-words"),
                  "use-words", "icon/check");
    simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.lock.other-words"),
                  "other-words", "icon/replay");
}

static void build_strength(const Screen *screen, Tree *tree, Node *sheet)
{
    static const char *const ids[] = {[STRENGTH_SHORT] = "ui.lock.strength.short",
                                      [STRENGTH_WEAK] = "ui.lock.strength.weak",
                                      [STRENGTH_FAIR] = "ui.lock.strength.fair",
                                      [STRENGTH_STRONG] = "ui.lock.strength.strong"};
    Strength strength = passphrase_strength(self_const(screen)->first);
    Node *said = node_text(tree, sheet, TYPE_SMALL, desk_word(screen, tree, ids[strength]));
    said->icon = strength >= STRENGTH_FAIR ? "icon/check" : "icon/note";
}

static void build(const Screen *screen, Tree *tree)
{
    static const char *const texts[] = {[PASSPHRASE_SET_UP] = "ui.lock.choose-text",
                                        [PASSPHRASE_OLD] = "ui.lock.old-text",
                                        [PASSPHRASE_CHANGE] = "ui.lock.change-text",
                                        [PASSPHRASE_REWRAP] = "ui.rewrap.choose-text"};
    const PassphraseScreen *page = self_const(screen);
    Node *sheet = lock_sheet(screen, tree, desk_word(screen, tree, "ui.lock.choose"));
    node_text(tree, sheet, TYPE_BODY, desk_word(screen, tree, texts[page->why]));
    build_words(screen, tree, sheet);
    lock_field(screen, tree, sheet, "first", desk_word(screen, tree, "ui.lock.passphrase"),
               page->first, page->shown);
    build_strength(screen, tree, sheet);
    lock_field(screen, tree, sheet, "second", desk_word(screen, tree, "ui.lock.again"),
               page->second, page->shown);
    lock_show_choice(screen, tree, sheet, page->shown);
    lock_say(screen, tree, sheet, page->work, page->refusal);
    lock_buttons(screen, tree, sheet, desk_word(screen, tree, "ui.lock.go-on"), "go");
}

static bool moving(const Screen *screen)
{
    return self_const(screen)->work == WORK_ASKED;
}

/* ---- doing ---- */

static void say(PassphraseScreen *page, const char *words)
{
    snprintf(page->refusal, sizeof page->refusal, "%s", words);
}

static bool same(const char *one, const char *other)
{
    char left[PASSPHRASE_BYTES], right[PASSPHRASE_BYTES];
    passphrase_normal(one, left);
    passphrase_normal(other, right);
    bool equal = strcmp(left, right) == 0;
    memory_wipe(left, sizeof left);
    memory_wipe(right, sizeof right);
    return equal;
}

static void say_word(Screen *screen, const char *id)
{
    Arena *arena = arena_new();
    say(self(screen), cove_words(screen->cove, arena, TIER_AD, NULL, id));
    arena_free(arena);
}

static void ask(Screen *screen)
{
    PassphraseScreen *page = self(screen);
    Error error = {0};
    page->refusal[0] = '\0';
    if (!passphrase_accept(page->first, &error)) {
        say(page, error.sentence);
    } else if (!same(page->first, page->second)) {
        say_word(screen, "ui.lock.differ");
    } else {
        page->work = WORK_ASKED;
    }
}

static bool change(Screen *screen, Error *error)
{
    bool done = vault_change_passphrase(screen->cove->vault, self(screen)->first, error);
    if (done) {
        (void)log_keep(screen->cove, LOG_LOCK_CHANGED, ACCESS_KEYS, (Id){""}, NULL);
        stage_clear_to(screen->stage, screen_helper_room(screen->cove, screen->stage));
    }
    return done;
}

static bool make(Screen *screen, Error *error)
{
    Vault *vault;
    Recovery code;
    recovery_new(&screen->cove->ids, &code);
    bool made = vault_make(screen->cove->kind, self(screen)->first, &code, &vault, error);
    if (made) {
        stage_replace(screen->stage, screen_recovery(screen->cove, screen->stage, vault, &code,
                                                     self(screen)->name));
    }
    memory_wipe(&code, sizeof code);
    return made;
}

/* Nothing is changed yet: the recovery page comes first. Somebody may have seen the passphrase of
 * now, so it must be another. */
static bool rewrap(Screen *screen, Error *error)
{
    (void)error;
    const char *typed = self(screen)->first;
    if (vault_is_passphrase(screen->cove->vault, typed, NULL)) {
        say_word(screen, "ui.rewrap.same");
        return true;
    }
    Recovery code;
    recovery_new(&screen->cove->ids, &code);
    stage_replace(screen->stage, screen_recovery_rewrap(screen->cove, screen->stage, typed, &code));
    memory_wipe(&code, sizeof code);
    return true;
}

static void do_work(Screen *screen)
{
    static bool (*const works[])(Screen *, Error *) = {[PASSPHRASE_SET_UP] = make,
                                                       [PASSPHRASE_OLD] = make,
                                                       [PASSPHRASE_CHANGE] = change,
                                                       [PASSPHRASE_REWRAP] = rewrap};
    PassphraseScreen *page = self(screen);
    Error error = {0};
    page->work = WORK_NONE;
    if (!works[page->why](screen, &error)) {
        stage_notice(screen->stage, &error);
    }
}

static void edit(PassphraseScreen *page, const UiEvent *event)
{
    char *field = strcmp(event->action.item, "second") == 0 ? page->second : page->first;
    snprintf(field, PASSPHRASE_BYTES, "%s", event->text);
}

static void leave(Screen *screen)
{
    if (self(screen)->why == PASSPHRASE_CHANGE) {
        stage_clear_to(screen->stage, screen_helper_room(screen->cove, screen->stage));
    } else {
        stage_pop(screen->stage);
    }
}

static void hear_press(Screen *screen, const UiEvent *event)
{
    PassphraseScreen *page = self(screen);
    if (heard_press(event, "go") || heard_press(event, "second")) {
        ask(screen);
    } else if (heard_press(event, "show")) {
        page->shown = event->action.value;
    } else if (heard_press(event, "other-words")) {
        passphrase_suggest(&screen->cove->ids, page->words);
    } else if (heard_press(event, "use-words")) {
        memcpy(page->first, page->words, sizeof page->first);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        leave(screen);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    PassphraseScreen *page = self(screen);
    if (event->type == UI_EDIT) {
        edit(page, event);
    } else if (event->type != UI_TICK) {
        hear_press(screen, event);
    } else if (page->work == WORK_ASKED) {
        do_work(screen);
    }
}

static void free_screen(Screen *screen)
{
    memory_wipe(screen, sizeof(PassphraseScreen));
    free(screen);
}

static const ScreenOps ops = {.name = "passphrase",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .free = free_screen};

Screen *screen_passphrase(Cove *cove, Stage *stage, PassphraseFor why, const char *name)
{
    PassphraseScreen *page = memory_new(1, sizeof *page);
    page->screen = (Screen){&ops, cove, stage};
    page->why = why;
    snprintf(page->name, sizeof page->name, "%s", name);
    passphrase_suggest(&cove->ids, page->words);
    return &page->screen;
}
