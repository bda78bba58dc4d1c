/* Measuring, breaking and ordering of text with the real fonts. Widths are compared with each
 * other, not with numbers, so that another version of a font does not break the test. */
#include "letters.h"

#include "platform/shaper.h"

#include <float.h>

static const TextStyle body = {.size = 20, .line_height = 1.5f};

static Extent measure(const Setting *setting, const char *text, float width)
{
    return setting->ruler.measure(setting->ruler.context, text, &body, width);
}

static float caret(const Setting *setting, const char *text, size_t at)
{
    return setting->ruler.caret(setting->ruler.context, text, &body, at);
}

static void test_measure(void **state)
{
    const Setting *setting = *state;
    static const struct {
        const char *text;
        float least, most; /* em */
        int lines;
    } rows[] = {
        {"", 0, 0, 1},
        {"i", 0.1f, 0.5f, 1},
        {"Hello", 1.5f, 4, 1},
        {"Mañana será otro día", 7, 14, 1},
        {"مرحبا", 1, 4, 1},
        {"שלום", 1, 4, 1},
        {"one\ntwo", 1, 3, 2},
        {"\n\n", 0, 0, 3},
        {"tab\there\r", 3, 7, 1},
        {"\xFF\xFE broken", 2, 10, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Extent extent = measure(setting, rows[i].text, 0);
        assert_true(extent.width >= rows[i].least * body.size);
        assert_true(extent.width <= rows[i].most * body.size);
        assert_float_equal(extent.height, (float)rows[i].lines * 30, 0.01f);
    }
}

static void test_bold_is_wider(void **state)
{
    const Setting *setting = *state;
    TextStyle bold = body;
    bold.bold = true;
    Extent extent = setting->ruler.measure(setting->ruler.context, "Keep going", &bold, 0);
    assert_true(extent.width > measure(setting, "Keep going", 0).width);
}

static const char *const long_texts[] = {
    "Take your time. You can stop whenever you like, and nothing you do here is wrong.",
    "Donaudampfschifffahrtsgesellschaftskapitän und noch ein Wort",
    "مرحبا بكم في الخليج عام 2024، اسمي Nori وأنا هنا معكم دائما إن شئتم",
    "שלום לכם, קוראים לי Nori והשנה היא 2024, ואנחנו כאן ביחד",
    "a  b   c    d     e      f       g        h",
    "super\xC2\xAD"
    "cali\xC2\xAD"
    "fragi\xC2\xAD"
    "listic\xC2\xAD"
    "expi\xC2\xAD"
    "ali",
    "日本語のながいぶんしょうもおりかえします",
};

static void test_wrap_never_exceeds(void **state)
{
    const Setting *setting = *state;
    for (size_t i = 0; i < sizeof long_texts / sizeof *long_texts; i++)
        for (float width = 40; width < 900; width += 7) {
            Extent extent = measure(setting, long_texts[i], width);
            assert_true(extent.width <= width + 0.5f);
            Extent again = measure(setting, long_texts[i], extent.width);
            assert_float_equal(again.width, extent.width, 0.01f);
            assert_float_equal(again.height, extent.height, 0.01f);
        }
}

static void test_narrower_is_never_shorter(void **state)
{
    const Setting *setting = *state;
    for (size_t i = 0; i < sizeof long_texts / sizeof *long_texts; i++) {
        float height = FLT_MAX;
        for (float width = 40; width < 900; width += 10) {
            Extent extent = measure(setting, long_texts[i], width);
            assert_true(extent.height <= height);
            height = extent.height;
        }
    }
}

static void test_one_pixel_wide(void **state)
{
    const Setting *setting = *state;
    assert_float_equal(measure(setting, "abc", 1).height, 90, 0.01f); /* a letter a line */
    assert_float_equal(measure(setting,
                               "e\xCC\x81"
                               "e\xCC\x81",
                               1)
                           .height,
                       60, 0.01f);
}

/* All runs from left to right, a blank between them; right-to-left ones in brackets. */
static void describe_line(const TextLine *line, const char *text, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < line->count && used < size; i++) {
        const TextRun *run = &line->runs[i];
        int length = (int)(run->end - run->start);
        used += (size_t)snprintf(out + used, size - used, run->level & 1 ? "[%.*s]" : "%.*s|",
                                 length, text + run->start);
    }
}

