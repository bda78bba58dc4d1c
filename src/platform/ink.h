/* Strokes as pixels: round and smooth-edged, each stroke evenly dense however often it crosses
 * itself. Parts of drawings are kept, for a drawing is shown far more often than it changes. */
#ifndef PLATFORM_INK_H
#define PLATFORM_INK_H

#include "platform/canvas.h"

#include "ui/draw.h"

typedef struct InkCache InkCache;

InkCache *ink_new(void);
void ink_free(InkCache *cache);
void ink_draw(InkCache *cache, const Canvas *canvas, const Draw *draw); /* of DRAW_INK */

/* For who keeps parts: lays marks from .. to - 1 of the ink over the part's pixels. */
void ink_marks(const Ink *ink, int from, int to, Picture *part, uint8_t *coverage);

#endif
