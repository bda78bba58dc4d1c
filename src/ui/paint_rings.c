#include "ui/paint_rings.h"

#include <math.h>

static Rect grown(Rect box, float by)
{
    return (Rect){box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

void paint_ring(Painter *painter, const Node *node)
{
    const Manner *manner = painter->measure.manner;
    float radius = theme_paint(manner, node->look, &(State){0}).radius;
    float out = 5 * manner->scale, halo = 6.5f * manner->scale;
    paint_add(painter, (Draw){.type = DRAW_BOX,
                              .rect = grown(node->bounds, halo),
                              .line = theme_background(manner),
                              .line_width = 6 * manner->scale,
                              .radius = radius + halo});
    paint_add(painter, (Draw){.type = DRAW_BOX,
                              .rect = grown(node->bounds, out),
                              .line = theme_focus_ring(manner),
                              .line_width = 3 * manner->scale,
                              .radius = radius + out});
}

static bool nothing(Rect box)
{
    return box.width <= 0 || box.height <= 0;
}

static Rect joined(Rect a, Rect b)
{
    if (nothing(a))
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
        if (node->state.scanned && !nothing(node->visible))
            box = joined(box, node->visible);
    }
    return box;
}

/* Never cut off by the window's edge. */
static Rect ring_around(const Painter *painter, Rect box, float out)
{
    Rect window = painter->window;
    float x = fmaxf(box.x - out, window.x), y = fmaxf(box.y - out, window.y);
    float right = fminf(box.x + box.width + out, window.x + window.width);
    float bottom = fminf(box.y + box.height + out, window.y + window.height);
    return (Rect){x, y, right - x, bottom - y};
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
    if (nothing(box))
        return;
    float unit = manner->scale;
    paint_line(painter, ring_around(painter, box, 12 * unit), 12 * unit, theme_background(manner));
    paint_line(painter, ring_around(painter, box, 10 * unit), 7 * unit, theme_focus_ring(manner));
}
