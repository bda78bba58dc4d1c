/* From a laid-out tree to draw commands, back to front. Decides no colours (theme.c) and no places
 * (layout.c, parts.c). */
#include "ui/icons.h"
#include "ui/paint_rings.h"

#include <math.h>
#include <stdlib.h>

static float px(const Painter *painter, float length)
{
    return length * painter->measure.manner->scale;
}

static Rect grown(Rect box, float x, float y)
{
    return (Rect){box.x - x, box.y - y, box.width + 2 * x, box.height + 2 * y};
}

static bool empty(Rect box)
{
    return box.width <= 0 || box.height <= 0;
}

static Rect cut(Rect a, Rect b)
{
    float x = fmaxf(a.x, b.x), y = fmaxf(a.y, b.y);
    float right = fminf(a.x + a.width, b.x + b.width);
    float bottom = fminf(a.y + a.height, b.y + b.height);
    return (Rect){x, y, fmaxf(right - x, 0), fmaxf(bottom - y, 0)};
}

static Rect scaled(Rect box, float scale)
{
    return grown(box, box.width * (scale - 1) / 2, box.height * (scale - 1) / 2);
}

/* Shadows */

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
    float drop = px(painter, lifted ? 8.0f : 3.0f);
    box.y += drop;
    paint_add(painter, (Draw){.type = DRAW_SHADOW,
                              .rect = box,
                              .color = shadow_color(painter),
                              .line_width = drop * 3,
                              .radius = paint->radius});
}

static void paint_box(Painter *painter, Rect box, const Paint *paint)
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
                              .rect = scaled(node->bounds, node->picture_scale),
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
static Rect box_of(const Painter *painter, const Node *node, const NodeParts *parts)
{
    if (node->look != LOOK_PLACE || empty(parts->text))
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
    return cut(grown(plate, px(painter, 12), px(painter, 6)), node->bounds);
}

static void paint_behind(Painter *painter, const Node *node, const Paint *paint, Rect box)
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

/* Parts */

static Paint paint_as(const Painter *painter, Look look, State state)
{
    return theme_paint(painter->measure.manner, look, &state);
}

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
                              .rect = scaled(box, node->picture_scale),
                              .made_width = still ? 0 : box.width,
                              .made_height = still ? 0 : box.height,
                              .color = node->sway != 0 ? veiled_white(veil) : tint_of(node),
                              .name = node->picture});
    if (!node->state.disabled)
        return;
    Color mist = paint_as(painter, LOOK_CARD, (State){.disabled = true}).fill;
    mist.a = 140;
    paint_add(painter,
              (Draw){.type = DRAW_BOX, .rect = box, .color = mist, .radius = px(painter, 8)});
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

static void paint_parts(Painter *painter, const Node *node, const NodeParts *parts, Color ink)
{
    bool pictured = node->picture && node->picture[0] && !node->cover;
    if (!empty(parts->picture) && pictured)
        paint_picture(painter, node, parts->picture);
    else if (!empty(parts->picture) && node->icon)
        paint_icon(painter, icon_turned(node->icon, node->rtl), parts->picture, ink);
    if (!empty(parts->icon))
        paint_icon(painter, icon_turned(node->icon, node->rtl), parts->icon, ink);
    if (!empty(parts->text))
        paint_text(painter, node, parts->text, ink);
}

/* The tick of what is chosen, a seal on the upper corner at the end side. */
static void paint_tick(Painter *painter, const Node *node, Rect box)
{
    Color tick = paint_as(painter, LOOK_CHIP, (State){.chosen = true}).line;
    float size = dp(painter->measure.manner, 28), out = px(painter, 8);
    Rect at = {node->rtl ? box.x - out : box.x + box.width + out - size, box.y - out, size, size};
    Rect inner = grown(at, -px(painter, 2), -px(painter, 2)), made = inner;
    if (node->moved.seal != 0) {
        at = scaled(at, 1 - node->moved.seal);
        inner = scaled(inner, 1 - node->moved.seal);
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
static void paint_leads(Painter *painter, const Node *node, Rect box, Color ink)
{
    float size = px(painter, 16);
    float x = node->rtl ? box.x : box.x + box.width - size;
    paint_icon(painter, icon_turned("icon/leads", node->rtl),
               (Rect){x, box.y + floorf((box.height - size) / 2), size, size}, ink);
}

/* Scrolling */

static Rect scroll_window(const Painter *painter, const Node *node)
{
    /* room for shadows, rings and the bar of what stands at the edge */
    return cut(grown(node->visible, px(painter, 12), px(painter, 6)), painter->window);
}

static void paint_bar(Painter *painter, const Node *node)
{
    Rect box = node->bounds;
    if (node->content_height <= box.height + 1)
        return;
    float pad_x, pad_y, width = px(painter, 5), gap = px(painter, 3);
    node_padding(node, painter->measure.manner, &pad_x, &pad_y);
    float length = fmaxf(box.height * box.height / node->content_height, px(painter, 28));
    float way = node->scroll_y / (node->content_height - box.height);
    float inset = pad_x >= width + 2 * gap ? width + gap : -px(painter, 6);
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
    return node->in_scroll && !node->first && node->bounds.height > 0 && empty(node->visible);
}

/* `ink` is the text colour around; a plain node has none of its own. */
static void paint_shown(Painter *painter, const Node *node, Color ink)
{
    const Manner *around = painter->measure.manner;
    if (node->manner)
        painter->measure.manner = node->manner;
    Paint paint = theme_paint(painter->measure.manner, node->look, &node->state);
    NodeParts parts = node_parts(node, painter->measure.manner, painter->measure.ruler);
    Rect box = box_of(painter, node, &parts);
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
    painter->shift = shift_by(&outer, node, node->state.picked ? px(painter, 4) : 0);
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
