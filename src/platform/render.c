#include "platform/render.h"

#include "platform/damage.h"

#include "base/memory.h"

#include <SDL_surface.h>

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum { CLIPS_MAX = 32 };

typedef struct Replay {
    const Renderer *renderer;
    Canvas *canvas;
    Box outer[CLIPS_MAX]; /* clips to go back to */
    size_t depth;
} Replay;

static int most(int a, int b)
{
    return a > b ? a : b;
}

/* What moves is made once, in the size it rests in. */
static PictureWish wish_of(const Draw *draw)
{
    Box box = box_of(draw->rect);
    if (draw->made_width > 0)
        box = box_of((Rect){0, 0, draw->made_width, draw->made_height});
    return (PictureWish){draw->name, box.width, box.height, draw->cover};
}

void render_want_pictures(const Renderer *renderer, const DrawList *list, int width, int height)
{
    const Box all = {0, 0, width, height};
    for (size_t i = 0; i < list->count; i++) {
        const Draw *draw = &list->items[i];
        if (draw->type != DRAW_PICTURE || !draw->name ||
            box_empty(box_cut(box_of(draw->rect), all)))
            continue;
        PictureWish wish = wish_of(draw);
        pictures_want(renderer->pictures, &wish, true);
    }
}

static void draw_picture_in(const Replay *replay, const Draw *draw, const Picture *picture)
{
    Box box = box_of(draw->rect);
    int x = box.x + (box.width - picture->width) / 2;
    int y = box.y + (box.height - picture->height) / 2;
    shapes_picture(replay->renderer->shapes, replay->canvas, picture, x, y, draw->radius,
                   draw->color);
}

/* In the middle of its rectangle, scaled as that is. */
static void draw_moving(const Replay *replay, const Draw *draw, const Picture *picture)
{
    float scale = fminf(draw->rect.width / draw->made_width, draw->rect.height / draw->made_height);
    float width = (float)picture->width * scale, height = (float)picture->height * scale;
    Stretch to = {draw->rect.x + (draw->rect.width - width) / 2,
                  draw->rect.y + (draw->rect.height - height) / 2, width, height};
    canvas_stretch(replay->canvas, picture, to, draw->color);
}

static SDL_Surface *surface_around(uint32_t *pixels, int width, int height, int stride)
{
    return SDL_CreateRGBSurfaceWithFormatFrom(
        pixels, width, height, 32, stride * (int)sizeof(uint32_t), SDL_PIXELFORMAT_ARGB8888);
}

static bool stretch(const Picture *picture, uint32_t *pixels, int width, int height, int stride)
{
    SDL_Surface *from =
        surface_around(picture->pixels, picture->width, picture->height, picture->width);
    SDL_Surface *to = surface_around(pixels, width, height, stride);
    bool done = from && to && SDL_SoftStretchLinear(from, NULL, to, NULL) == 0;
    SDL_FreeSurface(from);
    SDL_FreeSurface(to);
    return done;
}

static bool is_plain(const Replay *replay, const Draw *draw, const Picture *picture, Box to)
{
    Box cut = box_cut(to, replay->canvas->clip);
    return picture->opaque && draw->radius <= 0 && draw->color.a == 0 && cut.width == to.width &&
           cut.height == to.height;
}

/* Stands in for a picture whose right size is still being made: a first screen must not wait, and
 * a window being resized or a picture that grows must not flicker. */
static void draw_stretched(const Replay *replay, const Draw *draw, const Picture *picture)
{
    Box box = box_of(draw->rect);
    Canvas *canvas = replay->canvas;
    double across = (double)box.width / picture->width, down = (double)box.height / picture->height;
    double scale = across < down ? across : down;
    int width = draw->cover ? box.width : most((int)lround(picture->width * scale), 1);
    int height = draw->cover ? box.height : most((int)lround(picture->height * scale), 1);
    if (draw->cover && is_plain(replay, draw, picture, box)) {
        stretch(picture, canvas->pixels + (ptrdiff_t)box.y * canvas->stride + box.x, width, height,
                canvas->stride);
        return;
    }
    uint32_t *pixels = memory_new((size_t)width * (size_t)height, sizeof *pixels);
    Picture stretched = {pixels, width, height, picture->opaque, NULL};
    if (stretch(picture, pixels, width, height, width))
        draw_picture_in(replay, draw, &stretched);
    free(pixels);
}

