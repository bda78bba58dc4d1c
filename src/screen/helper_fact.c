/* One group of facts about somebody: its questions, why it is changed, and what it was before. A
 * group that is a list shows its items first. */
#include "activity/kind.h"
#include "family/gate.h"
#include "screen/desk.h"
#include "screen/fact_history.h"
#include "screen/noted.h"
#include "screen/noting.h"
#include "screen/screens.h"
#include "screen/unkept.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ITEMS_MAX = 256 };

typedef struct FactScreen {
    Screen screen;
    Id family;
    const FactGroup *group;
    FactSubject subject; /* item "": a list is shown */
    char values[FACT_FIELDS_MAX][FACT_BYTES];
    char reason[FACT_BYTES];
    bool touched; /* something was typed or chosen since it was loaded */
    bool going;   /* away, with that not kept: asked first */
} FactScreen;

static FactScreen *self(Screen *screen)
{
    return (FactScreen *)(void *)screen;
}

static const FactScreen *self_const(const Screen *screen)
{
    return (const FactScreen *)(const void *)screen;
}

static bool is_list(const FactScreen *fact)
{
    return fact->group->most > 0 && fact->subject.item.text[0] == '\0';
}

static const Facts *facts_of(const Screen *screen)
{
    return facts_about(screen->cove, self_const(screen)->family);
}

static void load(FactScreen *fact)
{
    const Facts *facts = facts_of(&fact->screen);
    fact->reason[0] = '\0';
    fact->touched = fact->going = false;
    for (int i = 0; i < FACT_FIELDS_MAX && fact->group->fields[i].id; i++) {
        snprintf(fact->values[i], FACT_BYTES, "%s",
                 facts_value(facts, fact->group->fields[i].id, &fact->subject));
    }
}

/* That something given was done; it is mostly noted on the same day. */
static bool was_done(const FactGroup *group)
{
    return group->of == FACT_OF_GIVEN && group->fields[0].value == FACT_DATE;
}

static bool is_contact_card(const FactGroup *group)
{
    return strcmp(group->id, "card") == 0;
}

static void put_today(FactScreen *fact)
{
    char stamp[32];
    snprintf(fact->values[0], FACT_BYTES, "%.10s",
             clock_stamp(clock_wall(&fact->screen.cove->clock), stamp, sizeof stamp));
}

/* ---- building ---- */

/* Of a group or a field. */
static const char *label_of(const Screen *screen, Tree *tree, const char *id)
{
    return desk_word(screen, tree, arena_format(tree->arena, "ui.fact.%s", id));
}

static const char *about_group(const Screen *screen, Tree *tree)
{
    return desk_word(screen, tree,
                     arena_format(tree->arena, "ui.fact.%s.about", self_const(screen)->group->id));
}

static void build_choice(const Screen *screen, int index, const char *code, const char *words,
                         Tree *tree, Node *row)
{
    const FactScreen *fact = self_const(screen);
    const char *field = fact->group->fields[index].id;
    Node *choice =
        page_choice(tree, row, arena_format(tree->arena, "%s.%s", field, code), words, NULL,
                    action_of("answer", code, index), strcmp(fact->values[index], code) == 0);
    choice->name = arena_format(tree->arena, "%s %s", label_of(screen, tree, field), words);
}

static void build_choices(const Screen *screen, int index, Tree *tree, Node *panel)
{
    const FactField *field = &self_const(screen)->group->fields[index];
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    for (const char *const *code = field->choices; *code; code++) {
        build_choice(
            screen, index, *code,
            desk_word(screen, tree, arena_format(tree->arena, "ui.fact.%s.%s", field->id, *code)),
            tree, row);
    }
}

static void build_rating(const Screen *screen, int index, Tree *tree, Node *panel)
{
    Node *row = simple_row(tree, panel, 6);
    row->layout.main = ALIGN_START;
    for (int i = 0; i <= 10; i++) {
        const char *number = arena_format(tree->arena, "%d", i);
        build_choice(screen, index, number, number, tree, row);
    }
}

