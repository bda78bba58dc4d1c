/* The time line of one person, newest first: sittings with how they began and ended, steps of the
 * contact ladder, small promises, goals, and the helper's own marks. Skips, stops and breaks are
 * ordinary things. */
#include "screen/desk.h"
#include "screen/given_paper.h"
#include "screen/logging.h"
#include "screen/noting.h"
#include "screen/screens.h"
#include "screen/went.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN = 30 };

typedef struct TimelineScreen {
    Screen screen;
    Id family, person;
    size_t first; /* of what is shown */
} TimelineScreen;

/* What stands on the line: a sitting or a fact. */
typedef struct Stand {
    char when[20]; /* "2026-11-22 14:05" or a date */
    const Sitting *sitting;
    const Fact *fact;
} Stand;

static const TimelineScreen *self(const Screen *screen)
{
    return (const TimelineScreen *)(const void *)screen;
}

static const Record *record_of(const Screen *screen)
{
    return keeper_record(screen->cove->keeper);
}

static const Case *family_of(const Screen *screen)
{
    return record_case(record_of(screen), self(screen)->family);
}

/* ---- what stands on it ---- */

static bool is_theirs(const Sitting *sitting, Id person)
{
    return id_same(sitting->person, person) || id_same(sitting->adult, person);
}

static bool stands(const Case *family, const Fact *fact, Id person)
{
    static const char *const fields[] = {"ladder.step",  "ladder.state", "goal.now",
                                         "goal.words",   "stage.now",    "mark.words",
                                         "promise.went", "assent.answer"};
    bool about = id_same(fact->person, person) || id_same(fact->about, person) ||
                 fact->person.text[0] == '\0';
    for (size_t i = 0; about && i < sizeof fields / sizeof *fields; i++) {
        if (strcmp(fact->field, fields[i]) == 0) {
            return fact->value[0] != '\0';
        }
    }
    return about && given_paper_stands(family, fact);
}

/* A mark and a promise have their own day, so has paper, everything else the time it was noted. */
static const char *own_day(const Case *family, const Fact *fact)
{
    FactSubject item = {fact->person, fact->about, fact->item};
    const char *day = strcmp(fact->field, "mark.words") == 0     ? "mark.date"
                      : strcmp(fact->field, "promise.went") == 0 ? "promise.day"
                                                                 : NULL;
    return day                                      ? facts_value(&family->facts, day, &item)
           : strcmp(fact->field, "paper.date") == 0 ? fact->value
                                                    : "";
}

static void put_when(const Case *family, const Fact *fact, char *when, size_t size)
{
    char stamp[32];
    const char *day = own_day(family, fact);
    snprintf(when, size, "%.16s", day[0] ? day : clock_stamp(fact->at, stamp, sizeof stamp));
}

static int newest_first(const void *a, const void *b)
{
    return strcmp(((const Stand *)b)->when, ((const Stand *)a)->when);
}

/* All that stands on the line, newest first, in the tree's arena. */
static Stand *collect(const Screen *screen, Arena *arena, size_t *count)
{
    const Record *record = record_of(screen);
    const Case *family = family_of(screen);
    Id person = self(screen)->person;
    Stand *stand =
        arena_alloc(arena, record_sitting_count(record) + family->facts.count + 1, sizeof *stand);
    *count = 0;
    for (size_t i = 0; i < record_sitting_count(record); i++) {
        const Sitting *sitting = record_sitting_at(record, i);
        char stamp[32];
        if (is_theirs(sitting, person)) {
            Stand *one = &stand[(*count)++];
            one->sitting = sitting;
            snprintf(one->when, sizeof one->when, "%.16s",
                     clock_stamp(sitting->started, stamp, sizeof stamp));
        }
    }
    for (size_t i = 0; i < family->facts.count; i++) {
        if (stands(family, &family->facts.list[i], person)) {
            Stand *one = &stand[(*count)++];
            one->fact = &family->facts.list[i];
            put_when(family, one->fact, one->when, sizeof one->when);
        }
    }
    qsort(stand, *count, sizeof *stand, newest_first);
    return stand;
}

/* ---- in words ---- */

