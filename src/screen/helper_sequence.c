/* A sequence before it is given to somebody: what it is for, its steps to tick off, what this
 * person may not have and why, and keeping it as one of one's own. */
#include "activity/kind.h"
#include "screen/desk.h"
#include "screen/screens.h"
#include "screen/sequencing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct SequenceScreen {
    Screen screen;
    GiveWish wish;
    Sequenced sequence;
    bool off[SEQUENCE_STEPS_MAX];
    char name[PERSON_NAME_BYTES];
    long given; /* by the last press; -1 before any */
    size_t given_from;
    bool kept; /* as an own one, just now */
} SequenceScreen;

static SequenceScreen *self(Screen *screen)
{
    return (SequenceScreen *)(void *)screen;
}

static const SequenceScreen *self_const(const Screen *screen)
{
    return (const SequenceScreen *)(const void *)screen;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), self_const(screen)->wish.family);
}

static const Person *person_of(const Screen *screen)
{
    return case_person(family_of(screen), self_const(screen)->wish.person);
}

static GiveItem item_at(const Screen *screen, size_t index)
{
    const SequencedStep *step = &self_const(screen)->sequence.steps[index];
    return (GiveItem){step->module, step->activity, NULL};
}

static bool fits(const Screen *screen, size_t index, Error *error)
{
    GiveItem item = item_at(screen, index);
    return give_fits(screen->cove, &self_const(screen)->wish, &item, error);
}

/* What would be given now; `items` may be NULL. */
static size_t collect(const Screen *screen, GiveItem *items)
{
    size_t count = 0;
    for (size_t i = 0; i < self_const(screen)->sequence.count; i++) {
        if (!self_const(screen)->off[i] && fits(screen, i, NULL)) {
            if (items) {
                items[count] = item_at(screen, i);
            }
            count++;
        }
    }
    return count;
}

/* ---- what it is ---- */

static const char *ready_word(const Screen *screen, Tree *tree, const char *part)
{
    return desk_word(screen, tree,
                     arena_format(tree->arena, "ui.sequence.%s%s",
                                  self_const(screen)->sequence.ready->id, part));
}

static const char *title_of(const Screen *screen, Tree *tree)
{
    const Sequenced *sequence = &self_const(screen)->sequence;
    if (sequence->ready) {
        return ready_word(screen, tree, "");
    }
    return sequence->own.text[0]
               ? tree_string(tree, sequence->name)
               : desk_word_for(screen, tree, "ui.sequences.given", person_of(screen)->name);
}

static void build_orders(const Screen *screen, Tree *tree, Node *panel)
{
    const Sequenced *sequence = &self_const(screen)->sequence;
    node_text(tree, panel, TYPE_SMALL, desk_word(screen, tree, "ui.sequences.order"))->bold = true;
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    for (int fixed = 0; fixed < 2; fixed++) {
        const char *id = fixed ? "fixed" : "free";
        page_choice(tree, row, id,
                    desk_word(screen, tree, arena_format(tree->arena, "ui.sequences.order.%s", id)),
                    NULL, action_of("order", id, fixed), sequence->in_order == fixed);
    }
}

static void build_about(const Screen *screen, Tree *tree, Node *panels)
{
    const Sequenced *sequence = &self_const(screen)->sequence;
    Node *panel = desk_panel(tree, panels, "about", desk_word(screen, tree, "ui.sequences.about"));
    if (sequence->ready) {
        node_text(tree, panel, TYPE_BODY, ready_word(screen, tree, ".aim"));
        desk_note(tree, panel, ready_word(screen, tree, ".pace"));
    }
    desk_note(tree, panel, desk_word(screen, tree, "ui.sequences.any"));
    const char *setting = setting_id(self_const(screen)->wish.setting);
    node_text(tree, panel, TYPE_SMALL,
              arena_format(tree->arena, "%s: %s", desk_word(screen, tree, "ui.assign.setting"),
                           desk_word(screen, tree,
                                     arena_format(tree->arena, "ui.case.setting.%s", setting))));
    build_orders(screen, tree, panel);
}