static void build_field(const Screen *screen, int index, Tree *tree, Node *panel)
{
    const FactScreen *fact = self_const(screen);
    const FactField *field = &fact->group->fields[index];
    const char *label = label_of(screen, tree, field->id);
    if (field->value == FACT_CHOICE || field->value == FACT_RATING) {
        node_text(tree, panel, TYPE_SMALL, label)->bold = true;
        if (field->value == FACT_CHOICE) {
            build_choices(screen, index, tree, panel);
        } else {
            build_rating(screen, index, tree, panel);
        }
        return;
    }
    const char *hint =
        field->value == FACT_DATE ? desk_word(screen, tree, "ui.fact.date-hint") : "";
    desk_field(tree, panel, field->id, label, hint, fact->values[index], FACT_BYTES, "save");
}

static void build_lacks(const Screen *screen, Tree *tree, Node *panel)
{
    const FactScreen *fact = self_const(screen);
    if (strcmp(fact->group->id, "gate") != 0) {
        return;
    }
    const char *lacks =
        gate_lacks_words(screen, tree, gate_lacks(facts_of(screen), fact->subject.person));
    if (lacks) {
        desk_note(
            tree, panel,
            arena_format(tree->arena, "%s\n%s", desk_word(screen, tree, "ui.gate.lacks"), lacks));
    }
}

static void build_form(const Screen *screen, Tree *tree, Node *body)
{
    const FactScreen *fact = self_const(screen);
    Node *panel = desk_panel(tree, body, "form", label_of(screen, tree, fact->group->id));
    node_text(tree, panel, TYPE_BODY, about_group(screen, tree));
    build_lacks(screen, tree, panel);
    for (int i = 0; i < FACT_FIELDS_MAX && fact->group->fields[i].id; i++) {
        build_field(screen, i, tree, panel);
    }
    if (fact->group->reason) {
        desk_field(tree, panel, "reason", desk_word(screen, tree, "ui.fact.reason"),
                   desk_word(screen, tree, "ui.fact.reason-hint"), fact->reason, FACT_BYTES,
                   "save");
    }
    Node *row = simple_row(tree, panel, 12);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.fact.save"), "save",
                  "icon/check");
    if (fact->group->most > 0 || was_done(fact->group)) {
        simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.fact.take-out"),
                      "take-out", "icon/close");
    }
    if (is_contact_card(fact->group)) {
        simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.print.do"), "print",
                      "icon/note");
    }
}

static void build_item(const Screen *screen, Id item, Tree *tree, Node *panel)
{
    const FactScreen *fact = self_const(screen);
    FactSubject subject = fact->subject;
    subject.item = item;
    const char *words = fact_group_words(screen, tree, facts_of(screen), fact->group, &subject);
    desk_row(tree, panel, NULL, words ? words : "", NULL, action_of("item", item.text, 0));
}

static void build_list(const Screen *screen, Tree *tree, Node *body)
{
    const FactScreen *fact = self_const(screen);
    Id items[ITEMS_MAX];
    size_t count = facts_items(facts_of(screen), fact->group, &fact->subject, items, ITEMS_MAX);
    Node *panel = desk_panel(tree, body, "list", label_of(screen, tree, fact->group->id));
    node_text(tree, panel, TYPE_BODY, about_group(screen, tree));
    for (size_t i = 0; i < count && i < ITEMS_MAX; i++) {
        build_item(screen, items[i], tree, panel);
    }
    if (count == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.fact.none"));
    }
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    Node *add = simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.fact.add"),
                              "add", "icon/add");
    add->state.disabled = count >= (size_t)fact->group->most;
}

static const char *title(const Screen *screen, Tree *tree)
{
    const FactScreen *fact = self_const(screen);
    const Case *family = record_case(keeper_record(screen->cove->keeper), fact->family);
    const Person *person = family ? case_person(family, fact->subject.person) : NULL;
    const Person *about = family ? case_person(family, fact->subject.about) : NULL;
    const char *group = label_of(screen, tree, fact->group->id);
    if (about) {
        return arena_format(tree->arena, "%s: %s, %s", group, person->name, about->name);
    }
    return arena_format(tree->arena, "%s%s%s", group, person ? ": " : "",
                        person ? person->name : "");
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, title(screen, tree), desk_word(screen, tree, "ui.back"));
    const FactScreen *fact = self_const(screen);
    if (fact->going) {
        unkept_build(screen, tree, body);
    } else if (is_list(fact)) {
        build_list(screen, tree, body);
    } else {
        if (strcmp(fact->group->id, "after") == 0) {
            noted_quick_build(screen, fact->family, fact->subject.item, tree, body);
        }
        build_form(screen, tree, body);
        fact_history_build(screen, facts_of(screen), fact->group, &fact->subject, tree, body);
    }
}

