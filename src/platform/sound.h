/* Short sounds and the sound of a place, from Ogg files. What cannot be played is left out: said
 * once on stderr, and everything goes on. Uses the mixer's channels for ambience and cues. */
#ifndef PLATFORM_SOUND_H
#define PLATFORM_SOUND_H

#include "platform/audio.h"

typedef struct Sound Sound;

/* `assets` holds sounds/<cue>.ogg and sounds/ambience/<name>.ogg. Borrows the audio; close that
 * last. */
Sound *sound_new(Audio *audio, const char *assets);
void sound_free(Sound *sound);

/* 0..100. At 0 what sounds ends at once, and nothing of it keeps the device open. */
void sound_volumes(Sound *sound, int cues, int ambience);
void sound_cue(Sound *sound, const char *name);
/* From now on, crossing over in `fade_ms`; "" for silence. */
void sound_ambience(Sound *sound, const char *name, int fade_ms);

/* Somebody is there. Where nobody was for half a minute, ambience fades away; it comes back. */
void sound_awake(Sound *sound);
void sound_rest(Sound *sound);
int64_t sound_wait_ms(const Sound *sound); /* until sound_rest is wanted; -1: never */

#endif
