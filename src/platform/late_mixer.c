/* SDL2_mixer, opened with the first sound. Where it is missing there is no device either. See
 * late.h. */
#include "platform/late.h"

#include <SDL_mixer.h>

#define FIND(name, function) late_find("libSDL2_mixer-2.0.so.0", name, function)

int Mix_OpenAudioDevice(int frequency, Uint16 format, int channels, int chunk, const char *device,
                        int changes)
{
    __typeof__(&Mix_OpenAudioDevice) open;
    return FIND("Mix_OpenAudioDevice", &open)
               ? open(frequency, format, channels, chunk, device, changes)
               : -1;
}

void Mix_CloseAudio(void)
{
    __typeof__(&Mix_CloseAudio) close;
    if (FIND("Mix_CloseAudio", &close))
        close();
}

int Mix_AllocateChannels(int count)
{
    __typeof__(&Mix_AllocateChannels) allocate;
    return FIND("Mix_AllocateChannels", &allocate) ? allocate(count) : 0;
}

/* ---- sounds ---- */

Mix_Chunk *Mix_LoadWAV(const char *file)
{
    __typeof__(&Mix_LoadWAV) load;
    return FIND("Mix_LoadWAV", &load) ? load(file) : NULL;
}

Mix_Chunk *Mix_QuickLoad_RAW(Uint8 *bytes, Uint32 size)
{
    __typeof__(&Mix_QuickLoad_RAW) load;
    return FIND("Mix_QuickLoad_RAW", &load) ? load(bytes, size) : NULL;
}

void Mix_FreeChunk(Mix_Chunk *chunk)
{
    __typeof__(&Mix_FreeChunk) release;
    if (FIND("Mix_FreeChunk", &release))
        release(chunk);
}

int Mix_VolumeChunk(Mix_Chunk *chunk, int volume)
{
    __typeof__(&Mix_VolumeChunk) set;
    return FIND("Mix_VolumeChunk", &set) ? set(chunk, volume) : -1;
}

/* ---- channels ---- */

int Mix_PlayChannel(int channel, Mix_Chunk *chunk, int loops)
{
    __typeof__(&Mix_PlayChannel) play;
    return FIND("Mix_PlayChannel", &play) ? play(channel, chunk, loops) : -1;
}

int Mix_FadeInChannel(int channel, Mix_Chunk *chunk, int loops, int ms)
{
    __typeof__(&Mix_FadeInChannel) play;
    return FIND("Mix_FadeInChannel", &play) ? play(channel, chunk, loops, ms) : -1;
}

int Mix_FadeOutChannel(int channel, int ms)
{
    __typeof__(&Mix_FadeOutChannel) fade;
    return FIND("Mix_FadeOutChannel", &fade) ? fade(channel, ms) : 0;
}

int Mix_HaltChannel(int channel)
{
    __typeof__(&Mix_HaltChannel) halt;
    return FIND("Mix_HaltChannel", &halt) ? halt(channel) : 0;
}

int Mix_Playing(int channel)
{
    __typeof__(&Mix_Playing) playing;
    return FIND("Mix_Playing", &playing) ? playing(channel) : 0;
}

int Mix_Volume(int channel, int volume)
{
    __typeof__(&Mix_Volume) set;
    return FIND("Mix_Volume", &set) ? set(channel, volume) : -1;
}
