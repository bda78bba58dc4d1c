/* What a node shows itself: picture, icon, words; beside one another, or picture above words. */
#include "ui/words.h"

#include <math.h>

typedef struct Own {
    bool above;          /* picture above the words */
    float picture, icon; /* edge length, 0: none */
    float gap;           /* between neighbouring parts */
    float beside;        /* picture, icon and gaps at the start side of the words */
    Extent text;
} Own;

float dp(const Manner *manner, int length)
{
    return roundf((float)length * manner->scale);
}

void node_padding(const Node *node, const Manner *manner, float *pad_x, float *pad_y)
{
    int look_x, look_y;
    theme_padding(node->look, &look_x, &look_y);
    int x = node->layout.pad_x == 0 ? look_x : node->layout.pad_x;
    int y = node->layout.pad_y == 0 ? look_y : node->layout.pad_y;
    *pad_x = dp(manner, x > 0 ? x : 0);
    *pad_y = dp(manner, y > 0 ? y : 0);
}

Rect leaf_window(const Node *leaf, const Manner *manner)
{
    float room = dp(manner, 12);
    Rect box = leaf->bounds;
    return (Rect){box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room};
}

bool node_interactive(const Node *node)
{
    return !node->decoration && ((node->role >= ROLE_BUTTON && node->role <= ROLE_FIELD) ||
                                 node->action.verb[0] != '\0');
}

Rect node_inner(const Node *node, const Manner *manner)
{
    float x, y;
    node_padding(node, manner, &x, &y);
    Rect box = node->bounds;
    return (Rect){box.x + x, box.y + y, fmaxf(box.width - 2 * x, 0), fmaxf(box.height - 2 * y, 0)};
}

static bool has_picture(const Node *node)
{
    return node->picture && node->picture[0] && !node->cover;
}

static bool has_icon(const Node *node)
{
    return node->icon && node->icon[0];
}

static bool has_text(const Node *node)
{
    return node->role == ROLE_FIELD || (node->text && node->text[0]);
}

bool own_any(const Node *node)
{
    return has_picture(node) || has_icon(node) || has_text(node);
}

bool own_overlaid(const Node *node)
{
    return node->layout.axis == AXIS_STACK || node->layout.axis == AXIS_FREE;
}

float own_gap(Measure measure, const Node *node)
{
    return fmaxf(dp(measure.manner, node->layout.gap), dp(measure.manner, 8));
}

static bool stands_above(const Node *node)
{
    return node->look == LOOK_TILE || node->look == LOOK_PLACE ||
           ((node->look == LOOK_CHIP || node->role == ROLE_CARD || node->role == ROLE_TARGET) &&
            has_picture(node));
}

static float picture_size(Measure measure, const Node *node)
{
    if (node->picture_size > 0)
        return dp(measure.manner, node->picture_size);
    switch (node->look) {
    case LOOK_TILE: return dp(measure.manner, 96);
    case LOOK_PLACE: return dp(measure.manner, 128);
    default: return dp(measure.manner, 48);
    }
}

/* Everything but the size of the words. */
static Own own_frame(Measure measure, const Node *node)
{
    Own own = {.above = stands_above(node), .gap = dp(measure.manner, 8)};
    float size = words_style(measure, node).size;
    if (has_picture(node))
        own.picture = picture_size(measure, node);
    if (has_icon(node))
        own.icon = roundf(size * (own.above && own.picture == 0 ? 2.0f : 1.3f));
    if (own.above && own.picture == 0) {
        own.picture = own.icon;
        own.icon = 0;
    }
    if (!own.above && own.picture > 0)
        own.beside += own.picture + own.gap;
    if (own.icon > 0)
        own.beside += own.icon + own.gap;
    if (!has_text(node) && own.beside > 0)
        own.beside -= own.gap;
    return own;
}

static Extent field_size(Measure measure, const Node *node, float width)
{
    TextStyle style = words_style(measure, node);
    return (Extent){fminf(dp(measure.manner, 240), width), ceilf(style.size * style.line_height)};
}

static Own own_measure(Measure measure, const Node *node, float width)
{
    Own own = own_frame(measure, node);
    float room = width - own.beside;
    if (node->role == ROLE_FIELD)
        own.text = field_size(measure, node, room);
    else if (has_text(node))
        own.text = words_size(measure, node, room);
    return own;
}

static Extent own_total(const Own *own)
{
    Extent total = {own->beside + own->text.width, fmaxf(own->text.height, own->icon)};
    if (own->picture == 0)
        return total;
    if (!own->above)
        return (Extent){total.width, fmaxf(total.height, own->picture)};
    if (total.height > 0)
        total.height += own->gap;
    return (Extent){fmaxf(total.width, own->picture), total.height + own->picture};
}

Extent own_size(Measure measure, const Node *node, float width)
{
    Own own = own_measure(measure, node, width);
    Extent total = own_total(&own);
    return (Extent){fminf(total.width, fmaxf(width, 0)), total.height};
}

