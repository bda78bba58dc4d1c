#include "platform/voice.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "platform/speaker.h"
#include "ui/node.h"

#include <SDL_mixer.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WAITING_MOST = 32, DEVICE_MS = 30 }; /* DEVICE_MS: from a sample to the ear */

typedef struct Utterance {
    SpeakRequest request; /* without id */
    char clip[192], key[KEY_MAX];
    int volume;
} Utterance;

typedef enum Phase { PHASE_IDLE, PHASE_ASKED, PHASE_SOUNDING } Phase;

struct Voice {
    Audio *audio;
    Clock clock;
    char *content, *own;
    Speaker *speaker;
    Utterance waiting[WAITING_MOST]; /* the first is being said unless the phase is idle */
    size_t count;
    Phase phase;
    Mix_Chunk *chunk;
    Uint8 *converted; /* samples at the mixer's rate, when the helper's differ */
    Spoken spoken;    /* of the helper; empty for a recording */
    size_t next_word;
    int64_t began, ends; /* ticks */
    bool told_gone, told_refused;
};

Voice *voice_new(const VoiceSetup *setup)
{
    Voice *voice = memory_new(1, sizeof *voice);
    voice->audio = setup->audio;
    voice->clock = setup->clock;
    voice->content = memory_copy_string(setup->content);
    voice->own = setup->own ? memory_copy_string(setup->own) : NULL;
    voice->speaker = speaker_new(setup->helper);
    return voice;
}

static void silence(Voice *voice)
{
    if (voice->chunk) {
        Mix_HaltChannel(AUDIO_VOICE);
        Mix_FreeChunk(voice->chunk);
        audio_use(voice->audio, 0);
    }
    SDL_free(voice->converted);
    voice->chunk = NULL;
    voice->converted = NULL;
    voice->spoken = (Spoken){0};
    voice->phase = PHASE_IDLE;
}

void voice_free(Voice *voice)
{
    if (!voice)
        return;
    silence(voice);
    speaker_free(voice->speaker);
    free(voice->content);
    free(voice->own);
    free(voice);
}

void voice_hush(Voice *voice)
{
    silence(voice);
    speaker_forget(voice->speaker);
    voice->count = 0;
}

