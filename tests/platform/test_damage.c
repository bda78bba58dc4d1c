/* Drawing only what differs gives the very picture that drawing everything gives. */
#include "base/file.h"
#include "platform/damage.h"
#include "platform/platform.h"

#include <SDL.h>
#include <SDL_image.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ASSETS COVE_SCRATCH_DIR "/damage-assets"

enum { WIDTH = 240, HEIGHT = 160, DRAWS_MOST = 12, STEPS = 300 };

static const char *const words[] = {"Sea", "Two jetties", "Kept", "Where shall we go?"};

typedef struct Chance {
    uint32_t state;
} Chance;

static int roll(Chance *chance, int below)
{
    chance->state = chance->state * 1664525u + 1013904223u;
    return (int)((chance->state >> 8) % (unsigned)below);
}

static Color any_color(Chance *chance, int alpha)
{
    return (Color){(unsigned char)roll(chance, 256), (unsigned char)roll(chance, 256),
                   (unsigned char)roll(chance, 256), (unsigned char)alpha};
}

static Draw any_draw(Chance *chance)
{
    Draw draw = {.rect = {(float)roll(chance, WIDTH) - 30, (float)roll(chance, HEIGHT) - 20,
                          (float)(10 + roll(chance, 120)), (float)(10 + roll(chance, 80))},
                 .color = any_color(chance, roll(chance, 2) ? 255 : 20 + roll(chance, 200))};
    switch (roll(chance, 5)) {
    case 0:
        draw.type = DRAW_SHADOW;
        draw.line_width = (float)(4 + roll(chance, 20));
        draw.radius = (float)roll(chance, 16);
        break;
    case 1:
        draw.type = DRAW_TEXT;
        draw.name = words[roll(chance, 4)];
        draw.rect.width = draw.rect.height = 110; /* layout gives words the room they need */
        draw.style = (TextStyle){.size = 18, .line_height = 1.5f};
        break;
    case 2:
        draw.type = DRAW_PICTURE;
        draw.name = "icon/disc";
        draw.color.a = roll(chance, 2) ? 0 : 200;
        draw.made_width = draw.made_height = roll(chance, 2) ? 40 : 0;
        draw.rect.x += draw.made_width > 0 ? 0.3f : 0;
        draw.cover = draw.made_width == 0 && roll(chance, 3) == 0;
        break;
    default:
        draw.type = DRAW_BOX;
        draw.radius = (float)roll(chance, 20);
        draw.line = any_color(chance, roll(chance, 2) * 255);
        draw.line_width = (float)roll(chance, 4);
        break;
    }
    return draw;
}

/* What moves and changes on screens: one thing, a few, one more, one less, or all. */
static void change(Chance *chance, DrawList *list)
{
    int times = 1 + roll(chance, 3);
    for (int i = 0; i < times; i++) {
        size_t at = list->count ? (size_t)roll(chance, (int)list->count) : 0;
        int what = roll(chance, 8);
        if (what == 0 && list->count < DRAWS_MOST) {
            memmove(&list->items[at + 1], &list->items[at], (list->count - at) * sizeof(Draw));
            list->items[at] = any_draw(chance);
            list->count++;
        } else if (what == 1 && list->count > 2) {
            list->count--;
            memmove(&list->items[at], &list->items[at + 1], (list->count - at) * sizeof(Draw));
        } else if (what < 4) {
            list->items[at] = any_draw(chance);
        } else {
            list->items[at].rect.x += (float)roll(chance, 9) - 4;
            list->items[at].rect.y += (float)roll(chance, 9) - 4;
        }
    }
}

/* One thing goes on and on, over what stays below it. */
static void slide(DrawList *list, int step)
{
    Draw *draw = &list->items[list->count / 2];
    draw->rect.x += step % 40 < 30 ? 3 : -2;
    draw->rect.width = 100;
    draw->rect.height = 90;
}

/* The changing part between a ground and, now and then, two clips. */
static DrawList framed(const DrawList *part, Draw *items, bool clipped, int clip)
{
    DrawList list = {.items = items, .capacity = DRAWS_MOST + 4};
    items[list.count++] =
        (Draw){.type = DRAW_BOX, .rect = {0, 0, WIDTH, HEIGHT}, .color = {255, 253, 247, 255}};
    if (clipped)
        items[list.count++] = (Draw){.type = DRAW_CLIP, .rect = {20, 10, (float)(100 + clip), 120}};
    memcpy(items + list.count, part->items, part->count * sizeof *items);
    list.count += part->count;
    if (clipped)
        items[list.count++] = (Draw){.type = DRAW_UNCLIP};
    return list;
}

static SDL_Surface *shown(Platform *platform, const DrawList *list, const char *file)
{
    Error error = {0};
    platform_show(platform, list);
    assert_true(platform_capture(platform, file, &error));
    SDL_Surface *picture = IMG_Load(file);
    assert_non_null(picture);
    return picture;
}

static bool same_pixels(const SDL_Surface *a, const SDL_Surface *b)
{
    return a->h == b->h && a->pitch == b->pitch &&
           memcmp(a->pixels, b->pixels, (size_t)a->h * (size_t)a->pitch) == 0;
}

