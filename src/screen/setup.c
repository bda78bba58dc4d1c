/* A new helper's computer: a name; then the passphrase. Also where the name alone is missing. */
#include "screen/screens.h"
#include "screen/simple.h"

#include <stdio.h>

typedef struct SetupScreen {
    Screen screen;
    char name[PERSON_NAME_BYTES];
} SetupScreen;

static SetupScreen *self(Screen *screen)
{
    return (SetupScreen *)(void *)screen;
}

static const char *word(const Screen *screen, Tree *tree, const char *id)
{
    return cove_words(screen->cove, tree->arena, TIER_AD, NULL, id);
}

static Tier tier(const Screen *screen)
{
    (void)screen;
    return TIER_AD;
}

static void build_form(const Screen *screen, Tree *tree, Node *sheet)
{
    const SetupScreen *setup = (const SetupScreen *)(const void *)screen;
    Node *label = node_text(tree, sheet, TYPE_BODY, word(screen, tree, "ui.setup.name"));
    label->bold = true;
    Node *field = node_add(tree, sheet, ROLE_FIELD, "name", word(screen, tree, "ui.setup.name"));
    field->look = LOOK_FIELD;
    field->field_text = tree_string(tree, setup->name);
    field->field_hint = word(screen, tree, "ui.setup.name-hint");
    field->field_max = PERSON_NAME_BYTES;
    field->field_begins = true;
    field->action = action_of("name", "name", 0);
    Node *row = simple_row(tree, sheet, 16);
    simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.setup.back"), "back",
                  "icon/back");
    simple_button(tree, row, LOOK_PRIMARY, word(screen, tree, "ui.setup.go"), "go", "icon/door");
}

static void build(const Screen *screen, Tree *tree)
{
    Node *root = node_add(tree, NULL, ROLE_SCREEN, "setup", word(screen, tree, "ui.setup.title"));
    root->layout.axis = AXIS_STACK;
    node_image(tree, root, "scene/desk", "", 0, 0)->cover = true;
    Node *body = node_group(tree, root, AXIS_COLUMN);
    Node *sheet = simple_sheet(tree, body, 640);
    sheet->layout.cross = ALIGN_STRETCH;
    node_heading(tree, sheet, TYPE_TITLE, root->name);
    node_text(tree, sheet, TYPE_BODY, word(screen, tree, "ui.setup.text"));
    build_form(screen, tree, sheet);
}

static void set_up(Screen *screen)
{
    Error error = {0};
    Cove *cove = screen->cove;
    Event event = {.type = EVENT_HELPER_NAMED};
    if (!name_accept(self(screen)->name, event.name, sizeof event.name, &error)) {
        stage_notice(screen->stage, &error);
    } else if (!cove->keeper) {
        stage_push(screen->stage,
                   screen_passphrase(cove, screen->stage, PASSPHRASE_SET_UP, event.name));
    } else if (cove_keep(cove, &event, 1, &error)) {
        stage_clear_to(screen->stage, screen_helper_room(cove, screen->stage));
    } else {
        stage_notice(screen->stage, &error);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (event->type == UI_EDIT) {
        snprintf(self(screen)->name, sizeof self(screen)->name, "%s", event->text);
    } else if (heard_press(event, "go") || heard_press(event, "name")) {
        set_up(screen);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {.name = "setup", .build = build, .hear = hear, .tier = tier};

Screen *screen_setup(Cove *cove, Stage *stage)
{
    SetupScreen *setup = memory_new(1, sizeof *setup);
    setup->screen = (Screen){&ops, cove, stage};
    return &setup->screen;
}