static float least_words(Measure measure, const Node *node, Least least)
{
    if (!has_text(node))
        return 0;
    if (least == LEAST_HARD)
        return words_style(measure, node).size;
    if (node->role == ROLE_FIELD)
        return dp(measure.manner, least == LEAST_SOFT ? 240 : 120);
    return words_least(measure, node, least);
}

float own_least(Measure measure, const Node *node, Least least)
{
    Own own = own_frame(measure, node);
    float width = own.beside + least_words(measure, node, least);
    return own.above ? fmaxf(width, own.picture / 2) : width;
}

float own_slack(Measure measure, const Node *node)
{
    Own own = own_frame(measure, node);
    return own.above ? floorf(own.picture * 0.5f) : 0;
}

static float aligned(float room, float size, Align align, bool rtl)
{
    float left = room - size;
    switch (align) {
    case ALIGN_CENTER: return floorf(left / 2);
    case ALIGN_END: return rtl ? 0 : left;
    default: return rtl ? left : 0;
    }
}

/* Picture over words: the words keep their height, the picture has the rest. */
static NodeParts parts_above(const Node *node, const Own *own, Rect area)
{
    NodeParts parts = {0};
    float words = fmaxf(own->text.height, own->icon);
    float room = words > 0 ? area.height - words - own->gap : area.height;
    bool grows = node->look != LOOK_CHIP && has_picture(node);
    float edge = grows ? fmaxf(room, 0) : fminf(fmaxf(room, 0), own->picture);
    float top = area.y;
    float total = edge + (words > 0 ? own->gap + words : 0);
    if (!grows)
        top += fmaxf(floorf((area.height - total) / 2), 0);
    if (own->picture > 0)
        parts.picture = (Rect){area.x, top, area.width, edge};
    float base =
        own->picture > 0 ? top + total - words : area.y + floorf((area.height - words) / 2);
    float group = own->beside + own->text.width;
    float x = area.x + (own->icon > 0 ? floorf((area.width - group) / 2) : 0);
    float width = own->icon > 0 ? own->text.width : area.width;
    if (own->icon > 0)
        parts.icon = (Rect){node->rtl ? x + group - own->icon : x,
                            base + floorf((words - own->icon) / 2), own->icon, own->icon};
    if (own->text.height > 0)
        parts.text = (Rect){own->icon > 0 && !node->rtl ? x + own->beside : x,
                            base + floorf((words - own->text.height) / 2), width, own->text.height};
    return parts;
}

static Rect centred_in_line(Rect area, float x, float width, float height)
{
    return (Rect){x, area.y + floorf((area.height - height) / 2), width, height};
}

static float mirrored(Rect area, float x, float width, bool rtl)
{
    return rtl ? area.x + area.width - (x - area.x) - width : x;
}

/* Picture, icon and words in one line, as one group; a picture alone has the whole area. */
static NodeParts parts_beside(const Node *node, const Own *own, Rect area)
{
    NodeParts parts = {0};
    if (own->picture > 0 && own->icon == 0 && own->text.height == 0) {
        parts.picture = area;
        return parts;
    }
    bool whole = own->beside == 0 || node->text_align == ALIGN_START ||
                 node->text_align == ALIGN_STRETCH || node->role == ROLE_FIELD;
    float text = whole ? fmaxf(area.width - own->beside, 0) : own->text.width;
    float x = area.x + aligned(area.width, own->beside + (has_text(node) ? text : 0),
                               node->text_align, false);
    if (own->picture > 0) {
        parts.picture = centred_in_line(area, mirrored(area, x, own->picture, node->rtl),
                                        own->picture, own->picture);
        x += own->picture + own->gap;
    }
    if (own->icon > 0) {
        parts.icon =
            centred_in_line(area, mirrored(area, x, own->icon, node->rtl), own->icon, own->icon);
        x += own->icon + own->gap;
    }
    if (own->text.height > 0)
        parts.text =
            centred_in_line(area, mirrored(area, x, text, node->rtl), text, own->text.height);
    return parts;
}

/* Words alone begin at the top; what has a shape of its own centres them. */
static bool starts_at_top(const Node *node)
{
    return node->look == LOOK_PLAIN && !node_interactive(node);
}

NodeParts node_parts(const Node *node, const Manner *manner, const Ruler *ruler)
{
    Measure measure = {manner, ruler};
    Rect area = node_inner(node, manner);
    if (!own_any(node))
        return (NodeParts){0};
    Own own = own_measure(measure, node, area.width);
    bool alone = !node->first || own_overlaid(node);
    if (!alone || (starts_at_top(node) && has_text(node)))
        area.height = fminf(own_total(&own).height, area.height);
    if (own.above)
        return parts_above(node, &own, area);
    return parts_beside(node, &own, area);
}
