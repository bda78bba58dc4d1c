/* What lies behind the words and pictures of a node: its shadow, its box, a scene that covers it.
 */
#include "ui/painter.h"
#include "ui/rect.h"

#include <math.h>

static Color shadow_color(const Painter *painter)
{
    const Manner *manner = painter->measure.manner;
    int alpha = manner->theme == THEME_DAY ? 44 : 110;
    if (manner->grown_up)
        alpha /= 2;
    return (Color){20, 34, 46, (unsigned char)alpha};
}

static void paint_shadow(Painter *painter, Rect box, const Paint *paint, bool lifted)
{
    float drop = paint_px(painter, lifted ? 8.0f : 3.0f);
    box.y += drop;
    paint_add(painter, (Draw){.type = DRAW_SHADOW,
                              .rect = box,
                              .color = shadow_color(painter),
                              .line_width = drop * 3,
                              .radius = paint->radius});
}

void paint_box(Painter *painter, Rect box, const Paint *paint)
{
    if (paint->fill.a == 0 && paint->line.a == 0)
        return;
    paint_add(painter, (Draw){.type = DRAW_BOX,
                              .rect = box,
                              .color = paint->fill,
                              .line = paint->line,
                              .line_width = paint->line.a ? paint->line_width : 0,
                              .radius = paint->radius});
}

/* A picture behind everything: a scene, with the theme's veil over it and the outline on top. */
static void paint_cover(Painter *painter, const Node *node, const Paint *paint)
{
    Color veil = theme_veil(painter->measure.manner);
    paint_add(painter, (Draw){.type = DRAW_PICTURE,
                              .rect = rect_scaled(node->bounds, node->picture_scale),
                              .name = node->picture,
                              .cover = true,
                              .radius = paint->fill.a || paint->line.a ? paint->radius : 0});
    if (veil.a && (node->decoration || node->first))
        paint_add(painter, (Draw){.type = DRAW_BOX, .rect = node->bounds, .color = veil});
    if (paint->line.a) {
        Paint outline = *paint;
        outline.fill.a = 0;
        paint_box(painter, node->bounds, &outline);
    }
}

/* The name plate of a place hugs the words; other boxes are the node's bounds. */
Rect paint_box_of(const Painter *painter, const Node *node, const NodeParts *parts)
{
    if (node->look != LOOK_PLACE || rect_empty(parts->text))
        return node->bounds;
    const Measure *measure = &painter->measure;
    TextStyle style = theme_type(measure->manner, node->type, node->bold, node->text_align);
    Extent words =
        measure->ruler->measure(measure->ruler->context, node->text, &style, parts->text.width);
    float spare = fmaxf(parts->text.width - ceilf(words.width), 0);
    Rect plate = parts->text;
    if (node->text_align == ALIGN_CENTER)
        plate.x += floorf(spare / 2);
    else if ((node->text_align == ALIGN_END) != node->rtl)
        plate.x += spare;
    plate.width -= spare;
    return rect_cut(rect_grown(plate, paint_px(painter, 12), paint_px(painter, 6)), node->bounds);
}

void paint_behind(Painter *painter, const Node *node, const Paint *paint, Rect box)
{
    bool covered = node->cover && node->picture && node->picture[0];
    if (paint->shadow)
        paint_shadow(painter, box, paint, node->state.picked);
    if (covered && node->look != LOOK_PLACE) {
        Paint fill = *paint;
        fill.line.a = 0;
        paint_box(painter, box, &fill);
        paint_cover(painter, node, paint);
        return;
    }
    if (covered)
        paint_cover(painter, node, &(Paint){.radius = paint->radius});
    paint_box(painter, box, paint);
}
