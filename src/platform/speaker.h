/* The speech helper as a process: started when the first words are to be said, asked one thing at a
 * time, never waited for. It may be missing, slow or crash: it is started once more, then never
 * again in this run. Knows nothing of sound. */
#ifndef PLATFORM_SPEAKER_H
#define PLATFORM_SPEAKER_H

#include "speak/protocol.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Speaker Speaker;

typedef struct SpokenWord {
    uint32_t sample, start, length;
} SpokenWord;

/* Words as sound. Owned by the speaker, true until the next speaker_ask. */
typedef struct Spoken {
    const int16_t *samples;
    size_t count;
    int rate; /* samples per second */
    const SpokenWord *words;
    size_t word_count;
} Spoken;

Speaker *speaker_new(const char *program); /* path of the helper; NULL: there is none */
void speaker_free(Speaker *speaker);       /* ends the helper */

/* What was asked before is forgotten. `now`: ticks, ms. False when there is no voice. */
bool speaker_ask(Speaker *speaker, const SpeakRequest *request, int64_t now);
void speaker_forget(Speaker *speaker);

typedef enum SpeakerState {
    SPEAKER_IDLE,
    SPEAKER_BUSY,   /* ask again soon: speaker_wait_ms */
    SPEAKER_READY,  /* *out is filled; idle from now on */
    SPEAKER_REFUSED /* these words cannot be said, others may; idle from now on */
} SpeakerState;

SpeakerState speaker_poll(Speaker *speaker, int64_t now, Spoken *out);
int64_t speaker_wait_ms(const Speaker *speaker, int64_t now); /* -1: nothing is awaited */
bool speaker_gone(const Speaker *speaker);                    /* no voice any more in this run */

#endif
