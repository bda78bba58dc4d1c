/* The cove: a scene whose places are the modules; only what was given to this person is there. */
#include "screen/may.h"
#include "screen/parent_desk.h"
#include "screen/simple.h"
#include "screen/screens.h"
#include "screen/sitting.h"
#include "screen/sky.h"

#include <stdlib.h>
#include <string.h>

enum { PLACES_MAX = 16 };

/* Where a place stands in the scene picture, which is drawn 1280 by 720. Places without a spot
 * line up on the beach. */
typedef struct PlaceSpot {
    const char *place;
    float x, y;
} PlaceSpot;

static const PlaceSpot spots[] = {
    {"tide-pools", 260, 500},  {"quiet-cave", 330, 275}, {"signal-mast", 640, 215},
    {"two-jetties", 640, 458}, {"boathouse", 1010, 540}, {"lighthouse", 1012, 230},
};

static bool is_given(const Cove *cove, const Sitter *sitter, const char *module)
{
    for (size_t i = 0; i < sitter->family->assignment_count; i++) {
        const Assignment *given = &sitter->family->assignments[i];
        if (strcmp(given->module, module) == 0 && sitter_may_play(cove, sitter, given)) {
            return true;
        }
    }
    return false;
}

/* Modules of which something is given to the person, in the library's order. */
static size_t places_of(const Cove *cove, const Sitter *sitter, const Module **modules)
{
    size_t count = 0;
    for (size_t m = 0; m < library_count(cove->library) && count < PLACES_MAX; m++) {
        const Module *module = is_given(cove, sitter, library_id(cove->library, m))
                                   ? library_at(cove->library, m)
                                   : NULL;
        if (module) {
            modules[count++] = module;
        }
    }
    return count;
}

static Node *place_button(const Cove *cove, const Module *module, Tier tier_id, Tree *tree,
                          Node *parent)
{
    Node *place = node_button(tree, parent, LOOK_PLACE, cove_module_title(cove, module, tier_id),
                              action_of("go", module->id, 0));
    place->key = tree_string(tree, module->id);
    place->picture = arena_format(tree->arena, "place/%s", module->place);
    place->text_align = ALIGN_CENTER;
    return place;
}

static PlaceSpot spot_of(const char *name, size_t index)
{
    for (size_t i = 0; i < sizeof spots / sizeof *spots; i++) {
        if (strcmp(spots[i].place, name) == 0) {
            return spots[i];
        }
    }
    return (PlaceSpot){name, 220 + 210 * (float)(index % 5), 630};
}

static void put_at_spot(const Screen *screen, Node *place, const char *name, size_t index)
{
    PlaceSpot spot = spot_of(name, index);
    scene_put(screen->stage, place, spot.x, spot.y);
}

/* In small and in very wide windows and with big letters the places would lie on each other. */
static bool scene_fits(const Screen *screen)
{
    float width, height;
    stage_size(screen->stage, &width, &height);
    const Manner *manner = stage_manner(screen->stage);
    return width >= 1100 && height >= 640 && width <= 1.9f * height && manner->text_scale < 1.3f &&
           !manner->wide;
}

/* The boathouse, where the jar stands, is the way out. */
static void build_boathouse(const Screen *screen, const Sitter *sitter, Tree *tree, Node *scene)
{
    Node *leave =
        node_button(tree, scene, LOOK_PLACE, sitter_words(screen, tree, sitter, "ui.cove.leave"),
                    action_of("leave", "", 0));
    leave->key = "leave";
    leave->picture = "place/boathouse";
    leave->text_align = ALIGN_CENTER;
    leave->layout.min_width = 216;
    leave->layout.max_width = 290;
    put_at_spot(screen, leave, "boathouse", 0);
}

/* A child's own picture, and the way to another one: in the scene they stand in the grass, where no
 * place can be. */
