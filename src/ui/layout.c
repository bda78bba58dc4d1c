/* Layout, places: gives every node its bounds, from the root down. */
#include "ui/answers.h"
#include "ui/rect.h"

#include <math.h>

static void place(const Flow *flow, Node *node, Rect bounds);

static float offset_of(float left, Align align)
{
    switch (align) {
    case ALIGN_CENTER: return floorf(left / 2);
    case ALIGN_END: return left;
    default: return 0;
    }
}

/* Places a child at `x` from the start side of `area`. */
static void place_at(const Flow *flow, Node *child, Rect area, float x, float y)
{
    Rect box = {area.x + x, area.y + y, child->bounds.width, child->bounds.height};
    if (flow->rtl)
        box.x = area.x + area.width - x - box.width;
    place(flow, child, box);
}

static float column_sum(const Node *node, float gap)
{
    float sum = 0;
    for (const Node *child = node->first; child; child = child->next)
        sum += child->bounds.height + (child->next ? gap : 0);
    return sum;
}

static bool scrolls_below(const Node *top)
{
    for (const Node *node = top->first; node; node = node_following(node, top)) {
        if (node->layout.scroll)
            return true;
    }
    return false;
}

/* Pictures get smaller before a page needs scrolling; when that is not enough they stay big. Where
 * parts of the page scroll by themselves, it is they that would give way, so the page scrolls. */
static bool squeezes_to_fit(const Flow *flow, const Node *node, float room, float gap)
{
    float low = 0;
    for (Node *child = node->first; child; child = child->next)
        low += flow_low(flow, child, child->bounds.width, GIVE_PICTURES) + (child->next ? gap : 0);
    return low <= room && !scrolls_below(node);
}

static void column_sizes(const Flow *flow, Node *node, Rect area, float gap)
{
    for (Node *child = node->first; child; child = child->next) {
        child->bounds.width = flow_child_width(flow, child, node->layout.cross, area.width);
        child->bounds.height = flow_height(flow, child, child->bounds.width);
    }
    share_growth(flow, node->first, NULL, true, area.height - column_sum(node, gap));
    bool squeezed = !node->layout.scroll || squeezes_to_fit(flow, node, area.height, gap);
    for (Give give = GIVE_SCROLL; give <= GIVE_PICTURES && squeezed; give++) {
        float excess = column_sum(node, gap) - area.height;
        if (excess > 0)
            share_loss_height(flow, node->first, give, excess);
    }
}

static float place_column(const Flow *flow, Node *node, Rect area)
{
    float gap = flow_gap(flow, node);
    column_sizes(flow, node, area, gap);
    float sum = column_sum(node, gap);
    float y = offset_of(fmaxf(area.height - sum, 0), node->layout.main);
    for (Node *child = node->first; child; child = child->next) {
        float left = area.width - child->bounds.width;
        float height = child->bounds.height;
        place_at(flow, child, area, offset_of(left, node->layout.cross), y);
        y += height + gap;
    }
    return sum;
}

/* Height of a child with this much room: fills it when asked to, gives up what it can when it must.
 */
static float fit_height(const Flow *flow, Node *child, float room, bool fills)
{
    const Layout *layout = &child->layout;
    float width = child->bounds.width;
    float height = flow_height(flow, child, width);
    float most = layout->max_height > 0 ? dp(flow->measure.manner, layout->max_height) : INFINITY;
    if (fills && layout->height <= 0)
        height = fmaxf(height, fminf(room, most));
    return height > room ? fmaxf(room, flow_low(flow, child, width, GIVE_PICTURES)) : height;
}

static void place_line(const Flow *flow, Node *node, Rect line, Node *first, const Node *stop)
{
    float gap = flow_gap(flow, node), sum = 0;
    for (const Node *child = first; child != stop; child = child->next)
        sum += child->bounds.width + (child->next != stop ? gap : 0);
    float x = offset_of(fmaxf(line.width - sum, 0), node->layout.main);
    for (Node *child = first; child != stop; child = child->next) {
        child->bounds.height =
            fit_height(flow, child, line.height, node->layout.cross == ALIGN_STRETCH);
        float y = offset_of(fmaxf(line.height - child->bounds.height, 0), node->layout.cross);
        float width = child->bounds.width;
        place_at(flow, child, line, x, y);
        x += width + gap;
    }
}

