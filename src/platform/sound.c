#include "platform/sound.h"

#include "base/file.h"
#include "base/memory.h"

#include <SDL_mixer.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    NAME_MAX_BYTES = 48,
    HUSH_MS = 40, /* at once, and no click */
    ALONE_MS = 30000,
    LEAVE_MS = 5000,  /* ambience fades away where nobody is, */
    RETURN_MS = 1000, /* and comes back */
    BEDS = AUDIO_AMBIENCE_LAST - AUDIO_AMBIENCE_FIRST + 1,
    CUES = AUDIO_CUE_LAST - AUDIO_CUE_FIRST + 1
};

typedef struct Loaded {
    char name[NAME_MAX_BYTES];
    Mix_Chunk *chunk; /* NULL: there is no such file */
} Loaded;

struct Sound {
    Audio *audio;
    char *assets;
    int cue_volume, ambience_volume;
    Loaded *loaded; /* cues, kept once they were heard */
    size_t loaded_count, loaded_room;
    int next_cue;
    char wanted[NAME_MAX_BYTES];  /* the place's sound, "" for silence */
    char playing[NAME_MAX_BYTES]; /* the one that is heard; the device is held for it */
    Mix_Chunk *beds[BEDS];        /* of each ambience channel: one plays, others fade out */
    int bed;
    int64_t touched; /* ticks when somebody was last there */
    bool alone;      /* for long: no ambience */
    bool told;       /* that something cannot be played */
};

Sound *sound_new(Audio *audio, const char *assets)
{
    Sound *sound = memory_new(1, sizeof *sound);
    sound->audio = audio;
    sound->assets = memory_copy_string(assets);
    sound->touched = audio_now(audio);
    return sound;
}

/* ---- files ---- */

static void tell_once(Sound *sound, const char *path)
{
    if (!sound->told)
        fprintf(stderr,
                "pebblecove: The sound %s cannot be played (%s); it is left out. Install Pebble "
                "Cove again to have it back.\n",
                path, Mix_GetError());
    sound->told = true;
}

/* NULL when it cannot be read. The device must be open: samples are made for it. */
static Mix_Chunk *read_chunk(Sound *sound, const char *folder, const char *name)
{
    char file[NAME_MAX_BYTES + 32];
    snprintf(file, sizeof file, "sounds/%s%s.ogg", folder, name);
    char *path = path_join(sound->assets, file);
    Mix_Chunk *chunk = Mix_LoadWAV(path);
    if (!chunk)
        tell_once(sound, path);
    free(path);
    return chunk;
}

static Mix_Chunk *cue_chunk(Sound *sound, const char *name)
{
    for (size_t i = 0; i < sound->loaded_count; i++)
        if (strcmp(sound->loaded[i].name, name) == 0)
            return sound->loaded[i].chunk;
    list_room((void **)&sound->loaded, &sound->loaded_room, sound->loaded_count,
              sizeof *sound->loaded);
    Loaded *loaded = &sound->loaded[sound->loaded_count++];
    *loaded = (Loaded){.chunk = read_chunk(sound, "", name)};
    snprintf(loaded->name, sizeof loaded->name, "%s", name);
    return loaded->chunk;
}

static int64_t length_ms(const Mix_Chunk *chunk)
{
    return (int64_t)chunk->alen * 1000 / (AUDIO_RATE * (int)sizeof(int16_t));
}

static int mix_volume(int percent)
{
    return MIX_MAX_VOLUME * percent / 100;
}

/* ---- cues ---- */

/* One that is silent, else the one that began first. */
static int cue_channel(Sound *sound)
{
    for (int channel = AUDIO_CUE_FIRST; channel <= AUDIO_CUE_LAST; channel++)
        if (!Mix_Playing(channel))
            return channel;
    return AUDIO_CUE_FIRST + sound->next_cue++ % CUES;
}

