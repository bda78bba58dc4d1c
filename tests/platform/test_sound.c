/* The real sound with SDL's disk driver, which writes what would be heard into a file: the right
 * sound plays, nothing clips, and the device is open only as long as something sounds. */
#include "platform/sound.h"

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

#define ASSETS COVE_SOURCE_DIR "/assets"
#define RECORDING COVE_SCRATCH_DIR "/heard.raw"

typedef struct Samples {
    int16_t *at;
    size_t count;
} Samples;

typedef struct Room {
    ManualClock time;
    Audio *audio;
    Sound *sound;
} Room;

/* `buffer_ms`: what a buffer takes; 23 as it sounds, 2 ten times as fast. Fades take real time. */
static void room_open_at(Room *room, const char *folder, const char *buffer_ms)
{
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

static void room_open(Room *room, const char *folder)
{
    room_open_at(room, folder, "2");
}

static void room_close(Room *room)
{
    sound_free(room->sound);
    audio_free(room->audio);
}

/* ---- what was heard ---- */

static size_t bytes_heard(void)
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

/* Waits until that much more was played. */
static void listen(double seconds)
{
    size_t until = bytes_heard() + (size_t)(seconds * AUDIO_RATE) * sizeof(int16_t);
    for (int i = 0; i < 2000 && bytes_heard() < until; i++) {
        SDL_Delay(5);
    }
    assert_true(bytes_heard() >= until);
}

static Samples recording(void)
{
    char *bytes;
    size_t size;
    assert_true(file_read(RECORDING, 1u << 26, &bytes, &size, NULL));
    return (Samples){(int16_t *)(void *)bytes, size / sizeof(int16_t)};
}

static int loudest(Samples samples)
{
    int most = 0;
    for (size_t i = 0; i < samples.count; i++) {
        int value = abs(samples.at[i]);
        most = value > most ? value : most;
    }
    return most;
}

static double rms(const int16_t *at, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (double)at[i] * at[i];
    }
    return sqrt(sum / (double)count);
}

/* What the file holds, read with the device open. */
static Samples file_samples(const char *name)
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

static double likeness_at(Samples heard, Samples cue, size_t offset)
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

/* 1: the cue is what was heard, from its first sound on (to within a few samples). */
static double likeness(Samples heard, Samples cue)
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

/* ---- cues ---- */

static const char *const cues[] = {"press", "choose", "pick", "place", "take", "next", "back",
                                   "open", "pebble", "calm", "notice"};
enum { CUE_COUNT = sizeof cues / sizeof *cues };

static void assert_is_the_right_one(Samples heard, const Samples *files, size_t which)
{
    for (size_t i = 0; i < CUE_COUNT; i++) {
        double like = likeness(heard, files[i]);
        if (i == which ? like < 0.98 : like > 0.9) {
            fail_msg("%s was asked for; what was heard is %.3f like %s", cues[which], like, cues[i]);
        }
    }
}

static void each_cue_is_heard_as_itself(void **state)
{
    (void)state;
    Room room;
    Samples files[CUE_COUNT];
    for (size_t which = 0; which < CUE_COUNT; which++) {
        room_open(&room, ASSETS);
        sound_cue(room.sound, cues[which]);
        for (size_t i = 0; i < CUE_COUNT; i++) {
            files[i] = file_samples(cues[i]);
        }
        listen((double)files[which].count / AUDIO_RATE + 0.1);
        room_close(&room);
        Samples heard = recording();
        assert_is_the_right_one(heard, files, which);
        assert_true(loudest(heard) < 32768 / 2); /* -6 dBFS */
        free(heard.at);
        for (size_t i = 0; i < CUE_COUNT; i++) {
            free(files[i].at);
        }
    }
}

