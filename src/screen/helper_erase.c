/* Erasing a case, or one person of it, in two steps: first whom, what goes and why, then the name
 * typed and the passphrase. */
#include "screen/erase_goes.h"
#include "screen/erasing.h"
#include "screen/lock.h"
#include "screen/screens.h"

#include "activity/kind.h"
#include "vault/passphrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct EraseScreen {
    Screen screen;
    Whose whose; /* the whole case, or one person of it */
    EraseWhy why;
    bool chosen;    /* a reason was */
    bool last_step; /* its fields are there */
    char name[PERSON_NAME_BYTES], typed[PASSPHRASE_BYTES];
    char refusal[sizeof((Error *)NULL)->sentence];
    Work work;
} EraseScreen;

static EraseScreen *self(Screen *screen)
{
    return (EraseScreen *)(void *)screen;
}

static const EraseScreen *self_const(const Screen *screen)
{
    return (const EraseScreen *)(const void *)screen;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), self_const(screen)->whose.family);
}

/* NULL: the whole case. */
static const Person *person_of(const Screen *screen)
{
    return case_person(family_of(screen), self_const(screen)->whose.one);
}

static const char *name_of(const Screen *screen)
{
    const Person *person = person_of(screen);
    return person ? person->name : family_of(screen)->name;
}

/* ---- whom, and what goes ---- */

static void build_choice(const Screen *screen, const char *name, const char *item, Id person,
                         Tree *tree, Node *panel)
{
    Node *choice = node_add(tree, panel, ROLE_CHOICE, item, name);
    choice->text = choice->name;
    choice->look = LOOK_ROW;
    choice->text_align = ALIGN_START;
    choice->state.chosen = id_same(self_const(screen)->whose.one, person);
    choice->icon = choice->state.chosen ? "icon/radio-on" : "icon/radio-off";
    choice->action = action_of("whom", person.text, 0);
}

static void build_whom(const Screen *screen, const Case *family, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "whom", desk_word(screen, tree, "ui.erase.whom"));
    build_choice(screen, desk_word(screen, tree, "ui.erase.whom-all"), "all", (Id){""}, tree,
                 panel);
    for (size_t i = 0; i < family->people_count; i++) {
        const Person *person = &family->people[i];
        build_choice(screen, desk_word_for(screen, tree, "ui.erase.whom-one", person->name),
                     person->id.text, person->id, tree, panel);
    }
}

static void build_goes(const Screen *screen, const Case *family, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "goes", desk_word(screen, tree, "ui.erase.goes"));
    build_erase_goes(screen, family, &self_const(screen)->whose, tree, panel);
    if (!person_of(screen)) {
        Node *row = simple_row(tree, panel, 8);
        row->layout.main = ALIGN_START;
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.fact.end"), "end",
                      "icon/note");
    }
}

/* ---- the two steps ---- */

static void build_why(const Screen *screen, Tree *tree, Node *panel)
{
    const EraseScreen *page = self_const(screen);
    for (EraseWhy why = 0; why < ERASE_WHYS; why++) {
        const char *code = erase_why_word(why);
        Node *choice =
            node_add(tree, panel, ROLE_CHOICE, code,
                     desk_word(screen, tree, arena_format(tree->arena, "ui.erase.why.%s", code)));
        choice->text = choice->name;
        choice->look = LOOK_ROW;
        choice->text_align = ALIGN_START;
        choice->state.chosen = page->chosen && page->why == why;
        choice->icon = choice->state.chosen ? "icon/radio-on" : "icon/radio-off";
        choice->action = action_of("why", "", (int)why);
    }
    if (page->chosen && !page->last_step) {
        Node *row = simple_row(tree, panel, 8);
        row->layout.main = ALIGN_START;
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.erase.go-on"), "go-on",
                      "icon/next");
    }
}

static void build_last(const Screen *screen, Tree *tree, Node *panel)
{
    const EraseScreen *page = self_const(screen);
    const char *label = person_of(screen) ? "ui.erase.name-one" : "ui.erase.name";
    desk_field(tree, panel, "name", desk_word(screen, tree, label), name_of(screen), page->name,
               PERSON_NAME_BYTES, "name");
    lock_field(screen, tree, panel, "secret", desk_word(screen, tree, "ui.lock.passphrase"),
               page->typed, false);
    lock_say(screen, tree, panel, page->work, page->refusal);
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.erase.do"), "erase",
                  "icon/warning");
}