static int within(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

/* Marks of direction are for the eye; a voice might say their names. A thin space is as long in
 * bytes and letters, so that words are still found where they are. */
static void leave_out_marks(char *text)
{
    static const char *const marks[] = {"\xE2\x81\xA6", "\xE2\x81\xA8", "\xE2\x81\xA9"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        for (char *at = text; (at = strstr(at, marks[i])) != NULL; at += 3)
            memcpy(at, "\xE2\x80\x89", 3);
    }
}

/* Percent of what the person has chosen: no tone is louder than that. */
typedef struct Delivery {
    int rate, pitch, volume;
} Delivery;

static Delivery delivery_of(SayTone tone)
{
    static const Delivery deliveries[SAID_COUNT] = {
        [SAID_PLAIN] = {100, 100, 100},
        [SAID_LOUD] = {108, 112, 100},
        [SAID_TINY] = {88, 125, 45},
        [SAID_STEADY] = {85, 88, 100},
    };
    return deliveries[tone];
}

/* More than anybody would listen to is left out. */
void voice_say(Voice *voice, const Speech *speech)
{
    if (!speech->after)
        voice_hush(voice);
    if (voice->count == WAITING_MOST)
        return;
    Utterance *added = &voice->waiting[voice->count++];
    Delivery delivery = delivery_of(speech->tone);
    *added = (Utterance){.volume = within(speech->volume, 0, 100) * delivery.volume / 100};
    added->request.rate = within(speech->speed * delivery.rate / 100, 50, 200);
    added->request.pitch = delivery.pitch;
    added->request.voice = within(speech->kind, 0, 3);
    snprintf(added->request.language, sizeof added->request.language, "%s", speech->language);
    snprintf(added->request.text, sizeof added->request.text, "%s", speech->text);
    leave_out_marks(added->request.text);
    snprintf(added->clip, sizeof added->clip, "%s", speech->clip);
    snprintf(added->key, sizeof added->key, "%s", speech->key);
}

static int64_t now(const Voice *voice)
{
    return clock_ticks(&voice->clock);
}

static void next(Voice *voice)
{
    silence(voice);
    voice->count--;
    memmove(voice->waiting, voice->waiting + 1, voice->count * sizeof *voice->waiting);
}

/* ---- sounding ---- */

/* Without a free device nothing sounds, and the time passes as if it did. */
static bool sound(Voice *voice, int64_t ms)
{
    if (!voice->chunk)
        return false;
    Mix_Volume(AUDIO_VOICE, voice->waiting[0].volume * MIX_MAX_VOLUME / 100);
    audio_use(voice->audio, ms + DEVICE_MS);
    voice->phase = PHASE_SOUNDING;
    voice->next_word = 0;
    voice->began = now(voice) + DEVICE_MS;
    voice->ends = voice->began + ms;
    (void)Mix_PlayChannel(AUDIO_VOICE, voice->chunk, 0);
    return true;
}

static int64_t length_ms(size_t samples, int rate)
{
    return (int64_t)samples * 1000 / rate;
}

static char *clip_in(const char *content, const char *clip, const char *rest)
{
    Text text;
    text_init(&text);
    text_addf(&text, "%s/%.*s/voice%s.ogg", content, (int)(rest - clip), clip, rest);
    return text_take(&text);
}

/* "<module>/<language>/<sentence>" lies at <module>/voice/<language>/<sentence>.ogg. */
static char *clip_path(const Voice *voice, const char *clip)
{
    const char *rest = strchr(clip, '/');
    if (!rest)
        return NULL;
    char *own = voice->own ? clip_in(voice->own, clip, rest) : NULL;
    if (own && file_exists(own))
        return own;
    free(own);
    return clip_in(voice->content, clip, rest);
}

static bool play_recording(Voice *voice)
{
    char *path = clip_path(voice, voice->waiting[0].clip);
    bool there = path && file_exists(path) && audio_use(voice->audio, 0);
    voice->chunk = there ? Mix_LoadWAV(path) : NULL;
    free(path);
    return voice->chunk && sound(voice, length_ms(voice->chunk->alen / 2, AUDIO_RATE));
}

/* In place of the helper's samples others at the mixer's rate. */
static bool convert(Voice *voice, Uint32 *bytes)
{
    const Spoken *spoken = &voice->spoken;
    SDL_AudioStream *stream =
        SDL_NewAudioStream(AUDIO_S16SYS, 1, spoken->rate, AUDIO_S16SYS, 1, AUDIO_RATE);
    bool good = stream &&
                SDL_AudioStreamPut(stream, spoken->samples, (int)(2 * spoken->count)) == 0 &&
                SDL_AudioStreamFlush(stream) == 0;
    int there = good ? SDL_AudioStreamAvailable(stream) : 0;
    voice->converted = there > 0 ? SDL_malloc((size_t)there) : NULL;
    int got = voice->converted ? SDL_AudioStreamGet(stream, voice->converted, there) : 0;
    SDL_FreeAudioStream(stream);
    *bytes = got > 0 ? (Uint32)got : 0;
    return got > 0;
}

static bool play_spoken(Voice *voice)
{
    const Spoken *spoken = &voice->spoken;
    Uint32 bytes = (Uint32)(2 * spoken->count);
    Uint8 *samples = (Uint8 *)(uintptr_t)spoken->samples;
    if (spoken->count == 0 || !audio_use(voice->audio, 0))
        return false;
    if (spoken->rate != AUDIO_RATE) {
        if (!convert(voice, &bytes))
            return false;
        samples = voice->converted;
    }
    voice->chunk = Mix_QuickLoad_RAW(samples, bytes);
    return sound(voice, length_ms(spoken->count, spoken->rate));
}

/* ---- one step at a time ---- */

static void refuse(Voice *voice)
{
    if (!voice->told_refused)
        fprintf(stderr,
                "pebblecove: Some words cannot be read aloud: there is no voice for the language "
                "\"%s\". Everything else goes on.\n",
                voice->waiting[0].request.language);
    voice->told_refused = true;
    next(voice);
}

/* True: something happened, look again. */
static bool begin(Voice *voice)
{
    if (voice->waiting[0].volume == 0) {
        next(voice);
        return true;
    }
    if (voice->waiting[0].clip[0] && play_recording(voice))
        return true;
    if (speaker_ask(voice->speaker, &voice->waiting[0].request, now(voice)))
        voice->phase = PHASE_ASKED;
    return voice->phase != PHASE_IDLE;
}

static bool listen(Voice *voice)
{
    switch (speaker_poll(voice->speaker, now(voice), &voice->spoken)) {
    case SPEAKER_BUSY: return false;
    case SPEAKER_READY:
        if (!play_spoken(voice))
            next(voice);
        return true;
    case SPEAKER_REFUSED: refuse(voice); return true;
    case SPEAKER_IDLE: break;
    }
    voice->phase = PHASE_IDLE;
    return false;
}

static int64_t word_due(const Voice *voice)
{
    if (voice->next_word >= voice->spoken.word_count)
        return INT64_MAX;
    return voice->began +
           length_ms(voice->spoken.words[voice->next_word].sample, voice->spoken.rate);
}

static bool say_word(Voice *voice, Input *out)
{
    const SpokenWord *word = &voice->spoken.words[voice->next_word++];
    *out = (Input){.type = INPUT_WORD, .start = (int)word->start, .length = (int)word->length};
    snprintf(out->text, sizeof out->text, "%s", voice->waiting[0].key);
    return true;
}

/* The words that wait cannot be said any more: told once, for good. */
static bool lose(Voice *voice, Input *out)
{
    bool told = voice->told_gone;
    voice_hush(voice);
    voice->told_gone = true;
    *out = (Input){.type = told ? INPUT_SAID : INPUT_NO_VOICE};
    return true;
}

/* True: go on looking. */
static bool advance(Voice *voice)
{
    switch (voice->phase) {
    case PHASE_IDLE: return begin(voice);
    case PHASE_ASKED: return listen(voice);
    case PHASE_SOUNDING:
        if (now(voice) < voice->ends)
            return false;
        next(voice);
        return true;
    }
    return false;
}

bool voice_poll(Voice *voice, Input *out)
{
    if (voice->count == 0)
        return false;
    do {
        if (voice->phase == PHASE_SOUNDING && now(voice) >= word_due(voice))
            return say_word(voice, out);
    } while (voice->count > 0 && advance(voice));
    if (voice->count == 0) {
        *out = (Input){.type = INPUT_SAID};
        return true;
    }
    return voice->phase == PHASE_IDLE && speaker_gone(voice->speaker) && lose(voice, out);
}

int64_t voice_wait_ms(const Voice *voice)
{
    if (voice->count == 0)
        return -1;
    if (voice->phase == PHASE_IDLE)
        return 0;
    if (voice->phase == PHASE_ASKED)
        return speaker_wait_ms(voice->speaker, now(voice));
    int64_t due = word_due(voice) < voice->ends ? word_due(voice) : voice->ends;
    return due > now(voice) ? due - now(voice) : 0;
}
