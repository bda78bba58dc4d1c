/* A window and what stands in it. */
#ifndef PLATFORM_PANE_H
#define PLATFORM_PANE_H

#include "platform/damage.h"
#include "platform/events.h"
#include "platform/ground.h"

typedef struct Pane {
    Window *window;
    Shown last; /* what stands in the window */
    BeforePicture before;
    Ground ground;
    bool shown, whole; /* whole: what was shown last had all its pictures */
} Pane;

/* Draws and presents what differs from the last picture. Pictures not ready yet are left out. */
void pane_show(Pane *pane, Renderer *renderer, Events *events, const DrawList *list);
void pane_clear(Pane *pane); /* the window is the caller's */

#endif
