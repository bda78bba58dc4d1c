/* Whole draw lists on a platform without a display, looked at pixel by pixel. */
#include "base/file.h"
#include "platform/platform.h"

#include <SDL.h>
#include <SDL_image.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ASSETS COVE_SCRATCH_DIR "/show-assets"
#define SHOT COVE_SCRATCH_DIR "/show.png"

static const Color white = {255, 255, 255, 255}, ink = {34, 49, 63, 255};

static int set_up(void **state)
{
    static const char icon[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'>"
                               "<rect x='0' y='0' width='8' height='8' fill='#FFFFFF'/></svg>";
    Platform *platform = NULL;
    Error error = {0};
    const PlatformSetup setup = {.title = "test",
                                 .width = 200,
                                 .height = 120,
                                 .headless = true,
                                 .assets = ASSETS,
                                 .content = COVE_SCRATCH_DIR};
    if (!folder_make(ASSETS "/pictures/icon", &error) ||
        !file_write(ASSETS "/pictures/icon/white.svg", icon, strlen(icon), &error) ||
        !platform_open(&setup, &platform, &error)) {
        print_error("%s: %s\n", error.place, error.sentence);
        return -1;
    }
    *state = platform;
    return 0;
}

static int tear_down(void **state)
{
    platform_close(*state);
    return 0;
}

static void show(Platform *platform, Draw *draws, size_t count)
{
    const DrawList list = {.items = draws, .count = count, .capacity = count};
    platform_show(platform, &list);
    assert_false(platform_pictures_pending(platform));
}

/* The picture as it was written, RGB bytes; SDL_FreeSurface. */
static SDL_Surface *shot(Platform *platform)
{
    Error error = {0};
    if (!platform_capture(platform, SHOT, &error))
        fail_msg("%s: %s", error.place, error.sentence);
    SDL_Surface *loaded = IMG_Load(SHOT);
    assert_non_null(loaded);
    SDL_Surface *plain = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_RGB888, 0);
    SDL_FreeSurface(loaded);
    assert_non_null(plain);
    return plain;
}