static void draw_picture(const Replay *replay, const Draw *draw)
{
    if (!draw->name)
        return;
    PictureWish wish = wish_of(draw);
    Pictures *pictures = replay->renderer->pictures;
    const Picture *picture = pictures_find(pictures, &wish);
    if (picture && draw->made_width > 0)
        draw_moving(replay, draw, picture);
    else if (picture)
        draw_picture_in(replay, draw, picture);
    else if ((picture = pictures_other_size(pictures, &wish)))
        draw_stretched(replay, draw, picture);
}

static void push_clip(Replay *replay, Rect rect)
{
    assert(replay->depth < CLIPS_MAX);
    replay->outer[replay->depth++] = replay->canvas->clip;
    replay->canvas->clip = box_cut(box_of(rect), replay->canvas->clip);
}

static void pop_clip(Replay *replay)
{
    assert(replay->depth > 0);
    replay->canvas->clip = replay->outer[--replay->depth];
}

static void draw_text(const Replay *replay, const Draw *draw)
{
    text_cache_draw(replay->renderer->texts, replay->canvas, draw->name, &draw->style, draw->rect,
                    draw->color);
}

static bool can_be_seen(const Replay *replay, const Draw *draw)
{
    return !box_empty(box_cut(damage_box(draw), replay->canvas->clip));
}

static void replay_draw(Replay *replay, const Draw *draw)
{
    Shapes *shapes = replay->renderer->shapes;
    switch (draw->type) {
    case DRAW_BOX:
        shapes_box(shapes, replay->canvas, draw->rect, draw->radius, draw->color, draw->line,
                   draw->line_width);
        break;
    case DRAW_SHADOW:
        shapes_shadow(shapes, replay->canvas, draw->rect, draw->radius,
                      draw->line_width > 0 ? draw->line_width : DEFAULT_BLUR, draw->color);
        break;
    case DRAW_PICTURE: draw_picture(replay, draw); break;
    case DRAW_TEXT: draw_text(replay, draw); break;
    case DRAW_CLIP: push_clip(replay, draw->rect); break;
    case DRAW_UNCLIP: pop_clip(replay); break;
    case DRAW_INK: ink_draw(replay->renderer->ink, replay->canvas, draw); break;
    case DRAW_BEFORE:
        before_draw(replay->renderer->before, replay->canvas, box_of(draw->rect), draw->color.a);
        break;
    }
}

static bool hides_all(const Replay *replay, const Draw *draw)
{
    if (draw->radius > 0 || !box_holds(box_of(draw->rect), replay->canvas->clip))
        return false;
    if (draw->type == DRAW_BOX)
        return draw->color.a == 255 && draw->line.a == 0;
    if (draw->type != DRAW_PICTURE || !draw->name || !draw->cover || draw->color.a != 0)
        return false;
    PictureWish wish = wish_of(draw);
    const Picture *picture = pictures_find(replay->renderer->pictures, &wish);
    return picture && picture->opaque;
}

/* Nothing below the last thing that fills everything can be seen. */
static size_t first_seen(const Replay *replay, const DrawList *list, size_t from, size_t to)
{
    size_t first = from;
    for (size_t i = from; i < to && list->items[i].type != DRAW_CLIP; i++)
        if (hides_all(replay, &list->items[i]))
            first = i;
    return first;
}

void render_list(const Renderer *renderer, Canvas *canvas, const DrawList *list, size_t from,
                 size_t to)
{
    Replay replay = {.renderer = renderer, .canvas = canvas};
    for (size_t i = first_seen(&replay, list, from, to); i < to; i++) {
        const Draw *draw = &list->items[i];
        bool clips = draw->type == DRAW_CLIP || draw->type == DRAW_UNCLIP;
        if (clips || can_be_seen(&replay, draw))
            replay_draw(&replay, draw);
    }
    assert(replay.depth == 0);
}
