/* What a child is asked before a sitting, with the helper beside: what this is, what stays private
 * and when the helper must tell, that it may stop; then yes, not now, or a question first. None of
 * the three is rewarded. After "not now" there is rest, and nothing more is asked. */
#include "family/retention.h"
#include "screen/assenting.h"
#include "screen/screens.h"
#include "screen/simple.h"
#include "screen/sitting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Step {
    const char *words; /* "ui.assent.what" */
    const char *picture;
    Tier from; /* the younger do not see it */
} Step;

static const Step beginning[] = {{"ui.assent.what", "card/play", TIER_T1},
                                 {"ui.assent.private", "card/door-tell", TIER_T1},
                                 {"ui.assent.papers", "card/letter-desk", TIER_T3},
                                 {"ui.assent.kept", "card/door-helper", TIER_T4},
                                 {"ui.assent.stop", "card/button-stop", TIER_T1}};
static const Step together[] = {{"ui.assent.with", "card/sit-together", TIER_T1}};

enum { STEPS_MAX = sizeof beginning / sizeof *beginning };

typedef struct AssentScreen {
    SittingScreen base;
    AssentAsk ask;
    Id adult;   /* of ASSENT_TOGETHER */
    int step;   /* behind the last one: the question */
    bool asked; /* wanted to know something first */
    bool rests; /* said "not now" to all of it */
} AssentScreen;

static AssentScreen *self(Screen *screen)
{
    return (AssentScreen *)(void *)screen;
}

static const AssentScreen *self_const(const Screen *screen)
{
    return (const AssentScreen *)(const void *)screen;
}

/* ---- what is asked ---- */

static int steps_of(AssentAsk ask, Tier tier, const Step *out[STEPS_MAX])
{
    const Step *steps = ask == ASSENT_TOGETHER ? together : beginning;
    size_t most = ask == ASSENT_TOGETHER ? sizeof together / sizeof *together : STEPS_MAX;
    int count = 0;
    for (size_t i = 0; i < most; i++) {
        if (tier >= steps[i].from) {
            out[count++] = &steps[i];
        }
    }
    return count;
}

/* The adult it is about is the only one in these words, by the child's own name for them. */
static Tokens tokens_about(const Sitter *sitter, Id adult)
{
    Tokens tokens = sitter->tokens;
    const Person *other;
    for (int i = 0; adult.text[0] && (other = case_adult(sitter->family, i)) != NULL; i++) {
        if (id_same(other->id, adult) && i < sitter->tokens.adult_count) {
            snprintf(tokens.adults[0], sizeof tokens.adults[0], "%s", sitter->tokens.adults[i]);
            tokens.adult_count = 1;
        }
    }
    return tokens;
}

static const char *word(const Screen *screen, const Sitter *sitter, Tree *tree, const char *id)
{
    Tokens tokens = tokens_about(sitter, self_const(screen)->adult);
    tokens.n = retention_months(record_practice(keeper_record(screen->cove->keeper)));
    return cove_words(screen->cove, tree->arena, sitter->person->tier, &tokens, id);
}

/* ---- building ---- */

static void build_words(Tree *tree, Node *sheet, const char *picture, int size, const char *words)
{
    node_image(tree, sheet, picture, "", size, size);
    simple_words(tree, sheet, TYPE_LEAD, words)->layout.max_width = 640;
}

static void build_back(const Screen *screen, const Sitter *sitter, Tree *tree, Node *row)
{
    if (self_const(screen)->step > 0) {
        simple_button(tree, row, LOOK_QUIET, word(screen, sitter, tree, "ui.back"), "back",
                      "icon/back");
    }
}

static Node *build_row(const Sitter *sitter, Tree *tree, Node *sheet)
{
    return simple_row(tree, sheet, tier_limits(sitter->person->tier)->gap_px);
}

