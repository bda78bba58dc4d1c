/* What a node shows itself, and what is set on it: the tick of what is chosen, the angle of a row
 * that leads on. */
#include "ui/icons.h"
#include "ui/painter.h"
#include "ui/rect.h"

#include <math.h>

static Color tint_of(const Node *node)
{
    unsigned tint = node->tint;
    return (Color){(unsigned char)(tint >> 16 & 255), (unsigned char)(tint >> 8 & 255),
                   (unsigned char)(tint & 255), tint ? 255 : 0};
}

/* What lies over a scene is as bright as the scene: its white is that of the picture below. */
static Color veiled_white(Color veil)
{
    int rest = 255 * (255 - veil.a);
    return (Color){(unsigned char)((rest + veil.r * veil.a) / 255),
                   (unsigned char)((rest + veil.g * veil.a) / 255),
                   (unsigned char)((rest + veil.b * veil.a) / 255), veil.a ? 255 : 0};
}

static void paint_picture(Painter *painter, const Node *node, Rect box)
{
    bool still = node->picture_scale == 1;
    Color veil = theme_veil(painter->measure.manner);
    paint_add(painter, (Draw){.type = DRAW_PICTURE,
                              .rect = rect_scaled(box, node->picture_scale),
                              .made_width = still ? 0 : box.width,
                              .made_height = still ? 0 : box.height,
                              .color = node->sway != 0 ? veiled_white(veil) : tint_of(node),
                              .name = node->picture});
    if (!node->state.disabled)
        return;
    Color mist = paint_as(painter, LOOK_CARD, (State){.disabled = true}).fill;
    mist.a = 140;
    paint_add(painter,
              (Draw){.type = DRAW_BOX, .rect = box, .color = mist, .radius = paint_px(painter, 8)});
}

static void paint_icon(Painter *painter, const char *name, Rect box, Color tint)
{
    paint_add(painter, (Draw){.type = DRAW_PICTURE, .rect = box, .name = name, .color = tint});
}

static void paint_text(Painter *painter, const Node *node, Rect box, Color ink)
{
    const Manner *manner = painter->measure.manner;
    if (node->role == ROLE_FIELD) {
        Color hint = paint_as(painter, LOOK_FIELD, (State){.disabled = true}).text;
        paint_field(painter, node, box, ink, hint);
        return;
    }
    TextStyle style = theme_type(manner, node->type, node->bold, node->text_align);
    style.start = node->rtl ? START_RIGHT : START_LEFT;
    paint_reading(painter, node, box, &style, ink);
    paint_add(
        painter,
        (Draw){.type = DRAW_TEXT, .rect = box, .color = ink, .name = node->text, .style = style});
}

void paint_parts(Painter *painter, const Node *node, const NodeParts *parts, Color ink)
{
    bool pictured = node->picture && node->picture[0] && !node->cover;
    if (!rect_empty(parts->picture) && pictured)
        paint_picture(painter, node, parts->picture);
    else if (!rect_empty(parts->picture) && node->icon)
        paint_icon(painter, icon_turned(node->icon, node->rtl), parts->picture, ink);
    if (!rect_empty(parts->icon))
        paint_icon(painter, icon_turned(node->icon, node->rtl), parts->icon, ink);
    if (!rect_empty(parts->text))
        paint_text(painter, node, parts->text, ink);
}

/* The tick of what is chosen, a seal on the upper corner at the end side. */
void paint_tick(Painter *painter, const Node *node, Rect box)
{
    Color tick = paint_as(painter, LOOK_CHIP, (State){.chosen = true}).line;
    float size = dp(painter->measure.manner, 28), out = paint_px(painter, 8);
    Rect at = {node->rtl ? box.x - out : box.x + box.width + out - size, box.y - out, size, size};
    Rect inner = rect_grown(at, -paint_px(painter, 2), -paint_px(painter, 2)), made = inner;
    if (node->moved.seal != 0) {
        at = rect_scaled(at, 1 - node->moved.seal);
        inner = rect_scaled(inner, 1 - node->moved.seal);
        size = at.width;
    }
    paint_add(painter, (Draw){.type = DRAW_BOX,
                              .rect = at,
                              .color = theme_background(painter->measure.manner),
                              .radius = size / 2});
    paint_add(painter, (Draw){.type = DRAW_PICTURE,
                              .rect = inner,
                              .made_width = made.width,
                              .made_height = made.height,
                              .name = "icon/kept",
                              .color = tick});
}

/* A row that can be pressed says so with a small angle in the padding of its end side. */
void paint_leads(Painter *painter, const Node *node, Rect box, Color ink)
{
    float size = paint_px(painter, 16);
    float x = node->rtl ? box.x : box.x + box.width - size;
    paint_icon(painter, icon_turned("icon/leads", node->rtl),
               (Rect){x, box.y + floorf((box.height - size) / 2), size, size}, ink);
}
