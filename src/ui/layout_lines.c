/* Layout, rows and grids: which children stand in one line, and how wide each is there. */
#include "ui/flow.h"

#include <math.h>

static float line_sum(Node *first, const Node *stop, float gap)
{
    float sum = 0;
    for (const Node *node = first; node != stop; node = node->next)
        sum += node->bounds.width + (node->next != stop ? gap : 0);
    return sum;
}

/* True when the row goes on in the next line: asked to, or because nothing else is left. */
static bool row_breaks(const Flow *flow, const Node *row, float inside)
{
    if (row->layout.wrap)
        return true;
    float sum = 0, gap = flow_gap(flow, row);
    for (const Node *child = row->first; child; child = child->next)
        sum += flow_least(flow, child, LEAST_LINES) + (child->next ? gap : 0);
    return sum > inside;
}

static Node *line_stop(Node *first, float gap, float inside)
{
    float x = first->bounds.width;
    Node *node = first->next;
    for (; node && x + gap + node->bounds.width <= inside; node = node->next)
        x += gap + node->bounds.width;
    return node;
}

static void line_shrink(const Flow *flow, Node *first, const Node *stop, float gap, float inside)
{
    for (Least least = LEAST_SOFT; least <= LEAST_LINES; least++) {
        float excess = line_sum(first, stop, gap) - inside;
        if (excess > 0)
            share_loss_width(flow, first, stop, least, excess);
    }
}

Node *line_fit(const Flow *flow, Node *row, Node *first, float inside)
{
    float gap = flow_gap(flow, row);
    for (Node *child = first; child; child = child->next)
        child->bounds.width = flow_width(flow, child, inside);
    Node *stop = NULL;
    if (line_sum(first, NULL, gap) > inside && row_breaks(flow, row, inside))
        stop = line_stop(first, gap, inside);
    line_shrink(flow, first, stop, gap, inside);
    share_growth(flow, first, stop, false, inside - line_sum(first, stop, gap));
    return stop;
}

float line_height(const Flow *flow, Node *first, const Node *stop, Give give)
{
    float height = 0;
    for (Node *node = first; node != stop; node = node->next)
        height = fmaxf(height, flow_low(flow, node, node->bounds.width, give));
    return height;
}

static int child_count(const Node *node)
{
    int count = 0;
    for (const Node *child = node->first; child; child = child->next)
        count++;
    return count;
}

/* Words on buttons are not broken while fewer columns can help; a table keeps its columns. */
static float widest_least(const Flow *flow, const Node *node)
{
    float widest = 1;
    for (const Node *child = node->first; child; child = child->next) {
        bool whole = node->layout.columns <= 0 || node_interactive(child);
        widest = fmaxf(widest, flow_least(flow, child, whole ? LEAST_WORDS : LEAST_HARD));
    }
    return widest;
}

static int columns_fitting(float inside, float cell, float gap)
{
    int columns = (int)((inside + gap) / (cell + gap));
    return columns > 1 ? columns : 1;
}

/* As few lines as `most` columns allow, as even as they can be: 11 in at most 8 are 6 and 5. */
static int columns_even(int count, int most)
{
    int lines = (count + most - 1) / most;
    return lines > 0 ? (count + lines - 1) / lines : most;
}

Grid grid_of(const Flow *flow, const Node *node, float inside)
{
    Grid grid = {.gap = flow_gap(flow, node)};
    float least = widest_least(flow, node);
    float wanted = fmaxf(least, dp(flow->measure.manner, node->layout.min_cell));
    int most = columns_fitting(inside, least, grid.gap);
    grid.columns = node->layout.columns;
    if (grid.columns <= 0) {
        int count = child_count(node);
        grid.columns = columns_fitting(inside, wanted, grid.gap);
        grid.columns = grid.columns < count ? grid.columns : count;
    }
    if (grid.columns > most)
        grid.columns = columns_even(child_count(node), most);
    if (grid.columns < 1)
        grid.columns = 1;
    float gaps = (float)(grid.columns - 1) * grid.gap;
    grid.cell = fmaxf(floorf((inside - gaps) / (float)grid.columns), 0);
    return grid;
}

float grid_child_width(const Flow *flow, const Node *child, float cell)
{
    return fminf(flow_limit_width(flow, child, cell), cell);
}

float grid_line(const Flow *flow, const Grid *grid, Node *first, Give give, Node **stop)
{
    float height = 0;
    Node *node = first;
    for (int column = 0; node && column < grid->columns; column++, node = node->next) {
        float width = grid_child_width(flow, node, grid->cell);
        height = fmaxf(height, flow_low(flow, node, width, give));
    }
    *stop = node;
    return height;
}
