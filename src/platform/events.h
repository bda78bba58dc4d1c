/* SDL events as inputs. */
#ifndef PLATFORM_EVENTS_H
#define PLATFORM_EVENTS_H

#include "platform/gamepads.h"
#include "platform/window.h"
#include "ui/input.h"

#include <SDL_atomic.h>
#include <SDL_events.h>

typedef struct Events {
    Window *window;         /* borrowed */
    Window *beside;         /* the same; NULL: there is none */
    Gamepads *pads;         /* borrowed; NULL: none are heard */
    SDL_atomic_t announced; /* a "pictures are ready" event is on its way */
    bool typing;            /* keys write text */
    SDL_FingerID finger;    /* the one finger that points */
    bool touching;
} Events;

/* Types of our own, besides SDL_USEREVENT for pictures and what pads use. */
enum { EVENT_WAKE = SDL_USEREVENT + 8 };

/* False when the event means nothing to the inside; *quit is set when the window is to close. */
bool events_translate(Events *events, const SDL_Event *event, Input *input, bool *quit);
/* The last of the events of the same kind that wait behind this one and replace it: moves, sizes.
 */
void events_skip_to_last(SDL_Event *event);
/* From any thread: wakes the program with INPUT_PICTURES, once however often it is called. */
void events_announce_pictures(void *events);
/* From any thread: wakes the program with INPUT_NONE. */
void events_wake(void);
/* What was announced is being shown. */
void events_forget_pictures(Events *events);

#endif
