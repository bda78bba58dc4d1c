/* Pixels and the few ways they change: fills, masks of one colour, pictures. A canvas is opaque
 * (0x00RRGGBB) and borrows its memory. Nothing here knows SDL, text or files.
 * Why not SDL_Renderer: on its software driver a tinted text texture costs five times as much and
 * four times the memory of an 8-bit mask, and a translucent fill three times as much. */
#ifndef PLATFORM_CANVAS_H
#define PLATFORM_CANVAS_H

#include "ui/theme.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Box {
    int x, y, width, height;
} Box;

typedef struct Canvas {
    uint32_t *pixels;
    int stride; /* in pixels */
    int width, height;
    Box clip; /* always within the canvas */
} Canvas;

/* How much of each pixel is covered, 0..255; rows follow each other without padding. */
typedef struct Mask {
    uint8_t *coverage;
    int width, height;
} Mask;

/* 0xAARRGGBB, colours already multiplied with alpha. */
typedef struct Picture {
    uint32_t *pixels;
    int width, height;
    bool opaque;
    void *memory; /* whoever made the picture keeps here what holds the pixels */
} Picture;

typedef enum Flip { FLIP_NONE = 0, FLIP_X = 1, FLIP_Y = 2, FLIP_BOTH = 3 } Flip;

Box box_of(Rect rect);     /* edges rounded to whole pixels, so that neighbours stay neighbours */
Box box_cut(Box a, Box b); /* what both share; empty (width or height 0) when nothing */
Box box_joined(Box a, Box b);
bool box_empty(Box box);
bool box_holds(Box outer, Box inner);

void canvas_fill(const Canvas *canvas, Box box, Color color);
/* Lays `color` through the part `from` of the mask with its top left corner at x, y. */
void canvas_mask_part(const Canvas *canvas, const Mask *mask, Box from, int x, int y, Color color);
void canvas_mask(const Canvas *canvas, const Mask *mask, int x, int y, Flip flip, Color color);
/* The part `from` of a picture; colours are multiplied with `tint` unless its alpha is 0. `corner`
 * (may be NULL, else at least as large as `from`) lets the picture through where it covers. */
void canvas_picture(const Canvas *canvas, const Picture *picture, Box from, int x, int y,
                    Color tint, const Mask *corner, Flip flip);
/* A picture stretched to width x height px with its corner at x, y, all of them between pixels: for
 * what moves. Smooth down to half its size. */
typedef struct Stretch {
    float x, y, width, height;
} Stretch;
void canvas_stretch(const Canvas *canvas, const Picture *picture, Stretch to, Color tint);
/* Mixes the same place of another picture of `stride` px a row into the box. */
void canvas_mix(const Canvas *canvas, const uint32_t *from, int stride, Box box,
                unsigned char alpha);

#endif
