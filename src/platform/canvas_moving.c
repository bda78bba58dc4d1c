/* Pixels of what is on its way: pictures between pixels, and one picture mixed into another. */
#include "platform/pixels.h"

#include <math.h>

enum { ONE = 1 << 16 }; /* of a source pixel, in fixed point */

typedef struct Sampler {
    const Picture *picture;
    int left, top;      /* a pixel of the canvas */
    int64_t u, v;       /* source place of its middle, 1/65536 px */
    int64_t step, down; /* from one pixel to the next */
} Sampler;

static uint32_t source_pixel(const Picture *picture, int x, int y)
{
    bool inside = x >= 0 && y >= 0 && x < picture->width && y < picture->height;
    return inside ? picture->pixels[(ptrdiff_t)y * picture->width + x] : 0;
}

/* Of two pixels, both multiplied with their alpha; `part` of the second in 1/256. */
static uint32_t blend(uint32_t a, uint32_t b, uint32_t part)
{
    uint32_t low = (a & even_channels) * (256 - part) + (b & even_channels) * part;
    uint32_t high = (a >> 8 & even_channels) * (256 - part) + (b >> 8 & even_channels) * part;
    return (low >> 8 & even_channels) | (high & ~even_channels);
}

/* Around a place outside the picture there is nothing. */
static uint32_t sample(const Picture *picture, int64_t u, int64_t v)
{
    int x = (int)(u >> 16), y = (int)(v >> 16);
    uint32_t across = (uint32_t)(u >> 8) & 255, down = (uint32_t)(v >> 8) & 255;
    uint32_t corners[] = {source_pixel(picture, x, y), source_pixel(picture, x + 1, y),
                          source_pixel(picture, x, y + 1), source_pixel(picture, x + 1, y + 1)};
    if ((corners[0] | corners[1] | corners[2] | corners[3]) == 0)
        return 0;
    return blend(blend(corners[0], corners[1], across), blend(corners[2], corners[3], across),
                 down);
}

static int64_t fixed(double value)
{
    return (int64_t)floor(value * ONE);
}

static Sampler sampler_of(const Picture *picture, Stretch to)
{
    double across = picture->width / (double)to.width, down = picture->height / (double)to.height;
    int left = (int)floorf(to.x) - 1, top = (int)floorf(to.y) - 1;
    return (Sampler){.picture = picture,
                     .left = left,
                     .top = top,
                     .u = fixed((left + 0.5 - (double)to.x) * across - 0.5),
                     .v = fixed((top + 0.5 - (double)to.y) * down - 0.5),
                     .step = fixed(across),
                     .down = fixed(down)};
}

static void stretch_row(uint32_t *row, int width, const Sampler *sampler, int64_t u, int64_t v,
                        Color tint)
{
    for (int i = 0; i < width; i++, u += sampler->step) {
        uint32_t pixel = sample(sampler->picture, u, v);
        if (pixel != 0)
            row[i] = lay_pixel(tint.a == 0 ? pixel : tint_pixel(pixel, tint), row[i]);
    }
}

void canvas_stretch(const Canvas *canvas, const Picture *picture, Stretch to, Color tint)
{
    if (to.width <= 0 || to.height <= 0)
        return;
    const Sampler from = sampler_of(picture, to);
    int right = (int)ceilf(to.x + to.width) + 1, bottom = (int)ceilf(to.y + to.height) + 1;
    Box box =
        box_cut((Box){from.left, from.top, right - from.left, bottom - from.top}, canvas->clip);
    for (int y = box.y; y < box.y + box.height; y++)
        stretch_row(canvas_row(canvas, box.x, y), box.width, &from,
                    from.u + (box.x - from.left) * from.step, from.v + (y - from.top) * from.down,
                    tint);
}

/* As mix_pixel, channel by channel in sixteen bits, so that the compiler takes many at a time. */
static void mix_row(unsigned char *restrict row, const unsigned char *restrict over, int bytes,
                    uint16_t alpha)
{
    uint16_t rest = (uint16_t)(255 - alpha);
    for (int i = 0; i < bytes; i++) {
        uint16_t value = (uint16_t)(over[i] * alpha + row[i] * rest + 128);
        row[i] = (unsigned char)((uint16_t)(value + (value >> 8)) >> 8);
    }
}

void canvas_mix(const Canvas *canvas, const uint32_t *from, int stride, Box box,
                unsigned char alpha)
{
    Box to = box_cut(box, canvas->clip);
    for (int y = to.y; y < to.y + to.height; y++) {
        uint32_t *row = canvas_row(canvas, to.x, y);
        const uint32_t *over = from + (ptrdiff_t)y * stride + to.x;
        mix_row((unsigned char *)row, (const unsigned char *)over, 4 * to.width, alpha);
    }
}
