#include "platform/audio.h"

#include "base/file.h"
#include "base/memory.h"

#include <SDL.h>
#include <SDL_mixer.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

enum { AFTERGLOW_MS = 1000, MONO = 1, FRAMES = 512 };

struct Audio {
    Clock clock;
    int64_t until; /* ticks when the last sound ends */
    int held;
    bool open, missing;
};

Audio *audio_new(const Clock *clock)
{
    Audio *audio = memory_new(1, sizeof *audio);
    audio->clock = *clock;
    return audio;
}

/* Without the subsystem SDL's threads that look for new devices end as well. */
static void close_device(Audio *audio)
{
    if (!audio->open)
        return;
    Mix_CloseAudio();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    audio->open = false;
}

void audio_free(Audio *audio)
{
    if (!audio)
        return;
    close_device(audio);
    free(audio);
}

static bool any_file(const char *folder, const char *pattern)
{
    glob_t found = {0};
    char *path = path_join(folder, pattern);
    bool any = glob(path, 0, NULL, &found) == 0;
    globfree(&found);
    free(path);
    return any;
}

/* Asking ALSA where there is nothing fills stderr and takes time, so look first: a driver asked for
 * by name, a sound card, a sound server. */
static bool may_have_device(void)
{
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    return getenv("SDL_AUDIODRIVER") || getenv("PULSE_SERVER") || getenv("PIPEWIRE_REMOTE") ||
           any_file("/dev/snd", "pcm*") ||
           (runtime && (any_file(runtime, "pulse/native") || any_file(runtime, "pipewire-0")));
}

static bool lack_device(Audio *audio, const char *why)
{
    fprintf(stderr, "pebblecove: There is no sound here (%s), and everything else goes on.\n", why);
    audio->missing = true;
    return false;
}

static bool open_device(Audio *audio)
{
    if (audio->open || audio->missing)
        return audio->open;
    if (!may_have_device())
        return lack_device(audio, "no sound card and no sound server");
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_APP_NAME, "Pebble Cove");
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) < 0)
        return lack_device(audio, SDL_GetError());
    if (Mix_OpenAudioDevice(AUDIO_RATE, AUDIO_S16SYS, MONO, FRAMES, NULL, 0) < 0) {
        lack_device(audio, Mix_GetError());
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return false;
    }
    Mix_AllocateChannels(AUDIO_CHANNELS);
    audio->open = true;
    return true;
}

bool audio_use(Audio *audio, int64_t ms)
{
    if (!open_device(audio))
        return false;
    int64_t end = clock_ticks(&audio->clock) + ms;
    audio->until = end > audio->until ? end : audio->until;
    return true;
}

bool audio_hold(Audio *audio)
{
    if (!audio_use(audio, 0))
        return false;
    audio->held++;
    return true;
}

void audio_release(Audio *audio)
{
    audio->held--;
    audio_use(audio, 0);
}

int64_t audio_now(const Audio *audio)
{
    return clock_ticks(&audio->clock);
}

bool audio_open(const Audio *audio)
{
    return audio->open;
}

int64_t audio_wait_ms(const Audio *audio)
{
    if (!audio->open || audio->held > 0)
        return -1;
    int64_t left = audio->until + AFTERGLOW_MS - clock_ticks(&audio->clock);
    return left > 0 ? left : 0;
}

void audio_rest(Audio *audio)
{
    if (audio_wait_ms(audio) == 0)
        close_device(audio);
}
