/* The audio device, for cues, ambience and voice together. An open device wakes the program dozens
 * of times a second: it is opened for the first sound and closed a second after the last. */
#ifndef PLATFORM_AUDIO_H
#define PLATFORM_AUDIO_H

#include "base/clock.h"

#include <stdbool.h>

/* Everything is mixed as mono, 16 bits, at this rate: what espeak-ng speaks, and soft sounds need
 * no more. */
enum { AUDIO_RATE = 22050 };

/* Channels of the mixer. Whoever has some uses no others. */
enum {
    AUDIO_VOICE,
    AUDIO_AMBIENCE_FIRST,
    AUDIO_AMBIENCE_LAST = AUDIO_AMBIENCE_FIRST + 2,
    AUDIO_CUE_FIRST,
    AUDIO_CUE_LAST = AUDIO_CUE_FIRST + 2,
    AUDIO_CHANNELS
};

typedef struct Audio Audio;

Audio *audio_new(const Clock *clock);
void audio_free(Audio *audio); /* closes the device */

/* Opens the device, unless it is open, for a sound that ends in `ms`. False when there is none:
 * said once on stderr, and not tried again. */
bool audio_use(Audio *audio, int64_t ms);
/* Keeps the device open until audio_release, for what has no end. Calls count. False: as above. */
bool audio_hold(Audio *audio);
void audio_release(Audio *audio);

int64_t audio_now(const Audio *audio); /* ticks of its clock */
bool audio_open(const Audio *audio);
/* Milliseconds until audio_rest is wanted; -1: never, nothing is open or something has no end. */
int64_t audio_wait_ms(const Audio *audio);
/* Closes the device when its last sound ended a second ago. */
void audio_rest(Audio *audio);

#endif