void sound_cue(Sound *sound, const char *name)
{
    if (sound->cue_volume == 0 || !audio_use(sound->audio, 0))
        return;
    Mix_Chunk *chunk = cue_chunk(sound, name);
    if (!chunk)
        return;
    Mix_VolumeChunk(chunk, mix_volume(sound->cue_volume));
    Mix_PlayChannel(cue_channel(sound), chunk, 0);
    audio_use(sound->audio, length_ms(chunk));
}

static void hush_cues(const Sound *sound)
{
    if (!audio_open(sound->audio))
        return;
    for (int channel = AUDIO_CUE_FIRST; channel <= AUDIO_CUE_LAST; channel++)
        Mix_FadeOutChannel(channel, HUSH_MS);
}

/* ---- ambience ---- */

static void end_bed(Sound *sound, int fade_ms)
{
    if (!sound->playing[0])
        return;
    Mix_FadeOutChannel(AUDIO_AMBIENCE_FIRST + sound->bed, fade_ms);
    sound->playing[0] = '\0';
    audio_release(sound->audio);
    audio_use(sound->audio, fade_ms);
}

/* The channel after the last one: whatever faded out there is long gone. */
static Mix_Chunk *next_bed(Sound *sound, const char *name)
{
    sound->bed = (sound->bed + 1) % BEDS;
    Mix_HaltChannel(AUDIO_AMBIENCE_FIRST + sound->bed);
    Mix_FreeChunk(sound->beds[sound->bed]);
    sound->beds[sound->bed] = read_chunk(sound, "ambience/", name);
    return sound->beds[sound->bed];
}

static void begin_bed(Sound *sound, const char *name, int fade_ms)
{
    if (!audio_hold(sound->audio))
        return;
    Mix_Chunk *chunk = next_bed(sound, name);
    if (!chunk) {
        audio_release(sound->audio);
        return;
    }
    Mix_VolumeChunk(chunk, mix_volume(sound->ambience_volume));
    Mix_FadeInChannel(AUDIO_AMBIENCE_FIRST + sound->bed, chunk, -1, fade_ms);
    snprintf(sound->playing, sizeof sound->playing, "%s", name);
}

/* What is heard follows what is wanted and how loud. */
static void follow(Sound *sound, int fade_ms)
{
    bool heard = sound->ambience_volume > 0 && !sound->alone;
    const char *name = heard ? sound->wanted : "";
    if (strcmp(name, sound->playing) == 0)
        return;
    end_bed(sound, fade_ms);
    if (name[0])
        begin_bed(sound, name, fade_ms);
}

void sound_ambience(Sound *sound, const char *name, int fade_ms)
{
    snprintf(sound->wanted, sizeof sound->wanted, "%s", name);
    follow(sound, fade_ms);
}

void sound_volumes(Sound *sound, int cues, int ambience)
{
    bool hush = cues == 0 && sound->cue_volume > 0;
    bool changed = ambience != sound->ambience_volume;
    sound->cue_volume = cues;
    sound->ambience_volume = ambience;
    if (hush)
        hush_cues(sound);
    if (changed && sound->playing[0])
        Mix_VolumeChunk(sound->beds[sound->bed], mix_volume(ambience));
    if (changed)
        follow(sound, HUSH_MS);
}

void sound_awake(Sound *sound)
{
    sound->touched = audio_now(sound->audio);
    if (sound->alone) {
        sound->alone = false;
        follow(sound, RETURN_MS);
    }
}

int64_t sound_wait_ms(const Sound *sound)
{
    if (!sound->playing[0])
        return -1;
    int64_t left = sound->touched + ALONE_MS - audio_now(sound->audio);
    return left > 0 ? left : 0;
}

void sound_rest(Sound *sound)
{
    if (sound_wait_ms(sound) == 0) {
        sound->alone = true;
        follow(sound, LEAVE_MS);
    }
}

void sound_free(Sound *sound)
{
    if (!sound)
        return;
    end_bed(sound, 0);
    for (size_t i = 0; i < sound->loaded_count; i++)
        Mix_FreeChunk(sound->loaded[i].chunk);
    for (int i = 0; i < BEDS; i++)
        Mix_FreeChunk(sound->beds[i]);
    free(sound->loaded);
    free(sound->assets);
    free(sound);
}
