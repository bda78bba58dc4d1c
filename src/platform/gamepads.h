/* Gamepads as keys: whatever can be done with keys can be done with a pad. SDL's part is opened
 * when the first pad is there. */
#ifndef PLATFORM_GAMEPADS_H
#define PLATFORM_GAMEPADS_H

#include "ui/input.h"

#include <SDL_events.h>

enum { GAMEPADS_EVENT = SDL_USEREVENT + 8 }; /* a pad came, went or moved: gamepads_update */

typedef struct Gamepads Gamepads;

/* `folder` of devices to watch, NULL: none is watched. */
Gamepads *gamepads_new(const char *folder);
void gamepads_free(Gamepads *pads);
/* Has SDL read the pads, opening its part when this has not happened; their events follow. */
void gamepads_update(Gamepads *pads);
/* False when the event means nothing to the inside. `now` in ticks. */
bool gamepads_translate(Gamepads *pads, const SDL_Event *event, int64_t now, Input *input);
/* A direction that is held is a key that repeats: ticks of the next time, -1 when none is held. */
int64_t gamepads_due(const Gamepads *pads);
void gamepads_repeat(Gamepads *pads, int64_t now, Input *input);

#endif
