/* The protocol of the speech helper, and the helper itself as a program. */
#include "speak/protocol.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* ---- lines ---- */

static void lines_come_back_as_they_were(void **state)
{
    (void)state;
    SpeakRequest request = {.id = 7, .language = "pt-br", .rate = 80, .voice = 3, .pitch = 120},
                 read;
    snprintf(request.text, sizeof request.text, "Olá,\ttu\n\"aí\"!");
    char line[SPEAK_LINE_MAX];
    size_t length = speak_line_write(&request, line);
    assert_string_equal(line, "7\tpt-br\t80\t3\t120\tOlá, tu \"aí\"!\n");
    assert_int_equal(length, strlen(line));
    assert_true(speak_line_read(line, &read));
    assert_int_equal(read.id, 7);
    assert_int_equal(read.rate, 80);
    assert_int_equal(read.voice, 3);
    assert_int_equal(read.pitch, 120);
    assert_string_equal(read.language, "pt-br");
    assert_string_equal(read.text, "Olá, tu \"aí\"!");
}

static void the_longest_text_fits(void **state)
{
    (void)state;
    SpeakRequest request = {.id = UINT32_MAX,
                            .language = "abcdefghijklmno",
                            .rate = 100,
                            .pitch = 100},
                 read;
    char line[SPEAK_LINE_MAX];
    memset(request.text, 'a', sizeof request.text - 1);
    assert_true(speak_line_write(&request, line) < SPEAK_LINE_MAX);
    request.id = 1;
    speak_line_write(&request, line);
    assert_true(speak_line_read(line, &read));
    assert_string_equal(read.text, request.text);
}

static void other_lines_are_refused(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "",
        "\n",
        "hello\n",
        "1\ten\t100\t0\t100\t\n",
        "0\ten\t100\t0\t100\tno id\n",
        "-1\ten\t100\t0\t100\tno id\n",
        "1\tEN\t100\t0\t100\tcapitals\n",
        "1\t\t100\t0\t100\tno language\n",
        "1\ta-language-too-long\t100\t0\t100\tx\n",
        "1\t../en\t100\t0\t100\ta path\n",
        "1\ten\t1000\t0\t100\ttoo fast\n",
        "1\ten\t\t0\t100\tno rate\n",
        "1\ten\t100\t4\t100\tno such voice\n",
        "1\ten\t100\t0\t49\ttoo low\n",
        "1\ten\t100\t0\t151\ttoo high\n",
        "1\ten\t100\t0\tno pitch\n",
        "1\ten\t100\t0",
        "99999999999999999999\ten\t100\t0\t100\tmuch\n",
    };
    SpeakRequest read = {.id = 42};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_false(speak_line_read(rows[i], &read));
        assert_int_equal(read.id, 42);
    }
}

/* ---- frames ---- */

static void frames_come_back_however_they_are_cut(void **state)
{
    (void)state;
    uint8_t bytes[64];
    size_t size = speak_frame_write(&(Frame){.type = FRAME_HELLO, .values = {1, 22050}}, bytes);
    size += speak_frame_write(&(Frame){.type = FRAME_WORD, .id = 3, .values = {900, 4, 5}},
                              bytes + size);
    size += speak_frame_write(&(Frame){.type = FRAME_END, .id = 3}, bytes + size);
    for (size_t step = 1; step <= size; step++) {
        FrameReader reader = {0};
        Frame frames[4];
        size_t count = 0;
        for (size_t at = 0; at < size; at += step) {
            frame_reader_add(&reader, bytes + at, size - at < step ? size - at : step);
            while (frame_reader_next(&reader, &frames[count]) == FRAME_READY)
                count++;
        }
        assert_int_equal(count, 3);
        assert_int_equal(frames[0].values[1], 22050);
        assert_int_equal(frames[1].values[2], 5);
        assert_int_equal(frames[2].type, FRAME_END);
        frame_reader_clear(&reader);
    }
}

static void what_is_no_frame_is_broken(void **state)
{
    (void)state;
    static const struct {
        char type;
        uint32_t size;
    } rows[] = {{'?', 0}, {'H', 4}, {'W', 8}, {'E', 1}, {'P', 3}, {'P', 1 << 20}, {'X', 1 << 16}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint8_t bytes[SPEAK_HEAD] = {(uint8_t)rows[i].type};
        for (int shift = 0; shift < 4; shift++)
            bytes[5 + shift] = (uint8_t)(rows[i].size >> 8 * shift);
        FrameReader reader = {0};
        Frame frame;
        frame_reader_add(&reader, bytes, sizeof bytes);
        assert_int_equal(frame_reader_next(&reader, &frame), FRAME_BROKEN);
        frame_reader_clear(&reader);
    }
}

