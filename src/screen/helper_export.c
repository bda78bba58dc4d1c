/* What can leave a case and what has left it: reports, and what to do when somebody demands the
 * record. */
#include "screen/desk.h"
#include "screen/reporting.h"
#include "screen/screens.h"

#include <stdlib.h>
#include <string.h>

enum { LEFT_SHOWN = 40, DEMANDS = 6 };

typedef struct ExportScreen {
    Screen screen;
    Id family;
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

static const char *reader_of(const Screen *screen, const Left *left, Tree *tree)
{
    const Case *family = family_of(screen);
    const Person *reader = case_person(family, left->reader);
    const Person *person = reader ? reader : case_person(family, left->person);
    const char *id = arena_format(tree->arena, "ui.report.for.%s", left->audience);
    return desk_word_for(screen, tree, id, person->name);
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
    const char *form = desk_word(screen, tree,
                                 arena_format(tree->arena, "ui.export.form.%s", left->form));
    Node *words = node_text(
        tree, panel, TYPE_BODY,
        arena_format(tree->arena, "%s \xc2\xb7 %s \xc2\xb7 %s \xc2\xb7 %s", desk_when(tree, left->at),
                     case_person(family_of(screen), left->person)->name,
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

static void build_demand(const Screen *screen, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "demand", desk_word(screen, tree, "ui.demand.title"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.demand.about"));
    for (int i = 1; i <= DEMANDS; i++) {
        node_text(tree, panel, TYPE_BODY,
                  arena_format(tree->arena, "%d. %s", i,
                               desk_word(screen, tree,
                                         arena_format(tree->arena, "ui.demand.%d", i))));
    }
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.export.title"),
                           family_of(screen)->name);
    Node *panels = desk_panels(tree, body);
    build_reports(screen, tree, panels);
    build_lefts(screen, tree, panels);
    build_demand(screen, tree, panels);
}

/* ---- hearing ---- */

static void hear(Screen *screen, const UiEvent *event)
{
    Id person;
    if (heard_press(event, "report") && id_parse(event->action.item, &person)) {
        stage_push(screen->stage, screen_helper_report(screen->cove, screen->stage,
                                                       self(screen)->family, person));
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static void free_screen(Screen *screen)
{
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
    return &leaving->screen;
}