/* Where it is not set how long things are kept, the helper says so. */
static const char *step_words(const Screen *screen, const Sitter *sitter, const Step *step,
                              Tree *tree)
{
    bool unset = strcmp(step->words, "ui.assent.kept") == 0 &&
                 !retention_months(record_practice(keeper_record(screen->cove->keeper)));
    return word(screen, sitter, tree, unset ? "ui.assent.kept.open" : step->words);
}

static void build_step(const Screen *screen, const Sitter *sitter, const Step *step, Tree *tree,
                       Node *sheet)
{
    build_words(tree, sheet, step->picture, 170, step_words(screen, sitter, step, tree));
    Node *row = build_row(sitter, tree, sheet);
    build_back(screen, sitter, tree, row);
    simple_button(tree, row, LOOK_PRIMARY, word(screen, sitter, tree, "ui.next"), "next",
                  "icon/next");
}

static void build_answer(const Screen *screen, const Sitter *sitter, AssentAnswer answer,
                         Tree *tree, Node *row)
{
    static const struct {
        const char *words, *key, *picture;
    } answers[] = {[ASSENT_YES] = {"ui.assent.yes", "yes", "card/flag-yes"},
                   [ASSENT_NOT_NOW] = {"ui.assent.not-now", "not-now", "card/flag-not-now"},
                   [ASSENT_QUESTION] = {"ui.assent.question", "question", "card/flag-ask"}};
    Node *button =
        node_button(tree, row, LOOK_TILE, word(screen, sitter, tree, answers[answer].words),
                    action_of("answer", answers[answer].key, (int)answer));
    button->key = answers[answer].key;
    button->picture = answers[answer].picture;
    button->text_align = ALIGN_CENTER;
    button->layout.min_width = button->layout.max_width = 190;
}

static void build_question(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    bool asked = self_const(screen)->asked;
    bool with = self_const(screen)->ask == ASSENT_TOGETHER;
    const char *id = asked  ? "ui.assent.asked"
                     : with ? "ui.assent.with.choice"
                            : "ui.assent.choice";
    simple_words(tree, sheet, TYPE_LEAD, word(screen, sitter, tree, id))->layout.max_width = 640;
    Node *row = build_row(sitter, tree, sheet);
    build_answer(screen, sitter, ASSENT_YES, tree, row);
    build_answer(screen, sitter, ASSENT_NOT_NOW, tree, row);
    if (!asked) {
        build_answer(screen, sitter, ASSENT_QUESTION, tree, row);
    }
    build_back(screen, sitter, tree, build_row(sitter, tree, sheet));
}

static void build_rest(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    build_words(tree, sheet, "person/helper", 150, word(screen, sitter, tree, "ui.assent.rest"));
    Node *row = build_row(sitter, tree, sheet);
    simple_button(tree, row, LOOK_SECONDARY, word(screen, sitter, tree, "ui.assent.breathe"),
                  "breathe", "icon/break");
    simple_button(tree, row, LOOK_SECONDARY, word(screen, sitter, tree, "ui.bye.done"), "done",
                  "icon/door");
}

static const char *title_id(const AssentScreen *assent, int steps)
{
    if (assent->rests) {
        return "ui.assent.fine";
    }
    return assent->step < steps ? "ui.assent.title" : "ui.assent.ask";
}

static void build(const Screen *screen, Tree *tree)
{
    const AssentScreen *assent = self_const(screen);
    const Step *steps[STEPS_MAX];
    Sitter sitter;
    if (!sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter)) {
        return;
    }
    int count = steps_of(assent->ask, sitter.person->tier, steps);
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = sitter.sitting->id,
                   .tier = sitter.person->tier,
                   .tokens = &sitter.tokens,
                   .scene = assent->rests ? "scene/break"
                                          : frame_scene(tree, sitter.person->tier, "boathouse"),
                   .hear = true,
                   .title = word(screen, &sitter, tree, title_id(assent, count)),
                   .settings = true,
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    Node *sheet = simple_sheet(tree, frame_build(&frame, tree), 760);
    simple_title(tree, sheet, TYPE_TITLE, frame.title);
    if (assent->rests) {
        build_rest(screen, &sitter, tree, sheet);
    } else if (assent->step < count) {
        build_step(screen, &sitter, steps[assent->step], tree, sheet);
    } else {
        build_question(screen, &sitter, tree, sheet);
    }
}

