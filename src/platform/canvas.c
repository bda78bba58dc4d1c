/* The blending loops. */
#include "platform/pixels.h"

#include <math.h>
#include <string.h>

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

Box box_joined(Box a, Box b)
{
    int x = least(a.x, b.x), y = least(a.y, b.y);
    int right = most(a.x + a.width, b.x + b.width);
    int bottom = most(a.y + a.height, b.y + b.height);
    return (Box){x, y, right - x, bottom - y};
}

bool box_empty(Box box)
{
    return box.width <= 0 || box.height <= 0;
}

bool box_holds(Box outer, Box inner)
{
    Box cut = box_cut(outer, inner);
    return cut.width == inner.width && cut.height == inner.height;
}

enum { BLOCK = 16 }; /* bytes that are worked on together: four pixels */

/* Sixteen bits a channel, so that the compiler takes eight of them at a time. */
static void blend_block(unsigned char *bytes, const uint16_t *over, uint16_t rest)
{
    for (int i = 0; i < BLOCK; i++) {
        uint16_t value = (uint16_t)(bytes[i] * rest + over[i]);
        bytes[i] = (unsigned char)((uint16_t)(value + (value >> 8)) >> 8);
    }
}

static void blend_rows(const Canvas *canvas, Box to, uint32_t pixel, uint32_t alpha)
{
    uint16_t over[BLOCK];
    unsigned char channels[sizeof pixel];
    const int step = BLOCK / (int)sizeof pixel;
    memcpy(channels, &pixel, sizeof pixel);
    for (size_t i = 0; i < BLOCK; i++)
        over[i] = (uint16_t)(channels[i % sizeof pixel] * alpha + 128);
    for (int y = to.y; y < to.y + to.height; y++) {
        uint32_t *row = canvas_row(canvas, to.x, y);
        int at = 0;
        for (; at + step <= to.width; at += step)
            blend_block((unsigned char *)(row + at), over, (uint16_t)(255 - alpha));
        for (; at < to.width; at++)
            row[at] = mix_pixel(pixel, row[at], alpha);
    }
}

static void fill_rows(const Canvas *canvas, Box to, uint32_t pixel)
{
    for (int y = to.y; y < to.y + to.height; y++) {
        uint32_t *row = canvas_row(canvas, to.x, y);
        for (int i = 0; i < to.width; i++)
            row[i] = pixel;
    }
}

void canvas_fill(const Canvas *canvas, Box box, Color color)
{
    Box to = box_cut(box, canvas->clip);
    if (color.a == 255)
        fill_rows(canvas, to, pixel_of(color));
    else if (color.a > 0)
        blend_rows(canvas, to, pixel_of(color), color.a);
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
