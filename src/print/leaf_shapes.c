/* Blocks that are drawn: scales, lines to write on, frames, rings, stones, a wave. */
#include "print/leaf.h"

static int one_row(const Leaf *leaf, const PaperBlock *block)
{
    (void)leaf;
    (void)block;
    return 1;
}

static void stroke(const Leaf *leaf, LeafInk ink, double wide)
{
    leaf_ink(leaf, ink);
    cairo_set_line_width(leaf->cr, wide);
    cairo_set_line_cap(leaf->cr, CAIRO_LINE_CAP_ROUND);
    cairo_stroke(leaf->cr);
}

/* ---- a scale: pictures with circles below, or numbers with words at both ends and the middle ----
 */

static LeafType scale_type(const Leaf *leaf, LeafLean lean)
{
    LeafType type = leaf_type(leaf, 0.85);
    type.lean = lean;
    return type;
}

static double scale_cell(const Leaf *leaf, const PaperBlock *block)
{
    return leaf_room(leaf) / (double)block->count;
}

static double scale_words(const Leaf *leaf, const PaperBlock *block)
{
    double most = 0;
    for (size_t i = 0; i < block->count; i++) {
        double one = leaf_words_height(leaf, block->items[i].words, scale_type(leaf, LEAN_MIDDLE),
                                       scale_cell(leaf, block) - LEAF_GAP);
        most = one > most ? one : most;
    }
    return most;
}

enum { SCALE_PICTURE = 92, SCALE_MARK = 26 };

static double scale_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    (void)row;
    double picture = paper_block_pictured(block) ? SCALE_PICTURE + 6 : 0;
    return picture + scale_words(leaf, block) + SCALE_MARK + 2 * LEAF_GAP;
}

static void draw_mark(const Leaf *leaf, double middle, double y, int number)
{
    char *words = number < 0 ? NULL : g_strdup_printf("%d", number);
    LeafType type = {11, false, LEAN_MIDDLE, INK_WORDS};
    leaf_box(leaf, middle - SCALE_MARK / 2.0, y, SCALE_MARK, SCALE_MARK, SCALE_MARK / 2.0);
    leaf_ink(leaf, INK_PAPER);
    cairo_fill_preserve(leaf->cr);
    stroke(leaf, INK_SEA, 1.6);
    leaf_words(leaf, words, type, middle - SCALE_MARK / 2.0, y + 5, SCALE_MARK);
    g_free(words);
}

static void draw_marks(const Leaf *leaf, const PaperBlock *block, double y)
{
    int marks = block->lines ? block->lines : (int)block->count;
    double room = leaf_room(leaf), cell = room / marks;
    cairo_new_path(leaf->cr);
    cairo_move_to(leaf->cr, LEAF_EDGE + cell / 2, y + SCALE_MARK / 2.0);
    cairo_line_to(leaf->cr, LEAF_EDGE + room - cell / 2, y + SCALE_MARK / 2.0);
    stroke(leaf, INK_WATER, 4);
    for (int mark = 0; mark < marks; mark++) {
        draw_mark(leaf, cell * (mark + 0.5), y, block->lines ? mark : -1);
    }
}

static void scale_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    (void)row;
    double cell = scale_cell(leaf, block);
    bool pictures = paper_block_pictured(block);
    draw_marks(leaf, block, y + (pictures ? SCALE_PICTURE + 6 : 0));
    double words = y + (pictures ? SCALE_PICTURE + 6 : 0) + SCALE_MARK + 4;
    for (size_t i = 0; i < block->count; i++) {
        double start = cell * (double)i;
        leaf_picture(leaf, block->items[i].svg, start, y, cell, SCALE_PICTURE);
        leaf_tag(leaf, "LI");
        leaf_words(leaf, block->items[i].words, scale_type(leaf, LEAN_MIDDLE), start + 5, words,
                   cell - LEAF_GAP);
        leaf_tag_end(leaf, "LI");
    }
}

const LeafBlock leaf_scale = {
    .above = 0.8, .tag = "L", .rows = one_row, .height = scale_height, .draw = scale_draw};

/* ---- lines to write on ---- */

static int write_rows(const Leaf *leaf, const PaperBlock *block)
{
    (void)leaf;
    return block->lines;
}

static double write_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    double line = leaf->paper->letters * 1.9;
    double words =
        row == 0 ? leaf_words_height(leaf, block->words, leaf_type(leaf, 0.85), leaf_room(leaf))
                 : 0;
    return (line > 24 ? line : 24) + words;
}

static void write_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    double bottom = y + write_height(leaf, block, row) - 4;
    if (row == 0 && block->words) {
        leaf_tag(leaf, "P");
        leaf_words(leaf, block->words, leaf_type(leaf, 0.85), 0, y, leaf_room(leaf));
        leaf_tag_end(leaf, "P");
    }
    cairo_new_path(leaf->cr);
    cairo_move_to(leaf->cr, LEAF_EDGE, bottom);
    cairo_line_to(leaf->cr, leaf->width - LEAF_EDGE, bottom);
    stroke(leaf, INK_LINE, 0.8);
}

const LeafBlock leaf_write = {
    .above = 0.5, .rows = write_rows, .height = write_height, .draw = write_draw};

