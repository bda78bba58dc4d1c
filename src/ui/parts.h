/* Within ui: a node's own words and pictures, without its children. Measured here for layout, put
 * in place here for the painter, so that the two agree. */
#ifndef UI_PARTS_H
#define UI_PARTS_H

#include "ui/draw.h"

typedef struct Measure {
    const Manner *manner;
    const Ruler *ruler;
} Measure;

typedef enum Least {
    LEAST_SOFT,  /* long words on their own wrap, to a readable width */
    LEAST_LINES, /* rows may go on in the next line too */
    LEAST_WORDS, /* all words wrap, none is broken */
    LEAST_HARD,  /* words may be broken: pictures and targets only */
    LEAST_COUNT
} Least;

float dp(const Manner *manner, int length); /* whole px */
void node_padding(const Node *node, const Manner *manner, float *pad_x, float *pad_y);
Rect leaf_window(const Node *leaf, const Manner *manner); /* the page with room for its shadows */
bool node_interactive(const Node *node); /* by role or action, even when disabled */
bool own_any(const Node *node);          /* has words or pictures that take room */
float own_least(Measure measure, const Node *node, Least least);
Extent own_size(Measure measure, const Node *node, float width);
float own_slack(Measure measure, const Node *node); /* height its picture can give up */
float own_gap(Measure measure, const Node *node);   /* between its own and its children */
bool own_overlaid(const Node *node);                /* children lie over it, not below it */

struct WordSizes *word_sizes_new(Arena *arena);

#endif
