/* Reading aloud: one thing after the other, each a recording if there is one, else spoken by the
 * helper. Tells as inputs which word is being said and when all was said. */
#ifndef PLATFORM_VOICE_H
#define PLATFORM_VOICE_H

#include "platform/audio.h"
#include "platform/speech.h"
#include "ui/input.h"

typedef struct Voice Voice;

typedef struct VoiceSetup {
    Audio *audio; /* borrowed; close it after the voice */
    Clock clock;
    const char *content; /* folder with <module>/voice/<language>/<sentence>.ogg */
    const char *helper;  /* path of pebblecove-speak; NULL: recordings only */
    const char *own;     /* like content, looked into first; NULL: none */
} VoiceSetup;

Voice *voice_new(const VoiceSetup *setup);
void voice_free(Voice *voice);

void voice_say(Voice *voice, const Speech *speech);
void voice_hush(Voice *voice);

/* The next INPUT_WORD, INPUT_SAID or INPUT_NO_VOICE that is due; false when none is. */
bool voice_poll(Voice *voice, Input *out);
int64_t voice_wait_ms(const Voice *voice); /* until voice_poll is wanted; -1: silence */

#endif