static Platform *open_platform(void)
{
    static const char disc[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'>"
                               "<circle cx='4' cy='4' r='4' fill='#5C8FB0'/></svg>";
    const PlatformSetup setup = {.title = "test",
                                 .width = WIDTH,
                                 .height = HEIGHT,
                                 .headless = true,
                                 .assets = ASSETS,
                                 .content = COVE_SCRATCH_DIR};
    Platform *platform = NULL;
    Error error = {0};
    assert_true(folder_make(ASSETS "/pictures/icon", &error));
    assert_true(file_write(ASSETS "/pictures/icon/disc.svg", disc, strlen(disc), &error));
    assert_true(platform_open(&setup, &platform, &error));
    return platform;
}

static void parts_make_the_same_picture_as_the_whole(void **state)
{
    (void)state;
    Platform *parts = open_platform(), *whole = open_platform();
    Draw items[DRAWS_MOST + 1], around[DRAWS_MOST + 4];
    DrawList list = {.items = items, .count = 3, .capacity = DRAWS_MOST + 1};
    Chance chance = {7};
    for (size_t i = 0; i < list.count; i++)
        items[i] = any_draw(&chance);
    for (int step = 0; step < STEPS; step++) {
        if (step % 40 < 20)
            change(&chance, &list);
        else
            slide(&list, step);
        DrawList both = framed(&list, around, step / 7 % 2, step / 20);
        SDL_Surface *a = shown(parts, &both, COVE_SCRATCH_DIR "/damage-a.png");
        assert_true(platform_resize(whole, WIDTH, HEIGHT, NULL)); /* forgets what it showed */
        SDL_Surface *b = shown(whole, &both, COVE_SCRATCH_DIR "/damage-b.png");
        if (!same_pixels(a, b))
            fail_msg("step %d differs: see damage-a.png and damage-b.png", step);
        SDL_FreeSurface(a);
        SDL_FreeSurface(b);
    }
    platform_close(parts);
    platform_close(whole);
}

static void little_changes_are_little_work(void **state)
{
    (void)state;
    Draw items[] = {{.type = DRAW_BOX, .rect = {0, 0, 1280, 720}, .color = {9, 9, 9, 255}},
                    {.type = DRAW_BOX, .rect = {10, 10, 100, 50}, .color = {99, 9, 9, 255}},
                    {.type = DRAW_BOX, .rect = {600, 400, 50, 50}, .color = {9, 99, 9, 255}}};
    DrawList list = {.items = items, .count = 3, .capacity = 3};
    Shown last = {0};
    Box boxes[DAMAGE_MOST];
    assert_int_equal(damage_find(&last, &list, 1280, 720, boxes), 1);
    assert_int_equal(boxes[0].width, 1280);
    assert_int_equal(damage_find(&last, &list, 1280, 720, boxes), 0);
    items[1].rect.x += 5;
    items[2].color.b = 50;
    assert_int_equal(damage_find(&last, &list, 1280, 720, boxes), 2);
    assert_true(boxes[0].width * boxes[0].height + boxes[1].width * boxes[1].height < 9000);
    list.count = 2;
    assert_int_equal(damage_find(&last, &list, 1280, 720, boxes), 1);
    assert_int_equal(boxes[0].x, 600);
    assert_int_equal(damage_find(&last, &list, 640, 480, boxes), 1);
    assert_int_equal(boxes[0].height, 480);
    shown_clear(&last);
}

/* The old picture stays, pixel by pixel, while it fades, and is gone afterwards. */
static void the_picture_before_fades(void **state)
{
    (void)state;
    Platform *platform = open_platform();
    Draw items[] = {
        {.type = DRAW_BOX, .rect = {0, 0, WIDTH, HEIGHT}, .color = {200, 0, 0, 255}},
        {.type = DRAW_BEFORE, .rect = {0, 0, WIDTH / 2, HEIGHT}, .color = {0, 0, 0, 255}}};
    DrawList list = {.items = items, .count = 1, .capacity = 2};
    const int alphas[] = {255, 128, 0}, reds[] = {200, 100, 0};
    SDL_FreeSurface(shown(platform, &list, COVE_SCRATCH_DIR "/before.png"));
    items[0].color = (Color){0, 0, 100, 255};
    list.before = 1;
    list.count = 2;
    for (size_t i = 0; i < 3; i++) {
        items[1].color.a = (unsigned char)alphas[i];
        SDL_Surface *picture = shown(platform, &list, COVE_SCRATCH_DIR "/before.png");
        const unsigned char *row = picture->pixels;
        int bytes = picture->format->BytesPerPixel;
        assert_true(abs(row[0] - reds[i]) <= 1);
        assert_int_equal(row[bytes * (WIDTH - 1)], 0);
        SDL_FreeSurface(picture);
    }
    platform_close(platform);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_make_the_same_picture_as_the_whole),
        cmocka_unit_test(little_changes_are_little_work),
        cmocka_unit_test(the_picture_before_fades),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
