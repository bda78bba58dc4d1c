/* Contrast of every theme, look and state; sizes of type. */
#include "ui/fixture.h"

#include <math.h>

static const char *const theme_names[] = {"day", "dusk", "contrast"};

static Color over(Color top, Color below)
{
    double a = top.a / 255.0;
    return (Color){(unsigned char)lround(top.r * a + below.r * (1 - a)),
                   (unsigned char)lround(top.g * a + below.g * (1 - a)),
                   (unsigned char)lround(top.b * a + below.b * (1 - a)), 255};
}

static State state_from(unsigned bits)
{
    return (State){.chosen = bits & 1,
                   .disabled = bits & 2,
                   .picked = bits & 4,
                   .expanded = bits & 8,
                   .focused = bits & 16,
                   .pressed = bits & 32};
}

static void expect_contrast(const char *what, const Manner *manner, Look look, unsigned bits,
                            Color a, Color b, double least)
{
    double contrast = color_contrast(a, b);
    if (contrast < least)
        fail_msg("%s: theme %s, look %d, state %u: %.2f < %.1f", what, theme_names[manner->theme],
                 (int)look, bits, contrast, least);
}

static void check_look(const Manner *manner, Look look, unsigned bits)
{
    State state = state_from(bits);
    Paint paint = theme_paint(manner, look, &state);
    double text = manner->theme == THEME_CONTRAST ? 7.0 : 4.5;
    Color background = theme_background(manner);
    Color fill = over(paint.fill, background);
    assert_int_equal(paint.text.a, 255);
    expect_contrast("text", manner, look, bits, paint.text, fill, text);
    if (paint.line.a)
        expect_contrast("outline", manner, look, bits, paint.line, background, 3.0);
    if (paint.line.a && (state.chosen || state.picked) && look != LOOK_PRIMARY)
        expect_contrast("mark", manner, look, bits, paint.line, fill, 3.0);
    /* The ring never touches the accent: a halo of the background lies between them. */
    if (look != LOOK_PRIMARY)
        expect_contrast("ring", manner, look, bits, theme_focus_ring(manner), fill, 3.0);
}

static void every_combination_can_be_read(void **state)
{
    (void)state;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        Manner manner = plain_manner();
        manner.theme = (ThemeName)theme;
        for (int look = 0; look < LOOK_COUNT; look++) {
            for (unsigned bits = 0; bits < 64; bits++)
                check_look(&manner, (Look)look, bits);
        }
        expect_contrast("ring", &manner, LOOK_PLAIN, 0, theme_focus_ring(&manner),
                        theme_background(&manner), 3.0);
    }
}

/* Plain words and quiet buttons also stand on cards, sheets, bands and chosen tiles. */
static void words_on_other_looks_can_be_read(void **state)
{
    (void)state;
    static const Look inner[] = {LOOK_PLAIN, LOOK_QUIET};
    static const Look outer[] = {LOOK_PAPER,  LOOK_CARD, LOOK_SHEET, LOOK_TILE, LOOK_TARGET,
                                 LOOK_BUBBLE, LOOK_ROW,  LOOK_BAND,  LOOK_NOTE};
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        Manner manner = plain_manner();
        manner.theme = (ThemeName)theme;
        double least = theme == THEME_CONTRAST ? 7.0 : 4.5;
        for (size_t i = 0; i < sizeof outer / sizeof outer[0]; i++) {
            for (unsigned bits = 0; bits < 2; bits++) {
                State around = state_from(bits), none = {0};
                Color fill =
                    over(theme_paint(&manner, outer[i], &around).fill, theme_background(&manner));
                for (size_t j = 0; j < 2; j++)
                    expect_contrast("words on", &manner, outer[i], bits,
                                    theme_paint(&manner, inner[j], &none).text, fill, least);
            }
        }
    }
}

