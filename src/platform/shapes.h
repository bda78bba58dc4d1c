/* Rounded boxes, outlines and soft shadows, drawn from quarter masks that are made once for each
 * radius and then mirrored into the four corners. */
#ifndef PLATFORM_SHAPES_H
#define PLATFORM_SHAPES_H

#include "platform/canvas.h"

typedef struct Shapes Shapes;

Shapes *shapes_new(void);
void shapes_free(Shapes *shapes);

/* Filled and outlined. The line lies inside the rectangle. */
void shapes_box(Shapes *shapes, const Canvas *canvas, Rect rect, float radius, Color fill,
                Color line, float line_width);
/* Shadow of the rounded rectangle `rect`, fading out over about `blur` px on both sides of it. */
void shapes_shadow(Shapes *shapes, const Canvas *canvas, Rect rect, float radius, float blur,
                   Color color);
/* A picture whose corners are rounded. */
void shapes_picture(Shapes *shapes, const Canvas *canvas, const Picture *picture, int x, int y,
                    float radius, Color tint);

/* The top left quarter of a disc (line_width 0) or ring. Borrowed until the next call. */
const Mask *shapes_corner(Shapes *shapes, float radius, float line_width);

#endif
