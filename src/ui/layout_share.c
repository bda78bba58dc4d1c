/* Layout, sharing: what is left over goes to those that grow, what is missing comes from those that
 * can do with less. Whole px only. */
#include "ui/flow.h"

#include <math.h>

static float *size_along(Node *node, bool vertical)
{
    return vertical ? &node->bounds.height : &node->bounds.width;
}

static float largest(const Flow *flow, const Node *node, bool vertical)
{
    int most = vertical ? node->layout.max_height : node->layout.max_width;
    return most > 0 ? dp(flow->measure.manner, most) : INFINITY;
}

static bool can_grow(const Flow *flow, Node *node, bool vertical)
{
    return node->layout.grow > 0 && *size_along(node, vertical) < largest(flow, node, vertical);
}

static int grow_total(const Flow *flow, Node *first, const Node *stop, bool vertical)
{
    int total = 0;
    for (Node *node = first; node != stop; node = node->next)
        total += can_grow(flow, node, vertical) ? node->layout.grow : 0;
    return total;
}

/* One round; what limits refused is returned for the next. */
static float growth_round(const Flow *flow, Node *first, const Node *stop, bool vertical,
                          float extra, int total)
{
    float left = extra;
    for (Node *node = first; node != stop; node = node->next) {
        if (!can_grow(flow, node, vertical))
            continue;
        float *size = size_along(node, vertical);
        float share = floorf(extra * (float)node->layout.grow / (float)total);
        share = fminf(share, largest(flow, node, vertical) - *size);
        *size += share;
        left -= share;
    }
    return left;
}

void share_growth(const Flow *flow, Node *first, const Node *stop, bool vertical, float extra)
{
    for (int round = 0; round < 4 && extra >= 1; round++) {
        int total = grow_total(flow, first, stop, vertical);
        if (total == 0)
            return;
        extra = growth_round(flow, first, stop, vertical, extra, total);
    }
}

static float width_room(const Flow *flow, const Node *node, Least least)
{
    return fmaxf(node->bounds.width - flow_least(flow, node, least), 0);
}

void share_loss_width(const Flow *flow, Node *first, const Node *stop, Least least, float excess)
{
    float total = 0;
    for (Node *node = first; node != stop; node = node->next)
        total += width_room(flow, node, least);
    if (total <= 0)
        return;
    float part = fminf(excess / total, 1);
    for (Node *node = first; node != stop; node = node->next)
        node->bounds.width -= ceilf(width_room(flow, node, least) * part);
}

static float height_room(const Flow *flow, Node *node, Give give)
{
    float low = flow_low(flow, node, node->bounds.width, give);
    return fmaxf(node->bounds.height - low, 0);
}

void share_loss_height(const Flow *flow, Node *first, Give give, float excess)
{
    float total = 0;
    for (Node *node = first; node; node = node->next)
        total += height_room(flow, node, give);
    if (total <= 0)
        return;
    float part = fminf(excess / total, 1);
    for (Node *node = first; node; node = node->next)
        node->bounds.height -= ceilf(height_room(flow, node, give) * part);
}
