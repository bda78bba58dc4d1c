/* Drawings as values: from a pointer's way to a stroke, to text and back, and to SVG. */
#include "ui/fixture.h"

#include "ui/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const Rect paper = {0, 0, PAPER_WIDTH, PAPER_HEIGHT};

static Trail trail_of(float (*x)(float), float (*y)(float))
{
    Trail trail = {0};
    for (int i = 0; i <= 1000; i++) {
        float t = (float)i / 1000;
        trail_add(&trail, sheet_spot(paper, x(t), y(t)));
    }
    return trail;
}

static float across(float t)
{
    return 100 + 800 * t;
}
static float level(float t)
{
    return 300 + 0 * t;
}
static float round_x(float t)
{
    return 500 + 250 * cosf(t * 6.2832f);
}
static float round_y(float t)
{
    return 380 + 250 * sinf(t * 6.2832f);
}
static float square_x(float t)
{
    return t < 0.5f ? 100 + 600 * t * 2 : 700;
}
static float square_y(float t)
{
    return t < 0.5f ? 100 : 100 + 500 * (t - 0.5f) * 2;
}
static float scribble_y(float t)
{
    return 380 + 300 * sinf(t * 190);
}

typedef struct Reach {
    const Trail *trail;
    float farthest;
    CurvePoint at;
} Reach;

static void measure_point(Reach *reach, CurvePoint point)
{
    float nearest = 1e6f;
    for (int i = 0; i < reach->trail->count; i++)
        nearest = fminf(nearest, hypotf(point.x - 0.5f - reach->trail->spots[i].x,
                                        point.y - 0.5f - reach->trail->spots[i].y));
    reach->farthest = fmaxf(reach->farthest, nearest);
}

static void measure(void *context, CurvePoint bend, CurvePoint end)
{
    Reach *reach = context;
    bool straight = bend.x == end.x && bend.y == end.y;
    for (int i = 0; i <= 8 && !straight; i++) {
        float t = (float)i / 8, a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
        measure_point(reach, (CurvePoint){a * reach->at.x + b * bend.x + c * end.x,
                                          a * reach->at.y + b * bend.y + c * end.y});
    }
    reach->at = end;
}

/* How far the curve of the stroke leads from the way that was drawn. */
static float strays(const Trail *trail, int *count)
{
    Spot spots[STROKE_SPOTS_MAX];
    Reach reach = {.trail = trail};
    *count = trail_stroke(trail, spots);
    stroke_curve(spots, *count, measure, &reach);
    return reach.farthest;
}

static void few_spots_keep_the_way(void **state)
{
    (void)state;
    const struct {
        float (*x)(float), (*y)(float);
        int most;
    } ways[] = {{across, level, 2}, {round_x, round_y, 60}, {square_x, square_y, 6}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        Trail trail = trail_of(ways[i].x, ways[i].y);
        int count;
        assert_true(strays(&trail, &count) < 4);
        assert_true(count >= 2 && count <= ways[i].most);
    }
}

static void a_corner_stays_a_corner(void **state)
{
    (void)state;
    Trail trail = trail_of(square_x, square_y);
    Spot spots[STROKE_SPOTS_MAX];
    int count = trail_stroke(&trail, spots), twice = 0;
    for (int i = 1; i < count; i++)
        twice += spots[i].x == spots[i - 1].x && spots[i].y == spots[i - 1].y &&
                 abs(spots[i].x - 700) < 4 && abs(spots[i].y - 100) < 4;
    assert_in_range(twice, 1, 2);
}

static void the_longest_scribble_fits_in_a_stroke(void **state)
{
    (void)state;
    Trail trail = trail_of(across, scribble_y);
    Spot spots[STROKE_SPOTS_MAX];
    assert_true(trail.count > STROKE_SPOTS_MAX);
    int count = trail_stroke(&trail, spots);
    assert_true(count > 20 && count <= STROKE_SPOTS_MAX);
}

static void a_tap_is_a_dot(void **state)
{
    (void)state;
    Trail trail = {0};
    assert_true(trail_add(&trail, (Spot){10, 20}));
    assert_false(trail_add(&trail, (Spot){11, 21})); /* a hand that trembles */
    Spot spots[STROKE_SPOTS_MAX];
    assert_int_equal(trail_stroke(&trail, spots), 1);
    assert_int_equal(trail_stroke(&(Trail){0}, spots), 0);
}

