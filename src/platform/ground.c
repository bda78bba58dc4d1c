#include "platform/ground.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { SMALL_PART = 8 }; /* what is smaller than this part of the window is drawn quickly anyhow */

void ground_clear(Ground *ground)
{
    free(ground->pixels);
    *ground = (Ground){0};
}

static bool is_large(const Canvas *canvas, Box box)
{
    return (int64_t)box.width * box.height * SMALL_PART >= (int64_t)canvas->width * canvas->height;
}

static bool any_large(const Canvas *canvas, const Box *boxes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_large(canvas, boxes[i]))
            return true;
    }
    return false;
}

/* Of the first `steady` draws as many as end outside of any clip. */
static size_t whole_items(const DrawList *list, size_t steady)
{
    size_t items = 0;
    int depth = 0;
    for (size_t i = 0; i < steady && list->items[i].type != DRAW_BEFORE; i++) {
        depth += (list->items[i].type == DRAW_CLIP) - (list->items[i].type == DRAW_UNCLIP);
        if (depth == 0)
            items = i + 1;
    }
    return items;
}

void ground_frame(Ground *ground, const Canvas *canvas, const DrawList *list, size_t steady,
                  const Box *boxes, size_t count)
{
    size_t items = whole_items(list, steady);
    bool same_size = ground->width == canvas->width && ground->height == canvas->height;
    if (items < ground->items || !same_size || !any_large(canvas, boxes, count))
        ground_clear(ground);
    if (steady == ground->steady && items > ground->items) {
        ground->items = items;
        ground->drawn = (Box){0};
    }
    ground->steady = steady;
    ground->width = canvas->width;
    ground->height = canvas->height;
}

/* First where it is needed, then everywhere: what moves on needs a little more with each frame. */
static void ground_draw(Ground *ground, const Renderer *renderer, const DrawList *list, Box box)
{
    size_t pixels = (size_t)ground->width * (size_t)ground->height;
    if (!ground->pixels)
        ground->pixels = memory_new(pixels, sizeof *ground->pixels);
    ground->drawn = box_empty(ground->drawn) ? box : (Box){0, 0, ground->width, ground->height};
    Canvas canvas = {.pixels = ground->pixels,
                     .stride = ground->width,
                     .width = ground->width,
                     .height = ground->height,
                     .clip = ground->drawn};
    render_list(renderer, &canvas, list, 0, ground->items);
}

static void ground_copy(const Ground *ground, const Canvas *canvas)
{
    Box box = canvas->clip;
    for (int y = box.y; y < box.y + box.height; y++)
        memcpy(canvas->pixels + (ptrdiff_t)y * canvas->stride + box.x,
               ground->pixels + (ptrdiff_t)y * ground->width + box.x,
               (size_t)box.width * sizeof *canvas->pixels);
}

void ground_render(Ground *ground, const Renderer *renderer, Canvas *canvas, const DrawList *list)
{
    size_t from = 0;
    if (ground->items > 0 && is_large(canvas, canvas->clip)) {
        if (!box_holds(ground->drawn, canvas->clip))
            ground_draw(ground, renderer, list, canvas->clip);
        ground_copy(ground, canvas);
        from = ground->items;
    }
    render_list(renderer, canvas, list, from, list->count);
}
