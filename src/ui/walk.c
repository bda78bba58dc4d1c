/* Ways through a laid-out tree: in reading order, by direction, by point. */
#include "ui/walk.h"

#include "ui/rect.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct Order {
    Node **items;
    size_t count, capacity;
} Order;

static Node *following(const Tree *tree, const Node *node)
{
    return node_following(node, tree->root);
}

static bool is_card(const Node *node, const char *item)
{
    return node->role == ROLE_CARD && strcmp(node->action.item, item) == 0;
}

/* 0: what is in the hand, 1: where it may go, 2: all others. Without a hand all are alike. */
static int order_rank(const Node *node, const char *hand)
{
    if (hand[0] == '\0')
        return 2;
    if (is_card(node, hand))
        return 0;
    return node->role == ROLE_TARGET ? 1 : 2;
}

static Order order_of(const Tree *tree, const char *hand)
{
    Order order = {0};
    for (int rank = 0; rank <= 2; rank++) {
        for (Node *node = tree->root; node; node = following(tree, node)) {
            if (!node_acts(node) || order_rank(node, hand) != rank)
                continue;
            list_room((void **)&order.items, &order.capacity, order.count, sizeof *order.items);
            order.items[order.count++] = node;
        }
    }
    return order;
}

static size_t order_next(const Order *order, const Node *from, int step)
{
    for (size_t i = 0; i < order->count; i++) {
        if (order->items[i] == from)
            return (i + order->count + (size_t)(step > 0 ? 1 : order->count - 1)) % order->count;
    }
    return step > 0 ? 0 : order->count - 1;
}

Node *walk_step(const Tree *tree, const char *hand, const Node *from, int step)
{
    Order order = order_of(tree, hand);
    Node *next = order.count > 0 ? order.items[order_next(&order, from, step)] : NULL;
    free(order.items);
    return next;
}

typedef struct Span {
    float start, end;
} Span;

static Span span_x(Rect box)
{
    return (Span){box.x, box.x + box.width};
}

static Span span_y(Rect box)
{
    return (Span){box.y, box.y + box.height};
}

static Span span_flipped(Span span)
{
    return (Span){-span.end, -span.start};
}

static float span_middle(Span span)
{
    return (span.start + span.end) / 2;
}

static float span_between(Span a, Span b)
{
    return fmaxf(fmaxf(b.start - a.end, a.start - b.end), 0);
}

/* How far `to` lies from `from` along the way; < 0: not that way, for it lies more to the side than
 * ahead. Slack lets edges overlap a bit. */
static float way(Span from, Span to, Span from_side, Span to_side)
{
    float slack = fminf(from.end - from.start, to.end - to.start) / 4;
    if (to.start < from.end - slack)
        return -1;
    float ahead = fmaxf(to.start - from.end, 0), apart = span_between(from_side, to_side);
    float aside = fabsf(span_middle(from_side) - span_middle(to_side));
    return apart > ahead ? -1 : ahead + 2 * apart + aside / 8;
}

static float distance_toward(Rect from, Rect to, Key key)
{
    Span from_x = span_x(from), from_y = span_y(from), to_x = span_x(to), to_y = span_y(to);
    switch (key) {
    case KEY_RIGHT: return way(from_x, to_x, from_y, to_y);
    case KEY_LEFT: return way(span_flipped(from_x), span_flipped(to_x), from_y, to_y);
    case KEY_DOWN: return way(from_y, to_y, from_x, to_x);
    case KEY_UP: return way(span_flipped(from_y), span_flipped(to_y), from_x, to_x);
    default: return -1;
    }
}

static bool lies_in(const Node *node, const Node *part)
{
    while (node && node != part)
        node = node->parent;
    return node != NULL;
}

/* From `box`, to what is in `top` and not in `left_out`. */
static Node *toward_within(const Node *top, Rect box, const Node *left_out, Key key)
{
    Node *best = NULL;
    float shortest = INFINITY;
    for (Node *node = top->first; node; node = node_following(node, top)) {
        if (!node_acts(node) || lies_in(node, left_out))
            continue;
        float distance = distance_toward(box, node->bounds, key);
        if (distance >= 0 && distance < shortest) {
            shortest = distance;
            best = node;
        }
    }
    return best;
}

static const Node *group_of(const Node *node)
{
    const Node *group = node->parent;
    while (group && group->role != ROLE_LIST && group->layout.axis != AXIS_GRID)
        group = group->parent;
    return group;
}

