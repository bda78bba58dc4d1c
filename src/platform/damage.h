/* Which parts of the picture have to be drawn anew: what differs between two draw lists. */
#ifndef PLATFORM_DAMAGE_H
#define PLATFORM_DAMAGE_H

#include "platform/canvas.h"

#include "ui/draw.h"

#include <stddef.h>

enum { DAMAGE_MOST = 16, DEFAULT_BLUR = 16 /* of a shadow without line_width */ };

/* What was shown last, item by item. */
typedef struct Shown {
    struct ShownItem *items;
    size_t count;
    size_t steady;     /* as many at its beginning were the same in the list before */
    int width, height; /* 0: nothing was shown, or what was cannot be relied on */
} Shown;

void shown_clear(Shown *shown);

/* Remembers `list` as shown on width x height px and fills `boxes` with what differs from before;
 * they do not touch. Returns how many. Says the whole picture where that is simpler. */
size_t damage_find(Shown *shown, const DrawList *list, int width, int height,
                   Box boxes[DAMAGE_MOST]);

/* All that this may change; shadows and letters reach beyond their rectangle. */
Box damage_box(const Draw *draw);

#endif
