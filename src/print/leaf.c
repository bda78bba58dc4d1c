/* Lays the blocks of a sheet onto pages. */
#include "print/leaf.h"

/* ---- foot and head ---- */

static LeafType foot_type(const Leaf *leaf)
{
    LeafType type = leaf_type(leaf, 0.62);
    type.ink = INK_SOFT;
    return type;
}

static double foot_height(const Leaf *leaf)
{
    return leaf_words_height(leaf, leaf->paper->foot, foot_type(leaf), leaf_room(leaf) - 30);
}

static void draw_foot(const Leaf *leaf)
{
    double room = leaf_room(leaf);
    char *number = g_strdup_printf("%zu", leaf->page + 1);
    leaf_ink(leaf, INK_WATER);
    cairo_set_line_width(leaf->cr, 1.5);
    cairo_move_to(leaf->cr, LEAF_EDGE, leaf->foot);
    cairo_line_to(leaf->cr, leaf->width - LEAF_EDGE, leaf->foot);
    cairo_stroke(leaf->cr);
    leaf_words(leaf, leaf->paper->foot, foot_type(leaf), 0, leaf->foot + 6, room - 30);
    leaf_words(leaf, number, foot_type(leaf), room - 20, leaf->foot + 6, 20);
    g_free(number);
}

static void draw_title(Leaf *leaf)
{
    enum { CORNER = 74 };
    double room = leaf_room(leaf);
    bool corner = leaf->paper->corner.svg != NULL;
    LeafType type = leaf_type(leaf, 1.6);
    type.bold = true;
    double width = room - (corner ? CORNER + 2 * LEAF_GAP : 0);
    double height = leaf_words_height(leaf, leaf->paper->title, type, width);
    double y = corner && height < CORNER ? leaf->y + (CORNER - height) / 2 : leaf->y;
    if (leaf->cr) {
        leaf_picture(leaf, leaf->paper->corner.svg, room - CORNER, leaf->y, CORNER, CORNER);
        leaf_tag(leaf, "H1");
        leaf_words(leaf, leaf->paper->title, type, 0, y, width);
        leaf_tag_end(leaf, "H1");
    }
    leaf->y += (corner && height < CORNER ? CORNER : height) + LEAF_GAP;
}

/* ---- blocks ---- */

static double above(const Leaf *leaf, const LeafBlock *ops)
{
    return ops->above * leaf->paper->letters * leaf->close;
}

/* Of a block that does not lead: all of it where that is little, else its first row. */
static double stands_whole(const Leaf *leaf, const LeafBlock *ops, const PaperBlock *block)
{
    double height = 0, most = (leaf->foot - LEAF_EDGE) * 0.45;
    for (int row = 0; row < ops->rows(leaf, block); row++) {
        height += ops->height(leaf, block, row);
    }
    return height < most ? height : ops->height(leaf, block, 0);
}

/* A block leads to the next one, but no part of the sheet to another. */
static bool leads(const Leaf *leaf, size_t index)
{
    return leaf_block(leaf->paper->blocks[index].kind)->leads && index + 1 < leaf->paper->count &&
           leaf->paper->blocks[index + 1].kind != PAPER_HEADING;
}

/* A block with all that must stand together with it, as far as a page holds it. */
static double needed(const Leaf *leaf, size_t index)
{
    double height = 0, most = leaf->foot - LEAF_EDGE;
    for (size_t i = index; i < leaf->paper->count; i++) {
        const PaperBlock *block = &leaf->paper->blocks[i];
        const LeafBlock *ops = leaf_block(block->kind);
        double more = above(leaf, ops) + stands_whole(leaf, ops, block);
        if (height > 0 && height + more > most) {
            break;
        }
        height += more;
        if (!leads(leaf, i)) {
            break;
        }
    }
    return height;
}

