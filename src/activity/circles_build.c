/* How a map of people and places looks: rooms of one size in a heart, rings, lines of names. */
#include "activity/circles.h"

#include <string.h>

enum { ROOM_COLUMNS = 3, ROOM = 104, HEARTS = 4 };

typedef struct Drawing {
    const CirclesPart *part;
    PlacingRules rules;
    const PlayView *view;
    Tree *tree;
} Drawing;

static const char *ui(const Drawing *drawing, const char *id)
{
    return play_ui(drawing->rules.context, drawing->tree->arena, id);
}

static const Placed *placed_at(const Drawing *drawing, int place)
{
    int slot = placing_slot(&drawing->part->placing, place);
    return slot < 0 ? NULL : &drawing->part->placing.slots[slot];
}

static const char *name_of_place(const Drawing *drawing, int place)
{
    return circles_place(drawing->rules.context, drawing->rules.page, place, drawing->tree->arena);
}

/* "Room 2: Gran": what lies there, in words. */
static const char *name_with(const Drawing *drawing, int place, const char *what)
{
    return arena_format(drawing->tree->arena, "%s: %s", name_of_place(drawing, place), what);
}

/* ---- the house ---- */

static Node *build_shut_room(const Drawing *drawing, int room, Node *grid)
{
    const char *id = place_id(drawing->tree->arena, room);
    Node *node = node_add(drawing->tree, grid, ROLE_BUTTON, id,
                          name_with(drawing, room, ui(drawing, "ui.map.shut")));
    node->look = LOOK_TILE;
    node->picture = "map/door";
    node->picture_size = ROOM;
    node->layout.pad_x = node->layout.pad_y = LENGTH_AUTO;
    node->action = action_of("open", id, 0);
    return node;
}

static Node *build_open_room(const Drawing *drawing, int room, Node *grid)
{
    const Placed *placed = placed_at(drawing, room);
    const char *words = placed ? placed_words(&drawing->rules, placed, drawing->tree->arena) : NULL;
    const char *picture =
        placed ? placed_picture(&drawing->rules, placed, drawing->tree->arena) : "map/room";
    Node *node =
        placing_build_place(drawing->tree, grid, room,
                            name_with(drawing, room, words ? words : ui(drawing, "ui.map.empty")));
    node->look = LOOK_TILE;
    node->picture = picture;
    bool seen = picture && drawing->rules.context->tier <= TIER_T2;
    node->text = seen ? NULL : words;
    node->type = TYPE_SMALL;
    node->layout.pad_x = node->layout.pad_y = placed ? 10 : LENGTH_AUTO;
    node->picture_size = placed ? ROOM - 20 : ROOM;
    return node;
}

static void build_room(const Drawing *drawing, int room, Node *grid)
{
    bool shut = circles_shut(drawing->part, room);
    Node *node = shut ? build_shut_room(drawing, room, grid) : build_open_room(drawing, room, grid);
    node->layout.min_width = node->layout.min_height = ROOM;
}

/* The heart behind the rooms grows with them; the rooms never shrink. */
static const struct {
    const char *picture;
    int width, height;
} hearts[HEARTS] = {
    {"map/heart-1", 480, 304},
    {"map/heart-2", 600, 400},
    {"map/heart-3", 620, 530},
    {"map/heart-4", 640, 660},
};

static void build_rooms(const Drawing *drawing, Node *parent)
{
    int rooms = drawing->rules.places, rows = (rooms + ROOM_COLUMNS - 1) / ROOM_COLUMNS;
    Node *house = node_group(drawing->tree, parent, AXIS_STACK);
    house->layout.min_width = hearts[rows - 1].width;
    house->layout.min_height = hearts[rows - 1].height;
    house->layout.main = house->layout.cross = ALIGN_CENTER;
    house->layout.grow = 1;
    Node *heart = node_image(drawing->tree, house, hearts[rows - 1].picture, "", 0, 0);
    heart->layout.grow = 1;
    Node *grid = node_group(drawing->tree, house, AXIS_GRID);
    grid->layout.columns = ROOM_COLUMNS;
    grid->layout.gap = tier_limits(drawing->rules.context->tier)->gap_px;
    for (int room = 0; room < rooms; room++) {
        build_room(drawing, room, grid);
    }
}