/* ---- its steps ---- */

static const Activity *activity_at(const Screen *screen, size_t index, const char **title)
{
    const SequencedStep *step = &self_const(screen)->sequence.steps[index];
    const Module *module = library_module(screen->cove->library, step->module);
    const Activity *activity = module ? module_activity(module, step->activity) : NULL;
    const Strings *strings = activity ? library_strings(screen->cove->library, module) : NULL;
    const char *words =
        activity ? strings_get(strings, activity->title, self_const(screen)->wish.tier) : NULL;
    *title = words      ? words
             : activity ? strings_get(strings, activity->title, TIER_AD)
                        : step->activity;
    return activity;
}

static bool is_given(const Screen *screen, size_t index)
{
    const SequenceScreen *page = self_const(screen);
    const SequencedStep *step = &page->sequence.steps[index];
    return assigned_already(family_of(screen), page->wish.person, step->module, step->activity,
                            page->wish.setting);
}

/* How long it is; or that it is left out for this person, and why. */
static const char *step_says(const Screen *screen, size_t index, const Activity *activity,
                             Tree *tree)
{
    Error why = {0};
    if (fits(screen, index, &why)) {
        return desk_word_count(screen, tree, "ui.assign.minutes", activity->minutes);
    }
    if (is_given(screen, index)) {
        return desk_word(screen, tree, "ui.assign.already");
    }
    return arena_format(
        tree->arena, "%s: %s",
        desk_word_for(screen, tree, "ui.sequences.left-out", person_of(screen)->name),
        why.sentence);
}

static void build_step(const Screen *screen, size_t index, Tree *tree, Node *panel)
{
    const char *title;
    const Activity *activity = activity_at(screen, index, &title);
    bool on = !self_const(screen)->off[index];
    Node *tick =
        node_add(tree, panel, ROLE_CHOICE, arena_format(tree->arena, "step-%zu", index), title);
    tick->text =
        arena_format(tree->arena, "%s\n%s", title, step_says(screen, index, activity, tree));
    tick->spoken = tick->text;
    tick->look = LOOK_ROW;
    tick->text_align = ALIGN_START;
    tick->icon = on ? "icon/radio-on" : "icon/radio-off";
    tick->state.chosen = on;
    tick->action = action_of("step", "", (int)index);
}

static void build_give(const Screen *screen, Tree *tree, Node *panel)
{
    size_t count = collect(screen, NULL);
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    Node *give_all =
        simple_button(tree, row, LOOK_PRIMARY,
                      count ? desk_word_count(screen, tree, "ui.sequences.give", (long)count)
                            : desk_word(screen, tree, "ui.sequences.give-none"),
                      "give", "icon/assign");
    give_all->key = "give";
    give_all->state.disabled = count == 0;
    if (self_const(screen)->given >= 0) {
        Node *note =
            desk_note(tree, panel,
                      desk_word_count(screen, tree, "ui.assign.given", self_const(screen)->given));
        note->key = "given";
        note->icon = "icon/kept";
        simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.assign.undo"), "ungive",
                      "icon/undo");
    }
}

static void build_steps(const Screen *screen, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "steps", desk_word(screen, tree, "ui.sequences.steps"));
    for (size_t i = 0; i < self_const(screen)->sequence.count; i++) {
        build_step(screen, i, tree, panel);
    }
    build_give(screen, tree, panel);
}

/* ---- one of one's own ---- */