static void build_sitting(const Screen *screen, const Stand *stand, Tree *tree, Node *panel)
{
    const char *setting = desk_word(
        screen, tree,
        arena_format(tree->arena, "ui.case.setting.%s", setting_id(stand->sitting->setting)));
    Node *row = desk_row(tree, panel, NULL,
                         arena_format(tree->arena, "%s \xc2\xb7 %s",
                                      desk_when(tree, stand->sitting->started), setting),
                         went_words(screen, family_of(screen), stand->sitting, tree),
                         action_of("sitting", stand->sitting->id.text, 0));
    row->icon = "icon/sitting";
}

/* A promise stands there with its words, everything else alone. */
static const char *fact_value(const Screen *screen, const Fact *fact, Tree *tree)
{
    if (fact_field(fact->field)->value != FACT_CHOICE) {
        return fact->value;
    }
    const char *value = desk_word(
        screen, tree, arena_format(tree->arena, "ui.fact.%s.%s", fact->field, fact->value));
    if (strcmp(fact->field, "promise.went") != 0) {
        return value;
    }
    FactSubject promise = {fact->person, fact->about, fact->item};
    return arena_format(tree->arena, "%s \xc2\xb7 %s",
                        facts_value(&family_of(screen)->facts, "promise.words", &promise), value);
}

static void build_fact(const Screen *screen, const Stand *stand, Tree *tree, Node *panel)
{
    const Fact *fact = stand->fact;
    if (strcmp(fact->field, "paper.date") == 0) {
        node_text(tree, panel, TYPE_BODY, given_paper_words(screen, family_of(screen), fact, tree));
        return;
    }
    const Person *about = case_person(family_of(screen), fact->about);
    const char *value = fact_value(screen, fact, tree);
    const char *label = desk_word(
        screen, tree, arena_format(tree->arena, "ui.fact.%s", fact_group_of(fact->field)->id));
    node_text(tree, panel, TYPE_BODY,
              arena_format(tree->arena, "%s \xc2\xb7 %s%s%s: %s", stand->when, label,
                           about ? ", " : "", about ? about->name : "", value));
}

static void build_turning(const Screen *screen, size_t count, Tree *tree, Node *panel)
{
    size_t first = self(screen)->first;
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    if (first > 0) {
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.timeline.newer"),
                      "newer", "icon/up");
    }
    if (first + SHOWN < count) {
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.timeline.older"),
                      "older", "icon/down");
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const Case *family = family_of(screen);
    const char *name = case_person(family, self(screen)->person)->name;
    Node *body =
        desk_page(screen, tree, desk_word_for(screen, tree, "ui.timeline.of", name), family->name);
    Node *row = simple_row(tree, body, 8);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.change.title"), "change",
                  "icon/replay");
    size_t count, first = self(screen)->first;
    const Stand *stand = collect(screen, tree->arena, &count);
    Node *panel = desk_panel(tree, body, "line", desk_word(screen, tree, "ui.timeline.title"));
    for (size_t i = first; i < count && i < first + SHOWN; i++) {
        if (stand[i].sitting) {
            build_sitting(screen, &stand[i], tree, panel);
        } else {
            build_fact(screen, &stand[i], tree, panel);
        }
    }
    if (count == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.timeline.none"));
    }
    build_turning(screen, count, tree, panel);
}

static void hear(Screen *screen, const UiEvent *event)
{
    TimelineScreen *timeline = (TimelineScreen *)(void *)screen;
    Id sitting;
    if (heard_press(event, "sitting") && id_parse(event->action.item, &sitting)) {
        if (log_look(screen, sitting)) {
            stage_push(screen->stage, screen_helper_sitting(screen->cove, screen->stage, sitting));
        }
    } else if (heard_press(event, "change") &&
               log_over_time(screen, timeline->family, timeline->person)) {
        stage_push(screen->stage, screen_helper_change(screen->cove, screen->stage,
                                                       timeline->family, timeline->person));
    } else if (heard_press(event, "older")) {
        timeline->first += SHOWN;
        stage_touch(screen->stage);
    } else if (heard_press(event, "newer")) {
        timeline->first -= timeline->first < SHOWN ? timeline->first : SHOWN;
        stage_touch(screen->stage);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-timeline", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_timeline(Cove *cove, Stage *stage, Id family, Id person)
{
    TimelineScreen *timeline = memory_new(1, sizeof *timeline);
    timeline->screen = (Screen){&ops, cove, stage};
    timeline->family = family;
    timeline->person = person;
    return &timeline->screen;
}
