/* The fonts people can choose, and more room between letters: measured and drawn alike. */
#include "letters.h"

static const char sentence[] = "Take your time, just as you like.";

static TextStyle style_of(FontFamily family, float letter, float word)
{
    return (TextStyle){
        .size = 20, .line_height = 1.5f, .family = family, .letter = letter, .word = word};
}

static float width_of(const Setting *setting, const char *text, TextStyle style)
{
    return setting->ruler.measure(setting->ruler.context, text, &style, 0).width;
}

static void each_family_has_letters_of_its_own(void **state)
{
    const Setting *setting = *state;
    float widths[FONT_FAMILY_COUNT];
    assert_int_equal(setting->ruler.lacks, 0);
    for (int family = 0; family < FONT_FAMILY_COUNT; family++) {
        widths[family] = width_of(setting, sentence, style_of((FontFamily)family, 0, 0));
        FontFace face = fonts_of_family(setting->fonts, (FontFamily)family);
        assert_int_equal(face == FACE_BODY, family == FONT_ANDIKA);
    }
    assert_true(widths[FONT_OPENDYSLEXIC] > widths[FONT_ANDIKA]);
    assert_true(widths[FONT_COMIC_NEUE] != widths[FONT_ANDIKA]);
    assert_true(widths[FONT_ANDIKA] == width_of(setting, sentence, style_of(FONT_ANDIKA, 0, 0)));
}

static void other_scripts_stay_as_they_are(void **state)
{
    const Setting *setting = *state;
    static const char *const texts[] = {"مرحبا بكم", "שלום לכם"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        float plain = width_of(setting, texts[i], style_of(FONT_ANDIKA, 0, 0));
        assert_true(width_of(setting, texts[i], style_of(FONT_OPENDYSLEXIC, 4, 4)) == plain);
    }
}

static void room_is_added_after_letters_and_spaces(void **state)
{
    const Setting *setting = *state;
    static const struct {
        const char *text;
        float letters, spaces;
    } rows[] = {
        {"", 0, 0},       {"i", 1, 0},          {"one two", 7, 1},
        {"Mañana", 6, 0}, {"e\xCC\x81!", 2, 0}, {"super\xC2\xADman", 8, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        float plain = width_of(setting, rows[i].text, style_of(FONT_ANDIKA, 0, 0));
        float wide = width_of(setting, rows[i].text, style_of(FONT_ANDIKA, 3, 5));
        assert_float_equal(wide - plain, rows[i].letters * 3 + rows[i].spaces * 5, 0.01f);
    }
}

static void wide_lines_break_within_their_width(void **state)
{
    const Setting *setting = *state;
    for (int family = 0; family < FONT_FAMILY_COUNT; family++) {
        TextStyle style = style_of((FontFamily)family, 3, 4);
        for (float width = 60; width < 600; width += 13) {
            Extent extent = setting->ruler.measure(setting->ruler.context, sentence, &style, width);
            assert_true(extent.width <= width + 0.5f);
        }
    }
}

enum { WIDTH = 600, HEIGHT = 40 };

/* First and last column with ink, of a text drawn on white. */
static void ink_of(Setting *setting, const char *text, TextStyle style, int *first, int *last)
{
    uint32_t pixels[WIDTH * HEIGHT];
    memset(pixels, 0xFF, sizeof pixels);
    Canvas canvas = {pixels, WIDTH, WIDTH, HEIGHT, {0, 0, WIDTH, HEIGHT}};
    text_cache_draw(setting->cache, &canvas, text, &style, (Rect){20, 4, WIDTH - 20, 30},
                    (Color){0, 0, 0, 255});
    *first = WIDTH;
    *last = -1;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        bool ink = (pixels[i] & 0xFF) < 128;
        *first = ink && i % WIDTH < *first ? i % WIDTH : *first;
        *last = ink && i % WIDTH > *last ? i % WIDTH : *last;
    }
}

static void what_is_drawn_is_as_wide_as_measured(void **state)
{
    Setting *setting = *state;
    int first, last, wide_first, wide_last;
    ink_of(setting, "jolly jam", style_of(FONT_ANDIKA, 0, 0), &first, &last);
    ink_of(setting, "jolly jam", style_of(FONT_ANDIKA, 4, 6), &wide_first, &wide_last);
    assert_in_range(wide_first, first - 1, first + 1);
    assert_in_range(wide_last - last, 8 * 4 + 6 - 2, 8 * 4 + 6 + 2);
}

/* A computer with Andika alone: everything is shown in it, and what is missing is known. */
static void a_missing_family_is_andika(void **state)
{
    (void)state;
    static const char config[] =
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
        "<dir>/usr/share/fonts/truetype/andika</dir></fontconfig>";
    char path[] = COVE_SCRATCH_DIR "/fonts-XXXXXX";
    int file = mkstemp(path);
    FILE *out = file >= 0 ? fdopen(file, "w") : NULL;
    assert_non_null(out);
    fputs(config, out);
    fclose(out);
    setenv("FONTCONFIG_FILE", path, 1);
    Setting *alone = NULL;
    assert_int_equal(letters_set_up((void **)&alone), 0);
    unsetenv("FONTCONFIG_FILE");
    remove(path);
    assert_int_equal(alone->ruler.lacks, 1u << FONT_OPENDYSLEXIC | 1u << FONT_COMIC_NEUE);
    float andika = width_of(alone, sentence, style_of(FONT_ANDIKA, 0, 0));
    assert_true(width_of(alone, sentence, style_of(FONT_OPENDYSLEXIC, 0, 0)) == andika);
    letters_tear_down((void **)&alone);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_family_has_letters_of_its_own, letters_set_up,
                                        letters_tear_down),
        cmocka_unit_test_setup_teardown(other_scripts_stay_as_they_are, letters_set_up,
                                        letters_tear_down),
        cmocka_unit_test_setup_teardown(room_is_added_after_letters_and_spaces, letters_set_up,
                                        letters_tear_down),
        cmocka_unit_test_setup_teardown(wide_lines_break_within_their_width, letters_set_up,
                                        letters_tear_down),
        cmocka_unit_test_setup_teardown(what_is_drawn_is_as_wide_as_measured, letters_set_up,
                                        letters_tear_down),
        cmocka_unit_test(a_missing_family_is_andika),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
