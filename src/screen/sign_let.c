/* The helper lets somebody in without their sign-in, or brings a covered page of their own back: by
 * the passphrase. Where nothing is locked (looking around) nothing is asked for. */
#include "screen/lock.h"
#include "screen/screens.h"

#include "vault/passphrase.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct LetScreen {
    Screen screen;
    Visit visit;
    char typed[PASSPHRASE_BYTES];
    char refusal[sizeof((Error *)NULL)->sentence];
    bool shown, take_away; /* the sign-in as well */
    Work work;
} LetScreen;

static LetScreen *self(Screen *screen)
{
    return (LetScreen *)(void *)screen;
}

static const LetScreen *self_const(const Screen *screen)
{
    return (const LetScreen *)(const void *)screen;
}

static const char *word(const Screen *screen, Tree *tree, const char *id)
{
    const Case *family;
    const Person *person = visit_person(screen->cove, &self_const(screen)->visit, &family);
    return desk_word_for(screen, tree, id, person ? person->name : "");
}

static bool is_mine(const LetScreen *let)
{
    return let->visit.person.text[0] == '\0';
}

static void build(const Screen *screen, Tree *tree)
{
    const LetScreen *let = self_const(screen);
    bool mine = is_mine(let), locked = screen->cove->vault != NULL;
    const char *text = mine     ? "ui.sign.let.mine-text"
                       : locked ? "ui.sign.let.text"
                                : "ui.sign.let.sample-text";
    Node *sheet = lock_sheet(screen, tree,
                             word(screen, tree, mine ? "ui.sign.let.mine" : "ui.sign.let.title"));
    node_text(tree, sheet, TYPE_BODY, word(screen, tree, text));
    if (locked) {
        lock_field(screen, tree, sheet, "secret", word(screen, tree, "ui.lock.passphrase"),
                   let->typed, let->shown)
            ->field_begins = true;
        lock_show_choice(screen, tree, sheet, let->shown);
    }
    lock_say(screen, tree, sheet, let->work, let->refusal);
    lock_buttons(screen, tree, sheet,
                 word(screen, tree, mine ? "ui.sign.let.back" : "ui.sign.let.in"), "let");
    if (!mine) {
        Node *row = simple_row(tree, sheet, 16);
        simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.sign.let.away"), "let-away",
                      NULL);
    }
}

static bool is_helper(Screen *screen, Error *error)
{
    return !screen->cove->vault || cove_is_passphrase(screen->cove, self(screen)->typed, error);
}

/* Under the cover a notice waits, so what went wrong is said here. */
static void do_work(Screen *screen)
{
    LetScreen *let = self(screen);
    Error error = {0};
    let->work = WORK_NONE;
    bool right = is_helper(screen, &error);
    memory_wipe(let->typed, sizeof let->typed);
    if (right && let->take_away) {
        right = sign_in_take_away(screen->cove, let->visit.person, &error);
    }
    if (right) {
        sign_in_forgive(screen->cove, let->visit.person);
        visit_go(screen->cove, screen->stage, &let->visit);
    } else {
        snprintf(let->refusal, sizeof let->refusal, "%s", error.sentence);
    }
}

static void ask_for(LetScreen *let, bool take_away)
{
    let->take_away = take_away;
    let->work = WORK_ASKED;
    let->refusal[0] = '\0';
}

static void hear(Screen *screen, const UiEvent *event)
{
    LetScreen *let = self(screen);
    if (event->type == UI_TICK) {
        if (let->work == WORK_ASKED) {
            do_work(screen);
        }
    } else if (event->type == UI_EDIT) {
        snprintf(let->typed, sizeof let->typed, "%s", event->text);
    } else if (heard_press(event, "let") || heard_press(event, "secret")) {
        ask_for(let, false);
    } else if (heard_press(event, "let-away")) {
        ask_for(let, true);
    } else if (heard_press(event, "show")) {
        let->shown = event->action.value;
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static bool moving(const Screen *screen)
{
    return self_const(screen)->work == WORK_ASKED;
}

static void free_screen(Screen *screen)
{
    memory_wipe(self(screen)->typed, sizeof self(screen)->typed);
    free(screen);
}

static const ScreenOps ops = {.name = "sign-let",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .for_all = true,
                              .free = free_screen};

Screen *screen_sign_let(Cove *cove, Stage *stage, const Visit *visit)
{
    LetScreen *let = memory_new(1, sizeof *let);
    let->screen = (Screen){&ops, cove, stage};
    let->visit = *visit;
    return &let->screen;
}
