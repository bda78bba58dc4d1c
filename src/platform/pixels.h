/* Arithmetic on single pixels, for the files of canvas. Two channels are worked on at once, 16 bits
 * each; rounding is exact. */
#ifndef PLATFORM_PIXELS_H
#define PLATFORM_PIXELS_H

#include "platform/canvas.h"

static const uint32_t even_channels = 0x00FF00FF;

static inline uint32_t divide_255(uint32_t value)
{
    value += 128;
    return (value + (value >> 8)) >> 8;
}

static inline uint32_t scale_pair(uint32_t pair, uint32_t by)
{
    uint32_t value = pair * by + 0x00800080;
    return ((value + ((value >> 8) & even_channels)) >> 8) & even_channels;
}

/* All four channels times by / 255. */
static inline uint32_t scale_pixel(uint32_t pixel, uint32_t by)
{
    return scale_pair(pixel & even_channels, by) | scale_pair((pixel >> 8) & even_channels, by)
                                                       << 8;
}

static inline uint32_t pixel_of(Color color)
{
    return (uint32_t)color.r << 16 | (uint32_t)color.g << 8 | color.b;
}

/* a and b weighted with alpha and 255 - alpha in one rounding, so that equal colours stay equal. */
static inline uint32_t mix_pair(uint32_t a, uint32_t b, uint32_t alpha)
{
    uint32_t value = a * alpha + b * (255 - alpha) + 0x00800080;
    return ((value + ((value >> 8) & even_channels)) >> 8) & even_channels;
}

static inline uint32_t mix_pixel(uint32_t over, uint32_t under, uint32_t alpha)
{
    return mix_pair(over & even_channels, under & even_channels, alpha) |
           mix_pair((over >> 8) & even_channels, (under >> 8) & even_channels, alpha) << 8;
}

static inline uint32_t *canvas_row(const Canvas *canvas, int x, int y)
{
    return canvas->pixels + (ptrdiff_t)y * canvas->stride + x;
}

static inline uint32_t tint_pixel(uint32_t pixel, Color tint)
{
    uint32_t red = divide_255((pixel >> 16 & 255) * tint.r);
    uint32_t green = divide_255((pixel >> 8 & 255) * tint.g);
    uint32_t blue = divide_255((pixel & 255) * tint.b);
    uint32_t tinted = (pixel & 0xFF000000) | red << 16 | green << 8 | blue;
    return tint.a == 255 ? tinted : scale_pixel(tinted, tint.a);
}

static inline uint32_t lay_pixel(uint32_t over, uint32_t under)
{
    uint32_t alpha = over >> 24;
    if (alpha == 255)
        return over & 0x00FFFFFF;
    return (over + scale_pixel(under, 255 - alpha)) & 0x00FFFFFF;
}

#endif
