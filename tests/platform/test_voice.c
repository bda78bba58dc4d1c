/* Reading aloud with helpers that are well, missing, slow or mad. Time is moved by hand, so that
 * nobody waits for words, and no faster than the real one while a helper is asked; sound goes to
 * SDL's dummy driver. */
#include "platform/voice.h"

#include "base/file.h"
#include "base/memory.h"

#include <SDL.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* Most of a wait that passes at once; one as short as ASKED_MS may be for a helper. */
enum { PATIENCE_MS = 60000, TICK_MS = 20, ASKED_MS = 25 };

#define CONTENT COVE_SCRATCH_DIR "/voice-content"
#define SCRIPT COVE_SCRATCH_DIR "/helper.sh"
#define MARK COVE_SCRATCH_DIR "/helper.mark"

typedef struct Room {
    ManualClock time;
    Audio *audio;
    Voice *voice;
    bool hurries; /* a helper who never answers is not waited for */
} Room;

/* The clock points into the room, so it is opened in place. */
static void open_room(Room *room, const char *helper)
{
    *room = (Room){.time = {.ticks = 1000}};
    Clock clock = clock_manual(&room->time);
    room->audio = audio_new(&clock);
    room->voice = voice_new(
        &(VoiceSetup){.audio = room->audio, .clock = clock, .content = CONTENT, .helper = helper});
}

static void close_room(Room *room)
{
    voice_free(room->voice);
    audio_free(room->audio);
}

static void say(Room *room, const char *words, const char *key, bool after)
{
    voice_say(room->voice, &(Speech){.text = words,
                                     .clip = "",
                                     .language = "en",
                                     .key = key,
                                     .speed = 100,
                                     .volume = 80,
                                     .after = after});
}

static int64_t passes(const Room *room, int64_t wait)
{
    int64_t most = wait <= ASKED_MS && !room->hurries ? 1 : TICK_MS;
    return wait < most ? wait : most;
}

/* The next input; the time passes as far as the voice asks for. */
static Input next_input(Room *room)
{
    Input input = {0};
    for (int waited = 0; waited < PATIENCE_MS; waited++) {
        if (voice_poll(room->voice, &input))
            return input;
        int64_t wait = voice_wait_ms(room->voice);
        assert_true(wait >= 0);
        room->time.ticks += passes(room, wait);
        usleep(1000);
    }
    fail_msg("nothing is said and nothing is given up");
    return input;
}

/* However long the helper takes: meanwhile the time stands still. */
static void await_sound(Room *room)
{
    Input input;
    for (int waited = 0; !audio_open(room->audio); waited++) {
        assert_true(waited < PATIENCE_MS);
        assert_false(voice_poll(room->voice, &input));
        usleep(1000);
    }
}

static void expect_word(Room *room, const char *key, int start, int length)
{
    Input input = next_input(room);
    assert_int_equal(input.type, INPUT_WORD);
    assert_string_equal(input.text, key);
    assert_int_equal(input.start, start);
    assert_int_equal(input.length, length);
}

static void expect(Room *room, InputType type)
{
    Input input = next_input(room);
    if (input.type == INPUT_WORD)
        fail_msg("the word %d+%d of \"%s\"", input.start, input.length, input.text);
    assert_int_equal(input.type, type);
    assert_int_equal(voice_wait_ms(room->voice), -1);
}

