#include "ui/paint_rings.h"

#include "ui/rect.h"

#include <math.h>

void paint_ring(Painter *painter, const Node *node)
{
    const Manner *manner = painter->measure.manner;
    float radius = theme_paint(manner, node->look, &(State){0}).radius;
    float out = 5 * manner->scale, halo = 6.5f * manner->scale;
    paint_add(painter, (Draw){.type = DRAW_BOX,
                              .rect = rect_grown(node->bounds, halo, halo),
                              .line = theme_background(manner),
                              .line_width = 6 * manner->scale,
                              .radius = radius + halo});
    paint_add(painter, (Draw){.type = DRAW_BOX,
                              .rect = rect_grown(node->bounds, out, out),
                              .line = theme_focus_ring(manner),
                              .line_width = 3 * manner->scale,
                              .radius = radius + out});
}

static Rect joined(Rect a, Rect b)
{
    if (rect_empty(a))
        return b;
    float x = fminf(a.x, b.x), y = fminf(a.y, b.y);
    float right = fmaxf(a.x + a.width, b.x + b.width);
    float bottom = fmaxf(a.y + a.height, b.y + b.height);
    return (Rect){x, y, right - x, bottom - y};
}

/* All of it that can be seen. */
static Rect scanned_box(const Tree *tree)
{
    Rect box = {0};
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (node->state.scanned && !rect_empty(node->visible))
            box = joined(box, node->visible);
    }
    return box;
}

/* Never cut off by the window's edge. */
static Rect ring_around(const Painter *painter, Rect box, float out)
{
    return rect_cut(rect_grown(box, out, out), painter->window);
}

static void paint_line(Painter *painter, Rect box, float width, Color color)
{
    paint_add(painter, (Draw){.type = DRAW_BOX,
                              .rect = box,
                              .line = color,
                              .line_width = width,
                              .radius = 20 * painter->measure.manner->scale});
}

/* A broad ring between two of the ground's colour: seen on every picture. */
void paint_scan(Painter *painter, const Tree *tree)
{
    const Manner *manner = painter->measure.manner;
    Rect box = scanned_box(tree);
    if (rect_empty(box))
        return;
    float unit = manner->scale;
    paint_line(painter, ring_around(painter, box, 12 * unit), 12 * unit, theme_background(manner));
    paint_line(painter, ring_around(painter, box, 10 * unit), 7 * unit, theme_focus_ring(manner));
}
