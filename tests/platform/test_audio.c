/* The device is open only as long as something sounds, and what is missing is said once. */
#include "platform/heard.h"

#include <SDL.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    room.time.ticks += 20000;
    sound_awake(room.sound);
    room.time.ticks += 20000;
    sound_rest(room.sound);
    assert_int_equal(sound_wait_ms(room.sound), 10000);
    room.time.ticks += 10000;
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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_device_closes_a_second_after_the_last_sound),
        cmocka_unit_test(it_opens_again),
        cmocka_unit_test(ambience_holds_the_device_until_it_is_off),
        cmocka_unit_test(without_volume_the_device_stays_closed),
        cmocka_unit_test(ambience_rests_when_nobody_is_there),
        cmocka_unit_test(missing_files_are_told_once),
        cmocka_unit_test(no_device_is_told_once),
        cmocka_unit_test(no_sound_at_all_is_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
