/* The door: who is here? The helper, the people of the family that is here today, or someone who
 * only looks around. A sitting cut short can be gone on with from here. */
#include "screen/screens.h"
#include "screen/sign_in.h"
#include "screen/simple.h"
#include "screen/sky.h"

#include <string.h>

static const char *word(const Screen *screen, Tree *tree, const char *id)
{
    return cove_words(screen->cove, tree->arena, TIER_AD, NULL, id);
}

static Tier tier(const Screen *screen)
{
    (void)screen;
    return TIER_T2; /* big enough for any child who comes to the door */
}

static const Record *record_of(const Screen *screen)
{
    return screen->cove->keeper ? keeper_record(screen->cove->keeper) : NULL;
}

/* A helper works here (or the sample's). */
static bool set_up(const Screen *screen)
{
    return record_of(screen) && record_helper(record_of(screen))[0];
}

static Node *person_button(Tree *tree, Node *row, const char *name, const char *picture,
                           Action action)
{
    Node *button = node_button(tree, row, LOOK_TILE, name, action);
    button->key = arena_format(tree->arena, "%s-%s", action.verb, action.item);
    button->picture = tree_string(tree, picture);
    button->text_align = ALIGN_CENTER;
    button->layout.min_width = 140;
    button->layout.max_width = 320;
    return button;
}

static void build_resume(const Screen *screen, const Sitting *open, Tree *tree, Node *sheet)
{
    Sitter sitter;
    if (!sitter_find(screen->cove, open->id, &sitter)) {
        return;
    }
    Node *card = node_group(tree, sheet, AXIS_COLUMN);
    card->look = LOOK_NOTE;
    card->layout.gap = 8;
    card->layout.cross = ALIGN_CENTER;
    node_text(tree, card, TYPE_BODY,
              cove_words(screen->cove, tree->arena, TIER_AD, &sitter.tokens, "ui.door.resume.say"));
    simple_button(tree, card, LOOK_PRIMARY,
                  cove_words(screen->cove, tree->arena, TIER_AD, &sitter.tokens, "ui.door.resume"),
                  "resume", "icon/play");
}

static void build_people(const Screen *screen, Tree *tree, Node *row)
{
    const Record *record = record_of(screen);
    const Case *family = record ? record_case_here(record) : NULL;
    for (size_t i = 0; family && i < family->people_count; i++) {
        const Person *person = &family->people[i];
        const SignIn *own = record_sign_in(record, person->id);
        person_button(tree, row, person->name,
                      own && own->animal[0] ? own->animal : person->picture,
                      action_of("come", person->id.text, 0));
    }
}

static void build_helper(const Screen *screen, Tree *tree, Node *row)
{
    if (cove_state(screen->cove) != COVE_NEW) {
        person_button(tree, row, word(screen, tree, "ui.door.helper"), "person/helper",
                      action_of("helper", "", 0));
        return;
    }
    Node *fresh = person_button(tree, row, word(screen, tree, "ui.door.new"), "place/boathouse",
                                action_of("set-up", "", 0));
    fresh->spoken = word(screen, tree, "ui.door.new.say");
    fresh->layout.min_width = 220;
    fresh->layout.max_width = 300;
}

static void build_looking(const Screen *screen, Tree *tree, Node *row)
{
    Node *look = person_button(tree, row, word(screen, tree, "ui.door.look-around"), "nori/hello",
                               action_of("look-around", "", 0));
    look->spoken = word(screen, tree, "ui.door.look-around.say");
    look->layout.min_width = 220;
    look->layout.max_width = 300;
}

static void build_sheet(const Screen *screen, Tree *tree, Node *body)
{
    Node *sheet = simple_sheet(tree, body, 0);
    sheet->layout.max_width = 1000;
    simple_title(tree, sheet, TYPE_TITLE, word(screen, tree, "ui.door.who"));
    const Sitting *open = record_of(screen) ? record_sitting_open(record_of(screen)) : NULL;
    if (open) {
        build_resume(screen, open, tree, sheet);
    }
    Node *row = simple_row(tree, sheet, 16);
    row->layout.cross = ALIGN_STRETCH;
    if (!open) {
        build_people(screen, tree, row);
    }
    build_helper(screen, tree, row);
    if (!set_up(screen)) {
        build_looking(screen, tree, row);
    }
    if (cove_state(screen->cove) == COVE_LOCKED) {
        Node *note = node_text(tree, sheet, TYPE_SMALL, word(screen, tree, "ui.door.locked"));
        note->look = LOOK_NOTE;
        note->icon = "icon/lock";
    }
}