/* How much lines must give up of what they can, so that all have room: 0..1. */
static float squeeze(float full, float low, float room)
{
    return full > room && full > low ? fminf((full - room) / (full - low), 1) : 0;
}

static float row_squeeze(const Flow *flow, Node *node, Rect area)
{
    float gap = flow_gap(flow, node), full = 0, low = 0;
    for (Node *first = node->first, *stop; first; first = stop) {
        stop = line_fit(flow, node, first, area.width);
        full += line_height(flow, first, stop, GIVE_NOTHING) + (stop ? gap : 0);
        low += line_height(flow, first, stop, GIVE_PICTURES) + (stop ? gap : 0);
    }
    return node->layout.scroll ? 0 : squeeze(full, low, area.height);
}

static float place_row(const Flow *flow, Node *node, Rect area)
{
    float gap = flow_gap(flow, node), give = row_squeeze(flow, node, area), y = 0;
    for (Node *first = node->first, *stop; first; first = stop) {
        stop = line_fit(flow, node, first, area.width);
        float height = line_height(flow, first, stop, GIVE_NOTHING);
        height -= ceilf((height - line_height(flow, first, stop, GIVE_PICTURES)) * give);
        if (first == node->first && !stop && !node->layout.scroll)
            height = area.height;
        place_line(flow, node, (Rect){area.x, area.y + y, area.width, height}, first, stop);
        y += height + (stop ? gap : 0);
    }
    return y;
}

static void place_cells(const Flow *flow, Node *first, const Node *stop, const Grid *grid,
                        Rect line)
{
    float x = 0;
    for (Node *child = first; child != stop; child = child->next) {
        float width = grid_child_width(flow, child, grid->cell);
        child->bounds.width = width;
        float height = fit_height(flow, child, line.height, true);
        child->bounds.height = height;
        place_at(flow, child, line, x + floorf((grid->cell - width) / 2),
                 floorf((line.height - height) / 2));
        x += grid->cell + grid->gap;
    }
}

static float grid_squeeze(const Flow *flow, Node *node, const Grid *grid, float room)
{
    float full = 0, low = 0;
    for (Node *first = node->first, *stop; first; first = stop) {
        low += grid_line(flow, grid, first, GIVE_PICTURES, &stop) + (stop ? grid->gap : 0);
        full += grid_line(flow, grid, first, GIVE_NOTHING, &stop) + (stop ? grid->gap : 0);
    }
    return node->layout.scroll ? 0 : squeeze(full, low, room);
}

static float place_grid(const Flow *flow, Node *node, Rect area)
{
    Grid grid = grid_of(flow, node, area.width);
    float give = grid_squeeze(flow, node, &grid, area.height);
    float y = 0;
    for (Node *first = node->first, *stop; first; first = stop) {
        float low = grid_line(flow, &grid, first, GIVE_PICTURES, &stop);
        float height = grid_line(flow, &grid, first, GIVE_NOTHING, &stop);
        height -= ceilf((height - low) * give);
        place_cells(flow, first, stop, &grid, (Rect){area.x, area.y + y, area.width, height});
        y += height + (stop ? grid.gap : 0);
    }
    return y;
}

static float place_stack(const Flow *flow, Node *node, Rect area)
{
    float highest = 0;
    for (Node *child = node->first; child; child = child->next) {
        Rect *box = &child->bounds;
        bool wide = stack_fills(child, node->layout.cross);
        bool high = stack_fills(child, node->layout.main);
        box->width = flow_child_width(flow, child, wide ? ALIGN_STRETCH : ALIGN_START, area.width);
        box->height = fit_height(flow, child, area.height, high);
        highest = fmaxf(highest, box->height);
        place_at(flow, child, area, offset_of(area.width - box->width, node->layout.cross),
                 offset_of(fmaxf(area.height - box->height, 0), node->layout.main));
    }
    return highest;
}

