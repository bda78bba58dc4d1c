/* Blocks of items: boxes to tick, cards to cut out, places to put them, what is read afterwards. */
#include "print/leaf.h"

enum { INSIDE = 7 };

/* ---- a grid of cells ---- */

typedef struct Grid {
    int columns;
    double cell, gap; /* across */
} Grid;

/* As many columns as hold `least` across each, at most `most`. */
static Grid grid_of(const Leaf *leaf, const PaperBlock *block, double least, int most, double gap)
{
    int columns = (int)((leaf_room(leaf) + gap) / (least + gap));
    columns = columns < most ? columns : most;
    columns = columns < (int)block->count ? columns : (int)block->count;
    columns = columns > 1 ? columns : 1;
    int rows = ((int)block->count + columns - 1) / columns;
    columns = rows > 0 ? ((int)block->count + rows - 1) / rows : 1; /* none stands alone */
    return (Grid){columns, (leaf_room(leaf) - gap * (columns - 1)) / columns, gap};
}

typedef double CellHeight(const Leaf *leaf, const PaperBlock *block, const PaperItem *item,
                          const Grid *grid);
typedef void CellDraw(const Leaf *leaf, const PaperBlock *block, const PaperItem *item,
                      double start, double y, const Grid *grid, double height);

/* A kind of block whose items stand in a grid; the table of them is below. */
typedef struct Cells {
    Grid (*grid)(const Leaf *leaf, const PaperBlock *block);
    CellHeight *height;
    CellDraw *draw;
} Cells;

static const Cells *cells_of(const PaperBlock *block);

static int cells_rows(const Leaf *leaf, const PaperBlock *block)
{
    Grid grid = cells_of(block)->grid(leaf, block);
    return ((int)block->count + grid.columns - 1) / grid.columns;
}

/* Of the highest cell in it. */
static double cells_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    const Cells *cells = cells_of(block);
    Grid grid = cells->grid(leaf, block);
    double most = 0;
    for (int i = row * grid.columns; i < (row + 1) * grid.columns && i < (int)block->count; i++) {
        double one = cells->height(leaf, block, &block->items[i], &grid);
        most = one > most ? one : most;
    }
    return most;
}

static void cells_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    const Cells *cells = cells_of(block);
    Grid grid = cells->grid(leaf, block);
    double height = cells_height(leaf, block, row);
    for (int i = row * grid.columns; i < (row + 1) * grid.columns && i < (int)block->count; i++) {
        double start = (i % grid.columns) * (grid.cell + grid.gap);
        leaf_tag(leaf, "LI");
        cells->draw(leaf, block, &block->items[i], start, y, &grid, height);
        leaf_tag_end(leaf, "LI");
    }
}

/* ---- picture above words, both in the middle ---- */

static double picture_edge(const Leaf *leaf)
{
    return leaf->paper->letters * 4;
}

static LeafType cell_type(const Leaf *leaf)
{
    LeafType type = leaf_type(leaf, 0.9);
    type.lean = LEAN_MIDDLE;
    return type;
}

static double tile_height(const Leaf *leaf, const PaperItem *item, double width)
{
    double words = leaf_words_height(leaf, item->words, cell_type(leaf), width);
    return words + (item->svg ? picture_edge(leaf) + 4 : 0);
}

static void draw_tile(const Leaf *leaf, const PaperItem *item, double start, double y, double width)
{
    double edge = item->svg ? picture_edge(leaf) : 0;
    leaf_picture(leaf, item->svg, start, y, width, edge);
    leaf_words(leaf, item->words, cell_type(leaf), start, y + (item->svg ? edge + 4 : 0), width);
}

/* ---- to tick ---- */

static double tick_edge(const Leaf *leaf)
{
    return leaf->paper->letters * 0.95;
}

static void draw_tick(const Leaf *leaf, double start, double y)
{
    double edge = tick_edge(leaf);
    leaf_box(leaf, start, y, edge, edge, 3);
    leaf_ink(leaf, INK_WORDS);
    cairo_set_line_width(leaf->cr, 1.3);
    cairo_stroke(leaf->cr);
}