/* What scrolls ends at its edges, however far what is in it goes on below. */
static Rect box_within(Rect box, Rect part)
{
    Rect cut = rect_cut(box, part);
    return rect_empty(cut) ? part : cut;
}

/* At the end of a line a sideways step goes on with the next one, as reading does: so nothing that
 * lies askew is out of reach. */
static Node *across_line(const Tree *tree, const Node *from, Key key)
{
    if (key != KEY_LEFT && key != KEY_RIGHT)
        return NULL;
    Node *next = walk_step(tree, "", from, (key == KEY_RIGHT) != tree->rtl ? 1 : -1);
    return next != from ? next : NULL;
}

Node *walk_toward(const Tree *tree, const Node *from, Key key)
{
    const Node *group = group_of(from);
    Node *found = group ? toward_within(group, from->bounds, from, key) : NULL;
    Rect box = from->bounds;
    const Node *left = from;
    for (const Node *top = NULL; !found && top != tree->root; left = top) {
        top = walk_scroller_of(left->parent);
        top = top ? top : tree->root;
        found = toward_within(top, box, left, key);
        box = box_within(box, top->bounds);
    }
    return found ? found : across_line(tree, from, key);
}

Node *walk_first(const Tree *tree)
{
    Node *first = NULL;
    for (Node *node = tree->root; node; node = following(tree, node)) {
        if (!node_acts(node))
            continue;
        if (node->look != LOOK_SAFETY)
            return node;
        if (!first)
            first = node;
    }
    return first;
}

Node *walk_begins(const Tree *tree)
{
    Node *node = tree->root;
    while (node && !(node->field_begins && node_acts(node)))
        node = following(tree, node);
    return node;
}

Node *walk_nearest(const Tree *tree, Rect place)
{
    Node *best = NULL;
    float shortest = INFINITY;
    for (Node *node = tree->root; node; node = following(tree, node)) {
        if (!node_acts(node) || node->look == LOOK_SAFETY)
            continue;
        float x = span_middle(span_x(node->bounds)) - span_middle(span_x(place));
        float y = span_middle(span_y(node->bounds)) - span_middle(span_y(place));
        float distance = hypotf(x, y);
        if (distance < shortest) {
            shortest = distance;
            best = node;
        }
    }
    return best ? best : walk_first(tree);
}

static bool contains(Rect box, float x, float y)
{
    return x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
}

/* What hides the things under it from the pointer. */
static bool is_solid(const Node *node)
{
    return node->look != LOOK_PLAIN && node->look != LOOK_QUIET && !node->decoration;
}

static Node *acting_ancestor(Node *node)
{
    while (node && !node_acts(node))
        node = node->parent;
    return node;
}

Node *walk_hit(const Tree *tree, float x, float y)
{
    Node *top = NULL;
    for (Node *node = tree->root; node; node = following(tree, node)) {
        if (contains(node->visible, x, y) && (node_acts(node) || is_solid(node)))
            top = node;
    }
    return acting_ancestor(top);
}

Node *walk_target_at(const Tree *tree, float x, float y)
{
    Node *top = NULL;
    for (Node *node = tree->root; node; node = following(tree, node)) {
        if (node->role == ROLE_TARGET && node_acts(node) && contains(node->visible, x, y))
            top = node;
    }
    return top;
}

static bool can_scroll(const Node *node)
{
    return node->layout.scroll && node->content_height > node->bounds.height;
}

Node *walk_scroller_at(const Tree *tree, float x, float y)
{
    Node *top = NULL;
    for (Node *node = tree->root; node; node = following(tree, node)) {
        if (can_scroll(node) && contains(node->visible, x, y))
            top = node;
    }
    return top;
}

Node *walk_scroller_of(Node *node)
{
    for (; node; node = node->parent) {
        if (can_scroll(node))
            return node;
    }
    return NULL;
}

Node *walk_card(const Tree *tree, const char *item)
{
    for (Node *node = tree->root; node && item[0]; node = following(tree, node)) {
        if (is_card(node, item) && node_acts(node))
            return node;
    }
    return NULL;
}

bool walk_has_target(const Tree *tree)
{
    for (const Node *node = tree->root; node; node = following(tree, node)) {
        if (node->role == ROLE_TARGET && node_acts(node))
            return true;
    }
    return false;
}
