/* One of an adult's own goals: how it is today, 0 to 10 with their words at both ends, and a few
 * words of their own. Kept beside what the helper noted, never over it; no number is given back a
 * meaning. */
#include "screen/noting.h"
#include "screen/parent_desk.h"
#include "screen/parent_page.h"
#include "screen/screens.h"

#include "base/memory.h"

#include <stdio.h>
#include <string.h>

enum { GOAL_WORDS = 240, TODAY_BYTES = 4 };

typedef struct GoalScreen {
    ParentPage page;
    Id goal;
    char today[TODAY_BYTES];
} GoalScreen;

static GoalScreen *self(Screen *screen)
{
    return (GoalScreen *)(void *)screen;
}

static const GoalScreen *self_const(const Screen *screen)
{
    return (const GoalScreen *)(const void *)screen;
}

static FactSubject subject_of(const GoalScreen *goal, const Sitter *sitter)
{
    return (FactSubject){.person = sitter->person->id, .item = goal->goal};
}

static void build_scale(const GoalScreen *goal, Tree *tree, Node *sheet)
{
    Node *row = simple_row(tree, sheet, 8);
    for (int i = 0; i <= 10; i++) {
        const char *number = arena_format(tree->arena, "%d", i);
        Node *one =
            node_add(tree, row, ROLE_CHOICE, arena_format(tree->arena, "today-%d", i), number);
        one->text = number;
        one->look = LOOK_CHIP;
        one->state.chosen = strcmp(goal->today, number) == 0;
        one->action = action_of("rate", number, i);
    }
}

static const char *ends_of(const Sitter *sitter, const FactSubject *subject, Tree *tree)
{
    const Facts *facts = &sitter->family->facts;
    const char *low = facts_value(facts, "goal.low", subject);
    const char *high = facts_value(facts, "goal.high", subject);
    return low[0] && high[0] ? arena_format(tree->arena, "0: %s\n10: %s", low, high) : NULL;
}

static void build_form(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    const GoalScreen *goal = self_const(screen);
    FactSubject subject = subject_of(goal, sitter);
    const char *ends = ends_of(sitter, &subject, tree);
    if (ends) {
        simple_words(tree, sheet, TYPE_BODY, ends);
    }
    simple_words(tree, sheet, TYPE_BODY, sitter_words(screen, tree, sitter, "ui.parent.goal.ask"));
    build_scale(goal, tree, sheet);
    parent_page_field(
        screen, sitter, tree, sheet,
        &(ParentField){"ui.parent.goal.words", "ui.parent.goal.keep", "keep-goal", GOAL_WORDS});
}

static void build(const Screen *screen, Tree *tree)
{
    Sitter sitter;
    if (!parent_page_sitter(screen, tree, &sitter)) {
        return;
    }
    FactSubject subject = subject_of(self_const(screen), &sitter);
    const char *title = facts_value(&sitter.family->facts, "goal.words", &subject);
    Node *sheet = parent_page_sheet(screen, &sitter, tree, title, 860);
    build_form(screen, &sitter, tree, sheet);
}

static bool note_both(Cove *cove, const GoalScreen *goal, const Sitter *sitter, Error *error)
{
    FactSubject subject = subject_of(goal, sitter);
    Id family = sitter->family->id;
    return note_fact(cove, family, "goal.own-now", &subject, goal->today, "", error) &&
           note_fact(cove, family, "goal.own-words", &subject, goal->page.words, "", error);
}

static void keep(Screen *screen)
{
    GoalScreen *goal = self(screen);
    Sitter sitter;
    Error error = {0};
    if (!sitter_find(screen->cove, goal->page.base.sitting, &sitter) ||
        !parent_may_rate(&sitter, goal->goal)) {
        return;
    }
    if (note_both(screen->cove, goal, &sitter, &error)) {
        stage_pop(screen->stage);
    } else {
        stage_notice(screen->stage, &error);
    }
}

/* The same number again takes it back. */
static void rate(GoalScreen *goal, const char *number)
{
    bool again = strcmp(goal->today, number) == 0;
    snprintf(goal->today, sizeof goal->today, "%.3s", again ? "" : number);
}

static void hear(Screen *screen, const UiEvent *event)
{
    GoalScreen *goal = self(screen);
    if (parent_page_hear(screen, event)) {
        return;
    }
    if (heard_press(event, "rate")) {
        rate(goal, event->action.item);
        stage_touch(screen->stage);
    } else if (heard_press(event, "keep-goal")) {
        keep(screen);
    }
}

static const ScreenOps ops = {.name = "parent-goal",
                              .build = build,
                              .hear = hear,
                              .tier = sitting_screen_tier,
                              .person = sitting_screen_person,
                              .sitting = sitting_screen_sitting,
                              .free = parent_page_free};

static void load(GoalScreen *goal)
{
    Sitter sitter;
    if (sitter_find(goal->page.base.screen.cove, goal->page.base.sitting, &sitter)) {
        FactSubject subject = subject_of(goal, &sitter);
        const Facts *facts = &sitter.family->facts;
        snprintf(goal->today, sizeof goal->today, "%.3s",
                 facts_value(facts, "goal.own-now", &subject));
        snprintf(goal->page.words, GOAL_WORDS, "%s",
                 facts_value(facts, "goal.own-words", &subject));
    }
}

Screen *screen_parent_goal(Cove *cove, Stage *stage, Id sitting, Id goal)
{
    GoalScreen *screen = memory_new(1, sizeof *screen);
    screen->page.base = (SittingScreen){{&ops, cove, stage}, sitting, 0};
    screen->goal = goal;
    load(screen);
    return &screen->page.base.screen;
}
