/* Layout, widths: what a node would like, and what it can do with. */
#include "ui/answers.h"
#include "ui/words.h"

#include <math.h>

static float target_size(const Flow *flow, const Node *node)
{
    return node_interactive(node)
               ? dp(flow->measure.manner, manner_at(flow->measure, node)->target_px)
               : 0;
}

float flow_gap(const Flow *flow, const Node *node)
{
    int gap = node->layout.gap > 0 ? node->layout.gap : 0;
    int pressable = 0;
    for (const Node *child = node->first; child; child = child->next)
        pressable += node_interactive(child);
    if (pressable > 1 && gap < flow->measure.manner->gap_px)
        gap = flow->measure.manner->gap_px;
    return dp(flow->measure.manner, gap);
}

float flow_inside(const Flow *flow, const Node *node, float width)
{
    float x, y;
    node_padding(node, flow->measure.manner, &x, &y);
    return fmaxf(width - 2 * x, 0);
}

Extent flow_own(const Flow *flow, const Node *node, float inside)
{
    if (!own_any(node))
        return (Extent){0, 0};
    Extent own = own_size(flow->measure, node, inside);
    if (node->first && !own_overlaid(node))
        own.height += own_gap(flow->measure, node);
    return own;
}

static bool width_bound(const Node *node)
{
    return node->first && (node->layout.width > 0 || node->layout.max_width > 0);
}

/* Fixed, least and largest widths as the layout has them; targets, its own and those of the things
 * inside, win over all. */
float flow_limit_width(const Flow *flow, const Node *node, float width)
{
    const Layout *layout = &node->layout;
    const Manner *manner = flow->measure.manner;
    if (layout->width > 0)
        width = dp(manner, layout->width);
    if (layout->min_width > 0)
        width = fmaxf(width, dp(manner, layout->min_width));
    if (layout->max_width > 0)
        width = fminf(width, dp(manner, layout->max_width));
    if (width_bound(node))
        width = fmaxf(width, flow_least(flow, node, LEAST_HARD));
    return fmaxf(width, target_size(flow, node));
}

static float widest_child(const Flow *flow, const Node *node, float limit)
{
    float widest = 0;
    for (Node *child = node->first; child; child = child->next)
        widest = fmaxf(widest, flow_width(flow, child, limit));
    return widest;
}

static float row_width(const Flow *flow, const Node *node, float limit)
{
    float gap = flow_gap(flow, node), width = 0;
    for (Node *child = node->first; child; child = child->next)
        width += flow_width(flow, child, limit) + (child->next ? gap : 0);
    return width;
}

static float grid_width(const Flow *flow, const Node *node, float limit)
{
    Grid grid = grid_of(flow, node, limit);
    float cell =
        fmaxf(widest_child(flow, node, limit), dp(flow->measure.manner, node->layout.min_cell));
    return fminf((float)grid.columns * (cell + grid.gap) - grid.gap, limit);
}

static float content_width(const Flow *flow, const Node *node, float limit)
{
    if (!node->first)
        return 0;
    switch (node->layout.axis) {
    case AXIS_ROW: return row_width(flow, node, limit);
    case AXIS_GRID: return grid_width(flow, node, limit);
    default: return widest_child(flow, node, limit);
    }
}

static float width_within(const Flow *flow, const Node *node, float limit)
{
    if (node->layout.width > 0)
        return fminf(flow_limit_width(flow, node, 0), limit);
    float most =
        node->layout.max_width > 0 ? dp(flow->measure.manner, node->layout.max_width) : limit;
    float inside = flow_inside(flow, node, fminf(limit, most));
    float x, y;
    node_padding(node, flow->measure.manner, &x, &y);
    float width = fmaxf(flow_own(flow, node, inside).width, content_width(flow, node, inside));
    return fminf(ceilf(flow_limit_width(flow, node, width + 2 * x)), limit);
}

float flow_width(const Flow *flow, Node *node, float limit)
{
    float width;
    if (answer_known(node, ASK_WIDTH, limit, &width))
        return width;
    return answer_keep(node, ASK_WIDTH, limit, width_within(flow, node, limit));
}

static float least_children(const Flow *flow, const Node *node, Least least)
{
    float widest = 0, sum = 0;
    int count = 0;
    for (const Node *child = node->first; child; child = child->next, count++) {
        float width = flow_least(flow, child, least);
        widest = fmaxf(widest, width);
        sum += width;
    }
    float gaps = count > 1 ? (float)(count - 1) * flow_gap(flow, node) : 0;
    const Layout *layout = &node->layout;
    if (layout->axis == AXIS_ROW && !layout->wrap && least == LEAST_SOFT)
        return sum + gaps;
    if (layout->axis == AXIS_GRID && layout->columns > 1 && least == LEAST_SOFT && count > 0) {
        float columns = (float)(layout->columns < count ? layout->columns : count);
        return columns * widest + (columns - 1) * flow_gap(flow, node);
    }
    return widest;
}

/* A picture may shrink to half; other fixed and least widths hold until words must be broken. */
static float least_limited(const Flow *flow, const Node *node, Least least, float width)
{
    if (least == LEAST_HARD)
        return fmaxf(width, target_size(flow, node));
    bool gives = least != LEAST_SOFT && node->picture && !node_interactive(node);
    float limited = flow_limit_width(flow, node, width);
    if (gives && node->layout.width > 0)
        limited = floorf(limited / 2);
    return limited;
}

static float least_of(const Flow *flow, const Node *node, Least least)
{
    float x, y;
    node_padding(node, flow->measure.manner, &x, &y);
    float own =
        own_any(node) && node->layout.width <= 0 ? own_least(flow->measure, node, least) : 0;
    float width = fmaxf(own, least_children(flow, node, least)) + 2 * x;
    return ceilf(least_limited(flow, node, least, width));
}

float flow_least(const Flow *flow, const Node *node, Least least)
{
    float width;
    if (answer_known(node, ASK_LEAST + least, 0, &width))
        return width;
    return answer_keep(node, ASK_LEAST + least, 0, least_of(flow, node, least));
}

static bool stretches(const Node *child, Align align)
{
    return child->layout.width <= 0 && align == ALIGN_STRETCH;
}

float flow_child_width(const Flow *flow, Node *child, Align align, float inside)
{
    if (stretches(child, align))
        return fminf(flow_limit_width(flow, child, inside), inside);
    return flow_width(flow, child, inside);
}
