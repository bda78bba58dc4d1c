/* What lies below the first thing that changes, kept while something large moves: drawn once, then
 * copied under each frame. */
#ifndef PLATFORM_GROUND_H
#define PLATFORM_GROUND_H

#include "platform/render.h"

typedef struct Ground {
    uint32_t *pixels; /* NULL: nothing is kept */
    int width, height;
    size_t items;  /* so many from the beginning of the list lie in it; 0: none */
    size_t steady; /* so many were the same in the frame before */
    Box drawn;
} Ground;

/* Before a frame: of the list, `steady` draws at its beginning are as they were in the last one. */
void ground_frame(Ground *ground, const Canvas *canvas, const DrawList *list, size_t steady,
                  const Box *boxes, size_t count);
/* Draws the list into the clip of the canvas. */
void ground_render(Ground *ground, const Renderer *renderer, Canvas *canvas, const DrawList *list);
void ground_clear(Ground *ground);

#endif
