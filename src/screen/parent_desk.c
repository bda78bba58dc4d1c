#include "screen/parent_desk.h"

#include "family/gate.h"
#include "family/given.h"
#include "screen/desk.h"
#include "screen/may.h"
#include "screen/screens.h"
#include "screen/sharing.h"
#include "screen/sitting.h"

#include <string.h>

enum { GOALS_MAX = 3, SHOWN_MAX = 200 };

static const char *word(const Screen *screen, const Sitter *sitter, Tree *tree, const char *id)
{
    return sitter_words(screen, tree, sitter, id);
}

/* In hide mode a desk has the person's own units and the contact card. */
static bool has_more(const Sitter *sitter)
{
    return !adult_hidden(sitter->family, sitter->person->id);
}

bool parent_sees_goals(const Sitter *sitter)
{
    return has_more(sitter) && sitter_may(sitter, ACCESS_HOMEWORK, ACCESS_READ);
}

bool parent_may_write(const Sitter *sitter)
{
    return has_more(sitter) && sitter_may(sitter, ACCESS_HOMEWORK, ACCESS_WRITE);
}

static const char *of_goal(const Sitter *sitter, const char *field, Id goal)
{
    FactSubject subject = {.person = sitter->person->id, .item = goal};
    return facts_value(&sitter->family->facts, field, &subject);
}

bool parent_may_rate(const Sitter *sitter, Id goal)
{
    return parent_sees_goals(sitter) && strcmp(of_goal(sitter, "goal.theirs", goal), "yes") == 0 &&
           parent_may_write(sitter);
}

/* ---- today ---- */

static const Activity *activity_of(const Cove *cove, const Assignment *given, const Module **module)
{
    *module = library_module(cove->library, given->module);
    const Activity *activity = *module ? module_activity(*module, given->activity) : NULL;
    return activity && tier_in(activity->tiers, TIER_AD) ? activity : NULL;
}

static bool can_be_today(const Cove *cove, const Sitter *sitter, const Assignment *given)
{
    const Module *module;
    return activity_of(cove, given, &module) && sitter_may_play(cove, sitter, given);
}

/* The first that was not done yet; when all were, the one done least. */
static const Assignment *todays(const Cove *cove, const Sitter *sitter)
{
    const Assignment *best = NULL;
    int fewest = 0;
    for (size_t i = 0; i < sitter->family->assignment_count; i++) {
        const Assignment *given = &sitter->family->assignments[i];
        int times = record_times_played(keeper_record(cove->keeper), given->id);
        if ((!best || times < fewest) && can_be_today(cove, sitter, given)) {
            best = given;
            fewest = times;
        }
    }
    return best;
}

static const char *title_of(const Screen *screen, const Module *module, const Activity *activity)
{
    const Strings *strings = library_strings(screen->cove->library, module);
    const char *title = strings_get(strings, activity->title, TIER_AD);
    return title ? title : activity->id;
}

static void build_today(const Screen *screen, const Sitter *sitter, Tree *tree, Node *panels)
{
    const Assignment *given = todays(screen->cove, sitter);
    const Module *module;
    const Activity *activity = given ? activity_of(screen->cove, given, &module) : NULL;
    if (!activity) {
        return;
    }
    Node *panel = desk_panel(tree, panels, "today", word(screen, sitter, tree, "ui.parent.today"));
    const char *title = title_of(screen, module, activity);
    Node *row = node_group(tree, panel, AXIS_ROW);
    row->layout.gap = 16;
    row->layout.cross = ALIGN_CENTER;
    node_image(tree, row, activity->picture, "", 84, 84);
    Node *words = node_group(tree, row, AXIS_COLUMN);
    words->layout.grow = 1;
    node_text(tree, words, TYPE_LEAD, title);
    node_text(tree, words, TYPE_SMALL, word(screen, sitter, tree, "ui.parent.minutes"));
    if (given_for_next_time(sitter->family, given)) {
        node_text(tree, words, TYPE_SMALL, word(screen, sitter, tree, "ui.given.next"));
    }
    Node *begin =
        simple_button(tree, panel, LOOK_PRIMARY, word(screen, sitter, tree, "ui.parent.begin"),
                      "today", "icon/next");
    begin->name = arena_format(tree->arena, "%s: %s", begin->name, title);
    begin->action = action_of("today", given->id.text, 0);
}

/* ---- goals ---- */

static void build_goal(const Screen *screen, const Sitter *sitter, Id goal, Tree *tree, Node *panel)
{
    const char *words = of_goal(sitter, "goal.words", goal);
    const char *now = of_goal(sitter, "goal.own-now", goal);
    const char *own = of_goal(sitter, "goal.own-words", goal);
    const char *said = now[0] ? arena_format(tree->arena, "%s: %s%s%s",
                                             word(screen, sitter, tree, "ui.parent.goal.today"),
                                             now, own[0] ? "\n" : "", own)
                              : own;
    if (parent_may_rate(sitter, goal)) {
        desk_row(tree, panel, NULL, words, said, action_of("goal", goal.text, 0))->icon =
            "icon/note";
    } else {
        node_text(tree, panel, TYPE_BODY, words);
        if (said[0]) {
            node_text(tree, panel, TYPE_SMALL, said);
        }
    }
}

