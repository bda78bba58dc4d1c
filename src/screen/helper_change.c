/* Change: the same question over time. Each activity that was done more than once, question by
 * question, oldest answer first; numbers from 0 to 10 as a small plot besides. Nothing is added up,
 * compared between people or foretold. */
#include "screen/desk.h"
#include "screen/may.h"
#include "screen/plot.h"
#include "screen/screens.h"
#include "screen/sitting.h"

#include <string.h>

enum { ACTIVITIES_MAX = 64, ANSWERS_MAX = 60, QUESTIONS_MAX = 24 };

typedef struct ChangeScreen {
    Screen screen;
    Id family, person;
    char module[ID_MAX], activity[ID_MAX]; /* the one that is shown; "" for the list */
} ChangeScreen;

/* One answer to a question, as it was shown. */
typedef struct Answer {
    const char *label, *words, *picture;
    int64_t at;
} Answer;

static const ChangeScreen *self(const Screen *screen)
{
    return (const ChangeScreen *)(const void *)screen;
}

static const Record *record_of(const Screen *screen)
{
    return keeper_record(screen->cove->keeper);
}

static const Case *family_of(const Screen *screen)
{
    return record_case(record_of(screen), self(screen)->family);
}

/* ---- which plays ---- */

/* Plays of this person's sittings that the helper may read, oldest first. */
static size_t plays_of(const Screen *screen, const PlayRecord **plays, size_t room)
{
    const Record *record = record_of(screen);
    const Person *person = case_person(family_of(screen), self(screen)->person);
    size_t count = 0;
    for (size_t s = 0; s < record_sitting_count(record); s++) {
        const Sitting *sitting = record_sitting_at(record, s);
        for (size_t i = 0; i < sitting->play_count && count < room; i++) {
            const PlayRecord *play = record_play(record, sitting->plays[i]);
            if (id_same(sitting->person, person->id) && record_play_has_moves(play) &&
                helper_may(family_of(screen), play_data(sitting, person, play->part),
                           ACCESS_READ)) {
                plays[count++] = play;
            }
        }
    }
    return count;
}

static bool same_activity(const PlayRecord *play, const char *module, const char *activity)
{
    return strcmp(play->module, module) == 0 && strcmp(play->activity, activity) == 0;
}

static size_t times(const PlayRecord *const *plays, size_t count, const PlayRecord *one)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        found += same_activity(plays[i], one->module, one->activity);
    }
    return found;
}

static bool is_first(const PlayRecord *const *plays, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (same_activity(plays[i], plays[at]->module, plays[at]->activity)) {
            return false;
        }
    }
    return true;
}

static const char *title_of(const Screen *screen, const PlayRecord *play, Tree *tree)
{
    ReplayedPlay played;
    if (!played_open(screen->cove, play, 0, &played, NULL)) {
        return tree_string(tree, play->activity);
    }
    const char *title = play_words(play_context(played.play), tree->arena, played.activity->title);
    played_close(&played);
    return title;
}

/* ---- the list ---- */

static void build_list(const Screen *screen, const PlayRecord *const *plays, size_t count,
                       Tree *tree, Node *body)
{
    Node *panel = desk_panel(tree, body, "list", desk_word(screen, tree, "ui.change.which"));
    size_t shown = 0;
    for (size_t i = 0; i < count && shown < ACTIVITIES_MAX; i++) {
        if (is_first(plays, i) && times(plays, count, plays[i]) > 1) {
            desk_row(
                tree, panel, NULL, title_of(screen, plays[i], tree),
                desk_word_count(screen, tree, "ui.case.times", (long)times(plays, count, plays[i])),
                action_of("open", plays[i]->id.text, 0));
            shown++;
        }
    }
    if (shown == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.change.none"));
    }
}

/* ---- one activity ---- */

static size_t answers_of(const Screen *screen, const PlayRecord *play, Tree *tree, Answer *answers,
                         size_t room)
{
    ReplayedPlay played;
    size_t count = 0;
    if (!played_open(screen->cove, play, PLAYED_ALL, &played, NULL)) {
        return 0;
    }
    Summary summary = {.arena = tree->arena};
    play_speak(played.play, library_ui(screen->cove->library));
    play_summary(played.play, &summary);
    for (size_t i = 0; i < summary.count && count < room; i++) {
        const SummaryLine *line = &summary.lines[i];
        if (line->words && !line->folded && !line->sheet) {
            answers[count++] = (Answer){line->label, line->words, line->picture, play->started};
        }
    }
    played_close(&played);
    return count;
}

/* "7" and "7: rather strong" are numbers. */
static bool number_in(const char *words, int *out)
{
    size_t digits = strspn(words, "0123456789");
    if (digits == 0 || digits > 2) {
        return false;
    }
    *out = words[0] - '0';
    if (digits == 2) {
        *out = *out * 10 + (words[1] - '0');
    }
    return *out <= 10;
}