static void build_foot(const Screen *screen, Tree *tree, Node *column)
{
    if (screen->cove->sample) {
        node_text(tree, column, TYPE_SMALL, word(screen, tree, "ui.door.sample-note"))->look =
            LOOK_NOTE;
    }
    Node *row = simple_row(tree, column, 16);
    row->layout.pad_y = 8;
    if (screen->cove->sample) {
        simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.door.leave-sample"),
                      "leave-sample", "icon/back");
    } else if (set_up(screen)) {
        simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.door.look-around"),
                      "look-around", "icon/lookaround");
    }
    simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.door.quit"), "quit",
                  "icon/close");
}

static void build(const Screen *screen, Tree *tree)
{
    Node *root = node_add(tree, NULL, ROLE_SCREEN, "door", word(screen, tree, "ui.door.title"));
    root->layout.axis = AXIS_STACK;
    node_image(tree, root, "scene/door", "", 0, 0)->cover = true;
    sky_build(screen->stage, tree, root, "scene/door");
    Node *column = node_group(tree, root, AXIS_COLUMN);
    column->layout.pad_x = 24;
    column->layout.pad_y = 24;
    column->layout.cross = ALIGN_CENTER;
    column->layout.scroll = stage_cramped(screen->stage);
    column->key = "page";
    Node *title = node_heading(tree, column, TYPE_DISPLAY, root->name);
    title->bold = true;
    Node *body = node_group(tree, column, AXIS_COLUMN);
    body->layout.grow = 1;
    body->layout.scroll = column->layout.scroll;
    build_sheet(screen, tree, body);
    build_foot(screen, tree, column);
}

static void come(Screen *screen, const char *item)
{
    Id id;
    const Case *family = record_case_here(record_of(screen));
    if (family && id_parse(item, &id) && case_person(family, id)) {
        Visit visit = {.why = VISIT_BEGIN, .family = family->id, .person = id};
        visit_ask(screen->cove, screen->stage, &visit);
    }
}

static void go_on(Screen *screen)
{
    const Sitting *open = record_sitting_open(record_of(screen));
    Visit visit = {
        .why = VISIT_RESUME, .family = open->case_id, .person = open->person, .sitting = open->id};
    visit_ask(screen->cove, screen->stage, &visit);
}

static void look_around(Screen *screen)
{
    Error error = {0};
    if (!cove_open_sample(screen->cove, &error)) {
        stage_notice(screen->stage, &error);
    }
    stage_touch(screen->stage);
}

static void leave_sample(Screen *screen)
{
    cove_close(screen->cove);
    stage_touch(screen->stage);
}

/* The helper's room is behind the passphrase, also while the record is open for a family. */
static Screen *way_to_helper(const Screen *screen)
{
    Cove *cove = screen->cove;
    Stage *stage = screen->stage;
    switch (cove_state(cove)) {
    case COVE_UNSEALED: return screen_passphrase(cove, stage, PASSPHRASE_OLD, "");
    case COVE_LOCKED: return screen_unlock(cove, stage);
    default: return cove->vault ? screen_unlock(cove, stage) : screen_helper_room(cove, stage);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (heard_press(event, "come")) {
        come(screen, event->action.item);
    } else if (heard_press(event, "helper")) {
        stage_push(screen->stage, way_to_helper(screen));
    } else if (heard_press(event, "set-up")) {
        stage_push(screen->stage, screen_setup(screen->cove, screen->stage));
    } else if (heard_press(event, "look-around")) {
        look_around(screen);
    } else if (heard_press(event, "leave-sample")) {
        leave_sample(screen);
    } else if (heard_press(event, "resume")) {
        go_on(screen);
    } else if (heard_press(event, "quit")) {
        stage_quit(screen->stage);
    }
}

/* Whoever of the family here uses one switch can open the door too. */
static Id scanner(const Screen *screen)
{
    const Record *record = record_of(screen);
    const Case *family = record ? record_case_here(record) : NULL;
    for (size_t i = 0; family && i < family->people_count; i++) {
        const Person *person = &family->people[i];
        if (record_prefs(record, person->id, person->tier).scan != SCAN_OFF) {
            return person->id;
        }
    }
    return (Id){""};
}

static const ScreenOps ops = {.name = "door",
                              .build = build,
                              .hear = hear,
                              .tier = tier,
                              .scanner = scanner,
                              .for_all = true,
                              .free = sitting_screen_free};

Screen *screen_door(Cove *cove, Stage *stage)
{
    return sitting_screen_new(&ops, cove, stage, (Id){0});
}
