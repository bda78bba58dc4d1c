/* Blocks of words and pictures, and the table of all blocks. */
#include "print/leaf.h"

static int one_row(const Leaf *leaf, const PaperBlock *block)
{
    (void)leaf;
    (void)block;
    return 1;
}

static void tagged_words(const Leaf *leaf, const char *tag, const char *words, LeafType type,
                         double start, double y)
{
    leaf_tag(leaf, tag);
    leaf_words(leaf, words, type, start, y, leaf_room(leaf) - start);
    leaf_tag_end(leaf, tag);
}

/* ---- heading: its number in a pebble, and what is said ---- */

static LeafType heading_type(const Leaf *leaf)
{
    LeafType type = leaf_type(leaf, 1.12);
    type.bold = true;
    return type;
}

static double pebble(const Leaf *leaf, const PaperBlock *block)
{
    return block->lines ? heading_type(leaf).size * 1.9 : 0;
}

static double heading_start(const Leaf *leaf, const PaperBlock *block)
{
    return block->lines ? pebble(leaf, block) + LEAF_GAP : 0;
}

static double heading_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    (void)row;
    double words = leaf_words_height(leaf, block->words, heading_type(leaf),
                                     leaf_room(leaf) - heading_start(leaf, block));
    double number = pebble(leaf, block);
    return (words > number ? words : number) + LEAF_GAP / 2;
}

static void draw_pebble(const Leaf *leaf, const PaperBlock *block, double y)
{
    double edge = pebble(leaf, block);
    char *number = g_strdup_printf("%d", block->lines);
    LeafType type = leaf_type(leaf, 1);
    type = (LeafType){type.size, true, LEAN_MIDDLE, INK_PAPER};
    leaf_box(leaf, 0, y, edge, edge * 0.9, edge * 0.44);
    leaf_ink(leaf, INK_SEA);
    cairo_fill(leaf->cr);
    double height = leaf_words_height(leaf, number, type, edge);
    leaf_words(leaf, number, type, 0, y + (edge * 0.9 - height) / 2, edge);
    g_free(number);
}

static void heading_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    (void)row;
    if (block->lines) {
        draw_pebble(leaf, block, y);
    }
    tagged_words(leaf, "H2", block->words, heading_type(leaf), heading_start(leaf, block), y);
}

static const LeafBlock leaf_heading = {
    .above = 1.2, .leads = true, .rows = one_row, .height = heading_height, .draw = heading_draw};

/* ---- words and notes ---- */

static LeafType words_type(const Leaf *leaf, const PaperBlock *block)
{
    bool note = block->kind == PAPER_NOTE;
    LeafType type = leaf_type(leaf, note ? 0.82 : 1);
    type.ink = note ? INK_SOFT : INK_WORDS;
    return type;
}

static double words_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    (void)row;
    return leaf_words_height(leaf, block->words, words_type(leaf, block), leaf_room(leaf)) + 3;
}

static void words_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    (void)row;
    tagged_words(leaf, "P", block->words, words_type(leaf, block), 0, y);
}

static const LeafBlock leaf_plain = {
    .above = 0.5, .leads = true, .rows = one_row, .height = words_height, .draw = words_draw};

/* ---- somebody says it ---- */

enum { SAYS_INSIDE = 10 };

static double says_picture(const Leaf *leaf, const PaperBlock *block)
{
    return block->items[0].svg ? leaf->paper->letters * 3.6 : 0;
}

static double says_start(const Leaf *leaf, const PaperBlock *block)
{
    double picture = says_picture(leaf, block);
    return SAYS_INSIDE + (picture > 0 ? picture + LEAF_GAP : 0);
}

static LeafType who_type(const Leaf *leaf)
{
    LeafType type = leaf_type(leaf, 0.85);
    type.bold = true;
    return type;
}

static double says_words(const Leaf *leaf, const PaperBlock *block, double room)
{
    return leaf_words_height(leaf, block->items[0].words, who_type(leaf), room) +
           leaf_words_height(leaf, block->words, leaf_type(leaf, 1), room);
}

static double says_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    (void)row;
    double room = leaf_room(leaf) - says_start(leaf, block) - SAYS_INSIDE;
    double words = says_words(leaf, block, room);
    double picture = says_picture(leaf, block);
    return (words > picture ? words : picture) + 2 * SAYS_INSIDE;
}

static void says_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    double start = says_start(leaf, block), height = says_height(leaf, block, row);
    double room = leaf_room(leaf) - start - SAYS_INSIDE, picture = says_picture(leaf, block);
    double words = says_words(leaf, block, room);
    leaf_box(leaf, 0, y, leaf_room(leaf), height, 12);
    leaf_ink(leaf, INK_WATER);
    cairo_set_line_width(leaf->cr, 2);
    cairo_stroke(leaf->cr);
    leaf_picture(leaf, block->items[0].svg, SAYS_INSIDE, y + (height - picture) / 2, picture,
                 picture);
    leaf_tag(leaf, "P");
    double top = y + (height - words) / 2;
    top += leaf_words(leaf, block->items[0].words, who_type(leaf), start, top, room);
    leaf_words(leaf, block->words, leaf_type(leaf, 1), start, top, room);
    leaf_tag_end(leaf, "P");
}

static const LeafBlock leaf_says = {
    .above = 0.6, .leads = true, .rows = one_row, .height = says_height, .draw = says_draw};

/* ---- a picture ---- */

static double picture_height(const Leaf *leaf, const PaperBlock *block, int row)
{
    (void)row;
    enum { LARGE = 300 };
    return !block->items[0].svg ? 0 : block->lines ? LARGE : 70 + leaf->paper->letters * 3;
}

static void picture_draw(const Leaf *leaf, const PaperBlock *block, int row, double y)
{
    leaf_picture(leaf, block->items[0].svg, 0, y, leaf_room(leaf),
                 picture_height(leaf, block, row));
}

static const LeafBlock leaf_image = {
    .above = 0.5, .leads = true, .rows = one_row, .height = picture_height, .draw = picture_draw};

const LeafBlock *leaf_block(PaperKind kind)
{
    static const LeafBlock *const blocks[PAPER_KINDS] = {
        [PAPER_HEADING] = &leaf_heading, [PAPER_WORDS] = &leaf_plain,
        [PAPER_NOTE] = &leaf_plain,      [PAPER_SAYS] = &leaf_says,
        [PAPER_PICTURE] = &leaf_image,   [PAPER_TICK] = &leaf_tick,
        [PAPER_CARDS] = &leaf_cards,     [PAPER_SCALE] = &leaf_scale,
        [PAPER_WRITE] = &leaf_write,     [PAPER_DRAW] = &leaf_draw,
        [PAPER_PLACES] = &leaf_places,   [PAPER_RINGS] = &leaf_rings,
        [PAPER_PATH] = &leaf_path,       [PAPER_BREATH] = &leaf_breath,
        [PAPER_AFTER] = &leaf_after};
    return blocks[kind];
}
