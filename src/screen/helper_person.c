/* Adding a person to a case: the name the family uses, an age group, a picture: one of ours, or a
 * figure put together here. */
#include "activity/figure_maker.h"
#include "screen/desk.h"
#include "screen/screens.h"

#include <stdio.h>
#include <string.h>

static const char *const pictures[TIER_COUNT][8] = {
    [TIER_T1] = {"child-1", "child-2", "child-3", "child-4", "child-5", "child-6"},
    [TIER_T2] = {"child-1", "child-2", "child-3", "child-4", "child-5", "child-6"},
    [TIER_T3] = {"child-5", "child-6", "child-4", "teen-1", "teen-2", "teen-3"},
    [TIER_T4] = {"teen-1", "teen-2", "teen-3"},
    [TIER_AD] = {"adult-1", "adult-2", "adult-3", "adult-4", "adult-5", "adult-6", "adult-7",
                 "adult-8"},
};

enum { OWN_FIGURE = -1 };

typedef struct PersonScreen {
    Screen screen;
    Id family;
    char name[PERSON_NAME_BYTES];
    Tier tier;
    int picture; /* OWN_FIGURE: `figure` */
    Figure figure;
    bool making; /* the figure, now */
    PlayTools tools;
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

static const char *figure_name(Tree *tree, const Figure *figure)
{
    char name[FIGURE_NAME_MAX];
    figure_print(figure, name);
    return tree_string(tree, name);
}

/* The way to a figure of their own; once there is one, its picture. */
static void build_own(const Screen *screen, const PersonScreen *person, Tree *tree, Node *row)
{
    Node *own = node_add(tree, row, ROLE_CHOICE, "own", desk_word(screen, tree, "ui.figure.make"));
    own->look = LOOK_TILE;
    own->action = action_of("make", "", 0);
    own->state.chosen = person->picture == OWN_FIGURE;
    own->picture = own->state.chosen ? figure_name(tree, &person->figure) : NULL;
    own->icon = own->state.chosen ? NULL : "icon/add";
    own->layout.width = 88;
    own->layout.height = 96;
}

static const char *maker_word(const void *context, Arena *arena, const char *id)
{
    return cove_words(context, arena, TIER_AD, NULL, id);
}

static void build_maker(const Screen *screen, const PersonScreen *person, Tree *tree, Node *panel)
{
    FigureMaker maker = {.tools = &person->tools,
                         .tier = TIER_AD,
                         .whom = tier_limits(person->tier)->id,
                         .who = desk_word(screen, tree, "ui.figure.person"),
                         .first = person->figure,
                         .done = action_of("made", "", 0),
                         .leave = action_of("leave-figure", "", 0),
                         .word = maker_word,
                         .context = screen->cove};
    figure_maker_build(&maker, tree, panel);
}

static void build_pictures(const Screen *screen, const PersonScreen *person, const char *label,
                           Tree *tree, Node *panel)
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
    build_own(screen, person, tree, row);
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
    /* Enter leads on to the age group, which cannot be changed later, and does not save. */
    desk_field(tree, panel, "name", desk_word(screen, tree, "ui.case.name"),
               desk_word(screen, tree, "ui.case.name-hint"), person->name, PERSON_NAME_BYTES, "")
        ->field_begins = true;
    build_tiers(screen, person, tree, panel);
    if (person->making) {
        build_maker(screen, person, tree, panel);
        return;
    }
    build_pictures(screen, person, desk_word(screen, tree, "ui.case.picture"), tree, panel);
    Node *row = simple_row(tree, panel, 12);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.case.save"), "save",
                  "icon/check");
}

/* Under the age group, where one was chosen: as old as that. */
static void choose_tier(PersonScreen *person, Tier tier)
{
    person->tier = tier;
    person->picture = 0;
    person->making = false;
    person->figure = figure_of_tier(tier, (uint64_t)tier + 1);
}

static void picture_of(const PersonScreen *person, char *out, size_t size)
{
    char name[FIGURE_NAME_MAX];
    figure_print(&person->figure, name);
    if (person->picture == OWN_FIGURE) {
        snprintf(out, size, "%s", name);
    } else {
        snprintf(out, size, "person/%s", pictures[person->tier][person->picture]);
    }
}

/* True when it was about the figure. */
static bool hear_maker(PersonScreen *person, const UiEvent *event)
{
    if (play_tools_hear(&person->tools, event)) {
        return true;
    }
    if (heard_press(event, "made") && figure_parse(event->action.item, &person->figure)) {
        person->picture = OWN_FIGURE;
    } else if (!heard_press(event, "make") && !heard_press(event, "leave-figure")) {
        return false;
    }
    person->making = heard_press(event, "make");
    return true;
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
    picture_of(person, event.picture, sizeof event.picture);
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
        choose_tier(person, (Tier)event->action.value);
    } else if (hear_maker(person, event)) {
        return;
    } else if (heard_press(event, "picture")) {
        person->picture = event->action.value;
    } else if (heard_press(event, "save")) {
        save(screen);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-person", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_person(Cove *cove, Stage *stage, Id family)
{
    PersonScreen *person = memory_new(1, sizeof *person);
    person->screen = (Screen){&ops, cove, stage};
    person->family = family;
    choose_tier(person, TIER_T2);
    return &person->screen;
}