/* Words alone: the width of the longest decides how many stand side by side. */
static double longest(const Leaf *leaf, const PaperBlock *block)
{
    double most = 0;
    for (size_t i = 0; i < block->count; i++) {
        const char *words = block->items[i].words;
        double one = words ? leaf_words_width(leaf, words, leaf_type(leaf, 1)) : 0;
        most = one > most ? one : most;
    }
    return most;
}

static Grid tick_grid(const Leaf *leaf, const PaperBlock *block)
{
    double letters = leaf->paper->letters;
    if (paper_block_pictured(block)) {
        return grid_of(leaf, block, letters * 5.9, 4, LEAF_GAP);
    }
    double least = tick_edge(leaf) + LEAF_GAP + longest(leaf, block) + 1;
    return grid_of(leaf, block, least, 4, 2 * LEAF_GAP);
}

static double tick_cell_height(const Leaf *leaf, const PaperBlock *block, const PaperItem *item,
                               const Grid *grid)
{
    if (paper_block_pictured(block)) {
        return tick_edge(leaf) + 4 + tile_height(leaf, item, grid->cell - 2 * INSIDE) + 2 * INSIDE +
               LEAF_GAP;
    }
    return leaf_words_height(leaf, item->words, leaf_type(leaf, 1),
                             grid->cell - tick_edge(leaf) - LEAF_GAP) +
           5;
}

static void draw_tick_cell(const Leaf *leaf, const PaperBlock *block, const PaperItem *item,
                           double start, double y, const Grid *grid, double height)
{
    double edge = tick_edge(leaf);
    if (!paper_block_pictured(block)) {
        draw_tick(leaf, start, y + leaf->paper->letters * 0.35);
        leaf_words(leaf, item->words, leaf_type(leaf, 1), start + edge + LEAF_GAP, y,
                   grid->cell - edge - LEAF_GAP);
        return;
    }
    leaf_box(leaf, start, y, grid->cell, height - LEAF_GAP, 10);
    leaf_ink(leaf, INK_WATER);
    cairo_set_line_width(leaf->cr, 1.5);
    cairo_stroke(leaf->cr);
    double room = height - LEAF_GAP - 2 * INSIDE - edge - 4, width = grid->cell - 2 * INSIDE;
    double tall = tile_height(leaf, item, width);
    draw_tile(leaf, item, start + INSIDE, y + INSIDE + (room - tall) / 2, width);
    draw_tick(leaf, start + (grid->cell - edge) / 2, y + height - LEAF_GAP - INSIDE - edge);
}

const LeafBlock leaf_tick = {
    .above = 0.5, .tag = "L", .rows = cells_rows, .height = cells_height, .draw = cells_draw};

/* ---- to cut out: cards side by side, one cut for two edges ---- */

static Grid card_grid(const Leaf *leaf, const PaperBlock *block)
{
    return grid_of(leaf, block, leaf->paper->letters * 8, 4, 0);
}

static double card_cell_height(const Leaf *leaf, const PaperBlock *block, const PaperItem *item,
                               const Grid *grid)
{
    (void)block;
    double least = leaf->paper->letters * 3.4;
    double height = tile_height(leaf, item, grid->cell - 4 * INSIDE) + 4 * INSIDE;
    return height > least ? height : least;
}

static void draw_card(const Leaf *leaf, const PaperBlock *block, const PaperItem *item,
                      double start, double y, const Grid *grid, double height)
{
    static const double dashes[] = {5, 4};
    (void)block;
    leaf_box(leaf, start, y, grid->cell, height, 0);
    leaf_ink(leaf, INK_LINE);
    cairo_set_line_width(leaf->cr, 1);
    cairo_set_dash(leaf->cr, dashes, 2, 0);
    cairo_stroke(leaf->cr);
    cairo_set_dash(leaf->cr, NULL, 0, 0);
    double room = grid->cell - 4 * INSIDE, tall = tile_height(leaf, item, room);
    draw_tile(leaf, item, start + 2 * INSIDE, y + (height - tall) / 2, room);
}