/* ---- hearing ---- */

static void edit(FactScreen *fact, const char *key, const char *text)
{
    fact->touched = true;
    if (strcmp(key, "reason") == 0) {
        snprintf(fact->reason, sizeof fact->reason, "%s", text);
    }
    for (int i = 0; i < FACT_FIELDS_MAX && fact->group->fields[i].id; i++) {
        if (strcmp(key, fact->group->fields[i].id) == 0) {
            snprintf(fact->values[i], FACT_BYTES, "%s", text);
        }
    }
}

/* The same answer again takes it back. */
static void answer(FactScreen *fact, const char *code, int index)
{
    if (index < 0 || index >= FACT_FIELDS_MAX || !fact->group->fields[index].id) {
        return;
    }
    bool again = strcmp(fact->values[index], code) == 0;
    fact->touched = true;
    snprintf(fact->values[index], FACT_BYTES, "%s", again ? "" : code);
}

static void leave(Screen *screen)
{
    FactScreen *fact = self(screen);
    fact->touched = fact->going = false;
    if (fact->group->most > 0 && fact->subject.item.text[0]) {
        fact->subject.item = (Id){""};
    } else {
        stage_pop(screen->stage);
    }
}

/* By the way back: what was written is not lost by one press. From the question back to it. */
static void go_back(Screen *screen)
{
    FactScreen *fact = self(screen);
    bool asks =
        !fact->going && fact->touched &&
        note_would_change(screen->cove, fact->family, fact->group, &fact->subject, fact->values);
    if (fact->going || asks) {
        fact->going = asks;
    } else {
        leave(screen);
    }
}

static void save(Screen *screen)
{
    FactScreen *fact = self(screen);
    Error error = {0};
    fact->going = false;
    if (note_facts(screen->cove, fact->family, fact->group, &fact->subject, fact->values,
                   fact->reason, &error)) {
        leave(screen);
    } else {
        stage_notice(screen->stage, &error);
    }
}

static void open_item(FactScreen *fact, Id item)
{
    fact->subject.item = item;
    load(fact);
}

/* As it stands now: what was typed is kept first. */
static void print(Screen *screen)
{
    FactScreen *fact = self(screen);
    Error error = {0};
    if (note_facts(screen->cove, fact->family, fact->group, &fact->subject, fact->values,
                   fact->reason, &error)) {
        stage_push(screen->stage, screen_helper_contact(screen->cove, screen->stage, fact->family));
    } else {
        stage_notice(screen->stage, &error);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    FactScreen *fact = self(screen);
    Id item;
    if (event->type == UI_EDIT) {
        edit(fact, event->action.item, event->text);
    } else if (heard_press(event, "answer")) {
        answer(fact, event->action.item, event->action.value);
    } else if (heard_press(event, "save")) {
        save(screen);
    } else if (heard_press(event, "take-out")) {
        memset(fact->values, 0, sizeof fact->values);
        save(screen);
    } else if (heard_press(event, "print")) {
        print(screen);
    } else if (heard_press(event, "add")) {
        open_item(fact, id_new(&screen->cove->ids));
    } else if (heard_press(event, "item") && id_parse(event->action.item, &item)) {
        open_item(fact, item);
    } else if (heard_press(event, "leave")) {
        leave(screen);
    } else if (heard_press(event, "back") || heard_press(event, "stay") || frame_is_stop(event)) {
        go_back(screen);
    }
}

static void free_screen(Screen *screen)
{
    memory_wipe(screen, sizeof(FactScreen));
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-fact", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_helper_fact(Cove *cove, Stage *stage, Id family, const FactGroup *group,
                           const FactSubject *subject)
{
    FactScreen *fact = memory_new(1, sizeof *fact);
    fact->screen = (Screen){&ops, cove, stage};
    fact->family = family;
    fact->group = group;
    fact->subject = *subject;
    load(fact);
    if (was_done(group) && !fact->values[0][0]) {
        put_today(fact);
    }
    return &fact->screen;
}
