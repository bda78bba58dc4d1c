/* Within ui: the questions layout asks on its way. How wide would this node like to be, how high
 * is it when that wide, how little can it do with. Answers are outer sizes in whole px. While a
 * parent works, its children's bounds hold their sizes-to-be. */
#ifndef UI_FLOW_H
#define UI_FLOW_H

#include "ui/parts.h"

typedef struct Flow {
    Measure measure;
    const ScrollMemory *memory;
    bool rtl;
} Flow;

typedef enum Give { GIVE_NOTHING, GIVE_SCROLL, GIVE_PICTURES, GIVE_COUNT } Give;

float flow_width(const Flow *flow, Node *node, float limit);
float flow_least(const Flow *flow, const Node *node, Least least);
float flow_height(const Flow *flow, Node *node, float width);
/* Least height at this width when scroll nodes, or pictures too, give up what they can. */
float flow_low(const Flow *flow, Node *node, float width, Give give);

float flow_gap(const Flow *flow, const Node *node);
float flow_inside(const Flow *flow, const Node *node, float width); /* width for the content */
Extent flow_own(const Flow *flow, const Node *node, float inside);  /* with gap to the children */
/* Width of a child below others in a column, or over them in a stack (`align` as the parent has
 * it). */
float flow_child_width(const Flow *flow, Node *child, Align align, float inside);
bool stack_fills(const Node *child, Align align);
float flow_limit_width(const Flow *flow, const Node *node, float width);

/* Rows: gives widths to the children of one line; returns the first of the next line. */
Node *line_fit(const Flow *flow, Node *row, Node *first, float inside);
float line_height(const Flow *flow, Node *first, const Node *stop, Give give);

/* Grids: equal cells. */
typedef struct Grid {
    int columns;
    float cell, gap;
} Grid;
Grid grid_of(const Flow *flow, const Node *node, float inside);
float grid_child_width(const Flow *flow, const Node *child, float cell);
/* Height of the cells that begin at `first`; *stop is the first of the next cells. */
float grid_line(const Flow *flow, const Grid *grid, Node *first, Give give, Node **stop);

/* Shares `extra` px among those that grow, up to their limits; takes `excess` px from those that
 * can do with less. Sizes are in the bounds of [first, stop). */
void share_growth(const Flow *flow, Node *first, const Node *stop, bool vertical, float extra);
void share_loss_width(const Flow *flow, Node *first, const Node *stop, Least least, float excess);
void share_loss_height(const Flow *flow, Node *first, Give give, float excess);

float scroll_offset(const ScrollMemory *memory, const char *key); /* not clamped */

#endif