/* ---- frames to draw in: one large, or two in a row ---- */

static int draw_rows(const Leaf *leaf, const PaperBlock *block)
{
    (void)leaf;
    return (block->lines + 1) / 2;
}

static double frame_width(const Leaf *leaf, const PaperBlock *block)
{
    return block->lines > 1 ? (leaf_room(leaf) - LEAF_GAP) / 2 : leaf_room(leaf);
}

static double draw_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    (void)row;
    return frame_width(leaf, block) * 0.72 + LEAF_GAP;
}

static void draw_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    double width = frame_width(leaf, block), height = draw_height(leaf, block, row) - LEAF_GAP;
    for (int i = 2 * row; i < 2 * row + 2 && i < block->lines; i++) {
        leaf_box(leaf, (i % 2) * (width + LEAF_GAP), y, width, height, 14);
        stroke(leaf, INK_SEA, 1.6);
    }
}

const LeafBlock leaf_draw = {
    .above = 0.6, .rows = draw_rows, .height = draw_height, .draw = draw_draw};

/* ---- rings around each other, each with its words at its top ---- */

static double rings_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    (void)block;
    (void)row;
    return leaf_room(leaf) * 0.86;
}

static void rings_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    double whole = rings_height(leaf, block, row) / 2, middle = leaf_room(leaf) / 2;
    LeafType type = scale_type(leaf, LEAN_MIDDLE);
    for (size_t i = block->count; i-- > 0;) {
        double radius = whole * (double)(i + 1) / (double)block->count;
        leaf_box(leaf, middle - radius, y + whole - radius, 2 * radius, 2 * radius, radius);
        stroke(leaf, INK_SEA, 1.8);
        leaf_tag(leaf, "LI");
        leaf_words(leaf, block->items[i].words, type, middle - radius * 0.6, y + whole - radius + 8,
                   radius * 1.2);
        leaf_tag_end(leaf, "LI");
    }
}

const LeafBlock leaf_rings = {
    .above = 0.8, .tag = "L", .rows = one_row, .height = rings_height, .draw = rings_draw};

/* ---- stones in a row, up and down ---- */

enum { STONES = 4, STONE_HIGH = 84 };

static int path_rows(const Leaf *leaf, const PaperBlock *block)
{
    (void)leaf;
    return (block->lines + STONES - 1) / STONES;
}

static double path_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    (void)leaf;
    (void)block;
    (void)row;
    return STONE_HIGH + 34;
}

static void path_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    double cell = leaf_room(leaf) / STONES;
    for (int i = 0; i < STONES && row * STONES + i < block->lines; i++) {
        double top = y + (i % 2 ? 24 : 0);
        leaf_box(leaf, cell * i + 5, top, cell - LEAF_GAP, STONE_HIGH, STONE_HIGH * 0.46);
        stroke(leaf, INK_SEA, 1.8);
    }
}

const LeafBlock leaf_path = {
    .above = 0.8, .rows = path_rows, .height = path_height, .draw = path_draw};

/* ---- a wave to follow with a finger ---- */

enum { WAVE_HIGH = 80, WAVE_ROWS = 2 };

static int breath_rows(const Leaf *leaf, const PaperBlock *block)
{
    (void)leaf;
    return block->lines < WAVE_ROWS ? block->lines : WAVE_ROWS;
}

static double breath_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    return WAVE_HIGH + 2 * LEAF_GAP + (row == 0 ? scale_words(leaf, block) : 0);
}

/* From the height of one beat to that of the next, slow at both ends. */
static void draw_beat(const Leaf *leaf, double start, double cell, double from, double to)
{
    bool rtl = leaf->paper->rtl;
    double x = leaf_x(leaf, start, 0), way = rtl ? -cell : cell;
    cairo_curve_to(leaf->cr, x + way / 2, from, x + way / 2, to, x + way, to);
}

static void draw_wave(const Leaf *leaf, const PaperBlock *block, double y)
{
    double cell = scale_cell(leaf, block), low = y + WAVE_HIGH, high = y + 6, now = low;
    cairo_new_path(leaf->cr);
    cairo_move_to(leaf->cr, leaf_x(leaf, 0, 0), low);
    for (size_t i = 0; i < block->count; i++) {
        int go = block->items[i].go;
        double to = go > 0 ? high : go < 0 ? low : now;
        draw_beat(leaf, cell * (double)i, cell, now, to);
        now = to;
    }
    stroke(leaf, INK_WATER, 9);
}

static void breath_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    double cell = scale_cell(leaf, block), top = y;
    for (size_t i = 0; i < block->count && row == 0; i++) {
        leaf_tag(leaf, "LI");
        leaf_words(leaf, block->items[i].words, scale_type(leaf, LEAN_MIDDLE), cell * (double)i + 5,
                   y, cell - LEAF_GAP);
        leaf_tag_end(leaf, "LI");
    }
    top += row == 0 ? scale_words(leaf, block) + LEAF_GAP : 0;
    draw_wave(leaf, block, top);
}

const LeafBlock leaf_breath = {
    .above = 0.8, .tag = "L", .rows = breath_rows, .height = breath_height, .draw = breath_draw};
