/* From a laid-out tree to draw commands, back to front. Decides no colours (theme.c) and no places
 * (layout.c, parts.c). */
#include "ui/paint_rings.h"
#include "ui/rect.h"

#include <math.h>

float paint_px(const Painter *painter, float length)
{
    return length * painter->measure.manner->scale;
}

Paint paint_as(const Painter *painter, Look look, State state)
{
    return theme_paint(painter->measure.manner, look, &state);
}

/* Scrolling */

static Rect scroll_window(const Painter *painter, const Node *node)
{
    /* room for shadows, rings and the bar of what stands at the edge */
    return rect_cut(rect_grown(node->visible, paint_px(painter, 12), paint_px(painter, 6)),
                    painter->window);
}

static void paint_bar(Painter *painter, const Node *node)
{
    Rect box = node->bounds;
    if (node->content_height <= box.height + 1)
        return;
    float pad_x, pad_y, width = paint_px(painter, 5), gap = paint_px(painter, 3);
    node_padding(node, painter->measure.manner, &pad_x, &pad_y);
    float length = fmaxf(box.height * box.height / node->content_height, paint_px(painter, 28));
    float way = node->scroll_y / (node->content_height - box.height);
    float inset = pad_x >= width + 2 * gap ? width + gap : -paint_px(painter, 6);
    float x = node->rtl ? box.x + inset - width : box.x + box.width - inset;
    if (!node->rtl && x + width > painter->window.width)
        x = painter->window.width - width - 1;
    paint_add(painter,
              (Draw){.type = DRAW_BOX,
                     .rect = {fmaxf(x, 1), box.y + way * (box.height - length), width, length},
                     .color = paint_as(painter, LOOK_FIELD, (State){0}).line,
                     .radius = width / 2});
}

/* Nodes */

static void paint_node(Painter *painter, const Node *node, Color ink);

static void paint_children(Painter *painter, const Node *node, Color ink)
{
    if (node->layout.scroll)
        paint_clip(painter, scroll_window(painter, node));
    for (const Node *child = node->first; child; child = child->next)
        paint_node(painter, child, ink);
    if (!node->layout.scroll)
        return;
    paint_bar(painter, node);
    paint_unclip(painter);
}

/* A node with children may show some of them even when it cannot be seen itself. */
static bool scrolled_away(const Node *node)
{
    return node->in_scroll && !node->first && node->bounds.height > 0 && rect_empty(node->visible);
}

/* `ink` is the text colour around; a plain node has none of its own. */
static void paint_shown(Painter *painter, const Node *node, Color ink)
{
    const Manner *around = painter->measure.manner;
    if (node->manner)
        painter->measure.manner = node->manner;
    Paint paint = theme_paint(painter->measure.manner, node->look, &node->state);
    NodeParts parts = node_parts(node, painter->measure.manner, painter->measure.ruler);
    Rect box = paint_box_of(painter, node, &parts);
    if (node->look != LOOK_PLAIN || node->state.disabled)
        ink = paint.text;
    paint_behind(painter, node, &paint, box);
    if (node->sheet)
        paint_sheet(painter, node);
    paint_parts(painter, node, &parts, ink);
    if (node->look == LOOK_ROW && node->role == ROLE_BUTTON && !node->state.disabled)
        paint_leads(painter, node, box, paint_as(painter, LOOK_SECONDARY, node->state).text);
    paint_children(painter, node, ink);
    if (node->state.chosen)
        paint_tick(painter, node, box);
    painter->measure.manner = around;
}

/* The place a dragged card has left stays visible as an empty slot. */
static void paint_slot(Painter *painter, const Node *node)
{
    Paint paint = paint_as(painter, LOOK_TARGET, (State){0});
    paint_box(painter, node->bounds, &paint);
}

/* A page that slides in does not reach beyond the page. */
static void paint_moved(Painter *painter, const Node *node, Color ink)
{
    const Shift outer = painter->shift;
    bool slides = node->leaf && node->moved.x != 0;
    if (slides)
        paint_clip(painter, leaf_window(node, painter->measure.manner));
    painter->shift = shift_by(&outer, node, node->state.picked ? paint_px(painter, 4) : 0);
    paint_shown(painter, node, ink);
    painter->shift = outer;
    if (slides)
        paint_unclip(painter);
}

static void paint_node(Painter *painter, const Node *node, Color ink)
{
    if (scrolled_away(node))
        return;
    if (node->carried) {
        painter->carried = node;
        paint_slot(painter, node);
        return;
    }
    if (node->moved.above && !painter->above) {
        painter->above = node;
        return;
    }
    paint_moved(painter, node, ink);
}

static void paint_carried(Painter *painter)
{
    const Node *node = painter->carried;
    if (painter->above)
        paint_moved(painter, painter->above, paint_as(painter, LOOK_PLAIN, (State){0}).text);
    if (!node)
        return;
    const Shift outer = painter->shift;
    painter->shift.x += node->carry_x;
    painter->shift.y += node->carry_y;
    paint_shown(painter, node, paint_as(painter, LOOK_PLAIN, (State){0}).text);
    painter->shift = outer;
}

/* Focus ring */

/* The ring goes where its node goes. */
static Shift shift_around(const Painter *painter, const Node *node)
{
    if (!node)
        return painter->shift;
    Shift outer = shift_around(painter, node->parent);
    return shift_by(&outer, node, 0);
}

static void paint_focus(Painter *painter, const Tree *tree)
{
    const Node *node = tree->root;
    while (node && !node->state.focused)
        node = node_following(node, tree->root);
    if (!node || node->carried || node->state.scanned)
        return;
    const Node *scroller = node->parent;
    while (scroller && !scroller->layout.scroll)
        scroller = scroller->parent;
    if (scroller)
        paint_clip(painter, scroll_window(painter, scroller));
    const Shift outer = painter->shift;
    painter->shift = shift_around(painter, node);
    paint_ring(painter, node);
    painter->shift = outer;
    if (scroller)
        paint_unclip(painter);
}

void paint_tree(const Tree *tree, const Manner *manner, const Ruler *ruler, DrawList *out)
{
    out->count = 0;
    if (!tree->root)
        return;
    if (!out->arena)
        out->arena = arena_new();
    arena_reset(out->arena);
    Painter painter = {.measure = {manner, ruler},
                       .out = out,
                       .window = tree->root->bounds,
                       .shift = {.size = 1, .shown = 1}};
    paint_add(
        &painter,
        (Draw){.type = DRAW_BOX, .rect = tree->root->bounds, .color = theme_background(manner)});
    paint_node(&painter, tree->root, paint_as(&painter, LOOK_PLAIN, (State){0}).text);
    paint_focus(&painter, tree);
    paint_scan(&painter, tree);
    paint_carried(&painter);
    paint_before(&painter, &tree->before);
}