static uint32_t pixel(const SDL_Surface *surface, int x, int y)
{
    const uint8_t *row = (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch;
    uint32_t value = 0;
    memcpy(&value, row + (size_t)x * sizeof value, sizeof value);
    return value & 0xFFFFFF;
}

static Draw paper(void)
{
    return (Draw){.type = DRAW_BOX, .rect = {0, 0, 4000, 4000}, .color = white};
}

static void test_fill_and_clip(void **state)
{
    Draw draws[] = {
        paper(),
        {.type = DRAW_CLIP, .rect = {20, 20, 60, 60}},
        {.type = DRAW_CLIP, .rect = {40, 0, 100, 200}},
        {.type = DRAW_BOX, .rect = {0, 0, 200, 120}, .color = ink},
        {.type = DRAW_UNCLIP},
        {.type = DRAW_BOX, .rect = {0, 70, 200, 10}, .color = {255, 0, 0, 255}},
        {.type = DRAW_UNCLIP},
        {.type = DRAW_BOX, .rect = {150, 100, 10, 10}, .color = {0, 255, 0, 255}},
    };
    show(*state, draws, sizeof draws / sizeof *draws);
    SDL_Surface *picture = shot(*state);
    assert_int_equal(picture->w, 200);
    assert_int_equal(picture->h, 120);
    assert_int_equal(pixel(picture, 39, 50), 0xFFFFFF);
    assert_int_equal(pixel(picture, 40, 50), 0x22313F);
    assert_int_equal(pixel(picture, 79, 50), 0x22313F);
    assert_int_equal(pixel(picture, 80, 50), 0xFFFFFF);
    assert_int_equal(pixel(picture, 50, 19), 0xFFFFFF);
    assert_int_equal(pixel(picture, 20, 75), 0xFF0000);
    assert_int_equal(pixel(picture, 19, 75), 0xFFFFFF);
    assert_int_equal(pixel(picture, 155, 105), 0x00FF00);
    SDL_FreeSurface(picture);
}

static void test_tint(void **state)
{
    Draw draws[] = {
        {.type = DRAW_BOX, .rect = {0, 0, 200, 120}, .color = ink},
        {.type = DRAW_PICTURE, .rect = {10, 10, 20, 20}, .name = "icon/white"},
        {.type = DRAW_PICTURE,
         .rect = {50, 10, 20, 20},
         .name = "icon/white",
         .color = {31, 111, 139, 255}},
        {.type = DRAW_PICTURE,
         .rect = {90, 10, 20, 20},
         .name = "icon/white",
         .color = {255, 255, 255, 128}},
        {.type = DRAW_PICTURE, .rect = {130, 10, 40, 40}, .name = "icon/white", .radius = 20},
        {.type = DRAW_PICTURE, .rect = {10, 60, 20, 20}, .name = "icon/none"},
        {.type = DRAW_PICTURE, .rect = {10, 90, 20, 20}, .name = "../../secret"},
    };
    show(*state, draws, sizeof draws / sizeof *draws);
    SDL_Surface *picture = shot(*state);
    assert_int_equal(pixel(picture, 20, 20), 0xFFFFFF);
    assert_int_equal(pixel(picture, 60, 20), 0x1F6F8B);
    assert_int_equal(pixel(picture, 100, 20), 0x91989F); /* half way from ink to white */
    assert_int_equal(pixel(picture, 150, 30), 0xFFFFFF);
    assert_int_equal(pixel(picture, 131, 11), 0x22313F); /* the round corner */
    assert_int_equal(pixel(picture, 20, 70), 0x22313F);
    assert_int_equal(pixel(picture, 20, 100), 0x22313F);
    SDL_FreeSurface(picture);
}

/* First and last column with ink within the rows top .. bottom - 1; -1 when there is none. */
static void ink_range(const SDL_Surface *picture, int top, int bottom, int *first, int *last)
{
    *first = *last = -1;
    for (int x = 0; x < picture->w; x++)
        for (int y = top; y < bottom; y++)
            if (pixel(picture, x, y) != 0xFFFFFF) {
                *first = *first < 0 ? x : *first;
                *last = x;
            }
}

static void test_text_alignment(void **state)
{
    static const struct {
        const char *text;
        Align align;
        int side; /* -1 left, 0 middle, 1 right */
    } rows[] = {
        {"Hello", ALIGN_START, -1}, {"Hello", ALIGN_END, 1},   {"Hello", ALIGN_CENTER, 0},
        {"שלום", ALIGN_START, 1},   {"שלום", ALIGN_END, -1},   {"שלום", ALIGN_CENTER, 0},
        {"שלום  ", ALIGN_START, 1}, {"Hello  ", ALIGN_END, 1}, {"مرحبا", ALIGN_START, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Draw draws[] = {paper(),
                        {.type = DRAW_TEXT,
                         .rect = {20, 40, 160, 30},
                         .color = ink,
                         .name = rows[i].text,
                         .style = {.size = 20, .line_height = 1.5f, .align = rows[i].align}}};
        int first = 0, last = 0;
        show(*state, draws, 2);
        SDL_Surface *picture = shot(*state);
        ink_range(picture, 35, 75, &first, &last);
        assert_in_range(first, 18, 178);
        assert_in_range(last, first + 10, 181);
        if (rows[i].side == 0)
            assert_in_range(first + last, 196, 204);
        else
            assert_int_equal(first - 20 < 180 - last ? -1 : 1, rows[i].side);
        SDL_FreeSurface(picture);
    }
}

static void test_text_color_and_lines(void **state)
{
    Draw draws[] = {paper(),
                    {.type = DRAW_TEXT,
                     .rect = {10, 10, 180, 90},
                     .color = {255, 0, 0, 255},
                     .name = "III\nIII\nIII",
                     .style = {.size = 30, .bold = true, .line_height = 1}}};
    int first = 0, last = 0, lines = 0;
    bool inside = false;
    show(*state, draws, 2);
    SDL_Surface *picture = shot(*state);
    for (int y = 0; y < picture->h; y++) {
        ink_range(picture, y, y + 1, &first, &last);
        lines += first >= 0 && !inside;
        inside = first >= 0;
        for (int x = 0; x < picture->w; x++)
            assert_int_equal(pixel(picture, x, y) >> 16, 0xFF); /* red on white: red stays full */
    }
    assert_int_equal(lines, 3);
    SDL_FreeSurface(picture);
}

static void test_same_list_same_picture(void **state)
{
    Draw draws[] = {
        paper(),
        {.type = DRAW_SHADOW, .rect = {20, 20, 100, 60}, .color = {0, 0, 0, 80}, .radius = 12},
        {.type = DRAW_BOX,
         .rect = {20, 20, 100, 60},
         .color = white,
         .line = ink,
         .line_width = 2,
         .radius = 12},
        {.type = DRAW_TEXT,
         .rect = {30, 30, 80, 40},
         .color = ink,
         .name = "שלום Nori",
         .style = {.size = 18, .line_height = 1.5f}}};
    show(*state, draws, 4);
    SDL_Surface *first = shot(*state);
    show(*state, draws, 4);
    SDL_Surface *second = shot(*state);
    assert_memory_equal(first->pixels, second->pixels, (size_t)first->pitch * (size_t)first->h);
    SDL_FreeSurface(first);
    SDL_FreeSurface(second);
}

static void test_resize(void **state)
{
    Platform *platform = *state;
    Error error = {0};
    int width = 0, height = 0;
    assert_true(platform_resize(platform, 320, 240, &error));
    platform_size(platform, &width, &height);
    assert_int_equal(width, 320);
    assert_int_equal(height, 240);
    assert_false(platform_capture(platform, SHOT, &error));
    assert_string_equal(error.sentence, "nothing has been shown yet to take a picture of");
    assert_false(platform_resize(platform, 0, 240, &error));
    assert_false(platform_resize(platform, 1 << 20, 1 << 20, &error));
    Draw draws[] = {paper()};
    show(platform, draws, 1);
    SDL_Surface *picture = shot(platform);
    assert_int_equal(picture->w, 320);
    SDL_FreeSurface(picture);
    assert_true(platform_resize(platform, 200, 120, &error));
}

static void test_capture_nowhere(void **state)
{
    Error error = {0};
    Draw draws[] = {paper()};
    show(*state, draws, 1);
    assert_false(platform_capture(*state, COVE_SCRATCH_DIR "/no/such/folder/x.png", &error));
    assert_int_equal(error.code, ERROR_WRITE);
    assert_string_equal(error.sentence, "the picture could not be written; check that the folder "
                                        "is there and not full");
}

static void test_wait(void **state)
{
    Input input;
    bool quit = false;
    assert_false(platform_wait(*state, 5, &input, &quit));
    assert_false(quit);
    assert_true(platform_wait(*state, -1, &input, &quit));
    assert_true(quit);
    assert_int_equal(input.type, INPUT_NONE);
}

static void test_missing_font(void **state)
{
    (void)state;
    Platform *platform = NULL;
    Error error = {0};
    const PlatformSetup setup = {.title = "test",
                                 .width = 64,
                                 .height = 64,
                                 .headless = true,
                                 .assets = ASSETS,
                                 .content = ASSETS,
                                 .font = "Nowhere Sans 99"};
    assert_false(platform_open(&setup, &platform, &error));
    assert_null(platform);
    assert_int_equal(error.code, ERROR_SYSTEM);
    assert_non_null(strstr(error.sentence, "fonts-sil-andika"));
    assert_non_null(strstr(error.sentence, "fonts-noto-core"));
}

static void test_no_display(void **state)
{
    (void)state;
    Platform *platform = NULL;
    Error error = {0};
    const PlatformSetup setup = {
        .title = "test", .width = 64, .height = 64, .assets = ASSETS, .content = ASSETS};
    setenv("SDL_VIDEODRIVER", "no-such-driver", 1);
    assert_false(platform_open(&setup, &platform, &error));
    unsetenv("SDL_VIDEODRIVER");
    assert_int_equal(error.code, ERROR_SYSTEM);
    assert_string_equal(error.place, "display");
    assert_non_null(strstr(error.sentence, "start the program in a desktop session"));
}

static void test_has_display(void **state)
{
    (void)state;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    assert_true(platform_has_display());
    unsetenv("SDL_VIDEODRIVER");
    unsetenv("WAYLAND_DISPLAY");
    unsetenv("DISPLAY");
    assert_false(platform_has_display());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_fill_and_clip, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tint, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_text_alignment, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_text_color_and_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_same_list_same_picture, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_resize, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_capture_nowhere, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_wait, set_up, tear_down),
        cmocka_unit_test(test_missing_font),
        cmocka_unit_test(test_no_display),
        cmocka_unit_test(test_has_display),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