/* ---- hearing ---- */

/* What is due now: it may have changed since this page was made. */
static void look_up(AssentScreen *assent)
{
    const Cove *cove = assent->base.screen.cove;
    Sitter sitter;
    if (sitter_find(cove, assent->base.sitting, &sitter)) {
        assent->ask =
            assent_due(sitter.family, sitter.person, clock_wall(&cove->clock), &assent->adult);
    }
}

/* To what else is to be asked, or on to the sitting. */
static void go_on(AssentScreen *assent)
{
    Screen *screen = &assent->base.screen;
    assent->step = 0;
    look_up(assent);
    if (assent->ask == ASSENT_NOTHING) {
        sitting_arrive(screen->cove, screen->stage, assent->base.sitting);
    }
}

static void follow(AssentScreen *assent, AssentAnswer answer)
{
    assent->asked = answer == ASSENT_QUESTION;
    assent->rests = answer == ASSENT_NOT_NOW && assent->ask == ASSENT_BEGIN;
    if (!assent->asked && !assent->rests) {
        go_on(assent);
    }
    stage_touch(assent->base.screen.stage);
}

static void answer(Screen *screen, int value)
{
    AssentScreen *assent = self(screen);
    Sitter sitter;
    Event events[ASSENTING_EVENTS];
    Error error = {0};
    if (value < ASSENT_YES || value > ASSENT_QUESTION ||
        !sitter_find(screen->cove, assent->base.sitting, &sitter)) {
        return;
    }
    size_t count = assenting_events(sitter.family, sitter.person, assent->ask, assent->adult,
                                    (AssentAnswer)value, events);
    if (cove_keep(screen->cove, events, count, &error)) {
        follow(assent, (AssentAnswer)value);
    } else {
        stage_notice(screen->stage, &error);
    }
}

static void turn(Screen *screen, int by)
{
    AssentScreen *assent = self(screen);
    assent->step += by;
    assent->asked = false;
    stage_touch(screen->stage);
}

static void hear(Screen *screen, const UiEvent *event)
{
    AssentScreen *assent = self(screen);
    Id sitting = assent->base.sitting;
    if (frame_is_stop(event)) {
        sitting_stop(screen->cove, screen->stage, sitting);
    } else if (frame_hear(screen->cove, screen->stage, sitting, event)) {
        return;
    } else if (heard_press(event, "settings")) {
        stage_push(screen->stage, screen_own_settings(screen->cove, screen->stage, sitting));
    } else if (heard_press(event, "next")) {
        turn(screen, 1);
    } else if (heard_press(event, "back") && assent->step > 0) {
        turn(screen, -1);
    } else if (heard_press(event, "answer")) {
        answer(screen, event->action.value);
    } else if (heard_press(event, "breathe")) {
        stage_push(screen->stage, screen_break(screen->cove, screen->stage, sitting));
    } else if (heard_press(event, "done")) {
        sitting_end(screen->cove, screen->stage, sitting, "");
    }
}

static const ScreenOps ops = {.name = "assent",
                              .build = build,
                              .hear = hear,
                              .tier = sitting_screen_tier,
                              .person = sitting_screen_person,
                              .sitting = sitting_screen_sitting,
                              .free = sitting_screen_free};

Screen *screen_assent(Cove *cove, Stage *stage, Id sitting)
{
    AssentScreen *assent = memory_new(1, sizeof *assent);
    assent->base = (SittingScreen){{&ops, cove, stage}, sitting, 0};
    look_up(assent);
    return &assent->base.screen;
}
