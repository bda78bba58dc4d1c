/* Replays a draw list on a canvas. */
#ifndef PLATFORM_RENDER_H
#define PLATFORM_RENDER_H

#include "platform/before.h"
#include "platform/canvas.h"
#include "platform/ink.h"
#include "platform/pictures.h"
#include "platform/shapes.h"
#include "platform/text_cache.h"

#include "ui/draw.h"

typedef struct Renderer { /* all borrowed */
    Shapes *shapes;
    TextCache *texts;
    Pictures *pictures;
    BeforePicture *before;
    InkCache *ink;
} Renderer;

/* Asks for every picture of the list that can be seen within width x height px. */
void render_want_pictures(const Renderer *renderer, const DrawList *list, int width, int height);
/* The items from `from` up to `to`, both outside of any clip. */
void render_list(const Renderer *renderer, Canvas *canvas, const DrawList *list, size_t from,
                 size_t to);

#endif