static void chosen_and_picked_are_outlined(void **state)
{
    (void)state;
    State chosen = {.chosen = true}, picked = {.picked = true}, none = {0};
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        Manner manner = plain_manner();
        manner.theme = (ThemeName)theme;
        for (int look = 0; look < LOOK_COUNT; look++) {
            Paint marked = theme_paint(&manner, (Look)look, &chosen);
            assert_int_equal(marked.line.a, 255);
            assert_true(marked.line_width > theme_paint(&manner, (Look)look, &none).line_width);
            assert_true(theme_paint(&manner, (Look)look, &picked).shadow);
        }
    }
}

static void safety_looks_like_nothing_else(void **state)
{
    (void)state;
    State none = {0};
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        Manner manner = plain_manner();
        manner.theme = (ThemeName)theme;
        Color safe = theme_paint(&manner, LOOK_SAFETY, &none).fill;
        for (int look = 0; look < LOOK_COUNT; look++) {
            Color fill = theme_paint(&manner, (Look)look, &none).fill;
            if (look != LOOK_SAFETY)
                assert_memory_not_equal(&safe, &fill, sizeof fill);
        }
    }
}

static void type_follows_tier_and_person(void **state)
{
    (void)state;
    static const struct {
        int body;
        float scale, text_scale;
        TypeSize type;
        double size, line;
    } rows[] = {
        {20, 1, 1, TYPE_BODY, 20, 1.5},     {20, 1, 1, TYPE_SMALL, 17, 1.5},
        {20, 1, 1, TYPE_LEAD, 24, 1.5},     {20, 1, 1, TYPE_TITLE, 30, 1.25},
        {20, 1, 1, TYPE_DISPLAY, 40, 1.25}, {14, 1, 1, TYPE_SMALL, 13, 1.5},
        {16, 2, 1.5f, TYPE_BODY, 48, 1.5},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Manner manner = plain_manner();
        manner.body_px = rows[i].body;
        manner.scale = rows[i].scale;
        manner.text_scale = rows[i].text_scale;
        TextStyle style = theme_type(&manner, rows[i].type, false, ALIGN_START);
        assert_float_equal(style.size, rows[i].size, 0.001);
        assert_float_equal(style.line_height, rows[i].line, 0.001);
    }
}

/* WCAG 2.2, 1.4.12: what readers may ask for between letters, words and lines. */
static void wide_type_has_more_room(void **state)
{
    (void)state;
    Manner manner = plain_manner();
    manner.font = FONT_OPENDYSLEXIC;
    TextStyle plain = theme_type(&manner, TYPE_BODY, false, ALIGN_START);
    manner.wide = true;
    TextStyle wide = theme_type(&manner, TYPE_BODY, false, ALIGN_START);
    assert_int_equal(wide.family, FONT_OPENDYSLEXIC);
    assert_true(plain.letter == 0 && plain.word == 0);
    assert_true(wide.letter >= roundf(0.12f * wide.size));
    assert_true(wide.word >= roundf(0.16f * wide.size));
    assert_true(wide.line_height > plain.line_height && wide.size == plain.size);
}

static void grown_up_corners_are_smaller(void **state)
{
    (void)state;
    Manner child = plain_manner(), grown = plain_manner();
    State none = {0};
    grown.grown_up = true;
    assert_float_equal(theme_paint(&child, LOOK_TILE, &none).radius, 24, 0.001);
    assert_float_equal(theme_paint(&grown, LOOK_TILE, &none).radius, 16, 0.001);
}

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    Color black = {0, 0, 0, 255}, white = {255, 255, 255, 255}, gray = {118, 118, 118, 255};
    assert_float_equal(color_contrast(black, white), 21, 0.001);
    assert_float_equal(color_contrast(white, black), 21, 0.001);
    assert_float_equal(color_contrast(gray, white), 4.54, 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_combination_can_be_read),
        cmocka_unit_test(words_on_other_looks_can_be_read),
        cmocka_unit_test(chosen_and_picked_are_outlined),
        cmocka_unit_test(safety_looks_like_nothing_else),
        cmocka_unit_test(type_follows_tier_and_person),
        cmocka_unit_test(wide_type_has_more_room),
        cmocka_unit_test(grown_up_corners_are_smaller),
        cmocka_unit_test(contrast_is_that_of_wcag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
