/* What is heard: the right sound, no clipping, places that cross over without a gap or a seam. */
#include "platform/heard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

/* ---- cues ---- */

static const char *const cues[] = {"press", "choose", "pick",   "place", "take",  "next",
                                   "back",  "open",   "pebble", "calm",  "notice"};
enum { CUE_COUNT = sizeof cues / sizeof *cues };

static void assert_is_the_right_one(Samples heard, const Samples *files, size_t which)
{
    for (size_t i = 0; i < CUE_COUNT; i++) {
        double like = likeness(heard, files[i]);
        if (i == which ? like < 0.98 : like > 0.9) {
            fail_msg("%s was asked for; what was heard is %.3f like %s", cues[which], like,
                     cues[i]);
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

/* ---- ambience ---- */

/* Soft in its first tenth of a second. */
static bool fades_in(void)
{
    Room room;
    room_open_at(&room, ASSETS, "23");
    sound_ambience(room.sound, "two-jetties", 600);
    listen(1.5);
    room_close(&room);
    Samples heard = recording();
    const size_t tenth = AUDIO_RATE / 10;
    double begin = rms(heard.at, tenth), later = rms(heard.at + 8 * tenth, 6 * tenth);
    assert_in_range(later, 150, 3000);
    free(heard.at);
    return begin < later / 3;
}

/* A fade takes real time, of which a busy computer may leave the sound too little: then again. */
static void ambience_fades_in(void **state)
{
    (void)state;
    int tries = 1;
    while (!fades_in()) {
        assert_true(++tries <= 10);
    }
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_cue_is_heard_as_itself),
        cmocka_unit_test(volume_makes_it_softer),
        cmocka_unit_test(nothing_clips),
        cmocka_unit_test(ambience_fades_in),
        cmocka_unit_test(ambience_goes_round),
        cmocka_unit_test(places_cross_over),
        cmocka_unit_test(mute_silences_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