static float kept_inside(float centre, float size, float room)
{
    float start = floorf(centre - size / 2);
    return fmaxf(fminf(start, room - size), 0);
}

/* A picture looks the same whichever way is read, and so does what lies on it. */
static float place_free(const Flow *flow, Node *node, Rect area)
{
    for (Node *child = node->first; child; child = child->next) {
        Rect *box = &child->bounds;
        box->width = flow_width(flow, child, area.width);
        box->height = fit_height(flow, child, area.height, false);
        float x = (float)child->layout.at_x / 1000.0f * area.width;
        float y = (float)child->layout.at_y / 1000.0f * area.height;
        box->x = area.x + kept_inside(x, box->width, area.width);
        box->y = area.y + kept_inside(y, box->height, area.height);
        place(flow, child, *box);
    }
    return area.height;
}

static float place_children(const Flow *flow, Node *node, Rect area)
{
    switch (node->layout.axis) {
    case AXIS_ROW: return place_row(flow, node, area);
    case AXIS_GRID: return place_grid(flow, node, area);
    case AXIS_STACK: return place_stack(flow, node, area);
    case AXIS_FREE: return place_free(flow, node, area);
    default: return place_column(flow, node, area);
    }
}

/* What of `node` scrolling lets be seen. */
static void place_in_view(Node *node)
{
    const Node *scroller = node->parent;
    while (scroller && !scroller->layout.scroll)
        scroller = scroller->parent;
    node->in_scroll = scroller != NULL;
    node->visible = scroller ? rect_cut(node->bounds, scroller->visible) : node->bounds;
}

static float own_above(const Flow *flow, const Node *node, Rect inner)
{
    return own_overlaid(node) ? 0 : flow_own(flow, node, inner.width).height;
}

/* Content is placed unscrolled to learn its height, and again when it stands scrolled. */
static void place_scrolled(const Flow *flow, Node *node, Rect area)
{
    Rect inner = node_inner(node, flow->measure.manner);
    float below = node->bounds.y + node->bounds.height - inner.y - inner.height;
    float used = place_children(flow, node, area);
    node->content_height = area.y - node->bounds.y + used + below;
    float most = fmaxf(node->content_height - node->bounds.height, 0);
    float offset = scroll_offset(flow->memory, node->key);
    node->scroll_y = roundf(fminf(fmaxf(offset, 0), most));
    if (node->scroll_y > 0) {
        area.y -= node->scroll_y;
        place_children(flow, node, area);
    }
}

/* A part in another language is laid out the way that one is read. */
static Flow flow_of(const Flow *around, const Node *node)
{
    Flow flow = *around;
    flow.rtl = node->reads ? node->reads == READS_RTL : around->rtl;
    return flow;
}

static void place(const Flow *around, Node *node, Rect bounds)
{
    const Flow here = flow_of(around, node), *flow = &here;
    node->bounds = bounds;
    node->rtl = flow->rtl;
    place_in_view(node);
    Rect area = node_inner(node, flow->measure.manner);
    float own = own_above(flow, node, area);
    area.y += own;
    area.height = fmaxf(area.height - own, 0);
    if (node->layout.scroll)
        place_scrolled(flow, node, area);
    else
        place_children(flow, node, area);
}

void layout_tree(Tree *tree, float width, float height, const Manner *manner, const Ruler *ruler,
                 const ScrollMemory *memory)
{
    if (!tree->root)
        return;
    tree_give_keys(tree);
    answers_begin(tree);
    for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (!node->sizes)
            node->sizes = word_sizes_new(tree->arena);
    }
    Flow flow = {.measure = {manner, ruler}, .memory = memory, .rtl = tree->rtl};
    place(&flow, tree->root, (Rect){0, 0, width, height});
}
