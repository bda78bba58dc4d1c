/* Layout, heights: how high a node is at a width, and how low it can be made. */
#include "ui/answers.h"
#include "ui/words.h"

#include <math.h>

static float padding_height(const Flow *flow, const Node *node)
{
    float x, y;
    node_padding(node, flow->measure.manner, &x, &y);
    return 2 * y;
}

static float column_height(const Flow *flow, const Node *node, float inside, Give give)
{
    float gap = flow_gap(flow, node), height = 0;
    for (Node *child = node->first; child; child = child->next) {
        float width = flow_child_width(flow, child, node->layout.cross, inside);
        height += flow_low(flow, child, width, give) + (child->next ? gap : 0);
    }
    return height;
}

static float row_height(const Flow *flow, Node *node, float inside, Give give)
{
    float gap = flow_gap(flow, node), height = 0;
    for (Node *first = node->first, *stop; first; first = stop) {
        stop = line_fit(flow, node, first, inside);
        height += line_height(flow, first, stop, give) + (stop ? gap : 0);
    }
    return height;
}

static float grid_height(const Flow *flow, const Node *node, float inside, Give give)
{
    Grid grid = grid_of(flow, node, inside);
    float height = 0;
    for (Node *first = node->first, *stop; first; first = stop)
        height += grid_line(flow, &grid, first, give, &stop) + (stop ? grid.gap : 0);
    return height;
}

bool stack_fills(const Node *child, Align align)
{
    return align == ALIGN_START || align == ALIGN_STRETCH || child->cover || child->layout.grow > 0;
}

static float overlaid_height(const Flow *flow, const Node *node, float inside, Give give)
{
    bool stack = node->layout.axis == AXIS_STACK;
    float height = 0;
    for (Node *child = node->first; child; child = child->next) {
        bool fills = stack && stack_fills(child, node->layout.cross);
        float width = flow_child_width(flow, child, fills ? ALIGN_STRETCH : ALIGN_START, inside);
        height = fmaxf(height, flow_low(flow, child, width, give));
    }
    return height;
}

static float children_height(const Flow *flow, Node *node, float inside, Give give)
{
    switch (node->layout.axis) {
    case AXIS_COLUMN: return column_height(flow, node, inside, give);
    case AXIS_ROW: return row_height(flow, node, inside, give);
    case AXIS_GRID: return grid_height(flow, node, inside, give);
    default: return overlaid_height(flow, node, inside, give);
    }
}

static float content_height(const Flow *flow, Node *node, float width, Give give)
{
    float inside = flow_inside(flow, node, width);
    float own = flow_own(flow, node, inside).height;
    float children = children_height(flow, node, inside, give);
    if (give == GIVE_PICTURES && own > 0)
        own -= own_slack(flow->measure, node);
    float height = own_overlaid(node) ? fmaxf(own, children) : own + children;
    return height + padding_height(flow, node);
}

static float content_low(const Flow *flow, Node *node, float width, Give give)
{
    return node->layout.scroll ? 0 : content_height(flow, node, width, give);
}

static bool mere_picture(const Node *node)
{
    return node->picture && !node->first && !node->text && !node_interactive(node);
}

static float target_height(const Flow *flow, const Node *node)
{
    return node_interactive(node)
               ? dp(flow->measure.manner, manner_at(flow->measure, node)->target_px)
               : 0;
}

static bool height_bound(const Node *node)
{
    return node->layout.height > 0 || node->layout.max_height > 0;
}

static float height_at(const Flow *flow, Node *node, float width)
{
    const Layout *layout = &node->layout;
    const Manner *manner = flow->measure.manner;
    float height = layout->height > 0 ? dp(manner, layout->height)
                                      : content_height(flow, node, width, GIVE_NOTHING);
    if (layout->min_height > 0)
        height = fmaxf(height, dp(manner, layout->min_height));
    if (layout->max_height > 0)
        height = fminf(height, dp(manner, layout->max_height));
    if (height_bound(node) && !mere_picture(node))
        height = fmaxf(height, content_low(flow, node, width, GIVE_PICTURES));
    return ceilf(fmaxf(height, target_height(flow, node)));
}

float flow_height(const Flow *flow, Node *node, float width)
{
    float height;
    if (answer_known(node, ASK_HEIGHT, width, &height))
        return height;
    return answer_keep(node, ASK_HEIGHT, width, height_at(flow, node, width));
}

static float scroll_low(const Flow *flow, const Node *node)
{
    return dp(flow->measure.manner, node->layout.min_height > 0 ? 0 : 96);
}

/* Set heights hold until pictures give way, and then for what has nothing in it that could. */
static bool holds_height(const Node *node, Give give)
{
    if (give == GIVE_NOTHING)
        return true;
    if (give == GIVE_SCROLL)
        return mere_picture(node) || (node->layout.height > 0 && !node->layout.scroll);
    return node->layout.height > 0 && !node->first && !node->picture;
}

static float low_at(const Flow *flow, Node *node, float width, Give give)
{
    float height = flow_height(flow, node, width), low = target_height(flow, node);
    if (mere_picture(node) || (node->layout.height > 0 && !node->layout.scroll))
        low = fmaxf(low, height * 0.4f);
    if (node->layout.scroll)
        low = fmaxf(low, scroll_low(flow, node));
    else if (!mere_picture(node))
        low = fmaxf(low, content_low(flow, node, width, give));
    if (node->layout.min_height > 0)
        low = fmaxf(low, dp(flow->measure.manner, node->layout.min_height));
    return fminf(ceilf(low), height);
}

float flow_low(const Flow *flow, Node *node, float width, Give give)
{
    float low;
    if (holds_height(node, give))
        return flow_height(flow, node, width);
    if (answer_known(node, ASK_HEIGHT + give, width, &low))
        return low;
    return answer_keep(node, ASK_HEIGHT + give, width, low_at(flow, node, width, give));
}