/* Mostly bytes that look like frames: others are broken at once. */
static void any_bytes_are_read(void **state)
{
    (void)state;
    static const char types[] = "HPWEX";
    unsigned chance = 1;
    for (int i = 0; i < 3000; i++) {
        uint8_t bytes[300] = {0};
        for (size_t b = 0; b < sizeof bytes; b++) {
            chance = chance * 1103515245 + 12345;
            unsigned draw = chance >> 16;
            bytes[b] = draw % 3 == 0   ? (uint8_t)types[draw / 3 % 5]
                       : draw % 3 == 1 ? 0
                                       : (uint8_t)(draw >> 4);
        }
        assert_int_equal(LLVMFuzzerTestOneInput(bytes, sizeof bytes), 0);
    }
}

/* ---- the helper ---- */

static FrameReader ask_helper(const char *lines)
{
    char command[1024];
    FrameReader reader = {0};
    uint8_t bytes[4096];
    size_t count;
    snprintf(command, sizeof command, "printf '%s' | '%s'", lines, COVE_SPEAK);
    FILE *helper = popen(command, "r");
    assert_non_null(helper);
    while ((count = fread(bytes, 1, sizeof bytes, helper)) > 0)
        frame_reader_add(&reader, bytes, count);
    pclose(helper);
    return reader;
}

static void the_helper_speaks_and_names_its_words(void **state)
{
    (void)state;
    static const uint32_t words[][2] = {{0, 5}, {6, 6}, {13, 4}};
    FrameReader reader = ask_helper("5\\ten\\t100\\t0\\t100\\tHello naïve Ána\\n");
    Frame frame;
    size_t word = 0, samples = 0;
    uint32_t at = 0;
    assert_int_equal(frame_reader_next(&reader, &frame), FRAME_READY);
    assert_int_equal(frame.type, FRAME_HELLO);
    assert_int_equal(frame.values[0], SPEAK_VERSION);
    while (frame_reader_next(&reader, &frame) == FRAME_READY && frame.type != FRAME_END) {
        assert_int_equal(frame.id, 5);
        samples += frame.type == FRAME_SAMPLES ? frame.size / 2 : 0;
        if (frame.type == FRAME_WORD) {
            assert_true(word < 3 && frame.values[0] >= at);
            at = frame.values[0];
            assert_int_equal(frame.values[1], words[word][0]);
            assert_int_equal(frame.values[2], words[word][1]);
            word++;
        }
    }
    assert_int_equal(frame.type, FRAME_END);
    assert_int_equal(word, 3);
    assert_true(samples > at && samples > 10000);
    frame_reader_clear(&reader);
}

static void faster_is_shorter(void **state)
{
    (void)state;
    size_t counts[2];
    static const char *const lines[] = {"1\\ten\\t60\\t0\\t100\\tHello there, everybody\\n",
                                        "1\\ten\\t140\\t0\\t100\\tHello there, everybody\\n"};
    for (size_t i = 0; i < 2; i++) {
        FrameReader reader = ask_helper(lines[i]);
        counts[i] = reader.count;
        frame_reader_clear(&reader);
    }
    assert_true(counts[0] > counts[1] + counts[1] / 2);
}

static void another_pitch_is_another_sound_of_about_the_same_length(void **state)
{
    (void)state;
    FrameReader low = ask_helper("1\\ten\\t100\\t0\\t80\\tHello there\\n");
    FrameReader high = ask_helper("1\\ten\\t100\\t0\\t130\\tHello there\\n");
    size_t least = low.count < high.count ? low.count : high.count;
    assert_true(low.count < 2 * high.count && high.count < 2 * low.count);
    assert_true(memcmp(low.bytes, high.bytes, least) != 0);
    frame_reader_clear(&low);
    frame_reader_clear(&high);
}

static void a_language_nobody_speaks_is_a_fault(void **state)
{
    (void)state;
    FrameReader reader = ask_helper("1\\txx-none\\t100\\t0\\t100\\tHello\\n");
    Frame frame;
    assert_int_equal(frame_reader_next(&reader, &frame), FRAME_READY);
    assert_int_equal(frame_reader_next(&reader, &frame), FRAME_READY);
    assert_int_equal(frame.type, FRAME_FAULT);
    assert_int_equal(frame_reader_next(&reader, &frame), FRAME_NONE);
    frame_reader_clear(&reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_come_back_as_they_were),
        cmocka_unit_test(the_longest_text_fits),
        cmocka_unit_test(other_lines_are_refused),
        cmocka_unit_test(frames_come_back_however_they_are_cut),
        cmocka_unit_test(what_is_no_frame_is_broken),
        cmocka_unit_test(any_bytes_are_read),
        cmocka_unit_test(the_helper_speaks_and_names_its_words),
        cmocka_unit_test(faster_is_shorter),
        cmocka_unit_test(another_pitch_is_another_sound_of_about_the_same_length),
        cmocka_unit_test(a_language_nobody_speaks_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
