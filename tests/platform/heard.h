/* A room with the real sound in it and SDL's disk driver: what would be heard is written into a
 * file, and can be measured. For the tests of sound alone. */
#ifndef TESTS_PLATFORM_HEARD_H
#define TESTS_PLATFORM_HEARD_H

#include "platform/sound.h"

#include <stddef.h>
#include <stdint.h>

#define ASSETS COVE_SOURCE_DIR "/assets"

typedef struct Samples {
    int16_t *at;
    size_t count;
} Samples;

typedef struct Room {
    ManualClock time;
    Audio *audio;
    Sound *sound;
} Room;

/* `buffer_ms`: what a buffer takes; "23" as it sounds, "2" ten times as fast. Fades take real time.
 */
void room_open_at(Room *room, const char *assets, const char *buffer_ms);
void room_open(Room *room, const char *assets); /* ten times as fast */
void room_close(Room *room);

void listen(double seconds); /* waits until that much more was played */
size_t bytes_heard(void);    /* since the device was opened last */
Samples recording(void);     /* the same; free() its samples */
Samples
file_samples(const char *name); /* what the file holds; needs the device open; free() them */

int loudest(Samples samples);
double rms(const int16_t *at, size_t count);
/* 1: `heard` holds the cue from this sample on. */
double likeness_at(Samples heard, Samples cue, size_t offset);
/* The same from the first sound on, to within a few samples. */
double likeness(Samples heard, Samples cue);

#endif