static int loudest_at(int volume)
{
    Room room;
    room_open(&room, ASSETS);
    sound_volumes(room.sound, volume, 0);
    sound_cue(room.sound, "place");
    listen(0.7);
    room_close(&room);
    Samples heard = recording();
    int most = loudest(heard);
    free(heard.at);
    return most;
}

static void volume_makes_it_softer(void **state)
{
    (void)state;
    int loud = loudest_at(100), half = loudest_at(50);
    assert_in_range(half, loud * 45 / 100, loud * 55 / 100);
}

/* Faster than anybody can press, over the loudest place. */
static void nothing_clips(void **state)
{
    (void)state;
    Room room;
    room_open(&room, ASSETS);
    sound_ambience(room.sound, "cove", 600);
    for (int i = 0; i < 40; i++) {
        sound_cue(room.sound, cues[i % CUE_COUNT]);
        listen(0.06);
    }
    room_close(&room);
    Samples heard = recording();
    assert_true(loudest(heard) < 32767);
    assert_true(loudest(heard) > 32768 / 16);
    free(heard.at);
}

/* ---- the device ---- */

static void the_device_closes_a_second_after_the_last_sound(void **state)
{
    (void)state;
    Room room;
    room_open(&room, ASSETS);
    assert_false(audio_open(room.audio));
    assert_int_equal(audio_wait_ms(room.audio), -1);
    sound_cue(room.sound, "choose");
    assert_true(audio_open(room.audio));
    assert_in_range(audio_wait_ms(room.audio), 1400, 1700); /* its length and a second */
    room.time.ticks += 1000;
    audio_rest(room.audio);
    assert_true(audio_open(room.audio));
    room.time.ticks += audio_wait_ms(room.audio);
    audio_rest(room.audio);
    assert_false(audio_open(room.audio));
    assert_false(SDL_WasInit(SDL_INIT_AUDIO));
    size_t size = bytes_heard();
    SDL_Delay(100);
    assert_int_equal(bytes_heard(), size);
    room_close(&room);
}

static void it_opens_again(void **state)
{
    (void)state;
    Room room;
    room_open(&room, ASSETS);
    sound_cue(room.sound, "choose");
    room.time.ticks += 10000;
    audio_rest(room.audio);
    assert_false(audio_open(room.audio));
    sound_cue(room.sound, "choose");
    listen(0.6);
    Samples file = file_samples("choose");
    room_close(&room);
    Samples heard = recording();
    assert_true(likeness(heard, file) > 0.98);
    free(heard.at);
    free(file.at);
}

static void ambience_holds_the_device_until_it_is_off(void **state)
{
    (void)state;
    Room room;
    room_open(&room, ASSETS);
    sound_ambience(room.sound, "cove", 600);
    room.time.ticks += 100000;
    assert_int_equal(audio_wait_ms(room.audio), -1);
    audio_rest(room.audio);
    assert_true(audio_open(room.audio));
    sound_volumes(room.sound, 100, 0);
    assert_in_range(audio_wait_ms(room.audio), 1000, 1100);
    room.time.ticks += 1100;
    audio_rest(room.audio);
    assert_false(audio_open(room.audio));
    sound_volumes(room.sound, 100, 50); /* the place sounds again by itself */
    assert_true(audio_open(room.audio));
    room_close(&room);
}

static void without_volume_the_device_stays_closed(void **state)
{
    (void)state;
    Room room;
    room_open(&room, ASSETS);
    sound_volumes(room.sound, 0, 0);
    sound_cue(room.sound, "choose");
    sound_ambience(room.sound, "cove", 600);
    assert_false(audio_open(room.audio));
    assert_int_equal(bytes_heard(), 0);
    room_close(&room);
}

