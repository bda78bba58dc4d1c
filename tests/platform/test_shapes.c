/* Masks and what is made of them. */
#include "platform/shapes.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SIDE = 64 };

static const Color none = {0, 0, 0, 0}, white = {255, 255, 255, 255}, red = {200, 30, 20, 255};

typedef struct Sheet {
    uint32_t pixels[SIDE * SIDE];
    Canvas canvas;
    Shapes *shapes;
} Sheet;

static int set_up(void **state)
{
    Sheet *sheet = calloc(1, sizeof *sheet);
    sheet->canvas = (Canvas){sheet->pixels, SIDE, SIDE, SIDE, {0, 0, SIDE, SIDE}};
    sheet->shapes = shapes_new();
    *state = sheet;
    return 0;
}

static int tear_down(void **state)
{
    Sheet *sheet = *state;
    shapes_free(sheet->shapes);
    free(sheet);
    return 0;
}

static uint32_t pixel(const Sheet *sheet, int x, int y)
{
    return sheet->pixels[y * SIDE + x] & 0xFFFFFF;
}

static void test_corner_is_symmetrical(void **state)
{
    Sheet *sheet = *state;
    static const float radii[] = {0.5f, 1, 3.25f, 8, 16, 24, 100};
    for (size_t i = 0; i < sizeof radii / sizeof *radii; i++)
        for (float line = 0; line < 4; line += 1.5f) {
            const Mask *mask = shapes_corner(sheet->shapes, radii[i], line);
            assert_int_equal(mask->width, (int)ceilf(radii[i]));
            for (int y = 0; y < mask->height; y++)
                for (int x = 0; x < y; x++)
                    assert_int_equal(mask->coverage[y * mask->width + x],
                                     mask->coverage[x * mask->width + y]);
        }
}

/* The covered area of a quarter disc is pi r^2 / 4. */
static void test_corner_area(void **state)
{
    Sheet *sheet = *state;
    for (float radius = 4; radius <= 64; radius *= 2) {
        const Mask *mask = shapes_corner(sheet->shapes, radius, 0);
        double sum = 0, area = 3.14159265 * (double)(radius * radius) / 4;
        for (int i = 0; i < mask->width * mask->height; i++)
            sum += mask->coverage[i] / 255.0;
        assert_true(fabs(sum - area) < 0.01 * area + 0.2);
    }
}

static void assert_mirrored(const Sheet *sheet)
{
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            assert_int_equal(pixel(sheet, x, y), pixel(sheet, SIDE - 1 - x, y));
            assert_int_equal(pixel(sheet, x, y), pixel(sheet, x, SIDE - 1 - y));
        }
}

static void test_everything_is_symmetrical(void **state)
{
    Sheet *sheet = *state;
    const Rect middle = {16, 16, 32, 32};
    for (float radius = 0; radius < 20; radius += 2.5f)
        for (float line = 0; line < 5; line++) {
            memset(sheet->pixels, 0, sizeof sheet->pixels);
            shapes_shadow(sheet->shapes, &sheet->canvas, middle, radius, 3 + line * 2, white);
            assert_mirrored(sheet);
            shapes_box(sheet->shapes, &sheet->canvas, middle, radius, red, white, line);
            assert_mirrored(sheet);
            shapes_box(sheet->shapes, &sheet->canvas, middle, radius, none, (Color){9, 9, 9, 90},
                       line);
            assert_mirrored(sheet);
        }
}

static void test_fill(void **state)
{
    Sheet *sheet = *state;
    shapes_box(sheet->shapes, &sheet->canvas, (Rect){8, 8, 40, 40}, 8, red, white, 2);
    assert_int_equal(pixel(sheet, 28, 28), 0xC81E14);
    assert_int_equal(pixel(sheet, 28, 8), 0xFFFFFF);
    assert_int_equal(pixel(sheet, 28, 9), 0xFFFFFF);
    assert_int_equal(pixel(sheet, 28, 10), 0xC81E14);
    assert_int_equal(pixel(sheet, 8, 8), 0); /* outside the corner */
    assert_int_equal(pixel(sheet, 7, 28), 0);
}

static void test_translucent(void **state)
{
    Sheet *sheet = *state;
    canvas_fill(&sheet->canvas, (Box){0, 0, 8, 8}, white);
    canvas_fill(&sheet->canvas, (Box){0, 0, 8, 8}, (Color){0, 0, 0, 128});
    assert_int_equal(pixel(sheet, 3, 3), 0x7F7F7F);
    canvas_fill(&sheet->canvas, (Box){0, 0, 8, 8}, (Color){0x7F, 0x7F, 0x7F, 77});
    assert_int_equal(pixel(sheet, 3, 3), 0x7F7F7F); /* the same colour stays the same */
}

static void test_clip(void **state)
{
    Sheet *sheet = *state;
    sheet->canvas.clip = (Box){10, 10, 10, 10};
    shapes_shadow(sheet->shapes, &sheet->canvas, (Rect){-50, -50, 200, 200}, 20, 10, white);
    shapes_box(sheet->shapes, &sheet->canvas, (Rect){-5, -5, 300, 300}, 30, red, white, 3);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            bool inside = x >= 10 && x < 20 && y >= 10 && y < 20;
            assert_int_equal(pixel(sheet, x, y) != 0, inside);
        }
}

static void test_shadow_fades(void **state)
{
    Sheet *sheet = *state;
    shapes_shadow(sheet->shapes, &sheet->canvas, (Rect){24, 0, 400, 400}, 0, 16, white);
    for (int x = 1; x < SIDE; x++)
        assert_true(pixel(sheet, x, 40) >= pixel(sheet, x - 1, 40));
    assert_int_equal(pixel(sheet, 7, 40), 0);
    assert_int_equal(pixel(sheet, 41, 40), 0xFFFFFF);
}

static void test_small_and_empty(void **state)
{
    Sheet *sheet = *state;
    static const Rect rects[] = {{5, 5, 0, 0},  {5, 5, 1, 1},      {5, 5, 2, 30},
                                 {5, 5, -3, 4}, {-900, 5, 20, 20}, {5.4f, 5.4f, 3.3f, 1.2f}};
    for (size_t i = 0; i < sizeof rects / sizeof *rects; i++) {
        shapes_shadow(sheet->shapes, &sheet->canvas, rects[i], 8, 30, white);
        shapes_box(sheet->shapes, &sheet->canvas, rects[i], 50, red, white, 9);
        shapes_box(sheet->shapes, &sheet->canvas, rects[i], 50, none, (Color){1, 2, 3, 40}, 9);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_corner_is_symmetrical, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_corner_area, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_everything_is_symmetrical, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_fill, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_translucent, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_clip, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_shadow_fades, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_small_and_empty, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
