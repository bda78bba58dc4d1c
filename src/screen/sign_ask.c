/* Asks whoever comes for what they sign in with. A wrong one is an ordinary thing; after the third
 * there is a pause that grows, with a boat to look at. The helper can let them in at any time. */
#include "screen/lock.h"
#include "screen/screens.h"
#include "screen/sign_pad.h"
#include "screen/sign_page.h"

#include <stdlib.h>

typedef enum Says { SAYS_NOTHING, SAYS_WRONG, SAYS_AGAIN } Says;

typedef struct AskScreen {
    Screen screen;
    Visit visit;
    SignPad pad;
    Work work;
    Says says;
    bool waited; /* when it was looked last */
} AskScreen;

static AskScreen *self(Screen *screen)
{
    return (AskScreen *)(void *)screen;
}

static const AskScreen *self_const(const Screen *screen)
{
    return (const AskScreen *)(const void *)screen;
}

static Tier tier(const Screen *screen)
{
    return self_const(screen)->pad.tier;
}

static Id person_id(const Screen *screen)
{
    return self_const(screen)->visit.person;
}

static int64_t wait_left(const Screen *screen)
{
    return sign_in_wait_left(screen->cove, person_id(screen));
}

static const char *word(const Screen *screen, Tree *tree, const char *id)
{
    const Case *family;
    const Person *person = visit_person(screen->cove, &self_const(screen)->visit, &family);
    return sign_words(screen, tree, family, person, id, 0);
}

/* ---- building ---- */

static void build_who(const Screen *screen, Tree *tree, Node *column)
{
    const Case *family;
    const Person *person = visit_person(screen->cove, &self_const(screen)->visit, &family);
    const SignIn *own = record_sign_in(keeper_record(screen->cove->keeper), person->id);
    bool animal = own && own->animal[0];
    int size = stage_cramped(screen->stage) ? 72 : 120;
    node_image(tree, column, animal ? own->animal : person->picture, "", size, size);
    Node *hello = node_heading(tree, column, TYPE_TITLE, tree->root->name);
    hello->text_align = ALIGN_CENTER;
}

static const char *waiting_words(const Screen *screen, Tree *tree)
{
    int64_t seconds = sign_in_wait_whole(screen->cove, person_id(screen)) / 1000;
    return sign_word(screen, tree, tier(screen), "ui.sign.wait", (long)seconds);
}

static void build_reply(const Screen *screen, Tree *tree, Node *column)
{
    const AskScreen *ask = self_const(screen);
    const char *words = NULL;
    if (wait_left(screen) > 0) {
        words = waiting_words(screen, tree);
    } else if (ask->says != SAYS_NOTHING) {
        words = word(screen, tree, ask->says == SAYS_WRONG ? "ui.sign.wrong" : "ui.sign.try");
    }
    if (words) {
        sign_reply(tree, column, words);
    }
}

static void build_boat(Tree *tree, Node *parent)
{
    Node *boat = node_image(tree, parent, "sign/boat", "", 200, 200);
    boat->key = "boat";
    boat->sway = 14;
    boat->sway_seconds = 5;
}

static void build_asked(const Screen *screen, Tree *tree, Node *column)
{
    const AskScreen *ask = self_const(screen);
    const char *id = arena_format(tree->arena, "ui.sign.ask.%s", sign_in_way_id(ask->pad.way));
    Node *words = node_text(tree, column, TYPE_BODY, word(screen, tree, id));
    words->text_align = ALIGN_CENTER;
    sign_pad_echo(screen, &ask->pad, tree, column);
    if (ask->pad.way == SIGN_IN_PICTURES || ask->pad.way == SIGN_IN_PIN) {
        Node *back = simple_button(tree, column, LOOK_SECONDARY, word(screen, tree, "ui.undo"),
                                   "take-back", "icon/undo");
        back->state.disabled = ask->pad.secret[0] == '\0';
    }
}

static bool checks_itself(const SignPad *pad)
{
    return pad->way == SIGN_IN_PICTURES &&
           sign_in_pictures_least(pad->tier) == sign_in_pictures_most(pad->tier);
}

