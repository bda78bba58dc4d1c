/* How a body map looks: the figure with its zones colored by their feelings, and the feelings to
 * pick beside it. Color is never the only sign: a feeling's face lies on the zone as well. */
#include "activity/kind_body_map.h"

#include "activity/tools.h"

#include <string.h>

enum { ZONE_LEFT = 0, ZONE_RIGHT = 1, SIZE_TOOL = 0 };

static const unsigned colors[BODY_FEELINGS_MAX] = {0xE8B04F, 0x6BA6CC, 0xD97F6A,
                                                   0x8DB577, 0xAA8BC2, 0x63BDB4};

/* Middles of the zones in thousandths of the figure; those that come in pairs have two. */
typedef struct ZonePlace {
    int x, y, other_x, other_y;
} ZonePlace;

static const ZonePlace places[BODY_ZONES] = {{500, 109, 0, 0},     {500, 370, 0, 0},
                                             {500, 630, 0, 0},     {500, 891, 0, 0},
                                             {140, 450, 860, 450}, {220, 870, 780, 870}};

/* All of it is in sight, and its zones, four in a column, are targets with gaps between; dp. */
static int figure_size(const PlayContext *context)
{
    return context->tier == TIER_T1 ? 367 : 320;
}

static int zone_size(const PlayContext *context)
{
    return context->tier == TIER_T1 ? 80 : 64;
}

static const char *part_name(const BodyPage *page, const char *part, Arena *arena)
{
    return arena_format(arena, "body/%s-%s", body_figure(page), part);
}

static Node *layer(Tree *tree, Node *figure, const char *picture, unsigned tint)
{
    int edge = figure->layout.width;
    Node *image = node_image(tree, figure, picture, "", edge, edge);
    image->tint = tint;
    image->layout.at_x = image->layout.at_y = 500;
    return image;
}

/* Where several feelings are, the color is that of the last in their order. */
static int color_of(const BodyState *state, int zone)
{
    int last = -1;
    for (int feeling = 0; feeling < BODY_FEELINGS_MAX; feeling++) {
        last = state->fill[zone][feeling] ? feeling : last;
    }
    return last;
}

static int count_in(const BodyState *state, int zone)
{
    int count = 0;
    for (int feeling = 0; feeling < BODY_FEELINGS_MAX; feeling++) {
        count += state->fill[zone][feeling] != 0;
    }
    return count;
}

/* The face in a ring of its color, as thick as the feeling is big. */
static void build_badge(const BodyPage *page, const BodyState *state, int zone, int feeling,
                        int edge, Tree *tree, Node *row)
{
    static const char *const rings[] = {"body/ring-thin", "body/ring-middle", "body/ring-thick"};
    const Option *option = option_at(&page->feelings, sizeof(Option), (size_t)feeling);
    Node *badge = node_group(tree, row, AXIS_STACK);
    badge->layout.width = badge->layout.height = edge;
    badge->layout.main = badge->layout.cross = ALIGN_CENTER;
    int size = page->size ? state->fill[zone][feeling] - 1 : 1;
    node_image(tree, badge, "body/disc", "", edge, edge);
    Node *ring = node_image(tree, badge, rings[size], "", edge, edge);
    ring->tint = colors[feeling];
    if (option->picture) {
        node_image(tree, badge, option->picture, "", edge * 7 / 10, edge * 7 / 10);
    }
}

static void build_badges(const BodyPage *page, const BodyState *state, int zone, Tree *tree,
                         Node *target)
{
    static const int edges[] = {0, 90, 48, 45, 45, 35, 35}; /* hundredths of the zone */
    int count = count_in(state, zone), size = target->layout.width;
    Node *row = node_group(tree, target, AXIS_ROW);
    row->layout.wrap = true;
    row->layout.gap = 2;
    row->layout.main = row->layout.cross = ALIGN_CENTER;
    row->layout.max_width = size;
    for (int feeling = 0; feeling < BODY_FEELINGS_MAX; feeling++) {
        if (state->fill[zone][feeling]) {
            build_badge(page, state, zone, feeling, edges[count] * size / 100, tree, row);
        }
    }
}

static void build_zone(const PlayContext *context, const BodyState *state, int page, int zone,
                       int side, Tree *tree, Node *figure)
{
    const char *words = body_zone_words(context, tree->arena, zone);
    if (side == ZONE_RIGHT) {
        words = play_ui(context, tree->arena,
                        arena_format(tree->arena, "ui.body.other-%s", body_zone_id(zone)));
    }
    const char *holds = body_zone_holds(context, tree->arena, state, page, zone);
    const char *name = holds[0] ? arena_format(tree->arena, "%s: %s", words, holds) : words;
    Node *target = node_add(tree, figure, ROLE_TARGET,
                            arena_format(tree->arena, "%s-%d", body_zone_id(zone), side), name);
    target->action = action_of("zone", body_zone_id(zone), 0);
    target->layout.axis = AXIS_STACK;
    target->layout.main = target->layout.cross = ALIGN_CENTER;
    target->layout.width = target->layout.height = zone_size(context);
    target->layout.at_x = side == ZONE_RIGHT ? places[zone].other_x : places[zone].x;
    target->layout.at_y = side == ZONE_RIGHT ? places[zone].other_y : places[zone].y;
    if (count_in(state, zone) == 0) {
        int edge = zone_size(context) * 7 / 10;
        node_image(tree, target, "body/spot", "", edge, edge);
    } else {
        build_badges(body_page(context, page), state, zone, tree, target);
    }
}