const LeafBlock leaf_cards = {
    .above = 0.8, .tag = "L", .rows = cells_rows, .height = cells_height, .draw = cells_draw};

/* ---- places to put things ---- */

static Grid place_grid(const Leaf *leaf, const PaperBlock *block)
{
    return grid_of(leaf, block, leaf->paper->letters * 6, block->count == 4 ? 4 : 3, LEAF_GAP);
}

static double place_cell_height(const Leaf *leaf, const PaperBlock *block, const PaperItem *item,
                                const Grid *grid)
{
    (void)block;
    enum { FREE = 105 };
    return tile_height(leaf, item, grid->cell - 2 * INSIDE) + 2 * INSIDE + FREE + LEAF_GAP;
}

static void draw_place(const Leaf *leaf, const PaperBlock *block, const PaperItem *item,
                       double start, double y, const Grid *grid, double height)
{
    (void)block;
    leaf_box(leaf, start, y, grid->cell, height - LEAF_GAP, 14);
    leaf_ink(leaf, INK_SEA);
    cairo_set_line_width(leaf->cr, 1.6);
    cairo_stroke(leaf->cr);
    draw_tile(leaf, item, start + INSIDE, y + INSIDE, grid->cell - 2 * INSIDE);
}

const LeafBlock leaf_places = {
    .above = 0.8, .tag = "L", .rows = cells_rows, .height = cells_height, .draw = cells_draw};

static const Cells *cells_of(const PaperBlock *block)
{
    static const Cells ticks = {tick_grid, tick_cell_height, draw_tick_cell},
                       cards = {card_grid, card_cell_height, draw_card},
                       places = {place_grid, place_cell_height, draw_place};
    return block->kind == PAPER_TICK ? &ticks : block->kind == PAPER_CARDS ? &cards : &places;
}

/* ---- to be read afterwards ---- */

static LeafType after_type(const Leaf *leaf, bool bold)
{
    LeafType type = leaf_type(leaf, 0.85);
    type.bold = bold;
    return type;
}

/* The arrow points the way people read; it is no sign that mirrors itself. */
static char *after_words(const Leaf *leaf, const PaperItem *item)
{
    const char *onward = leaf->paper->rtl ? "\xe2\x86\x90" : "\xe2\x86\x92";
    return item->go ? g_strdup_printf("%s%s%s %d", item->then ? item->then : "",
                                      item->then ? "  " : "", onward, item->go)
                    : g_strdup(item->then ? item->then : "");
}

static int after_rows(const Leaf *leaf, const PaperBlock *block)
{
    (void)leaf;
    return (int)block->count;
}

/* What was chosen on one side, what belongs to it on the other. */
static double after_split(const Leaf *leaf)
{
    return leaf_room(leaf) * 0.36;
}

static double after_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    const PaperItem *item = &block->items[row];
    double split = after_split(leaf);
    char *words = after_words(leaf, item);
    double left = leaf_words_height(leaf, item->words, after_type(leaf, true), split - LEAF_GAP);
    double right = leaf_words_height(leaf, words, after_type(leaf, false), leaf_room(leaf) - split);
    g_free(words);
    return (left > right ? left : right) + 7;
}

static void after_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    const PaperItem *item = &block->items[row];
    double split = after_split(leaf);
    char *words = after_words(leaf, item);
    leaf_tag(leaf, "LI");
    leaf_words(leaf, item->words, after_type(leaf, true), 0, y, split - LEAF_GAP);
    leaf_words(leaf, words, after_type(leaf, false), split, y, leaf_room(leaf) - split);
    leaf_tag_end(leaf, "LI");
    g_free(words);
}

const LeafBlock leaf_after = {
    .above = 0.3, .tag = "L", .rows = after_rows, .height = after_height, .draw = after_draw};