static void build_tools(const Drawing *drawing, Node *parent)
{
    Node *row = node_group(drawing->tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(drawing->rules.context->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.cross = ALIGN_CENTER;
    row->layout.wrap = true;
    Node *door = placing_build_card(&drawing->rules, drawing->view, ui(drawing, "ui.map.door"),
                                    "map/door", action_of("shut", "*door", 0), drawing->tree, row);
    door->picture_size = 40;
    door->type = TYPE_BODY;
    door->layout.pad_y = 6;
    if (drawing->rules.places < PLACED_MAX) {
        Node *more = node_button(drawing->tree, row, LOOK_SECONDARY, ui(drawing, "ui.map.add-room"),
                                 action_of("room", "", 0));
        more->key = "add-room";
        more->icon = "icon/add";
    }
}

/* The house, and beside it, or below where there is no room, what it is furnished with. */
static void build_house(const Drawing *drawing, Node *parent)
{
    Node *row = node_group(drawing->tree, parent, AXIS_ROW);
    row->layout.gap = 16;
    row->layout.cross = ALIGN_CENTER;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    Node *house = node_group(drawing->tree, row, AXIS_COLUMN);
    house->layout.gap = tier_limits(drawing->rules.context->tier)->gap_px;
    house->layout.cross = ALIGN_STRETCH;
    house->layout.grow = 1;
    build_rooms(drawing, house);
    build_tools(drawing, house);
    Node *side = node_group(drawing->tree, row, AXIS_COLUMN);
    side->layout.gap = tier_limits(drawing->rules.context->tier)->gap_px;
    side->layout.cross = ALIGN_STRETCH;
    side->layout.width = 340;
    placing_build_cards(&drawing->rules, &drawing->part->placing, drawing->view, drawing->tree,
                        side);
    if (!drawing->view->read_only) {
        circles_figure_way(&drawing->rules, &drawing->part->placing, drawing->tree, side);
    }
}

/* ---- rings ---- */

/* "Near: Dog", and "Near: Dog, 2" for the second one there. */
static const char *name_in_ring(const Drawing *drawing, int slot)
{
    const Placed *slots = drawing->part->placing.slots;
    Arena *arena = drawing->tree->arena;
    const char *words = placed_words(&drawing->rules, &slots[slot], arena);
    int number = 1;
    for (int before = 0; before < slot; before++) {
        number += slots[before].place == slots[slot].place &&
                  strcmp(placed_words(&drawing->rules, &slots[before], arena), words) == 0;
    }
    const char *name = name_with(drawing, slots[slot].place - 1, words);
    return number > 1 ? arena_format(arena, "%s, %d", name, number) : name;
}

static void build_in_ring(const Drawing *drawing, const Placed *placed, int slot, Node *parent)
{
    Tree *tree = drawing->tree;
    const char *id = arena_format(tree->arena, "slot-%d", slot + 1);
    Node *chip = node_add(tree, parent, ROLE_BUTTON, id, name_in_ring(drawing, slot));
    const char *picture = placed_picture(&drawing->rules, placed, drawing->tree->arena);
    bool seen = picture && drawing->rules.context->tier <= TIER_T2;
    chip->text = seen ? NULL : placed_words(&drawing->rules, placed, tree->arena);
    chip->picture = picture;
    chip->look = LOOK_CHIP;
    chip->type = TYPE_SMALL;
    chip->text_align = ALIGN_CENTER;
    chip->action = action_of("take", id, 0);
}

static void build_ring(const Drawing *drawing, int ring, Node *row)
{
    static const char *const pictures[] = {"map/ring-1", "map/ring-2", "map/ring-3"};
    Tree *tree = drawing->tree;
    Node *column = node_group(tree, row, AXIS_COLUMN);
    column->layout.grow = 1;
    column->layout.gap = tier_limits(drawing->rules.context->tier)->gap_px;
    column->layout.cross = ALIGN_STRETCH;
    Node *target = placing_build_place(tree, column, ring, name_of_place(drawing, ring));
    target->text = target->name;
    target->picture = pictures[ring];
    target->picture_size = 80;
    target->layout.pad_y = 10;
    target->bold = true;
    Node *lying = node_group(tree, column, AXIS_ROW);
    lying->layout.gap = column->layout.gap;
    lying->layout.main = ALIGN_CENTER;
    lying->layout.wrap = true;
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        const Placed *placed = &drawing->part->placing.slots[slot];
        if (placed->place == 1 + ring) {
            build_in_ring(drawing, placed, slot, lying);
        }
    }
}

static void build_rings(const Drawing *drawing, Node *parent)
{
    Node *row = node_group(drawing->tree, parent, AXIS_ROW);
    row->layout.gap = 16;
    for (int ring = 0; ring < drawing->rules.places; ring++) {
        build_ring(drawing, ring, row);
    }
}

/* ---- names ---- */

static void build_line(const Drawing *drawing, int line, Node *parent)
{
    const PlacingRules *rules = &drawing->rules;
    const Placed *placed = placed_at(drawing, line);
    const char *words = placed ? placed_words(rules, placed, drawing->tree->arena) : NULL;
    Node *node = placing_build_place(
        drawing->tree, parent, line,
        name_with(drawing, line, words ? words : ui(drawing, "ui.map.name-open")));
    node->text = arena_format(drawing->tree->arena, "%s  \xe2\x86\x92  %s",
                              name_of_place(drawing, line), words ? words : "\xe2\x80\xa6");
    node->icon = circles_is_home(rules->context, line) ? "icon/home" : "icon/adult";
    node->type = TYPE_LEAD;
    node->bold = words != NULL;
}

static void build_lines(const Drawing *drawing, Node *parent)
{
    Node *grid = node_group(drawing->tree, parent, AXIS_GRID);
    grid->layout.min_cell = 320;
    grid->layout.gap = tier_limits(drawing->rules.context->tier)->gap_px;
    grid->layout.cross = ALIGN_STRETCH;
    for (int line = 0; line < drawing->rules.places; line++) {
        build_line(drawing, line, grid);
    }
}

void circles_build(const PlayContext *context, const CirclesPart *part, int page,
                   const PlayView *view, Tree *tree, Node *parent)
{
    const Drawing drawing = {part, circles_rules(context, part, page), view, tree};
    int shape = circles_page(context, page)->shape;
    if (drawing.rules.places == 0) {
        return; /* words for nobody */
    }
    bool people = shape != CIRCLES_NAMES && !view->read_only;
    if (people && circles_figure_open(&drawing.rules, &part->placing, view)) {
        circles_figure_build(&drawing.rules, &part->placing, view, tree, parent);
        return;
    }
    if (shape == CIRCLES_HOUSE) {
        build_house(&drawing, parent);
        return;
    }
    if (shape == CIRCLES_RINGS) {
        build_rings(&drawing, parent);
    } else {
        build_lines(&drawing, parent);
    }
    placing_build_cards(&drawing.rules, &part->placing, view, tree, parent);
    if (people) {
        circles_figure_way(&drawing.rules, &part->placing, tree, parent);
    }
}