static Node *build_me(const Screen *screen, const Sitter *sitter, Tree *tree, Node *row)
{
    Node *me =
        node_button(tree, row, LOOK_SECONDARY,
                    sitter_words(screen, tree, sitter, "ui.figure.title"), action_of("me", "", 0));
    me->key = "me";
    me->text = NULL;
    me->picture = tree_string(tree, sitter->person->picture);
    me->picture_size = 64;
    me->layout.pad_x = me->layout.pad_y = 4;
    return me;
}

static void build_scene(const Screen *screen, const Sitter *sitter, Tree *tree, Node *root)
{
    const Cove *cove = screen->cove;
    const Module *modules[PLACES_MAX];
    ShownSet set = simple_set(screen, sitter->person->tier, places_of(cove, sitter, modules));
    Node *scene = node_group(tree, root, AXIS_FREE);
    for (size_t i = set.first; i < set.end; i++) {
        Node *place = place_button(cove, modules[i], sitter->person->tier, tree, scene);
        place->layout.min_width = 216;
        place->layout.max_width = 290;
        put_at_spot(screen, place, modules[i]->place, i);
    }
    build_boathouse(screen, sitter, tree, scene);
    scene_put(screen->stage, build_me(screen, sitter, tree, scene), 62, 640);
}

/* Teens and adults get a plain list of the same places; adults below what else lies on their
 * desk. */
static void build_list(const Screen *screen, const Sitter *sitter, Tree *tree, Node *body)
{
    const Cove *cove = screen->cove;
    const Module *modules[PLACES_MAX];
    ShownSet set = simple_set(screen, sitter->person->tier, places_of(cove, sitter, modules));
    body->layout.cross = ALIGN_CENTER;
    bool desk = sitter->person->role == PERSON_ADULT;
    Node *grid =
        node_group(tree, desk ? parent_desk_build(screen, sitter, tree, body) : body, AXIS_ROW);
    grid->key = "places";
    grid->layout.wrap = true;
    grid->layout.main = ALIGN_CENTER;
    grid->layout.gap = 16;
    grid->layout.max_width = 900;
    grid->layout.scroll = !desk;
    grid->layout.grow = !desk;
    grid->layout.pad_x = 8;
    grid->layout.pad_y = tier_limits(sitter->person->tier)->gap_px;
    for (size_t i = set.first; i < set.end; i++) {
        Node *place = place_button(cove, modules[i], sitter->person->tier, tree, grid);
        place->look = LOOK_TILE;
        place->layout.min_width = 240;
        place->layout.max_width = 300;
    }
}

static void build_hello(const Screen *screen, const Sitter *sitter, bool empty, bool scene,
                        Tree *tree, Node *body)
{
    Tier tier_id = sitter->person->tier;
    Node *band = tree_find_key(tree, "band");
    Node *row = node_group(tree, scene ? band : body, AXIS_ROW);
    row->layout.gap = 12;
    row->layout.pad_x = scene ? 8 : 24;
    row->layout.max_width = scene ? 560 : 0; /* beside the buttons, not below them */
    row->layout.main = scene ? ALIGN_END : ALIGN_CENTER;
    row->layout.cross = ALIGN_CENTER;
    if (tier_id <= TIER_T2) {
        node_image(tree, row, "nori/hello", "", 84, 94);
    }
    Node *bubble = node_group(tree, row, AXIS_COLUMN);
    bubble->look = LOOK_BUBBLE;
    node_heading(tree, bubble, TYPE_TITLE,
                 cove_words(screen->cove, tree->arena, tier_id, &sitter->tokens, "ui.cove.hello"));
    node_text(tree, bubble, TYPE_BODY,
              cove_words(screen->cove, tree->arena, tier_id, &sitter->tokens,
                         empty ? "ui.cove.empty" : "ui.cove.pick"));
    if (!scene && sitter->person->role == PERSON_CHILD) {
        build_me(screen, sitter, tree, row);
    }
}