static void write_helper(const char *script)
{
    FILE *file = fopen(SCRIPT, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", script);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(SCRIPT, 0700), 0);
    unlink(MARK);
}

/* ---- well ---- */

static void words_are_said_in_their_order(void **state)
{
    (void)state;
    Room room;
    open_room(&room, COVE_SPEAK);
    assert_int_equal(voice_wait_ms(room.voice), -1);
    say(&room, "Hello there", "guide", false);
    say(&room, "Happy", "happy", true);
    expect_word(&room, "guide", 0, 5);
    expect_word(&room, "guide", 6, 5);
    expect_word(&room, "happy", 0, 5);
    expect(&room, INPUT_SAID);
    close_room(&room);
}

static void the_device_is_closed_a_second_later(void **state)
{
    (void)state;
    Room room;
    open_room(&room, COVE_SPEAK);
    assert_false(audio_open(room.audio));
    say(&room, "Hello", "", false);
    expect_word(&room, "", 0, 5);
    assert_true(audio_open(room.audio));
    expect(&room, INPUT_SAID);
    room.time.ticks += audio_wait_ms(room.audio);
    audio_rest(room.audio);
    assert_false(audio_open(room.audio));
    assert_int_equal(audio_wait_ms(room.audio), -1);
    close_room(&room);
}

static void new_words_end_the_old(void **state)
{
    (void)state;
    Room room;
    open_room(&room, COVE_SPEAK);
    say(&room, "One two three four", "old", false);
    say(&room, "and five", "older", true);
    expect_word(&room, "old", 0, 3);
    say(&room, "Stop", "new", false);
    expect_word(&room, "new", 0, 4);
    expect(&room, INPUT_SAID);
    close_room(&room);
}

static void hush_is_silence(void **state)
{
    (void)state;
    Room room;
    Input input;
    open_room(&room, COVE_SPEAK);
    say(&room, "One two three four", "old", false);
    expect_word(&room, "old", 0, 3);
    voice_hush(room.voice);
    room.time.ticks += 60000;
    assert_false(voice_poll(room.voice, &input));
    assert_int_equal(voice_wait_ms(room.voice), -1);
    say(&room, "One", "old", false);
    voice_hush(room.voice);
    say(&room, "Two", "new", false);
    expect_word(&room, "new", 0, 3);
    close_room(&room);
}

static void without_volume_nothing_is_opened(void **state)
{
    (void)state;
    Room room;
    open_room(&room, COVE_SPEAK);
    voice_say(room.voice,
              &(Speech){.text = "Hello", .clip = "", .language = "en", .key = "", .speed = 100});
    expect(&room, INPUT_SAID);
    assert_false(audio_open(room.audio));
    close_room(&room);
}

static void a_language_nobody_speaks_is_left_out(void **state)
{
    (void)state;
    Room room;
    open_room(&room, COVE_SPEAK);
    voice_say(
        room.voice,
        &(Speech){
            .text = "Hello", .clip = "", .language = "xx", .key = "", .speed = 100, .volume = 80});
    expect(&room, INPUT_SAID);
    say(&room, "Hello", "en", false);
    expect_word(&room, "en", 0, 5);
    close_room(&room);
}

/* ---- to the ear ---- */

#define RAW COVE_SCRATCH_DIR "/voice.raw"

static int loudest_in(const char *path)
{
    char *bytes;
    size_t size;
    int loudest = 0;
    assert_true(file_read(path, 64 << 20, &bytes, &size, NULL));
    for (size_t i = 0; i + 1 < size; i += 2) {
        int sample =
            (int16_t)(uint16_t)((unsigned char)bytes[i] | (unsigned char)bytes[i + 1] << 8);
        loudest = abs(sample) > loudest ? abs(sample) : loudest;
    }
    free(bytes);
    return loudest;
}

/* SDL's disk driver writes what would be heard, in real time. Returns the loudest sample. */
static int heard_at(int volume, SayTone tone)
{
    Clock clock = clock_system();
    Audio *audio = audio_new(&clock);
    Voice *voice = voice_new(
        &(VoiceSetup){.audio = audio, .clock = clock, .content = CONTENT, .helper = COVE_SPEAK});
    Input input = {0};
    SDL_setenv("SDL_AUDIODRIVER", "disk", 1);
    SDL_setenv("SDL_DISKAUDIOFILE", RAW, 1);
    voice_say(voice, &(Speech){.text = "Hello",
                               .clip = "",
                               .language = "en",
                               .key = "",
                               .speed = 100,
                               .volume = volume,
                               .tone = tone});
    for (int waited = 0; waited < PATIENCE_MS && input.type != INPUT_SAID; waited++) {
        usleep(1000);
        voice_poll(voice, &input);
    }
    assert_int_equal(input.type, INPUT_SAID);
    voice_free(voice);
    audio_free(audio);
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    return loudest_in(RAW);
}

static void words_reach_the_ear_as_loud_as_wished(void **state)
{
    (void)state;
    int loud = heard_at(100, SAID_PLAIN), soft = heard_at(25, SAID_PLAIN);
    assert_in_range(loud, 4000, 32767);
    assert_in_range(soft, loud / 6, loud / 3);
}

static void a_tiny_voice_is_softer(void **state)
{
    (void)state;
    int plain = heard_at(100, SAID_PLAIN), tiny = heard_at(100, SAID_TINY);
    assert_in_range(tiny, plain / 4, plain * 2 / 3);
}

/* A tone says how fast and how high; no tone goes past what the helper is told at the most. */
static void tones_are_paces_and_pitches(void **state)
{
    (void)state;
    static const struct {
        SayTone tone;
        int speed;
        const char *asked;
    } rows[] = {
        {SAID_PLAIN, 100, "\ten\t100\t0\t100\tHello"}, {SAID_LOUD, 100, "\ten\t108\t0\t112\tHello"},
        {SAID_TINY, 100, "\ten\t88\t0\t125\tHello"},   {SAID_STEADY, 60, "\ten\t51\t0\t88\tHello"},
        {SAID_LOUD, 200, "\ten\t200\t0\t112\tHello"},  {SAID_STEADY, 50, "\ten\t50\t0\t88\tHello"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Room room;
        char *asked;
        size_t size;
        write_helper("head -n 1 > " MARK);
        open_room(&room, SCRIPT);
        voice_say(room.voice, &(Speech){.text = "Hello",
                                        .clip = "",
                                        .language = "en",
                                        .key = "",
                                        .speed = rows[i].speed,
                                        .volume = 80,
                                        .tone = rows[i].tone});
        expect(&room, INPUT_NO_VOICE);
        assert_true(file_read(MARK, 4096, &asked, &size, NULL));
        if (!strstr(asked, rows[i].asked))
            fail_msg("\"%s\" is not in \"%s\"", rows[i].asked, asked);
        free(asked);
        close_room(&room);
    }
}

/* ---- recordings ---- */

static void put_recording(void)
{
    char *bytes;
    size_t size;
    assert_true(folder_make(CONTENT "/ui/voice/en", NULL));
    assert_true(
        file_read(COVE_SOURCE_DIR "/assets/sounds/press.ogg", 1 << 20, &bytes, &size, NULL));
    assert_true(file_write(CONTENT "/ui/voice/en/ui.hello.t1.ogg", bytes, size, NULL));
    free(bytes);
}

static void a_recording_comes_before_the_helper(void **state)
{
    (void)state;
    Room room;
    put_recording();
    open_room(&room, NULL);
    voice_say(room.voice, &(Speech){.text = "Hello",
                                    .clip = "ui/en/ui.hello.t1",
                                    .language = "en",
                                    .key = "",
                                    .speed = 100,
                                    .volume = 80});
    expect(&room, INPUT_SAID);
    assert_true(audio_open(room.audio));
    close_room(&room);
}

/* ---- not well ---- */

static void whoever_does_not_answer_is_given_up(void **state)
{
    (void)state;
    static const char *const helpers[] = {
        NULL,        COVE_SCRATCH_DIR "/there-is-no-such-helper", COVE_SCRATCH_DIR, /* a folder */
        "/bin/true", /* ends at once */
        "/bin/cat",  /* says what it is asked, which is no frame */
    };
    for (size_t i = 0; i < sizeof helpers / sizeof *helpers; i++) {
        Room room;
        open_room(&room, helpers[i]);
        say(&room, "Hello", "", false);
        say(&room, "there", "", true);
        expect(&room, INPUT_NO_VOICE);
        say(&room, "Hello", "", false);
        expect(&room, INPUT_SAID);
        assert_false(audio_open(room.audio));
        close_room(&room);
    }
}

static void a_slow_helper_is_given_up(void **state)
{
    (void)state;
    Room room;
    write_helper("exec sleep 60");
    open_room(&room, SCRIPT);
    room.hurries = true;
    say(&room, "Hello", "", false);
    int64_t began = room.time.ticks;
    expect(&room, INPUT_NO_VOICE);
    assert_in_range(room.time.ticks - began, 10000, 10100);
    close_room(&room);
}

static void a_helper_that_breaks_off_is_given_up(void **state)
{
    (void)state;
    Room room;
    write_helper(
        "printf 'H\\000\\000\\000\\000\\010\\000\\000\\000\\002\\000\\000\\000\\042\\126'; exit 0");
    open_room(&room, SCRIPT);
    say(&room, "Hello", "", false);
    expect(&room, INPUT_NO_VOICE);
    close_room(&room);
}

static void a_helper_that_falls_once_is_helped_up(void **state)
{
    (void)state;
    Room room;
    write_helper("[ -e '" MARK "' ] && exec '" COVE_SPEAK "'; : > '" MARK
                 "'; read -r line; exit 1");
    open_room(&room, SCRIPT);
    say(&room, "Hello", "guide", false);
    expect_word(&room, "guide", 0, 5);
    expect(&room, INPUT_SAID);
    close_room(&room);
}

/* 11025 samples a second: 5512 of them are half a second for the mixer as well. */
static void other_rates_are_converted(void **state)
{
    (void)state;
    Room room;
    write_helper(
        "printf "
        "'H\\000\\000\\000\\000\\010\\000\\000\\000\\002\\000\\000\\000\\021\\053\\000\\000'\n"
        "read -r line\n"
        "printf 'P\\001\\000\\000\\000\\020\\053\\000\\000'; head -c 11024 /dev/zero\n"
        "printf 'E\\001\\000\\000\\000\\000\\000\\000\\000'; read -r line");
    open_room(&room, SCRIPT);
    say(&room, "Hello", "guide", false);
    await_sound(&room);
    int64_t began = room.time.ticks;
    expect(&room, INPUT_SAID);
    assert_in_range(room.time.ticks - began, 480, 700);
    close_room(&room);
}

int main(void)
{
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_said_in_their_order),
        cmocka_unit_test(the_device_is_closed_a_second_later),
        cmocka_unit_test(new_words_end_the_old),
        cmocka_unit_test(hush_is_silence),
        cmocka_unit_test(without_volume_nothing_is_opened),
        cmocka_unit_test(a_language_nobody_speaks_is_left_out),
        cmocka_unit_test(words_reach_the_ear_as_loud_as_wished),
        cmocka_unit_test(a_tiny_voice_is_softer),
        cmocka_unit_test(tones_are_paces_and_pitches),
        cmocka_unit_test(a_recording_comes_before_the_helper),
        cmocka_unit_test(whoever_does_not_answer_is_given_up),
        cmocka_unit_test(a_slow_helper_is_given_up),
        cmocka_unit_test(a_helper_that_breaks_off_is_given_up),
        cmocka_unit_test(a_helper_that_falls_once_is_helped_up),
        cmocka_unit_test(other_rates_are_converted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
