/* Strokes as pixels, and beside another renderer: what is on the screen is what the SVG says. */
#include "base/memory.h"
#include "base/text.h"
#include "platform/ink.h"

#include "ui/sheet.h"

#include <SDL_image.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 512, HEIGHT = 384 };

static const Color paper = {0xFF, 0xFD, 0xF7, 255}, coral = {0xC9, 0x6F, 0x5A, 255},
                   sea = {0x3E, 0x8E, 0xAB, 255};

typedef struct Screenful {
    uint32_t pixels[WIDTH * HEIGHT];
    Canvas canvas;
    InkCache *cache;
} Screenful;

static int set_up(void **state)
{
    Screenful *screen = calloc(1, sizeof *screen);
    screen->canvas = (Canvas){screen->pixels, WIDTH, WIDTH, HEIGHT, {0, 0, WIDTH, HEIGHT}};
    screen->cache = ink_new();
    *state = screen;
    return 0;
}

static int tear_down(void **state)
{
    Screenful *screen = *state;
    ink_free(screen->cache);
    free(screen);
    return 0;
}

static void draw(Screenful *screen, const Mark *marks, int count, Rect part, uint64_t number,
                 uint64_t earlier)
{
    const Ink ink = {.marks = marks,
                     .count = count,
                     .area = {0, 0, WIDTH, HEIGHT},
                     .part = part,
                     .number = number,
                     .earlier = earlier,
                     .last = count - 1};
    const Draw item = {.type = DRAW_INK, .rect = part, .color = {255, 255, 255, 255}, .ink = &ink};
    ink_draw(screen->cache, &screen->canvas, &item);
}

static void draw_all(Screenful *screen, const Mark *marks, int count)
{
    canvas_fill(&screen->canvas, (Box){0, 0, WIDTH, HEIGHT}, paper);
    draw(screen, marks, count, (Rect){0, 0, WIDTH, HEIGHT}, 1, 0);
}

static int red_at(const Screenful *screen, int x, int y)
{
    return (int)(screen->pixels[y * WIDTH + x] >> 16 & 255);
}

static const Spot line[] = {{100, 200}, {900, 200}}, again[] = {{100, 200}, {900, 200}, {100, 200}},
                  wave[] = {{60, 600}, {200, 460}, {340, 600}, {480, 460}, {620, 600}, {900, 500}};

static void a_stroke_is_dense_inside_and_gone_outside(void **state)
{
    Screenful *screen = *state;
    const Mark mark = {.pen = {BRUSH_THICK, coral}, .spots = line, .count = 2};
    draw_all(screen, &mark, 1);
    assert_int_equal(red_at(screen, 250, 100), coral.r);
    assert_int_equal(red_at(screen, 250, 90), paper.r);
    int edge = red_at(screen, 250, 94);
    assert_true(edge > coral.r && edge < paper.r);      /* smooth */
    assert_int_equal(red_at(screen, 46, 100), coral.r); /* a round end */
    assert_int_equal(red_at(screen, 40, 100), paper.r);
}

/* Wet paint that goes over itself in one stroke is no darker there. */
static void a_stroke_is_evenly_dense(void **state)
{
    Screenful *screen = *state;
    const Mark once = {.pen = {BRUSH_SOFT, sea}, .spots = line, .count = 2};
    const Mark twice = {.pen = {BRUSH_SOFT, sea}, .spots = again, .count = 3};
    draw_all(screen, &once, 1);
    int single = red_at(screen, 250, 100);
    draw(screen, &twice, 1, (Rect){0, 0, 0, 0}, 2, 0); /* nothing of it is seen */
    assert_int_equal(red_at(screen, 250, 100), single);
    canvas_fill(&screen->canvas, (Box){0, 0, WIDTH, HEIGHT}, paper);
    draw(screen, &twice, 1, (Rect){0, 0, WIDTH, HEIGHT}, 3, 0);
    assert_int_equal(red_at(screen, 250, 100), single);
}

