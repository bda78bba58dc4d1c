/* A sheet to work on, as PDF. leaf.c lays out and turns pages; a kind of block is a LeafBlock, cut
 * into rows that stay whole. Everything is placed by its distance from the edge where reading
 * begins, so that a sheet from right to left is the mirror of one from left to right. */
#ifndef PRINT_LEAF_H
#define PRINT_LEAF_H

#include "print/pdf.h"

/* Points, 72 to an inch. */
#define LEAF_EDGE 45.0
#define LEAF_GAP 10.0

typedef struct Leaf {
    const Paper *paper;
    PangoContext *context;
    cairo_t *cr;          /* NULL: only measured, nothing is drawn */
    double close;         /* what is free between blocks, 1 as they say, less where it is tight */
    double width, height; /* of the page */
    double foot;          /* where it begins */
    size_t page;
    double y; /* where the next row begins */
} Leaf;

typedef struct LeafBlock {
    double above;    /* free above it, in sizes of the letters */
    bool leads;      /* stands with what follows it */
    const char *tag; /* of all its rows; NULL: each row has its own */
    int (*rows)(const Leaf *leaf, const PaperBlock *block);
    double (*height)(const Leaf *leaf, const PaperBlock *block, int row);
    void (*draw)(const Leaf *leaf, const PaperBlock *block, int row, double y);
} LeafBlock;

bool leaf_print(const Paper *paper, PrintInto *into, void *context);

/* The table of all kinds of blocks. */
const LeafBlock *leaf_block(PaperKind kind);
extern const LeafBlock leaf_tick, leaf_cards, leaf_places, leaf_after; /* leaf_lists.c */
extern const LeafBlock leaf_scale, leaf_write, leaf_draw, leaf_rings, leaf_path,
    leaf_breath; /* leaf_shapes.c */

/* ---- leaf_pen.c ---- */

typedef enum LeafLean { LEAN_START, LEAN_MIDDLE } LeafLean;
typedef enum LeafInk { INK_WORDS, INK_SOFT, INK_LINE, INK_SEA, INK_WATER, INK_PAPER } LeafInk;

typedef struct LeafType {
    double size; /* points */
    bool bold;
    LeafLean lean;
    LeafInk ink;
} LeafType;

double leaf_room(const Leaf *leaf); /* between both edges */
/* From the left, of something this wide that begins `start` behind the edge where reading begins.
 */
double leaf_x(const Leaf *leaf, double start, double width);
double leaf_words_width(const Leaf *leaf, const char *words, LeafType type); /* in one line */
double leaf_words_height(const Leaf *leaf, const char *words, LeafType type, double width);
/* Returns their height; nothing for NULL. */
double leaf_words(const Leaf *leaf, const char *words, LeafType type, double start, double y,
                  double width);
LeafType leaf_type(const Leaf *leaf, double times); /* so many times the size of what is read */
/* Fitted into the rectangle, in its middle; nothing for NULL. */
void leaf_picture(const Leaf *leaf, const char *svg, double start, double y, double width,
                  double height);
void leaf_ink(const Leaf *leaf, LeafInk ink);
void leaf_box(const Leaf *leaf, double start, double y, double width, double height, double round);
void leaf_tag(const Leaf *leaf, const char *tag);
void leaf_tag_end(const Leaf *leaf, const char *tag);

#endif