static bool goal_is_open(const Sitter *sitter, Id goal)
{
    const char *state = of_goal(sitter, "goal.state", goal);
    return of_goal(sitter, "goal.words", goal)[0] && (!state[0] || strcmp(state, "open") == 0);
}

static void build_goals(const Screen *screen, const Sitter *sitter, Tree *tree, Node *panels)
{
    Id goals[GOALS_MAX];
    FactSubject subject = {.person = sitter->person->id};
    size_t count =
        facts_items(&sitter->family->facts, fact_group("goal"), &subject, goals, GOALS_MAX);
    Node *panel = NULL;
    for (size_t i = 0; i < count && i < GOALS_MAX && parent_sees_goals(sitter); i++) {
        if (goal_is_open(sitter, goals[i])) {
            panel = panel ? panel
                          : desk_panel(tree, panels, "goals",
                                       word(screen, sitter, tree, "ui.parent.goals"));
            build_goal(screen, sitter, goals[i], tree, panel);
        }
    }
}

/* ---- what a child let them see ---- */

static Node *build_shown_of(const Screen *screen, const Sitter *sitter, const Person *child,
                            Tree *tree, Node *panels, Node *panel)
{
    const PlayRecord *plays[SHOWN_MAX];
    size_t count = share_plays(keeper_record(screen->cove->keeper), child->id, plays, SHOWN_MAX);
    for (size_t i = 0; i < count; i++) {
        Share share = {child->id, sitter->person->id, plays[i]->id};
        if (share_adult_reads(sitter->family, &share)) {
            panel = panel ? panel
                          : desk_panel(tree, panels, "shown",
                                       word(screen, sitter, tree, "ui.parent.shown"));
            const ShareSaid said = share_said(sitter->family, &share);
            share_card(screen, &share, &said, tree, panel);
        }
    }
    return panel;
}

static void build_shown(const Screen *screen, const Sitter *sitter, Tree *tree, Node *panels)
{
    Node *panel = NULL;
    for (size_t i = 0; i < sitter->family->people_count; i++) {
        const Person *child = &sitter->family->people[i];
        if (child->role == PERSON_CHILD) {
            panel = build_shown_of(screen, sitter, child, tree, panels, panel);
        }
    }
}

/* ---- the helper, the card ---- */

static void build_note(const Screen *screen, const Sitter *sitter, Tree *tree, Node *panels)
{
    if (!parent_may_write(sitter)) {
        return;
    }
    Node *panel = desk_panel(tree, panels, "note", word(screen, sitter, tree, "ui.parent.note"));
    node_text(tree, panel, TYPE_BODY, word(screen, sitter, tree, "ui.parent.note.about"));
    simple_button(tree, panel, LOOK_SECONDARY, word(screen, sitter, tree, "ui.parent.note.write"),
                  "note-to-helper", "icon/note");
}

static void build_card(const Screen *screen, const Sitter *sitter, Tree *tree, Node *panels)
{
    FactSubject family = {.person = {""}};
    const char *words = facts_value(&sitter->family->facts, "card.words", &family);
    if (words[0]) {
        Node *panel =
            desk_panel(tree, panels, "card", word(screen, sitter, tree, "ui.parent.card"));
        node_text(tree, panel, TYPE_BODY, words);
    }
}

Node *parent_desk_build(const Screen *screen, const Sitter *sitter, Tree *tree, Node *body)
{
    Node *desk = node_group(tree, body, AXIS_COLUMN);
    desk->key = "parent-desk";
    desk->layout.width = 1000;
    desk->layout.gap = 16;
    desk->layout.grow = 1;
    desk->layout.scroll = true;
    desk->layout.pad_x = 8;
    desk->layout.pad_y = 8;
    desk->layout.cross = ALIGN_STRETCH;
    Node *panels = desk_panels(tree, desk);
    build_today(screen, sitter, tree, panels);
    build_goals(screen, sitter, tree, panels);
    build_shown(screen, sitter, tree, panels);
    build_note(screen, sitter, tree, panels);
    build_card(screen, sitter, tree, panels);
    return desk_panel(tree, desk, "units", word(screen, sitter, tree, "ui.parent.units"));
}

bool parent_desk_hear(Screen *screen, const UiEvent *event)
{
    Id sitting = sitting_screen(screen)->sitting, id;
    if (heard_press(event, "today") && id_parse(event->action.item, &id)) {
        sitting_play(screen->cove, screen->stage, sitting, id);
    } else if (heard_press(event, "goal") && id_parse(event->action.item, &id)) {
        stage_push(screen->stage, screen_parent_goal(screen->cove, screen->stage, sitting, id));
    } else if (heard_press(event, "note-to-helper")) {
        stage_push(screen->stage, screen_parent_note(screen->cove, screen->stage, sitting));
    } else {
        return false;
    }
    return true;
}