static void build_own(const Screen *screen, Tree *tree, Node *panels)
{
    bool own = self_const(screen)->sequence.own.text[0] != '\0';
    Node *panel = desk_panel(tree, panels, "own", desk_word(screen, tree, "ui.sequences.own"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.sequences.own.about"));
    desk_field(tree, panel, "name", desk_word(screen, tree, "ui.sequences.name"),
               desk_word(screen, tree, "ui.sequences.name-hint"), self_const(screen)->name,
               PERSON_NAME_BYTES, "keep");
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_SECONDARY,
                  desk_word(screen, tree, own ? "ui.sequences.change" : "ui.sequences.keep"),
                  "keep", "icon/note");
    if (own) {
        simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.sequences.drop"), "drop",
                      "icon/close");
    }
    if (self_const(screen)->kept) {
        Node *note = desk_note(tree, panel, desk_word(screen, tree, "ui.sequences.kept"));
        note->key = "kept";
        note->icon = "icon/kept";
    }
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, title_of(screen, tree),
                           desk_word_for(screen, tree, "ui.assign.title", person_of(screen)->name));
    Node *panels = desk_panels(tree, body);
    build_about(screen, tree, panels);
    build_steps(screen, tree, panels);
    build_own(screen, tree, panels);
}

/* ---- what is done ---- */

static void tell(Screen *screen, bool done, const Error *error)
{
    if (!done) {
        stage_notice(screen->stage, error);
    }
}

static void give_ticked(Screen *screen)
{
    SequenceScreen *page = self(screen);
    GiveItem items[SEQUENCE_STEPS_MAX];
    size_t given = 0, from = family_of(screen)->assignment_count, count = collect(screen, items);
    Error error = {0};
    page->wish.in_order = page->sequence.in_order;
    bool done = give_items(screen->cove, &page->wish, items, count, &given, &error);
    if (done) {
        page->given = (long)given;
        page->given_from = from;
    }
    tell(screen, done, &error);
}

static void take_back(Screen *screen)
{
    SequenceScreen *page = self(screen);
    Error error = {0};
    bool done =
        give_back(screen->cove, page->wish.family, page->given_from, (size_t)page->given, &error);
    page->given = done ? -1 : page->given;
    tell(screen, done, &error);
}

/* From then on it is the own one that is shown. */
static void keep_own(Screen *screen)
{
    SequenceScreen *page = self(screen);
    Id own = page->sequence.own;
    Error error = {0};
    page->kept = sequence_keep(screen->cove, &page->sequence, page->off, page->name, &own, &error);
    if (page->kept) {
        (void)sequence_find(screen->cove, &page->wish, own.text, &page->sequence);
        memset(page->off, 0, sizeof page->off);
    }
    tell(screen, page->kept, &error);
}

static void drop_own(Screen *screen)
{
    Error error = {0};
    bool done = sequence_drop(screen->cove, self(screen)->sequence.own, &error);
    tell(screen, done, &error);
    if (done) {
        stage_pop(screen->stage);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    SequenceScreen *page = self(screen);
    if (event->type == UI_EDIT) {
        snprintf(page->name, sizeof page->name, "%s", event->text);
    } else if (heard_press(event, "step")) {
        page->off[event->action.value] = !page->off[event->action.value];
    } else if (heard_press(event, "order")) {
        page->sequence.in_order = event->action.value != 0;
    } else if (heard_press(event, "give")) {
        give_ticked(screen);
    } else if (heard_press(event, "ungive")) {
        take_back(screen);
    } else if (heard_press(event, "keep")) {
        keep_own(screen);
    } else if (heard_press(event, "drop")) {
        drop_own(screen);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-sequence", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_sequence(Cove *cove, Stage *stage, const GiveWish *wish, const char *key)
{
    SequenceScreen *page = memory_new(1, sizeof *page);
    page->screen = (Screen){&ops, cove, stage};
    page->wish = *wish;
    page->given = -1;
    if (!sequence_find(cove, wish, key, &page->sequence)) {
        free(page);
        return NULL;
    }
    page->wish.setting = page->sequence.setting;
    snprintf(page->name, sizeof page->name, "%.*s", PERSON_NAME_BYTES - 1, page->sequence.name);
    return &page->screen;
}