/* An open program on an empty desk is quiet after a while, and so is its processor. */
static void ambience_rests_when_nobody_is_there(void **state)
{
    (void)state;
    Room room;
    room_open(&room, ASSETS);
    assert_int_equal(sound_wait_ms(room.sound), -1);
    sound_ambience(room.sound, "cove", 600);
    room.time.ticks += 100000;
    sound_awake(room.sound);
    room.time.ticks += 100000;
    sound_rest(room.sound);
    assert_int_equal(sound_wait_ms(room.sound), 80000);
    room.time.ticks += 80000;
    sound_rest(room.sound);
    assert_int_equal(sound_wait_ms(room.sound), -1);
    room.time.ticks += audio_wait_ms(room.audio);
    audio_rest(room.audio);
    assert_false(audio_open(room.audio));
    sound_ambience(room.sound, "break", 600); /* something goes on without anybody */
    assert_false(audio_open(room.audio));
    sound_awake(room.sound);
    assert_true(audio_open(room.audio));
    room_close(&room);
}

/* ---- ambience ---- */

static void ambience_fades_in(void **state)
{
    (void)state;
    Room room;
    room_open_at(&room, ASSETS, "23");
    sound_ambience(room.sound, "two-jetties", 600);
    listen(1.5);
    room_close(&room);
    Samples heard = recording();
    const size_t tenth = AUDIO_RATE / 10;
    double begin = rms(heard.at, tenth), later = rms(heard.at + 8 * tenth, 6 * tenth);
    assert_true(begin < later / 3);
    assert_in_range(later, 150, 3000);
    free(heard.at);
}

/* The second round is the first one again, and there is nothing between them. */
static void ambience_goes_round(void **state)
{
    (void)state;
    Room room;
    room_open(&room, ASSETS);
    sound_ambience(room.sound, "quiet-cave", 0);
    listen(11);
    Samples file = file_samples("ambience/quiet-cave");
    room_close(&room);
    Samples heard = recording();
    const size_t second = AUDIO_RATE;
    size_t begin = 0; /* where the file begins in what was heard */
    while (begin < second && likeness_at(heard, (Samples){file.at, second / 4}, begin) < 0.999) {
        begin++;
    }
    assert_true(begin < second);
    size_t seam = begin + file.count;
    assert_true(seam + second / 4 < heard.count);
    assert_true(likeness_at(heard, (Samples){file.at, second / 4}, seam) > 0.999);
    free(heard.at);
    free(file.at);
}

static void places_cross_over(void **state)
{
    (void)state;
    Room room;
    room_open_at(&room, ASSETS, "23");
    sound_ambience(room.sound, "cove", 0);
    listen(1);
    size_t crossing = bytes_heard() / sizeof(int16_t);
    sound_ambience(room.sound, "signal-mast", 600);
    sound_ambience(room.sound, "signal-mast", 600); /* already on its way */
    listen(1.5);
    room_close(&room);
    Samples heard = recording();
    const size_t bit = AUDIO_RATE / 5;
    for (size_t at = crossing; at + bit < heard.count; at += bit) {
        assert_true(rms(heard.at + at, bit) > 60); /* at no moment is there nothing */
    }
    free(heard.at);
}

/* Muted: everything is gone within a moment, the cue that sounds as well. */
static void mute_silences_at_once(void **state)
{
    (void)state;
    Room room;
    room_open_at(&room, ASSETS, "23");
    sound_ambience(room.sound, "cove", 0);
    sound_cue(room.sound, "pebble");
    listen(0.5);
    sound_volumes(room.sound, 0, 0);
    listen(0.2);
    size_t from = bytes_heard() / sizeof(int16_t);
    listen(0.5);
    room_close(&room);
    Samples heard = recording();
    assert_true(heard.count > from);
    assert_int_equal(loudest((Samples){heard.at + from, heard.count - from}), 0);
    free(heard.at);
}

/* ---- what is missing ---- */

/* Runs `act` and returns how many lines it said on stderr; the first of them in `line`. */
static int lines_said(void (*act)(void), char *line, size_t size)
{
    char path[] = COVE_SCRATCH_DIR "/said.txt", text[2048] = "";
    int kept = dup(STDERR_FILENO);
    assert_non_null(freopen(path, "w", stderr));
    act();
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    snprintf(line, size, "%s", text);
    int lines = 0;
    for (size_t i = 0; i < length; i++) {
        lines += text[i] == '\n';
    }
    return lines;
}