static void build_figure(const PlayContext *context, const BodyState *state, int page, Tree *tree,
                         Node *row)
{
    const BodyPage *content = body_page(context, page);
    Node *figure = node_group(tree, row, AXIS_FREE);
    figure->layout.width = figure->layout.height = figure_size(context);
    figure->layout.min_height = figure->layout.height;
    layer(tree, figure, part_name(content, "body", tree->arena), 0);
    for (int zone = 0; zone < BODY_ZONES; zone++) {
        int feeling = color_of(state, zone);
        if (feeling >= 0) {
            layer(tree, figure, part_name(content, body_zone_id(zone), tree->arena),
                  colors[feeling]);
        }
    }
    layer(tree, figure, part_name(content, "over", tree->arena), 0);
    for (int zone = 0; zone < BODY_ZONES; zone++) {
        build_zone(context, state, page, zone, ZONE_LEFT, tree, figure);
        if (places[zone].other_x) {
            build_zone(context, state, page, zone, ZONE_RIGHT, tree, figure);
        }
    }
}

static void build_feeling(const PlayContext *context, int page, int feeling, int size,
                          const PlayView *view, Tree *tree, Node *grid)
{
    const Option *option =
        option_at(&body_page(context, page)->feelings, sizeof(Option), (size_t)feeling);
    Node *card = node_add(tree, grid, ROLE_CARD, option->id,
                          body_feeling_words(context, tree->arena, page, feeling));
    card->text = card->name;
    card->look = LOOK_CARD;
    card->stays = true;
    card->picture = option->picture;
    card->picture_size = context->tier == TIER_T1 ? 84 : context->tier == TIER_T2 ? 64 : 44;
    card->text_align = ALIGN_CENTER;
    card->layout.cross = ALIGN_CENTER;
    card->layout.min_width = 128;
    card->layout.gap = 8;
    card->action = action_of("pick", option->id, size);
    card->state.picked = strcmp(view->hand, option->id) == 0;
    Node *swatch = node_image(tree, card, "body/swatch", "", 64, 12);
    swatch->tint = colors[feeling];
}

static void build_sizes(const PlayContext *context, int chosen, Tree *tree, Node *column)
{
    static const char *const sizes[BODY_SIZES] = {"thin", "middle", "thick"};
    Node *row = node_group(tree, column, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    for (int size = 0; size < BODY_SIZES; size++) {
        Node *choice = page_choice(
            tree, row, sizes[size],
            play_ui(context, tree->arena, arena_format(tree->arena, "ui.body.%s", sizes[size])),
            arena_format(tree->arena, "body/ring-%s", sizes[size]),
            action_of("tool", sizes[size], SIZE_TOOL), size == chosen);
        choice->stays = true;
        choice->picture_size = 40;
        choice->tint = 0x5C8FB0;
    }
}

static int size_held(const PlayContext *context, int page, const PlayView *view)
{
    const char *held = play_tool(view, SIZE_TOOL);
    if (!body_page(context, page)->size) {
        return 0;
    }
    return strcmp(held, "thick") == 0 ? 2 : strcmp(held, "middle") == 0 ? 1 : 0;
}

static void build_feelings(const PlayContext *context, int page, const PlayView *view, Tree *tree,
                           Node *row)
{
    const BodyPage *content = body_page(context, page);
    int feelings[BODY_FEELINGS_MAX];
    int count = options_by_chance(context, page, &content->feelings, sizeof(Option), feelings,
                                  BODY_FEELINGS_MAX);
    int size = size_held(context, page, view);
    Node *column = node_group(tree, row, AXIS_COLUMN);
    column->layout.gap = 16;
    column->layout.max_width = 600;
    column->layout.grow = 1;
    column->layout.cross = ALIGN_STRETCH;
    column->layout.main = ALIGN_CENTER;
    Node *grid = node_group(tree, column, AXIS_GRID);
    grid->layout.min_cell = context->tier == TIER_T2 ? 128 : 150; /* so that lines are even */
    grid->layout.gap = tier_limits(context->tier)->gap_px;
    grid->layout.cross = ALIGN_STRETCH;
    for (int i = 0; i < count; i++) {
        build_feeling(context, page, feelings[i], size, view, tree, grid);
    }
    if (content->size) {
        build_sizes(context, size, tree, column);
    }
}

static void build_caption(const PlayContext *context, Tree *tree, Node *parent)
{
    Node *note =
        node_text(tree, parent, TYPE_SMALL, play_ui(context, tree->arena, "ui.body.caption"));
    note->look = LOOK_NOTE;
    note->text_align = ALIGN_CENTER;
}

void body_build(const PlayContext *context, const void *any, int page, const PlayView *view,
                Tree *tree, Node *parent)
{
    const BodyPage *content = body_page(context, page);
    if (content->feelings.count == 0) {
        page_picture(tree, parent, content->page.picture, 480, 270);
        return;
    }
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = 24;
    row->layout.main = row->layout.cross = ALIGN_CENTER;
    row->layout.wrap = true;
    build_figure(context, body_state(any, page), page, tree, row);
    if (view->read_only) {
        build_caption(context, tree, parent);
    } else {
        build_feelings(context, page, view, tree, row);
    }
}