/* In the scene the boathouse is the way out; lists have a button. */
static void build_foot(const Screen *screen, const Sitter *sitter, bool scene, Tree *tree,
                       Node *body)
{
    bool home = sitter->sitting->setting == SETTING_HOME;
    if (scene && !home) {
        return;
    }
    Node *row = node_group(tree, body, AXIS_ROW);
    row->layout.pad_x = 24;
    row->layout.pad_y = 12;
    row->layout.gap = 16;
    row->layout.cross = ALIGN_CENTER;
    if (home) {
        node_text(tree, row, TYPE_SMALL, sitter_words(screen, tree, sitter, "ui.cove.nobody-live"))
            ->look = LOOK_NOTE;
    }
    node_spacer(tree, row);
    if (!scene) {
        simple_button(tree, row, LOOK_PRIMARY, sitter_words(screen, tree, sitter, "ui.cove.leave"),
                      "leave", "icon/door");
    }
}

static const char *scene_for(Tier tier_id)
{
    static const char *const scenes[TIER_COUNT] = {"scene/cove", "scene/cove", "scene/cove-calm",
                                                   "scene/cove-teen", "scene/desk"};
    return scenes[tier_id];
}

static void build(const Screen *screen, Tree *tree)
{
    Sitter sitter;
    bool found = sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter);
    Tier tier_id = found ? sitter.person->tier : TIER_T2;
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = sitting_screen(screen)->sitting,
                   .tier = tier_id,
                   .tokens = found ? &sitter.tokens : NULL,
                   .scene = scene_for(tier_id),
                   .hear = true,
                   .title = cove_words(screen->cove, tree->arena, tier_id, NULL, "ui.door.title"),
                   .settings = true,
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    bool scene = tier_id <= TIER_T3 && scene_fits(screen);
    frame.greets = found && scene;
    Node *body = frame_build(&frame, tree);
    if (!found) {
        return;
    }
    const Module *modules[PLACES_MAX];
    size_t count = places_of(screen->cove, &sitter, modules);
    bool empty = count == 0;
    build_hello(screen, &sitter, empty, scene, tree, body);
    if (scene) {
        frame_sample_note(&frame, tree, tree_find_key(tree, "band"));
        node_spacer(tree, body);
    } else {
        build_list(screen, &sitter, tree, body);
    }
    if (simple_set(screen, tier_id, count).more) {
        simple_more(tree, body, sitter_words(screen, tree, &sitter, "ui.cove.more"));
    }
    build_foot(screen, &sitter, scene, tree, body);
    if (scene) {
        build_scene(screen, &sitter, tree, tree->root);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    Id sitting = sitting_screen(screen)->sitting;
    if (frame_is_stop(event)) {
        sitting_stop(screen->cove, screen->stage, sitting);
    } else if (frame_hear(screen->cove, screen->stage, sitting, event) ||
               simple_hear_more(screen, event) || parent_desk_hear(screen, event)) {
        return;
    } else if (heard_press(event, "leave")) {
        sitting_leave(screen->cove, screen->stage, sitting);
    } else if (heard_press(event, "settings")) {
        stage_push(screen->stage, screen_own_settings(screen->cove, screen->stage, sitting));
    } else if (heard_press(event, "me")) {
        stage_push(screen->stage, screen_figure(screen->cove, screen->stage, sitting));
    } else if (heard_press(event, "go")) {
        stage_push(screen->stage,
                   screen_place(screen->cove, screen->stage, sitting, event->action.item));
    }
}

static const ScreenOps ops = {
    .name = "cove",
    .build = build,
    .hear = hear,
    .tier = sitting_screen_tier,
    .person = sitting_screen_person,
    .sitting = sitting_screen_sitting,
    .free = sitting_screen_free,
};

Screen *screen_cove(Cove *cove, Stage *stage, Id sitting)
{
    return sitting_screen_new(&ops, cove, stage, sitting);
}