static void play_missing_files(void)
{
    Room room;
    room_open(&room, COVE_SCRATCH_DIR "/nowhere");
    for (int i = 0; i < 3; i++) {
        sound_cue(room.sound, "press");
        sound_cue(room.sound, "open");
        sound_ambience(room.sound, i % 2 ? "cove" : "break", 0);
    }
    room.time.ticks += 5000;
    audio_rest(room.audio);
    assert_false(audio_open(room.audio));
    room_close(&room);
}

static void missing_files_are_told_once(void **state)
{
    (void)state;
    char line[512];
    assert_int_equal(lines_said(play_missing_files, line, sizeof line), 1);
    assert_non_null(strstr(line, "press.ogg cannot be played"));
    assert_non_null(strstr(line, "left out"));
}

static void play_without_a_device(void)
{
    Room room;
    room_open(&room, ASSETS);
    setenv("SDL_AUDIODRIVER", "there-is-no-such-driver", 1);
    for (int i = 0; i < 3; i++) {
        sound_cue(room.sound, "press");
        sound_ambience(room.sound, i % 2 ? "cove" : "break", 0);
        sound_volumes(room.sound, 50 + i, 50 + i);
    }
    assert_false(audio_open(room.audio));
    assert_int_equal(audio_wait_ms(room.audio), -1);
    room_close(&room);
}

static void no_device_is_told_once(void **state)
{
    (void)state;
    char line[512];
    assert_int_equal(lines_said(play_without_a_device, line, sizeof line), 1);
    assert_non_null(strstr(line, "There is no sound here"));
}

/* The disk driver announces itself on stderr. */
static void log_nothing(void *context, int category, SDL_LogPriority priority, const char *message)
{
    (void)context, (void)category, (void)priority, (void)message;
}

/* No driver asked for, no server, and on most test machines no card: one sentence all the same. */
static void play_where_nothing_is(void)
{
    Room room;
    room_open(&room, ASSETS);
    unsetenv("SDL_AUDIODRIVER");
    unsetenv("PULSE_SERVER");
    setenv("XDG_RUNTIME_DIR", COVE_SCRATCH_DIR "/nowhere", 1);
    sound_cue(room.sound, "press");
    sound_ambience(room.sound, "cove", 0);
    assert_false(audio_open(room.audio));
    room_close(&room);
}

static void no_sound_at_all_is_told_once(void **state)
{
    (void)state;
    char line[512];
    if (access("/dev/snd", F_OK) == 0) {
        skip();
    }
    assert_int_equal(lines_said(play_where_nothing_is, line, sizeof line), 1);
    assert_non_null(strstr(line, "no sound card and no sound server"));
}

int main(void)
{
    SDL_LogSetOutputFunction(log_nothing, NULL);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_cue_is_heard_as_itself),
        cmocka_unit_test(volume_makes_it_softer),
        cmocka_unit_test(nothing_clips),
        cmocka_unit_test(the_device_closes_a_second_after_the_last_sound),
        cmocka_unit_test(it_opens_again),
        cmocka_unit_test(ambience_holds_the_device_until_it_is_off),
        cmocka_unit_test(ambience_rests_when_nobody_is_there),
        cmocka_unit_test(without_volume_the_device_stays_closed),
        cmocka_unit_test(ambience_fades_in),
        cmocka_unit_test(ambience_goes_round),
        cmocka_unit_test(places_cross_over),
        cmocka_unit_test(mute_silences_at_once),
        cmocka_unit_test(missing_files_are_told_once),
        cmocka_unit_test(no_device_is_told_once),
        cmocka_unit_test(no_sound_at_all_is_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
