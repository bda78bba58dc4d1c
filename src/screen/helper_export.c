/* What can leave a case and what has left it: reports, a client for another system, and what to do
 * when somebody demands the record. */
#include "activity/kind.h"
#include "screen/desk.h"
#include "screen/exporting.h"
#include "screen/reporting.h"
#include "screen/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEFT_SHOWN = 40 };

typedef struct ExportScreen {
    Screen screen;
    Id family;
    bool named;
    char folder[FOLDER_BYTES];
    char *saved; /* path of what was saved last; NULL before */
} ExportScreen;

static const ExportScreen *self(const Screen *screen)
{
    return (const ExportScreen *)(const void *)screen;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), self(screen)->family);
}

/* ---- building ---- */

static void build_reports(const Screen *screen, Tree *tree, Node *panels)
{
    const Case *family = family_of(screen);
    Node *panel = desk_panel(tree, panels, "reports", desk_word(screen, tree, "ui.report.title"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.report.about"));
    for (size_t i = 0; i < family->people_count; i++) {
        const Person *person = &family->people[i];
        if (person->role == PERSON_CHILD) {
            Node *row = desk_row(tree, panel, person->picture,
                                 desk_word_for(screen, tree, "ui.report.of", person->name), NULL,
                                 action_of("report", person->id.text, 0));
            row->icon = person->picture[0] ? NULL : "icon/note";
        }
    }
}

/* ---- another system ---- */

static void build_client(const Screen *screen, const Person *child, Tree *tree, Node *panel)
{
    static const char *const forms[] = {"csv", "fhir"};
    node_text(tree, panel, TYPE_SMALL, child->name)->bold = true;
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    for (int i = 0; i < 2; i++) {
        const char *words =
            desk_word(screen, tree, arena_format(tree->arena, "ui.export.%s", forms[i]));
        Node *button =
            node_button(tree, row, LOOK_SECONDARY, words, action_of("export", child->id.text, i));
        button->key = arena_format(tree->arena, "export-%s-%s", forms[i], child->id.text);
        button->name = arena_format(tree->arena, "%s: %s", words, child->name);
    }
}

static void build_system(const Screen *screen, Tree *tree, Node *panels)
{
    const Case *family = family_of(screen);
    Node *panel = desk_panel(tree, panels, "system", desk_word(screen, tree, "ui.export.system"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.export.about"));
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    page_choice(tree, row, "named", desk_word(screen, tree, "ui.export.name"), NULL,
                action_of("named", "", 0), self(screen)->named);
    desk_field(tree, panel, "folder", desk_word(screen, tree, "ui.report.folder"), "",
               self(screen)->folder, FOLDER_BYTES, "folder");
    for (size_t i = 0; i < family->people_count; i++) {
        if (family->people[i].role == PERSON_CHILD) {
            build_client(screen, &family->people[i], tree, panel);
        }
    }
    if (self(screen)->saved) {
        desk_note(tree, panel,
                  arena_format(tree->arena, "%s\n%s", desk_word(screen, tree, "ui.report.saved"),
                               self(screen)->saved));
    }
}

/* ---- what left ---- */

static const char *reader_of(const Screen *screen, const Left *left, Tree *tree)
{
    const Case *family = family_of(screen);
    const Person *reader = case_person(family, left->reader);
    const Person *person = reader ? reader : case_person(family, left->person);
    const char *name = person ? person->name : "";
    const char *id = strcmp(left->audience, "system") == 0
                         ? "ui.export.system"
                         : arena_format(tree->arena, "ui.report.for.%s", left->audience);
    bool gone = !reader && left->reader.text[0];
    return desk_word_for(screen, tree, id, gone ? desk_word(screen, tree, "ui.gone") : name);
}

/* "people aims" in words. */
static const char *parts_of(const Screen *screen, const Left *left, Tree *tree)
{
    const char *words = "", *part = left->parts;
    while (*part) {
        size_t length = strcspn(part, " ");
        const char *id = arena_format(tree->arena, "ui.report.part.%.*s", (int)length, part);
        words = arena_format(tree->arena, "%s%s%s", words, words[0] ? " \xc2\xb7 " : "",
                             desk_word(screen, tree, id));
        part += length + strspn(part + length, " ");
    }
    return words;
}

static void build_left(const Screen *screen, const Left *left, size_t number, Tree *tree,
                       Node *panel)
{
    const char *form =
        desk_word(screen, tree, arena_format(tree->arena, "ui.export.form.%s", left->form));
    const Person *about = case_person(family_of(screen), left->person);
    Node *words = node_text(tree, panel, TYPE_BODY,
                            arena_format(tree->arena, "%s \xc2\xb7 %s \xc2\xb7 %s \xc2\xb7 %s",
                                         desk_when(tree, left->at),
                                         about ? about->name : family_of(screen)->name,
                                         reader_of(screen, left, tree), form));
    words->key = arena_format(tree->arena, "left-%zu", number);
    const char *parts = parts_of(screen, left, tree);
    if (parts[0]) {
        node_text(tree, panel, TYPE_SMALL, parts);
    }
}

static void build_lefts(const Screen *screen, Tree *tree, Node *panels)
{
    const Case *family = family_of(screen);
    Node *panel = desk_panel(tree, panels, "left", desk_word(screen, tree, "ui.export.left"));
    size_t shown = 0;
    for (size_t i = family->left_count; i-- > 0 && shown < LEFT_SHOWN; shown++) {
        build_left(screen, &family->left[i], i, tree, panel);
    }
    if (shown == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.export.left.none"));
    }
}

static void build_copies(const Screen *screen, Tree *tree, Node *panels)
{
    const Case *family = family_of(screen);
    Node *panel = desk_panel(tree, panels, "copies", desk_word(screen, tree, "ui.own-copy.title"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.own-copy.about"));
    for (size_t i = 0; i < family->people_count; i++) {
        const Person *person = &family->people[i];
        Node *row = desk_row(tree, panel, person->picture,
                             desk_word_for(screen, tree, "ui.own-copy.of", person->name), NULL,
                             action_of("own-copy", person->id.text, 0));
        row->icon = person->picture[0] ? NULL : "icon/note";
    }
}

static void build_demand(const Screen *screen, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "demand", desk_word(screen, tree, "ui.demand.title"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.demand.about"));
    for (int i = 1; i <= DEMAND_STEPS; i++) {
        node_text(
            tree, panel, TYPE_BODY,
            arena_format(tree->arena, "%d. %s", i,
                         desk_word(screen, tree, arena_format(tree->arena, "ui.demand.%d", i))));
    }
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.demand.note"), "demands",
                  "icon/check");
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.demand.print"),
                  "demand-paper", "icon/note");
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.export.title"),
                           family_of(screen)->name);
    Node *panels = desk_panels(tree, body);
    build_reports(screen, tree, panels);
    build_system(screen, tree, panels);
    build_lefts(screen, tree, panels);
    build_demand(screen, tree, panels);
    build_copies(screen, tree, panels);
}

/* ---- hearing ---- */

static void save(Screen *screen, Id child, bool fhir)
{
    ExportScreen *leaving = (ExportScreen *)(void *)screen;
    const ExportWish wish = {leaving->family, child, leaving->named};
    Error error = {0};
    char *path;
    if (!exporting_save(screen->cove, &wish, fhir, leaving->folder, &path, &error)) {
        stage_notice(screen->stage, &error);
        return;
    }
    free(leaving->saved);
    leaving->saved = path;
    stage_touch(screen->stage);
}

static void hear(Screen *screen, const UiEvent *event)
{
    ExportScreen *leaving = (ExportScreen *)(void *)screen;
    Id person;
    if (event->type == UI_EDIT) {
        snprintf(leaving->folder, sizeof leaving->folder, "%s", event->text);
        stage_touch(screen->stage);
        return;
    }
    if (heard_press(event, "named")) {
        leaving->named = !leaving->named;
        stage_touch(screen->stage);
    }
    if (heard_press(event, "export") && id_parse(event->action.item, &person)) {
        save(screen, person, event->action.value == 1);
    }
    if (heard_press(event, "own-copy") && id_parse(event->action.item, &person)) {
        stage_push(screen->stage,
                   screen_helper_own_copy(screen->cove, screen->stage, leaving->family, person));
    } else if (heard_press(event, "demands")) {
        const FactSubject list = {.person = {""}};
        stage_push(screen->stage, screen_helper_fact(screen->cove, screen->stage, leaving->family,
                                                     fact_group("demand"), &list));
    } else if (heard_press(event, "demand-paper")) {
        stage_push(screen->stage, screen_helper_form(screen->cove, screen->stage, FORM_DEMAND,
                                                     leaving->family, (Id){""}));
    } else if (heard_press(event, "report") && id_parse(event->action.item, &person)) {
        stage_push(screen->stage,
                   screen_helper_report(screen->cove, screen->stage, self(screen)->family, person));
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static void free_screen(Screen *screen)
{
    free(((ExportScreen *)(void *)screen)->saved);
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-export", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_helper_export(Cove *cove, Stage *stage, Id family)
{
    desk_need(cove, stage, family);
    ExportScreen *leaving = memory_new(1, sizeof *leaving);
    leaving->screen = (Screen){&ops, cove, stage};
    leaving->family = family;
    reporting_folder(cove, leaving->folder);
    return &leaving->screen;
}
