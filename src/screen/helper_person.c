/* Adding a person to a case: the name the family uses, an age group, a picture. */
#include "activity/kind.h"
#include "screen/desk.h"
#include "screen/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const pictures[TIER_COUNT][8] = {
    [TIER_T1] = {"child-1", "child-2", "child-3", "child-4", "child-5", "child-6"},
    [TIER_T2] = {"child-1", "child-2", "child-3", "child-4", "child-5", "child-6"},
    [TIER_T3] = {"child-5", "child-6", "child-4", "teen-1", "teen-2", "teen-3"},
    [TIER_T4] = {"teen-1", "teen-2", "teen-3"},
    [TIER_AD] = {"adult-1", "adult-2", "adult-3", "adult-4", "adult-5", "adult-6", "adult-7",
                 "adult-8"},
};

typedef struct PersonScreen {
    Screen screen;
    Id family;
    char name[PERSON_NAME_BYTES];
    Tier tier;
    int picture;
} PersonScreen;

static PersonScreen *self(Screen *screen)
{
    return (PersonScreen *)(void *)screen;
}

static void build_tiers(const Screen *screen, const PersonScreen *person, Tree *tree, Node *panel)
{
    node_text(tree, panel, TYPE_SMALL, desk_word(screen, tree, "ui.case.tier"))->bold = true;
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    for (Tier tier = 0; tier < TIER_COUNT; tier++) {
        const char *id = tier_limits(tier)->id;
        const char *words =
            desk_word(screen, tree, arena_format(tree->arena, "ui.case.tier.%s", id));
        page_choice(tree, row, id, words, NULL, action_of("tier", id, (int)tier),
                    person->tier == tier);
    }
}

static void build_pictures(const PersonScreen *person, const char *label, Tree *tree, Node *panel)
{
    node_text(tree, panel, TYPE_SMALL, label)->bold = true;
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    for (int i = 0; i < 8 && pictures[person->tier][i]; i++) {
        const char *file = pictures[person->tier][i];
        Node *choice = node_add(tree, row, ROLE_CHOICE, file,
                                arena_format(tree->arena, "%s %d", label, i + 1));
        choice->look = LOOK_TILE;
        choice->picture = arena_format(tree->arena, "person/%s", file);
        choice->action = action_of("picture", file, i);
        choice->state.chosen = person->picture == i;
        choice->layout.width = 88;
        choice->layout.height = 96;
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const PersonScreen *person = (const PersonScreen *)(const void *)screen;
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.case.add-person"),
                           desk_word(screen, tree, "ui.case.cancel"));
    Node *panel = node_group(tree, body, AXIS_COLUMN);
    panel->look = LOOK_CARD;
    panel->layout.gap = 12;
    panel->layout.cross = ALIGN_STRETCH;
    desk_field(tree, panel, "name", desk_word(screen, tree, "ui.case.name"),
               desk_word(screen, tree, "ui.case.name-hint"), person->name, PERSON_NAME_BYTES,
               "save");
    build_tiers(screen, person, tree, panel);
    build_pictures(person, desk_word(screen, tree, "ui.case.picture"), tree, panel);
    Node *row = simple_row(tree, panel, 12);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.case.save"), "save",
                  "icon/check");
}

static void save(Screen *screen)
{
    const PersonScreen *person = self(screen);
    Error error = {0};
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = person->family,
                   .person_id = id_new(&screen->cove->ids),
                   .role = person->tier == TIER_AD ? PERSON_ADULT : PERSON_CHILD,
                   .tier = person->tier};
    snprintf(event.picture, sizeof event.picture, "person/%s",
             pictures[person->tier][person->picture]);
    if (!name_accept(person->name, event.name, sizeof event.name, &error) ||
        !cove_keep(screen->cove, &event, 1, &error)) {
        stage_notice(screen->stage, &error);
        return;
    }
    stage_pop(screen->stage);
}

static void hear(Screen *screen, const UiEvent *event)
{
    PersonScreen *person = self(screen);
    if (event->type == UI_EDIT) {
        snprintf(person->name, sizeof person->name, "%s", event->text);
    } else if (heard_press(event, "tier")) {
        person->tier = (Tier)event->action.value;
        person->picture = 0;
    } else if (heard_press(event, "picture")) {
        person->picture = event->action.value;
    } else if (heard_press(event, "save")) {
        save(screen);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static void free_screen(Screen *screen)
{
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-person", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_helper_person(Cove *cove, Stage *stage, Id family)
{
    PersonScreen *person = memory_new(1, sizeof *person);
    person->screen = (Screen){&ops, cove, stage};
    person->family = family;
    person->tier = TIER_T2;
    return &person->screen;
}
