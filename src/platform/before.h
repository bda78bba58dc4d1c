/* The picture shown before the present one, kept while it still fades. */
#ifndef PLATFORM_BEFORE_H
#define PLATFORM_BEFORE_H

#include "platform/canvas.h"

typedef struct BeforePicture {
    uint32_t *pixels; /* NULL: nothing is kept */
    int width, height;
    unsigned number; /* DrawList.before it belongs to */
} BeforePicture;

/* Keeps what stands on the canvas when the number is a new one; lets go of it with 0. */
void before_keep(BeforePicture *before, const Canvas *canvas, unsigned number);
void before_clear(BeforePicture *before);
/* Lays it over the canvas within `box`, as far as both have the same size. */
void before_draw(const BeforePicture *before, const Canvas *canvas, Box box, unsigned char alpha);

#endif