static void build_steps(const Screen *screen, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "why", desk_word(screen, tree, "ui.erase.why"));
    Error error = {0};
    if (!erase_allowed(screen->cove, &self_const(screen)->whose, &error)) {
        desk_note(tree, panel, tree_string(tree, error.sentence))->icon = "icon/lock";
        return;
    }
    build_why(screen, tree, panel);
    if (self_const(screen)->last_step) {
        build_last(screen, tree, panel);
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const Case *family = family_of(screen);
    Node *body = desk_page(screen, tree,
                           arena_format(tree->arena, "%s: %s",
                                        desk_word(screen, tree, "ui.erase.title"), family->name),
                           desk_word(screen, tree, "ui.back"));
    Node *panels = desk_panels(tree, body);
    build_whom(screen, family, tree, panels);
    build_goes(screen, family, tree, panels);
    build_steps(screen, tree, panels);
}

/* ---- doing ---- */

static void say(EraseScreen *page, const char *words)
{
    snprintf(page->refusal, sizeof page->refusal, "%s", words);
}

static void ask(Screen *screen)
{
    EraseScreen *page = self(screen);
    Arena *arena = arena_new();
    char name[PERSON_NAME_BYTES] = "";
    bool right =
        name_accept(page->name, name, sizeof name, NULL) && strcmp(name, name_of(screen)) == 0;
    const char *wrong = person_of(screen) ? "ui.erase.wrong-name-one" : "ui.erase.wrong-name";
    say(page, right ? "" : cove_words(screen->cove, arena, TIER_AD, NULL, wrong));
    page->work = right ? WORK_ASKED : WORK_NONE;
    arena_free(arena);
}

static void go_to_certificate(Cove *cove, Stage *stage, Id erased)
{
    stage_clear_to(stage, screen_helper_room(cove, stage));
    stage_push(stage, screen_helper_keeping(cove, stage));
    stage_push(stage, screen_certificate(cove, stage, erased));
}

static void erase(Screen *screen)
{
    EraseScreen *page = self(screen);
    Cove *cove = screen->cove;
    Error error = {0};
    const Whose whose = page->whose;
    if (erase_for_good(cove, &whose, page->why, &error)) {
        go_to_certificate(cove, screen->stage, whose.one.text[0] ? whose.one : whose.family);
        return;
    }
    if (cove_state(cove) != COVE_OPEN) {
        stage_clear_to(screen->stage, screen_door(cove, screen->stage));
    }
    stage_notice(screen->stage, &error);
}

static void do_work(Screen *screen)
{
    EraseScreen *page = self(screen);
    Error error = {0};
    page->work = WORK_NONE;
    bool right = cove_is_passphrase(screen->cove, page->typed, &error);
    memory_wipe(page->typed, sizeof page->typed);
    if (right) {
        erase(screen);
    } else {
        say(page, error.sentence);
    }
}

/* Whoever is chosen anew takes both steps anew. */
static void choose_whom(EraseScreen *page, const char *item)
{
    Id person = {""};
    (void)id_parse(item, &person);
    page->whose.one = person;
    page->last_step = false;
    memory_wipe(page->typed, sizeof page->typed);
    page->name[0] = '\0';
    say(page, "");
}

static void edit(EraseScreen *page, const UiEvent *event)
{
    if (strcmp(event->action.item, "name") == 0) {
        snprintf(page->name, sizeof page->name, "%s", event->text);
    } else {
        snprintf(page->typed, sizeof page->typed, "%s", event->text);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    EraseScreen *page = self(screen);
    if (event->type == UI_EDIT) {
        edit(page, event);
    } else if (event->type == UI_TICK && page->work == WORK_ASKED) {
        do_work(screen);
    } else if (heard_press(event, "whom")) {
        choose_whom(page, event->action.item);
    } else if (heard_press(event, "why")) {
        page->why = (EraseWhy)event->action.value;
        page->chosen = true;
    } else if (heard_press(event, "end")) {
        const FactSubject nobody = {.person = {""}};
        stage_push(screen->stage,
                   screen_helper_fact(screen->cove, screen->stage, page->whose.family,
                                      fact_group("end"), &nobody));
    } else if (heard_press(event, "go-on")) {
        page->last_step = true;
    } else if (heard_press(event, "erase") || heard_press(event, "secret")) {
        ask(screen);
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

static const ScreenOps ops = {.name = "helper-erase",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .free = free_screen};

Screen *screen_helper_erase(Cove *cove, Stage *stage, Id family)
{
    desk_need(cove, stage, family); /* to tell how much goes */
    EraseScreen *page = memory_new(1, sizeof *page);
    page->screen = (Screen){&ops, cove, stage};
    page->whose = whose_case(family);
    return &page->screen;
}