static void test_visual_order(void **state)
{
    const Setting *setting = *state;
    static const struct {
        const char *text, *seen;
        bool rtl;
    } rows[] = {
        {"in 2024 we", "in 2024 we|", false},
        {"عام 2024", "2024|[عام ]", true},
        {"عام 2024 هنا", "[ هنا]2024|[عام ]", true},
        {"אני Nori כאן", "[ כאן]Nori|[אני ]", true},
        {"say שלום now", "say |[שלום] now|", false},
        {"say שלום 12 now", "say |12|[שלום ] now|", false},
        {"abc ", "abc| |", false},
        {"אבג ", "[ ][אבג]", true},
        {"\xE2\x81\xA8Nori\xE2\x81\xA9 כאן", NULL, true},
        {"\xE2\x81\xA8אבג\xE2\x81\xA9 here", NULL, false},
        {"\xE2\x81\xA8Nori\xE2\x81\xA9", NULL, false},
    };
    TextFace face = {.fonts = setting->fonts, .size = 20};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char seen[256];
        TextLines lines = text_lines_of(&face, rows[i].text, FLT_MAX);
        describe_line(&lines.items[0], rows[i].text, seen, sizeof seen);
        assert_int_equal(lines.count, 1);
        if (rows[i].seen)
            assert_string_equal(seen, rows[i].seen);
        assert_int_equal(lines.items[0].rtl, rows[i].rtl);
        text_lines_clear(&lines);
    }
}

static void test_runs_touch(void **state)
{
    const Setting *setting = *state;
    TextFace face = {.fonts = setting->fonts, .size = 20};
    TextLines lines = text_lines_of(&face, long_texts[2], 200);
    assert_true(lines.count > 2);
    for (size_t i = 0; i < lines.count; i++) {
        int x = 0;
        for (size_t r = 0; r < lines.items[i].count; r++) {
            assert_int_equal(lines.items[i].runs[r].x, x);
            x += lines.items[i].runs[r].width;
        }
        assert_int_equal(lines.items[i].full, x);
    }
    text_lines_clear(&lines);
}

static void test_fallback_faces(void **state)
{
    const Setting *setting = *state;
    const uint32_t latin = 'a', arabic = 0x645, hebrew = 0x5E9;
    FontFace arabic_face = fonts_face(setting->fonts, &arabic, 1, FACE_NONE);
    FontFace hebrew_face = fonts_face(setting->fonts, &hebrew, 1, FACE_NONE);
    assert_int_equal(fonts_face(setting->fonts, &latin, 1, FACE_NONE), FACE_BODY);
    assert_int_not_equal(arabic_face, FACE_BODY);
    assert_int_not_equal(hebrew_face, FACE_BODY);
    assert_int_not_equal(arabic_face, hebrew_face);
    assert_int_equal(fonts_face(setting->fonts, &latin, 1, FACE_BODY), FACE_BODY);
}

static void test_caret(void **state)
{
    const Setting *setting = *state;
    static const char *const texts[] = {"Hello there", "Take AVA To fi ffi", "مرحبا بكم معنا",
                                        "שלום לכם", "ends in space   "};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        float before = 0;
        assert_float_equal(caret(setting, texts[i], 0), 0, 0.01f);
        for (size_t at = 0; at <= strlen(texts[i]); at++) {
            if ((texts[i][at] & 0xC0) == 0x80)
                continue;
            float x = caret(setting, texts[i], at);
            assert_true(x >= before);
            before = x;
        }
        assert_true(before >= measure(setting, texts[i], 0).width);
    }
}

static void test_space_moves_the_caret(void **state)
{
    const Setting *setting = *state;
    assert_true(caret(setting, "ab ", 3) > caret(setting, "ab ", 2) + 2);
    assert_float_equal(caret(setting, "", 0), 0, 0.01f);
}

static void draw(const Setting *setting, const char *text, const TextStyle *style, float width)
{
    static uint32_t pixels[64 * 64];
    Canvas canvas = {pixels, 64, 64, 64, {0, 0, 64, 64}};
    text_cache_draw(setting->cache, &canvas, text, style, (Rect){0, 0, width, 64},
                    (Color){255, 255, 255, 255});
}

