/* Adding to a draw list what may be on its way: moved, grown and faded as its nodes are. */
#include "ui/painter.h"

#include <math.h>
#include <stdlib.h>

void draw_list_clear(DrawList *list)
{
    free(list->items);
    if (list->arena)
        arena_free(list->arena);
    *list = (DrawList){0};
}

/* Words keep their size and their middle: letters that grow and shrink would tremble. */
static Rect shifted(const Shift *shift, Rect rect, bool words)
{
    float width = rect.width * shift->size, height = rect.height * shift->size;
    Rect to = {shift->x + rect.x * shift->size, shift->y + rect.y * shift->size, width, height};
    if (!words)
        return to;
    return (Rect){to.x + (width - rect.width) / 2, to.y + (height - rect.height) / 2, rect.width,
                  rect.height};
}

static void shade(Color *color, float shown)
{
    color->a = (unsigned char)lroundf((float)color->a * shown);
}

/* A picture that moves is made once, in its own size; its own colours fade as a white tint. */
static void shift_picture(const Shift *shift, Draw *draw)
{
    bool resting = shift->size == 1 && shift->x == roundf(shift->x) && shift->y == roundf(shift->y);
    if (!resting && draw->made_width == 0) {
        draw->made_width = draw->rect.width;
        draw->made_height = draw->rect.height;
    }
    if (shift->shown < 1 && draw->color.a == 0)
        draw->color = (Color){255, 255, 255, 255};
}

void paint_add(Painter *painter, Draw draw)
{
    DrawList *out = painter->out;
    const Shift *shift = &painter->shift;
    bool clips = draw.type == DRAW_CLIP || draw.type == DRAW_UNCLIP;
    if (draw.type == DRAW_PICTURE)
        shift_picture(shift, &draw);
    draw.rect = shifted(shift, draw.rect, draw.type == DRAW_TEXT);
    draw.radius *= shift->size;
    if (shift->shown < 1 && !clips) {
        shade(&draw.color, shift->shown);
        shade(&draw.line, shift->shown);
        if (draw.color.a == 0 && draw.line.a == 0)
            return;
    }
    list_room((void **)&out->items, &out->capacity, out->count, sizeof *out->items);
    out->items[out->count++] = draw;
}

void paint_clip(Painter *painter, Rect rect)
{
    paint_add(painter, (Draw){.type = DRAW_CLIP, .rect = rect});
}

void paint_unclip(Painter *painter)
{
    paint_add(painter, (Draw){.type = DRAW_UNCLIP});
}

/* Moves, grows and fades as the node does, within what is around it. */
Shift shift_by(const Shift *outer, const Node *node, float lift)
{
    const Moved *moved = &node->moved;
    float size = 1 + moved->grow;
    float x = node->bounds.x + node->bounds.width / 2, y = node->bounds.y + node->bounds.height / 2;
    return (Shift){.x = outer->x + outer->size * (moved->x + x * (1 - size)),
                   .y = outer->y + outer->size * (moved->y - lift + y * (1 - size)),
                   .size = outer->size * size,
                   .shown = outer->shown * (1 - moved->fade)};
}

void paint_before(Painter *painter, const Before *before)
{
    unsigned char alpha = (unsigned char)lroundf(255 * before->left);
    painter->out->before = before->number;
    if (alpha > 2) /* less is not seen */
        paint_add(painter,
                  (Draw){.type = DRAW_BEFORE, .rect = before->rect, .color = {0, 0, 0, alpha}});
}