/* The goals first: a person's own line from 0 to 10. */
static void build_goal(const Screen *screen, const FactSubject *goal, Tree *tree, Node *body)
{
    const Facts *facts = &family_of(screen)->facts;
    const char *words = facts_value(facts, "goal.words", goal);
    int values[ANSWERS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < facts->count && count < ANSWERS_MAX; i++) {
        const Fact *fact = &facts->list[i];
        if (strcmp(fact->field, "goal.now") == 0 && id_same(fact->item, goal->item) &&
            number_in(fact->value, &values[count])) {
            count++;
        }
    }
    if (count > 1) {
        Node *panel = desk_panel(tree, body, goal->item.text, words);
        node_image(tree, panel, NULL, words, 320, 240)->sheet =
            plot_make(tree->arena, values, count);
    }
}

static void build_goals(const Screen *screen, Tree *tree, Node *body)
{
    Id items[8];
    FactSubject goal = {.person = self(screen)->person};
    size_t count = facts_items(&family_of(screen)->facts, fact_group("goal"), &goal, items, 8);
    for (size_t i = 0; i < count && i < 8; i++) {
        goal.item = items[i];
        build_goal(screen, &goal, tree, body);
    }
}

static void build_plot(const Answer *const *answers, size_t count, const char *label, Tree *tree,
                       Node *panel)
{
    int values[ANSWERS_MAX];
    for (size_t i = 0; i < count; i++) {
        if (!number_in(answers[i]->words, &values[i])) {
            return;
        }
    }
    Node *plot = node_image(tree, panel, NULL, label, 320, 240);
    plot->sheet = plot_make(tree->arena, values, count);
}

static void build_answer(const Answer *answer, Tree *tree, Node *panel)
{
    Node *row = node_group(tree, panel, AXIS_ROW);
    row->layout.gap = 12;
    row->layout.cross = ALIGN_CENTER;
    node_text(tree, row, TYPE_SMALL, desk_when(tree, answer->at));
    if (answer->picture) {
        node_image(tree, row, answer->picture, "", 40, 40);
    }
    node_text(tree, row, TYPE_BODY, answer->words)->layout.grow = 1;
}

static void build_question(const Answer *answers, size_t count, size_t at, Tree *tree, Node *body)
{
    const Answer *same[ANSWERS_MAX];
    size_t found = 0;
    for (size_t i = at; i < count && found < ANSWERS_MAX; i++) {
        if (strcmp(answers[i].label, answers[at].label) == 0) {
            same[found++] = &answers[i];
        }
    }
    Node *panel = desk_panel(tree, body, answers[at].label, answers[at].label);
    panel->key = arena_format(tree->arena, "question-%zu", at);
    if (found > 1) {
        build_plot(same, found, answers[at].label, tree, panel);
    }
    for (size_t i = 0; i < found; i++) {
        build_answer(same[i], tree, panel);
    }
}

static bool asked_before(const Answer *answers, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (strcmp(answers[i].label, answers[at].label) == 0) {
            return true;
        }
    }
    return false;
}

static void build_activity(const Screen *screen, const PlayRecord *const *plays, size_t count,
                           Tree *tree, Node *body)
{
    const ChangeScreen *change = self(screen);
    Answer answers[ANSWERS_MAX];
    size_t answered = 0, questions = 0;
    for (size_t i = 0; i < count; i++) {
        if (same_activity(plays[i], change->module, change->activity)) {
            answered +=
                answers_of(screen, plays[i], tree, answers + answered, ANSWERS_MAX - answered);
        }
    }
    for (size_t i = 0; i < answered && questions < QUESTIONS_MAX; i++) {
        if (!asked_before(answers, i)) {
            build_question(answers, answered, i, tree, body);
            questions++;
        }
    }
    desk_note(tree, body, desk_word(screen, tree, "ui.review.caption"));
}

static void build(const Screen *screen, Tree *tree)
{
    enum { PLAYS_MAX = 4096 };
    const ChangeScreen *change = self(screen);
    const char *name = case_person(family_of(screen), change->person)->name;
    Node *body = desk_page(
        screen, tree,
        arena_format(tree->arena, "%s: %s", desk_word(screen, tree, "ui.change.title"), name),
        desk_word(screen, tree, "ui.back"));
    const PlayRecord **plays = arena_alloc(tree->arena, PLAYS_MAX, sizeof(const PlayRecord *));
    size_t count = plays_of(screen, plays, PLAYS_MAX);
    node_text(tree, body, TYPE_BODY, desk_word(screen, tree, "ui.change.about"));
    if (change->activity[0]) {
        build_activity(screen, plays, count, tree, body);
    } else {
        build_goals(screen, tree, body);
        build_list(screen, plays, count, tree, body);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    ChangeScreen *change = (ChangeScreen *)(void *)screen;
    Id id = {""};
    const PlayRecord *play = heard_press(event, "open") && id_parse(event->action.item, &id)
                                 ? record_play_by_id(record_of(screen), id)
                                 : NULL;
    if (play) {
        memcpy(change->module, play->module, sizeof change->module);
        memcpy(change->activity, play->activity, sizeof change->activity);
        stage_touch(screen->stage);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        if (change->activity[0]) {
            change->activity[0] = '\0';
            stage_touch(screen->stage);
        } else {
            stage_pop(screen->stage);
        }
    }
}

static const ScreenOps ops = {
    .name = "helper-change", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_change(Cove *cove, Stage *stage, Id family, Id person)
{
    ChangeScreen *change = memory_new(1, sizeof *change);
    change->screen = (Screen){&ops, cove, stage};
    change->family = family;
    change->person = person;
    return &change->screen;
}