static void test_cache_is_bounded(void **state)
{
    const Setting *setting = *state;
    TextStyle big = {.size = 120, .line_height = 1.2f, .bold = true};
    for (int i = 0; i < 700; i++) {
        char text[64];
        snprintf(text, sizeof text, "A long line of large words, number %d", i);
        draw(setting, text, i % 4 ? &body : &big, 4000);
        assert_true(text_cache_bytes(setting->cache) <= 8 * 1024 * 1024);
    }
    assert_true(text_cache_bytes(setting->cache) > 1024 * 1024);
}

/* What gave way to others, or was forgotten, is worked out again and is as wide as before. */
static void test_cache_answers_alike(void **state)
{
    const Setting *setting = *state;
    enum { WORDS = 1500 };
    float widths[WORDS];
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < WORDS; i++) {
            char text[32];
            snprintf(text, sizeof text, "%d shells", i * i);
            float width = measure(setting, text, 0).width;
            assert_true(round == 0 || width == widths[i]);
            assert_true(measure(setting, text, 0).width == width);
            widths[i] = width;
        }
        if (round == 1)
            text_cache_forget(setting->cache);
    }
    assert_true(widths[WORDS - 1] > widths[0]);
}

static void test_missing_family(void **state)
{
    (void)state;
    Error error = {0};
    Fonts *fonts = fonts_new("No Such Family 4711");
    assert_false(fonts_ready(fonts, &error));
    assert_int_equal(error.code, ERROR_SYSTEM);
    assert_string_equal(error.place, "No Such Family 4711");
    assert_string_equal(error.sentence, "the font is not installed; install the Debian packages "
                                        "fonts-sil-andika and fonts-noto-core, then start again");
    fonts_free(fonts);
}

static size_t boxes_of(const Setting *setting, const char *text, const TextStyle *style,
                       float width, size_t start, size_t end, Rect *out)
{
    return setting->ruler.range(setting->ruler.context, text, style, width, start, end, out, 8);
}

static void words_have_boxes(void **state)
{
    const Setting *setting = *state;
    Rect first[8], second[8];
    float width = measure(setting, "Hello there", 0).width;
    assert_int_equal(boxes_of(setting, "Hello there", &body, width, 0, 5, first), 1);
    assert_int_equal(boxes_of(setting, "Hello there", &body, width, 6, 11, second), 1);
    assert_true(first[0].x < 1 && second[0].x > first[0].width);
    assert_true(second[0].x + second[0].width <= width + 1 && first[0].height == 30);
    assert_int_equal(boxes_of(setting, "Hello there", &body, first[0].width + 2, 6, 11, second), 1);
    assert_true(second[0].x < 1 && second[0].y == 30);
    assert_int_equal(boxes_of(setting, "Hello there", &body, width, 11, 20, second), 0);
}

static void word_boxes_follow_alignment_and_direction(void **state)
{
    const Setting *setting = *state;
    Rect plain[8], centred[8], rtl[8];
    TextStyle middle = body;
    middle.align = ALIGN_CENTER;
    boxes_of(setting, "Hello", &body, 300, 0, 5, plain);
    boxes_of(setting, "Hello", &middle, 300, 0, 5, centred);
    assert_true(centred[0].x > 100 && centred[0].width == plain[0].width);
    const char *hebrew = "שלום עולם"; /* the first word is on the right */
    assert_int_equal(boxes_of(setting, hebrew, &body, 300, 0, 8, rtl), 1);
    assert_true(rtl[0].x + rtl[0].width > 298 && rtl[0].x > 150);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measure),
        cmocka_unit_test(test_bold_is_wider),
        cmocka_unit_test(test_wrap_never_exceeds),
        cmocka_unit_test(test_narrower_is_never_shorter),
        cmocka_unit_test(test_one_pixel_wide),
        cmocka_unit_test(test_visual_order),
        cmocka_unit_test(test_runs_touch),
        cmocka_unit_test(test_fallback_faces),
        cmocka_unit_test(test_caret),
        cmocka_unit_test(test_space_moves_the_caret),
        cmocka_unit_test(test_cache_is_bounded),
        cmocka_unit_test(test_cache_answers_alike),
        cmocka_unit_test(test_missing_family),
        cmocka_unit_test(words_have_boxes),
        cmocka_unit_test(word_boxes_follow_alignment_and_direction),
    };
    return cmocka_run_group_tests(tests, letters_set_up, letters_tear_down);
}