/* However a sheet is cut into parts, and whatever of it was kept from before. */
static void parts_make_the_whole(void **state)
{
    Screenful *screen = *state;
    const Mark marks[] = {{.pen = {BRUSH_CRAYON, coral}, .spots = wave, .count = 6},
                          {.pen = {BRUSH_SOFT, sea}, .spots = line, .count = 2},
                          {.pen = {BRUSH_THIN, sea}, .spots = wave, .count = 6}};
    draw_all(screen, marks, 3);
    uint32_t *whole = memory_new(WIDTH * HEIGHT, sizeof *whole);
    memcpy(whole, screen->pixels, sizeof screen->pixels);
    for (int before = 0; before < 2; before++) {
        canvas_fill(&screen->canvas, (Box){0, 0, WIDTH, HEIGHT}, paper);
        for (int part = 0; part < 12; part++) {
            Rect rect = {(float)(part % 4 * 128), (float)(part / 4 * 128), 128, 128};
            uint64_t number = (uint64_t)(100 + part + 1000 * before);
            if (before) { /* made from the part as it was without the last stroke */
                uint32_t kept[128];
                memcpy(kept, screen->pixels, sizeof kept);
                screen->canvas.clip = (Box){0, 0, 0, 0};
                draw(screen, marks, 2, rect, number + 500, 0);
                screen->canvas.clip = (Box){0, 0, WIDTH, HEIGHT};
            }
            draw(screen, marks, 3, rect, number, before ? number + 500 : 0);
        }
        assert_memory_equal(whole, screen->pixels, sizeof screen->pixels);
    }
    free(whole);
}

/* ---- beside librsvg ---- */

static const char *no_picture(void *context, const char *name)
{
    (void)context;
    (void)name;
    return NULL;
}

static void write_svg(const Sheet *sheet, const char *path)
{
    Text text;
    text_init(&text);
    sheet_svg(sheet, "A drawing", no_picture, NULL, &text);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(text.bytes, 1, text.length, file);
    assert_int_equal(fclose(file), 0);
    text_clear(&text);
}

static SDL_Surface *drawn_by_librsvg(const Sheet *sheet)
{
    char command[1024];
    write_svg(sheet, COVE_SCRATCH_DIR "/drawing.svg");
    snprintf(command, sizeof command,
             "rsvg-convert -w %d -h %d '%s/drawing.svg' -o '%s/drawing.png'", WIDTH, HEIGHT,
             COVE_SCRATCH_DIR, COVE_SCRATCH_DIR);
    assert_int_equal(system(command), 0);
    SDL_Surface *loaded = IMG_Load(COVE_SCRATCH_DIR "/drawing.png");
    assert_non_null(loaded);
    SDL_Surface *plain = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(loaded);
    return plain;
}

static void the_svg_shows_the_same(void **state)
{
    Screenful *screen = *state;
    const Spot dot[] = {{700, 300}};
    const Mark marks[] = {{.pen = {BRUSH_THICK, coral}, .spots = wave, .count = 6},
                          {.pen = {BRUSH_THIN, sea}, .spots = line, .count = 2},
                          {.pen = {BRUSH_THICK, sea}, .spots = dot, .count = 1}};
    const Sheet sheet = {marks, 3, NULL};
    draw_all(screen, marks, 3);
    SDL_Surface *other = drawn_by_librsvg(&sheet);
    long differs = 0;
    for (int y = 0; y < HEIGHT; y++) {
        const uint32_t *row =
            (const uint32_t *)(const void *)((char *)other->pixels + (ptrdiff_t)y * other->pitch);
        for (int x = 0; x < WIDTH; x++)
            differs += labs((long)(row[x] >> 16 & 255) - red_at(screen, x, y)) > 48;
    }
    SDL_FreeSurface(other);
    assert_in_range(differs, 0, 60); /* of 196,608 pixels: edges, by a hair */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_stroke_is_dense_inside_and_gone_outside, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_stroke_is_evenly_dense, set_up, tear_down),
        cmocka_unit_test_setup_teardown(parts_make_the_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_svg_shows_the_same, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