static void places_do_not_depend_on_the_window(void **state)
{
    (void)state;
    const Rect small = sheet_area((Rect){10, 20, 400, 600}), large = {0, 0, 2048, 1536};
    assert_true(small.width == 400 && small.height == 300 && small.y == 170);
    Spot a = sheet_spot(small, 10 + 100, 170 + 150), b = sheet_spot(large, 512, 768);
    assert_true(a.x == b.x && a.y == b.y);
    Spot out = sheet_spot(small, -500, 9000); /* the pointer left the sheet */
    assert_true(out.x == 0 && out.y == PAPER_HEIGHT - 1);
}

static void text_and_back(void **state)
{
    (void)state;
    const Spot spots[] = {{0, 0}, {PAPER_WIDTH - 1, PAPER_HEIGHT - 1}, {64, 63}, {1, 700}};
    char text[STROKE_TEXT_MAX];
    Spot back[4];
    spots_write(spots, 4, text);
    assert_string_equal(text, "AAAAP_L_BAA_ABK8");
    assert_int_equal(spots_read(text, back, 4), 4);
    assert_memory_equal(spots, back, sizeof spots);
}

static void other_text_is_no_stroke(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "A",
                                      "AAA",
                                      "AAAAA",
                                      "AAAAAAA",
                                      "QAAA" /* 1024 */,
                                      "AAMA" /* 768 */,
                                      "AA A",
                                      "AAA=",
                                      "AAA\n",
                                      "AAA\xc3",
                                      "AAAAP_L_BAA_ABK9a",
                                      "words",
                                      "AAAAAAAAAAAAAAAAAAAA" /* more than there is room for */};
    Spot spots[4];
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (spots_read(bad[i], spots, 4) != 0)
            fail_msg("\"%s\" was read", bad[i]);
}

/* ---- SVG ---- */

static const char *star(void *context, const char *name)
{
    *(int *)context += 1;
    return strcmp(name, "card/star") == 0
               ? "<svg viewBox=\"-10 0 100 50\" width=\"100\"><title>A star.</title>"
                 "<linearGradient id=\"a\"/><path fill=\"url(#a)\"/></svg>"
               : NULL;
}

static void assert_svg(const Sheet *sheet, const char *title, const char *const *parts,
                       size_t count)
{
    Text text;
    int asked = 0;
    text_init(&text);
    sheet_svg(sheet, title, star, &asked, &text);
    for (size_t i = 0; i < count; i++)
        if (!strstr(text.bytes, parts[i]))
            fail_msg("no %s in\n%s", parts[i], text.bytes);
    text_clear(&text);
}

static void a_drawing_is_svg(void **state)
{
    (void)state;
    const Spot spots[] = {{10, 20}, {30, 40}, {50, 20}}, middle[] = {{500, 300}};
    const Mark marks[] = {
        {.pen = {BRUSH_THIN, {0xC9, 0x6F, 0x5A, 255}}, .spots = spots, .count = 3},
        {.pen = {BRUSH_SOFT, {0x3E, 0x8E, 0xAB, 255}}, .spots = spots, .count = 1},
        {.spots = middle, .count = 1, .stamp = "card/star"},
        {.spots = middle, .count = 1, .stamp = "card/gone"}};
    const Sheet sheet = {marks, 4, NULL};
    static const char *const parts[] = {"viewBox=\"0 0 1024 768\"",
                                        "<title>&lt;me&gt; &amp; you</title>",
                                        "d=\"M10.50 20.50Q30.50 40.50 40.50 30.50L50.50 20.50\"",
                                        "stroke=\"#C96F5A\" stroke-width=\"8\"",
                                        "M10.50 20.50l0.00 0.01",
                                        "stroke-opacity=\"0.47\"",
                                        "translate(432.800 258.000) scale(1.680)",
                                        "id=\"mark-2-a\"",
                                        "url(#mark-2-a)"};
    assert_svg(&sheet, "<me> & you", parts, sizeof parts / sizeof *parts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_spots_keep_the_way),
        cmocka_unit_test(a_corner_stays_a_corner),
        cmocka_unit_test(the_longest_scribble_fits_in_a_stroke),
        cmocka_unit_test(a_tap_is_a_dot),
        cmocka_unit_test(places_do_not_depend_on_the_window),
        cmocka_unit_test(text_and_back),
        cmocka_unit_test(other_text_is_no_stroke),
        cmocka_unit_test(a_drawing_is_svg),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
