/* A person's own complete copy, in two steps: who asks for it and why; then what will be in it, a
 * warning, and that the helper made sure. Nothing of it is ever in a report. */
#include "activity/kind.h"
#include "screen/desk.h"
#include "screen/own_copying.h"
#include "screen/reporting.h"
#include "screen/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct OwnCopyScreen {
    Screen screen;
    Id family, person;
    const char *by; /* code; "" while none is chosen */
    char why[FACT_BYTES];
    bool second, checked;
    OwnCopySize size; /* of the second step */
    char folder[FOLDER_BYTES];
    char *saved; /* path of the folder; NULL before */
} OwnCopyScreen;

static OwnCopyScreen *self(Screen *screen)
{
    return (OwnCopyScreen *)(void *)screen;
}

static const OwnCopyScreen *self_const(const Screen *screen)
{
    return (const OwnCopyScreen *)(const void *)screen;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), self_const(screen)->family);
}

/* ---- building ---- */

static Node *left_row(Tree *tree, Node *panel)
{
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    return row;
}

static void build_first(const Screen *screen, Tree *tree, Node *panel)
{
    const OwnCopyScreen *copy = self_const(screen);
    const char *const *by = fact_field("own-copy.by")->choices;
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.own-copy.about"));
    node_text(tree, panel, TYPE_SMALL, desk_word(screen, tree, "ui.fact.own-copy.by"))->bold = true;
    Node *row = left_row(tree, panel);
    for (int i = 0; by[i]; i++) {
        page_choice(
            tree, row, by[i],
            desk_word(screen, tree, arena_format(tree->arena, "ui.fact.own-copy.by.%s", by[i])),
            NULL, action_of("by", by[i], i), strcmp(copy->by, by[i]) == 0);
    }
    desk_field(tree, panel, "why", desk_word(screen, tree, "ui.fact.own-copy.why"), "", copy->why,
               FACT_BYTES, "on");
    Node *on = simple_button(tree, left_row(tree, panel), LOOK_PRIMARY,
                             desk_word(screen, tree, "ui.own-copy.on"), "on", "icon/next");
    on->state.disabled = !copy->by[0] || !copy->why[0];
}

static void build_sizes(const Screen *screen, Tree *tree, Node *panel)
{
    const OwnCopySize *size = &self_const(screen)->size;
    const struct {
        const char *id;
        size_t count;
    } lines[] = {{"ui.own-copy.plays", size->plays},
                 {"ui.own-copy.rows", size->rows},
                 {"ui.own-copy.drawings", size->drawings}};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        node_text(tree, panel, TYPE_BODY,
                  desk_word_count(screen, tree, lines[i].id, (long)lines[i].count));
    }
}

static void build_second(const Screen *screen, Tree *tree, Node *panel)
{
    const OwnCopyScreen *copy = self_const(screen);
    build_sizes(screen, tree, panel);
    Node *warning = desk_note(tree, panel, desk_word(screen, tree, "ui.own-copy.warning"));
    warning->icon = "icon/warning";
    page_choice(tree, left_row(tree, panel), "checked",
                desk_word(screen, tree, "ui.own-copy.checked"), NULL, action_of("checked", "", 0),
                copy->checked);
    desk_field(tree, panel, "folder", desk_word(screen, tree, "ui.report.folder"), "", copy->folder,
               FOLDER_BYTES, "folder");
    Node *save = simple_button(tree, left_row(tree, panel), LOOK_PRIMARY,
                               desk_word(screen, tree, "ui.own-copy.save"), "save", "icon/check");
    save->state.disabled = !copy->checked;
    if (copy->saved) {
        desk_note(tree, panel,
                  arena_format(tree->arena, "%s\n%s", desk_word(screen, tree, "ui.report.saved"),
                               copy->saved));
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const OwnCopyScreen *copy = self_const(screen);
    const Person *person = case_person(family_of(screen), copy->person);
    Node *body =
        desk_page(screen, tree, desk_word_for(screen, tree, "ui.own-copy.of", person->name),
                  desk_word(screen, tree, "ui.export.title"));
    Node *panel = desk_panel(
        tree, body, "step",
        desk_word(screen, tree, copy->second ? "ui.own-copy.second" : "ui.own-copy.first"));
    (copy->second ? build_second : build_first)(screen, tree, panel);
}

/* ---- hearing ---- */

static void choose(OwnCopyScreen *copy, int which)
{
    const char *const *by = fact_field("own-copy.by")->choices;
    for (int i = 0; by[i]; i++) {
        if (i == which) {
            copy->by = by[i];
        }
    }
}

static void go_on(Screen *screen)
{
    OwnCopyScreen *copy = self(screen);
    if (copy->by[0] && copy->why[0]) {
        copy->second = true;
        copy->size = own_copy_size(screen->cove, copy->family, copy->person);
    }
}

static void save(Screen *screen)
{
    OwnCopyScreen *copy = self(screen);
    const OwnCopyWish wish = {copy->family, copy->person, copy->by, copy->why, copy->checked};
    Error error = {0};
    char *path;
    if (!own_copy_save(screen->cove, &wish, copy->folder, &path, &error)) {
        stage_notice(screen->stage, &error);
        return;
    }
    free(copy->saved);
    copy->saved = path;
}

static void edit(OwnCopyScreen *copy, const UiEvent *event)
{
    bool why = strcmp(event->action.item, "why") == 0;
    snprintf(why ? copy->why : copy->folder, why ? sizeof copy->why : sizeof copy->folder, "%s",
             event->text);
}

static void hear(Screen *screen, const UiEvent *event)
{
    OwnCopyScreen *copy = self(screen);
    if (event->type == UI_EDIT) {
        edit(copy, event);
    } else if (heard_press(event, "by")) {
        choose(copy, event->action.value);
    } else if (heard_press(event, "on")) {
        go_on(screen);
    } else if (heard_press(event, "checked")) {
        copy->checked = !copy->checked;
    } else if (heard_press(event, "save")) {
        save(screen);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
        return;
    }
    stage_touch(screen->stage);
}

static void free_screen(Screen *screen)
{
    free(self(screen)->saved);
    memory_wipe(screen, sizeof(OwnCopyScreen));
    free(screen);
}

static const ScreenOps ops = {.name = "helper-own-copy",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .free = free_screen};

Screen *screen_helper_own_copy(Cove *cove, Stage *stage, Id family, Id person)
{
    desk_need(cove, stage, family);
    OwnCopyScreen *copy = memory_new(1, sizeof *copy);
    copy->screen = (Screen){&ops, cove, stage};
    copy->family = family;
    copy->person = person;
    copy->by = "";
    reporting_folder(cove, copy->folder);
    return &copy->screen;
}
