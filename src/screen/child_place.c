/* One place of the cove: the activities given there, in the order they were given. */
#include "family/given.h"
#include "screen/may.h"
#include "screen/simple.h"
#include "screen/screens.h"
#include "screen/sitting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct PlaceScreen {
    SittingScreen base;
    char module[ID_MAX];
} PlaceScreen;

static const PlaceScreen *self(const Screen *screen)
{
    return (const PlaceScreen *)(const void *)screen;
}

static bool is_given(const PlaceScreen *place, const Sitter *sitter, const Module *module,
                     const Assignment *given)
{
    const Activity *activity = module_activity(module, given->activity);
    return activity && tier_in(activity->tiers, given_tier(sitter->family, given)) &&
           strcmp(given->module, place->module) == 0 &&
           sitter_may_play(place->base.screen.cove, sitter, given);
}

/* dp: the young know the activities by their pictures. */
static int picture_size(Tier tier_id)
{
    static const int sizes[TIER_COUNT] = {176, 152, 84, 84, 84};
    return sizes[tier_id];
}

static void mark_next_time(const Screen *screen, Tier tier_id, Tree *tree, Node *tile)
{
    const char *next = cove_words(screen->cove, tree->arena, tier_id, NULL, "ui.given.next");
    tile->text = arena_format(tree->arena, "%s\n%s", tile->text, next);
    tile->spoken = arena_format(tree->arena, "%s. %s", tile->name, next);
}

static void build_activity(const Screen *screen, const Sitter *sitter, const Module *module,
                           const Assignment *given, Tree *tree, Node *grid)
{
    Tier tier_id = sitter->person->tier;
    const Activity *activity = module_activity(module, given->activity);
    const char *title = strings_get(library_strings(screen->cove->library, module), activity->title,
                                    given_tier(sitter->family, given));
    Node *tile = node_button(tree, grid, LOOK_TILE, title ? title : activity->id,
                             action_of("play", given->id.text, 0));
    tile->key = tree_string(tree, given->id.text);
    tile->picture = activity->picture;
    tile->picture_size = picture_size(tier_id);
    tile->text_align = ALIGN_CENTER;
    tile->type = TYPE_LEAD;
    tile->layout.min_height = tier_id <= TIER_T2 ? 170 : 130;
    if (record_times_played(keeper_record(screen->cove->keeper), given->id) > 0) {
        tile->icon = "icon/kept";
        tile->spoken =
            arena_format(tree->arena, "%s. %s", tile->name,
                         cove_words(screen->cove, tree->arena, tier_id, NULL, "ui.activity.again"));
    } else if (given_for_next_time(sitter->family, given)) {
        mark_next_time(screen, tier_id, tree, tile);
    }
}

/* NULL past the last. */
static const Assignment *nth_given(const Screen *screen, const Sitter *sitter, const Module *module,
                                   size_t nth)
{
    for (size_t i = 0; i < sitter->family->assignment_count; i++) {
        const Assignment *given = &sitter->family->assignments[i];
        if (is_given(self(screen), sitter, module, given) && nth-- == 0) {
            return given;
        }
    }
    return NULL;
}

static size_t count_given(const Screen *screen, const Sitter *sitter, const Module *module)
{
    size_t count = 0;
    while (nth_given(screen, sitter, module, count)) {
        count++;
    }
    return count;
}

static void build_activities(const Screen *screen, const Sitter *sitter, const Module *module,
                             Tree *tree, Node *sheet)
{
    Node *grid = node_group(tree, sheet, AXIS_GRID);
    grid->key = "activities";
    grid->layout.min_cell = sitter->person->tier == TIER_T3 ? 280 : 210;
    grid->layout.gap = 16;
    grid->layout.scroll = true;
    grid->layout.grow = sitter->person->tier <= TIER_T2;
    grid->layout.pad_x = grid->layout.pad_y = 6;
    Tier tier_id = sitter->person->tier;
    const Assignment *given;
    ShownSet set = simple_set(screen, tier_id, count_given(screen, sitter, module));
    for (size_t i = set.first; i < set.end && (given = nth_given(screen, sitter, module, i)); i++) {
        build_activity(screen, sitter, module, given, tree, grid);
    }
    if (set.end - set.first < 3 && !stage_cramped(screen->stage)) { /* tiles, not banners */
        grid->layout.max_width = 300 * (int)(set.end - set.first);
    }
    if (set.more) {
        simple_more(tree, sheet, sitter_words(screen, tree, sitter, "ui.place.more"));
    }
}

static void build_head(const Screen *screen, const char *title, Tier tier_id, Tree *tree,
                       Node *sheet)
{
    Node *row = node_group(tree, sheet, AXIS_ROW);
    row->layout.gap = 16;
    row->layout.cross = ALIGN_CENTER;
    Node *back = node_button(tree, row, LOOK_QUIET,
                             cove_words(screen->cove, tree->arena, tier_id, NULL, "ui.back"),
                             action_of("back", "", 0));
    back->key = "back";
    back->icon = "icon/back";
    node_heading(tree, row, TYPE_TITLE, title);
}

static void build(const Screen *screen, Tree *tree)
{
    Sitter sitter;
    const Module *module = library_module(screen->cove->library, self(screen)->module);
    if (!sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter) || !module) {
        node_add(tree, NULL, ROLE_SCREEN, "screen", "Pebble Cove");
        return;
    }
    Tier tier_id = sitter.person->tier;
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = sitting_screen(screen)->sitting,
                   .tier = tier_id,
                   .tokens = &sitter.tokens,
                   .scene = frame_scene(tree, tier_id, module->place),
                   .hear = true,
                   .title = cove_module_title(screen->cove, module, tier_id),
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    Node *body = frame_build(&frame, tree);
    body->layout.pad_x = 24;
    body->layout.pad_y = 8;
    body->layout.cross = ALIGN_CENTER;
    Node *sheet = node_group(tree, body, AXIS_COLUMN);
    sheet->look = LOOK_SHEET;
    sheet->layout.grow = tier_id <= TIER_T2;
    sheet->layout.width = 1000;
    sheet->layout.gap = 16;
    sheet->layout.cross = ALIGN_STRETCH;
    build_head(screen, frame.title, tier_id, tree, sheet);
    build_activities(screen, &sitter, module, tree, sheet);
}

static void hear(Screen *screen, const UiEvent *event)
{
    Id sitting = sitting_screen(screen)->sitting, assignment;
    if (frame_is_stop(event) || heard_press(event, "back")) {
        stage_pop(screen->stage);
    } else if (frame_hear(screen->cove, screen->stage, sitting, event)) {
        return;
    } else if (simple_hear_more(screen, event)) {
        return;
    } else if (heard_press(event, "play") && id_parse(event->action.item, &assignment)) {
        sitting_play(screen->cove, screen->stage, sitting, assignment);
    }
}

static const ScreenOps ops = {
    .name = "place",
    .build = build,
    .hear = hear,
    .tier = sitting_screen_tier,
    .person = sitting_screen_person,
    .sitting = sitting_screen_sitting,
    .free = sitting_screen_free,
};

Screen *screen_place(Cove *cove, Stage *stage, Id sitting, const char *module)
{
    PlaceScreen *screen = memory_new(1, sizeof *screen);
    screen->base = (SittingScreen){{&ops, cove, stage}, sitting, 0};
    snprintf(screen->module, sizeof screen->module, "%s", module);
    return &screen->base.screen;
}