static void turn_page(Leaf *leaf)
{
    if (leaf->cr) {
        draw_foot(leaf);
        cairo_show_page(leaf->cr);
    }
    leaf->page++;
    leaf->y = LEAF_EDGE;
}

static void draw_row(Leaf *leaf, const LeafBlock *ops, const PaperBlock *block, int row)
{
    double height = ops->height(leaf, block, row);
    if (row > 0 && leaf->y + height > leaf->foot && leaf->y > LEAF_EDGE) {
        turn_page(leaf);
    }
    if (leaf->cr) {
        ops->draw(leaf, block, row, leaf->y);
    }
    leaf->y += height;
}

static void draw_block(Leaf *leaf, size_t index)
{
    const PaperBlock *block = &leaf->paper->blocks[index];
    const LeafBlock *ops = leaf_block(block->kind);
    if (leaf->y > LEAF_EDGE && leaf->y + needed(leaf, index) > leaf->foot) {
        turn_page(leaf);
    } else {
        leaf->y += above(leaf, ops);
    }
    if (leaf->cr && ops->tag) {
        leaf_tag(leaf, ops->tag);
    }
    for (int row = 0; row < ops->rows(leaf, block); row++) {
        draw_row(leaf, ops, block, row);
    }
    if (leaf->cr && ops->tag) {
        leaf_tag_end(leaf, ops->tag);
    }
}

static void draw_blocks(Leaf *leaf)
{
    draw_title(leaf);
    for (size_t i = 0; i < leaf->paper->count; i++) {
        draw_block(leaf, i);
    }
}

static void draw_all(Leaf *leaf)
{
    leaf_tag(leaf, "Document");
    draw_blocks(leaf);
    draw_foot(leaf);
    leaf_tag_end(leaf, "Document");
}

/* ---- no page for a few lines ---- */

/* Its foot is as high as its letters have it. */
static Leaf begun(Leaf leaf, const Paper *paper, double close)
{
    leaf.paper = paper;
    leaf.close = close;
    leaf.foot = leaf.height - LEAF_EDGE / 2 - foot_height(&leaf) - 8;
    return leaf;
}

static Leaf measured(Leaf leaf)
{
    leaf.cr = NULL;
    draw_blocks(&leaf);
    return leaf;
}

static bool ends_short(const Leaf *end)
{
    return end->page > 0 && end->y < LEAF_EDGE + (end->foot - LEAF_EDGE) * 0.3;
}

/* A page less by a little less room between blocks is always welcome; where little stands on the
 * last one, by letters that are a point smaller too. `small` is the paper with those. */
static Leaf chosen(Leaf leaf, const Paper *small)
{
    Leaf loose = begun(leaf, leaf.paper, 1), close = begun(leaf, leaf.paper, 0.6),
         closest = begun(leaf, small, 0.6);
    Leaf end = measured(loose);
    if (end.page > 0 && measured(close).page < end.page) {
        return close;
    }
    return ends_short(&end) && measured(closest).page < end.page ? closest : loose;
}

/* ---- the file ---- */

static Leaf leaf_of(const Paper *paper)
{
    bool letter = paper->size == PAPER_LETTER;
    return (Leaf){.paper = paper,
                  .width = letter ? 612 : 595.276,
                  .height = letter ? 792 : 841.89,
                  .y = LEAF_EDGE};
}

bool leaf_print(const Paper *paper, PrintInto *into, void *context)
{
    enum { LETTERS_LEAST = 12 };
    Leaf leaf = leaf_of(paper);
    Paper small = *paper;
    Pdf pdf;
    small.letters -= paper->letters > LETTERS_LEAST;
    pdf_begin(
        &pdf,
        &(PdfAbout){paper->about, paper->day, paper->language, paper->rtl, leaf.width, leaf.height},
        into, context);
    leaf.cr = pdf.cr;
    leaf.context = pdf.context;
    leaf = chosen(leaf, &small);
    draw_all(&leaf);
    return pdf_end(&pdf);
}
