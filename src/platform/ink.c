#include "platform/ink.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS_MAX = 160 };

typedef struct InkPart {
    uint64_t number;
    Picture picture;
    unsigned used; /* turn in which it was last wanted */
} InkPart;

struct InkCache {
    InkPart parts[PARTS_MAX];
    unsigned turn;
    uint8_t *coverage;
    size_t room;
};

InkCache *ink_new(void)
{
    return memory_new(1, sizeof(InkCache));
}

void ink_free(InkCache *cache)
{
    if (!cache)
        return;
    for (int i = 0; i < PARTS_MAX; i++)
        free(cache->parts[i].picture.pixels);
    free(cache->coverage);
    free(cache);
}

static bool fits(const InkPart *part, int width, int height)
{
    return part->picture.width == width && part->picture.height == height;
}

static InkPart *find(InkCache *cache, uint64_t number, int width, int height)
{
    for (int i = 0; number && i < PARTS_MAX; i++) {
        InkPart *part = &cache->parts[i];
        if (part->number == number && part->picture.pixels && fits(part, width, height))
            return part;
    }
    return NULL;
}

/* The one that was wanted longest ago, empty. */
static InkPart *renew(InkCache *cache, int width, int height)
{
    InkPart *oldest = &cache->parts[0];
    for (int i = 1; i < PARTS_MAX; i++)
        if (cache->parts[i].used < oldest->used)
            oldest = &cache->parts[i];
    size_t pixels = (size_t)width * (size_t)height;
    free(oldest->picture.pixels);
    oldest->picture =
        (Picture){.pixels = memory_new(pixels, sizeof(uint32_t)), .width = width, .height = height};
    if (cache->room < pixels) {
        cache->coverage = memory_grow(cache->coverage, pixels, 1);
        cache->room = pixels;
    }
    return oldest;
}

/* What it was before its last stroke is a good beginning. */
static InkPart *make(InkCache *cache, const Ink *ink, int width, int height)
{
    const InkPart *earlier = ink->passing ? NULL : find(cache, ink->earlier, width, height);
    const size_t bytes = (size_t)width * (size_t)height * sizeof(uint32_t);
    uint32_t *before = NULL;
    if (earlier) { /* it may be the oldest */
        before = memory_new(bytes, 1);
        memcpy(before, earlier->picture.pixels, bytes);
    }
    InkPart *part = renew(cache, width, height);
    if (before)
        memcpy(part->picture.pixels, before, bytes);
    ink_marks(ink, before ? ink->last : 0, ink->count, &part->picture, cache->coverage);
    part->number = ink->number;
    free(before);
    return part;
}

void ink_draw(InkCache *cache, const Canvas *canvas, const Draw *draw)
{
    const Ink *ink = draw->ink;
    int width = (int)ceilf(ink->part.width), height = (int)ceilf(ink->part.height);
    if (width <= 0 || height <= 0)
        return;
    InkPart *part = find(cache, ink->number, width, height);
    if (!part)
        part = make(cache, ink, width, height);
    part->used = ++cache->turn;
    const Color tint = draw->color.a == 255 ? (Color){0} : draw->color;
    if (draw->rect.width == ink->part.width)
        canvas_picture(canvas, &part->picture, (Box){0, 0, width, height},
                       (int)lroundf(draw->rect.x), (int)lroundf(draw->rect.y), tint, NULL,
                       FLIP_NONE);
    else
        canvas_stretch(canvas, &part->picture,
                       (Stretch){draw->rect.x, draw->rect.y, draw->rect.width, draw->rect.height},
                       tint);
}
