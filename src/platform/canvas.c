/* The blending loops. Two channels are worked on at once, 16 bits each; rounding is exact. */
#include "platform/canvas.h"

#include <math.h>
#include <string.h>

static const uint32_t even_channels = 0x00FF00FF;

Box box_of(Rect rect)
{
    int left = (int)lroundf(rect.x), top = (int)lroundf(rect.y);
    int right = (int)lroundf(rect.x + rect.width), bottom = (int)lroundf(rect.y + rect.height);
    return (Box){left, top, right > left ? right - left : 0, bottom > top ? bottom - top : 0};
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

Box box_cut(Box a, Box b)
{
    int left = most(a.x, b.x), top = most(a.y, b.y);
    int right = least(a.x + a.width, b.x + b.width);
    int bottom = least(a.y + a.height, b.y + b.height);
    if (right <= left || bottom <= top)
        return (Box){left, top, 0, 0};
    return (Box){left, top, right - left, bottom - top};
}

static uint32_t divide_255(uint32_t value)
{
    value += 128;
    return (value + (value >> 8)) >> 8;
}

static uint32_t scale_pair(uint32_t pair, uint32_t by)
{
    uint32_t value = pair * by + 0x00800080;
    return ((value + ((value >> 8) & even_channels)) >> 8) & even_channels;
}

/* All four channels times by / 255. */
static uint32_t scale_pixel(uint32_t pixel, uint32_t by)
{
    return scale_pair(pixel & even_channels, by) | scale_pair((pixel >> 8) & even_channels, by)
                                                       << 8;
}

static uint32_t pixel_of(Color color)
{
    return (uint32_t)color.r << 16 | (uint32_t)color.g << 8 | color.b;
}

/* a and b weighted with alpha and 255 - alpha in one rounding, so that equal colours stay equal. */
static uint32_t mix_pair(uint32_t a, uint32_t b, uint32_t alpha)
{
    uint32_t value = a * alpha + b * (255 - alpha) + 0x00800080;
    return ((value + ((value >> 8) & even_channels)) >> 8) & even_channels;
}

static uint32_t mix_pixel(uint32_t over, uint32_t under, uint32_t alpha)
{
    return mix_pair(over & even_channels, under & even_channels, alpha) |
           mix_pair((over >> 8) & even_channels, (under >> 8) & even_channels, alpha) << 8;
}

static uint32_t *canvas_row(const Canvas *canvas, int x, int y)
{
    return canvas->pixels + (ptrdiff_t)y * canvas->stride + x;
}

static void fill_row(uint32_t *row, int width, uint32_t pixel, uint32_t alpha)
{
    if (alpha == 255) {
        for (int i = 0; i < width; i++)
            row[i] = pixel;
        return;
    }
    uint32_t low = (pixel & even_channels) * alpha + 0x00800080;
    uint32_t high = (pixel >> 8 & even_channels) * alpha + 0x00800080;
    uint32_t rest = 255 - alpha;
    for (int i = 0; i < width; i++) {
        uint32_t a = (row[i] & even_channels) * rest + low;
        uint32_t b = (row[i] >> 8 & even_channels) * rest + high;
        a = ((a + (a >> 8 & even_channels)) >> 8) & even_channels;
        b = (b + (b >> 8 & even_channels)) & ~even_channels;
        row[i] = a | b;
    }
}

void canvas_fill(const Canvas *canvas, Box box, Color color)
{
    Box to = box_cut(box, canvas->clip);
    if (color.a == 0)
        return;
    for (int y = to.y; y < to.y + to.height; y++)
        fill_row(canvas_row(canvas, to.x, y), to.width, pixel_of(color), color.a);
}

/* `step` is 1, or -1 to read the mask from right to left. */
static void mask_row(uint32_t *row, int width, const uint8_t *coverage, int step, Color color)
{
    uint32_t pixel = pixel_of(color);
    for (int i = 0; i < width; i++, coverage += step) {
        if (*coverage == 0)
            continue;
        uint32_t alpha = color.a == 255 ? *coverage : divide_255((uint32_t)*coverage * color.a);
        row[i] = alpha == 255 ? pixel : mix_pixel(pixel, row[i], alpha);
    }
}

void canvas_mask_part(const Canvas *canvas, const Mask *mask, Box from, int x, int y, Color color)
{
    Box to = box_cut((Box){x, y, from.width, from.height}, canvas->clip);
    for (int line = to.y; line < to.y + to.height; line++) {
        ptrdiff_t start = (ptrdiff_t)(from.y + line - y) * mask->width + from.x + to.x - x;
        mask_row(canvas_row(canvas, to.x, line), to.width, mask->coverage + start, 1, color);
    }
}

/* Coverage for the pixel at column x, row y of a mask that may be flipped. */
static const uint8_t *mask_at(const Mask *mask, int x, int y, Flip flip)
{
    int column = flip & FLIP_X ? mask->width - 1 - x : x;
    int row = flip & FLIP_Y ? mask->height - 1 - y : y;
    return mask->coverage + (ptrdiff_t)row * mask->width + column;
}

void canvas_mask(const Canvas *canvas, const Mask *mask, int x, int y, Flip flip, Color color)
{
    Box to = box_cut((Box){x, y, mask->width, mask->height}, canvas->clip);
    for (int line = to.y; line < to.y + to.height; line++)
        mask_row(canvas_row(canvas, to.x, line), to.width, mask_at(mask, to.x - x, line - y, flip),
                 flip & FLIP_X ? -1 : 1, color);
}

static uint32_t tint_pixel(uint32_t pixel, Color tint)
{
    uint32_t red = divide_255((pixel >> 16 & 255) * tint.r);
    uint32_t green = divide_255((pixel >> 8 & 255) * tint.g);
    uint32_t blue = divide_255((pixel & 255) * tint.b);
    uint32_t tinted = (pixel & 0xFF000000) | red << 16 | green << 8 | blue;
    return tint.a == 255 ? tinted : scale_pixel(tinted, tint.a);
}

static uint32_t lay_pixel(uint32_t over, uint32_t under)
{
    uint32_t alpha = over >> 24;
    if (alpha == 255)
        return over & 0x00FFFFFF;
    return (over + scale_pixel(under, 255 - alpha)) & 0x00FFFFFF;
}

static void picture_row(uint32_t *row, int width, const uint32_t *from)
{
    for (int i = 0; i < width; i++)
        if (from[i] != 0)
            row[i] = lay_pixel(from[i], row[i]);
}

static void tinted_row(uint32_t *row, int width, const uint32_t *from, Color tint)
{
    for (int i = 0; i < width; i++)
        if (from[i] != 0)
            row[i] = lay_pixel(tint_pixel(from[i], tint), row[i]);
}

static void cornered_row(uint32_t *row, int width, const uint32_t *from, Color tint,
                         const uint8_t *coverage, int step)
{
    for (int i = 0; i < width; i++, coverage += step) {
        uint32_t pixel = tint.a == 0 ? from[i] : tint_pixel(from[i], tint);
        row[i] = lay_pixel(scale_pixel(pixel, *coverage), row[i]);
    }
}

void canvas_picture(const Canvas *canvas, const Picture *picture, Box from, int x, int y,
                    Color tint, const Mask *corner, Flip flip)
{
    Box to = box_cut((Box){x, y, from.width, from.height}, canvas->clip);
    for (int line = to.y; line < to.y + to.height; line++) {
        uint32_t *row = canvas_row(canvas, to.x, line);
        const uint32_t *source =
            picture->pixels + (ptrdiff_t)(from.y + line - y) * picture->width + from.x + to.x - x;
        if (corner)
            cornered_row(row, to.width, source, tint, mask_at(corner, to.x - x, line - y, flip),
                         flip & FLIP_X ? -1 : 1);
        else if (tint.a != 0)
            tinted_row(row, to.width, source, tint);
        else if (picture->opaque)
            memcpy(row, source, (size_t)to.width * sizeof *row);
        else
            picture_row(row, to.width, source);
    }
}