static void build_foot(const Screen *screen, Tree *tree, Node *sheet)
{
    const AskScreen *ask = self_const(screen);
    Node *row = simple_row(tree, sheet, 16);
    simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.back"), "back", "icon/back");
    simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.sign.helper"), "helper",
                  "icon/helper");
    if (!checks_itself(&ask->pad) && wait_left(screen) == 0) {
        Node *in = simple_button(tree, row, LOOK_PRIMARY, word(screen, tree, "ui.sign.go"), "check",
                                 "icon/next");
        in->state.disabled = ask->pad.secret[0] == '\0';
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const AskScreen *ask = self_const(screen);
    bool waiting = wait_left(screen) > 0;
    Node *sheet = sign_sheet(screen, tree, tier(screen), word(screen, tree, "ui.sign.hello"));
    Node *row = simple_row(tree, sheet, 32);
    Node *column = node_group(tree, row, AXIS_COLUMN);
    column->layout.width = 300;
    column->layout.gap = 12;
    column->layout.cross = ALIGN_CENTER;
    build_who(screen, tree, column);
    if (!waiting) {
        build_asked(screen, tree, column);
    }
    build_reply(screen, tree, column);
    if (waiting) {
        build_boat(tree, row);
    } else {
        sign_pad_build(screen, &ask->pad, tree, row);
    }
    build_foot(screen, tree, sheet);
}

/* ---- hearing ---- */

static void ask_for_check(AskScreen *ask)
{
    if (ask->pad.secret[0] && wait_left(&ask->screen) == 0) {
        ask->work = WORK_ASKED;
    }
}

static void check(AskScreen *ask)
{
    Screen *screen = &ask->screen;
    ask->work = WORK_NONE;
    bool right = sign_in_try(screen->cove, ask->visit.person, ask->pad.secret);
    sign_pad_clear(&ask->pad);
    ask->says = right ? SAYS_NOTHING : SAYS_WRONG;
    ask->waited = wait_left(screen) > 0;
    if (right) {
        visit_go(screen->cove, screen->stage, &ask->visit);
    }
}

static void hear_tick(AskScreen *ask)
{
    bool waits = wait_left(&ask->screen) > 0;
    if (ask->work == WORK_ASKED) {
        check(ask);
    } else if (ask->waited && !waits) {
        ask->waited = false;
        ask->says = SAYS_AGAIN;
    }
}

static void hear_pad(AskScreen *ask, const UiEvent *event)
{
    if (wait_left(&ask->screen) > 0 || !sign_pad_hear(&ask->pad, event)) {
        return;
    }
    ask->says = SAYS_NOTHING;
    if (checks_itself(&ask->pad) && sign_pad_full(&ask->pad)) {
        ask_for_check(ask);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    AskScreen *ask = self(screen);
    if (event->type == UI_TICK) {
        hear_tick(ask);
    } else if (heard_press(event, "check")) {
        ask_for_check(ask);
    } else if (heard_press(event, "helper")) {
        stage_push(screen->stage, screen_sign_let(screen->cove, screen->stage, &ask->visit));
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    } else {
        hear_pad(ask, event);
    }
}

static bool moving(const Screen *screen)
{
    return self_const(screen)->work == WORK_ASKED;
}

static int64_t due(const Screen *screen)
{
    return self_const(screen)->waited ? wait_left(screen) : -1;
}

static void shown(Screen *screen)
{
    self(screen)->waited = wait_left(screen) > 0;
}

static void free_screen(Screen *screen)
{
    sign_pad_clear(&self(screen)->pad);
    free(screen);
}

static const ScreenOps ops = {.name = "sign-in",
                              .build = build,
                              .hear = hear,
                              .tier = tier,
                              .person = person_id,
                              .moving = moving,
                              .due = due,
                              .for_all = true,
                              .shown = shown,
                              .free = free_screen};

Screen *screen_sign_ask(Cove *cove, Stage *stage, const Visit *visit)
{
    const Case *family;
    AskScreen *ask = memory_new(1, sizeof *ask);
    ask->screen = (Screen){&ops, cove, stage};
    ask->visit = *visit;
    ask->pad.tier = visit_person(cove, visit, &family)->tier;
    ask->pad.way = record_sign_in(keeper_record(cove->keeper), visit->person)->way;
    return &ask->screen;
}
