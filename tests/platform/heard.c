#include "platform/heard.h"

#include "base/file.h"

#include <SDL.h>
#include <SDL_mixer.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RECORDING COVE_SCRATCH_DIR "/heard.raw"

/* The disk driver announces itself on stderr. */
static void log_nothing(void *context, int category, SDL_LogPriority priority, const char *message)
{
    (void)context, (void)category, (void)priority, (void)message;
}

void room_open_at(Room *room, const char *folder, const char *buffer_ms)
{
    SDL_LogSetOutputFunction(log_nothing, NULL);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", RECORDING, 1);
    setenv("SDL_DISKAUDIODELAY", buffer_ms, 1);
    unlink(RECORDING);
    *room = (Room){.time = {.ticks = 5000}};
    Clock clock = clock_manual(&room->time);
    room->audio = audio_new(&clock);
    room->sound = sound_new(room->audio, folder);
    sound_volumes(room->sound, 100, 100);
}

void room_open(Room *room, const char *folder)
{
    room_open_at(room, folder, "2");
}

void room_close(Room *room)
{
    sound_free(room->sound);
    audio_free(room->audio);
}

size_t bytes_heard(void)
{
    FILE *file = fopen(RECORDING, "rb");
    if (!file) {
        return 0;
    }
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    fclose(file);
    return (size_t)size;
}

void listen(double seconds)
{
    size_t until = bytes_heard() + (size_t)(seconds * AUDIO_RATE) * sizeof(int16_t);
    for (int i = 0; i < 2000 && bytes_heard() < until; i++) {
        SDL_Delay(5);
    }
    assert_true(bytes_heard() >= until);
}

Samples recording(void)
{
    char *bytes;
    size_t size;
    assert_true(file_read(RECORDING, 1u << 26, &bytes, &size, NULL));
    return (Samples){(int16_t *)(void *)bytes, size / sizeof(int16_t)};
}

int loudest(Samples samples)
{
    int most = 0;
    for (size_t i = 0; i < samples.count; i++) {
        int value = abs(samples.at[i]);
        most = value > most ? value : most;
    }
    return most;
}

double rms(const int16_t *at, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (double)at[i] * at[i];
    }
    return sqrt(sum / (double)count);
}

Samples file_samples(const char *name)
{
    char path[256];
    snprintf(path, sizeof path, ASSETS "/sounds/%s.ogg", name);
    Mix_Chunk *chunk = Mix_LoadWAV(path);
    if (!chunk) {
        fail_msg("%s: %s", path, Mix_GetError());
        abort();
    }
    Samples samples = {malloc(chunk->alen), chunk->alen / sizeof(int16_t)};
    assert_non_null(samples.at);
    memcpy(samples.at, chunk->abuf, chunk->alen);
    Mix_FreeChunk(chunk);
    return samples;
}

double likeness_at(Samples heard, Samples cue, size_t offset)
{
    double both = 0, one = 0, other = 0;
    for (size_t i = 0; i < cue.count && offset + i < heard.count; i++) {
        double a = heard.at[offset + i], b = cue.at[i];
        both += a * b;
        one += a * a;
        other += b * b;
    }
    return one > 0 && other > 0 ? both / sqrt(one * other) : 0;
}

double likeness(Samples heard, Samples cue)
{
    double best = 0;
    size_t first = 0;
    while (first < heard.count && abs(heard.at[first]) < 4) {
        first++;
    }
    for (size_t offset = first > 400 ? first - 400 : 0; offset < first + 100; offset++) {
        double like = likeness_at(heard, cue, offset);
        best = like > best ? like : best;
    }
    return best;
}
