/* Pictures kept for the next start: the same pixels again, and nothing odd is ever taken. */
#include "base/file.h"
#include "base/memory.h"
#include "platform/kept_picture.h"

#include <SDL.h>

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define ASSETS COVE_SCRATCH_DIR "/kept-assets"
#define SVG ASSETS "/pictures/scene/bay.svg"
#define KEPT COVE_SCRATCH_DIR "/kept-cache"
#define SHIPPED COVE_SCRATCH_DIR "/kept-shipped"
#define FILE_KEPT KEPT "/scene-bay.pixels"

enum { WIDTH = 64, HEIGHT = 36, HEADER = 96, WHOLE = HEADER + WIDTH * HEIGHT * 4, SOON_MS = 60000 };

static const PictureWish bay = {"scene/bay", WIDTH, HEIGHT, true};

static void put(const char *path, const void *bytes, size_t size)
{
    Error error = {0};
    if (!file_write(path, bytes, size, &error))
        fail_msg("%s: %s", error.place, error.sentence);
}

static void draw_bay(const char *color)
{
    char svg[200];
    snprintf(svg, sizeof svg,
             "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 36'>"
             "<rect x='-1' y='-1' width='66' height='38' fill='%s'/></svg>",
             color);
    put(SVG, svg, strlen(svg));
}

static int set_up(void **state)
{
    (void)state;
    Error error = {0};
    if (!folder_make(ASSETS "/pictures/scene", &error))
        return -1;
    draw_bay("#3366CC");
    remove(FILE_KEPT);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    SDL_Quit();
    return 0;
}

static void keep_bay(void)
{
    Picture picture = picture_load(SVG, WIDTH, HEIGHT, true);
    assert_true(kept_picture_write(KEPT, &bay, SVG, &picture));
    picture_clear(&picture);
}

static bool is_taken(const PictureWish *wish)
{
    Picture picture = {0};
    bool taken = kept_picture_read(KEPT, wish, SVG, &picture);
    assert_int_equal(taken, picture.pixels != NULL);
    picture_clear(&picture);
    return taken;
}

static void same_pixels_come_back(void **state)
{
    (void)state;
    Picture made = picture_load(SVG, WIDTH, HEIGHT, true), back = {0};
    keep_bay();
    assert_true(kept_picture_read(KEPT, &bay, SVG, &back));
    assert_true(back.opaque && back.width == WIDTH && back.height == HEIGHT);
    assert_memory_equal(back.pixels, made.pixels, WIDTH * HEIGHT * sizeof(uint32_t));
    picture_clear(&back);
    picture_clear(&made);
}

static void another_drawing_or_size_is_made_anew(void **state)
{
    (void)state;
    const PictureWish wider = {"scene/bay", WIDTH + 1, HEIGHT, true};
    const PictureWish within = {"scene/bay", WIDTH, HEIGHT, false};
    keep_bay();
    assert_true(is_taken(&bay));
    assert_false(is_taken(&wider));
    assert_false(is_taken(&within));
    draw_bay("#3366CD"); /* as long as the first */
    assert_false(is_taken(&bay));
    keep_bay();
    assert_true(is_taken(&bay));
    remove(SVG);
    assert_false(is_taken(&bay));
}

/* Writes the kept file with `size` bytes, one of them changed. */
static void spoil(const char *bytes, size_t size, size_t at)
{
    char *spoilt = memory_new(1, size + 1);
    memcpy(spoilt, bytes, size < WHOLE ? size : WHOLE);
    if (at < size)
        spoilt[at] = (char)(spoilt[at] ^ 0x11);
    put(FILE_KEPT, spoilt, size);
    free(spoilt);
}

static void no_spoilt_file_is_taken(void **state)
{
    (void)state;
    static const size_t sizes[] = {0, 1, HEADER - 1, HEADER, WHOLE - 1, WHOLE + 1};
    char *bytes;
    size_t size;
    keep_bay();
    assert_true(file_read(FILE_KEPT, WHOLE, &bytes, &size, NULL));
    assert_int_equal(size, WHOLE);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        spoil(bytes, sizes[i], WHOLE + 1);
        assert_false(is_taken(&bay));
    }
    for (size_t at = 0; at < WHOLE; at += at < 2 * HEADER ? 1 : 97) {
        spoil(bytes, WHOLE, at);
        if (is_taken(&bay))
            fail_msg("byte %zu was changed and the file was taken", at);
    }
    spoil(bytes, WHOLE, WHOLE);
    assert_true(is_taken(&bay));
    free(bytes);
}

static void no_strange_file_is_taken(void **state)
{
    (void)state;
    keep_bay();
    assert_int_equal(chmod(FILE_KEPT, 0622), 0); /* others might have written it */
    assert_false(is_taken(&bay));
    assert_int_equal(chmod(FILE_KEPT, 0600), 0);
    assert_int_equal(rename(FILE_KEPT, KEPT "/elsewhere"), 0);
    assert_int_equal(symlink(KEPT "/elsewhere", FILE_KEPT), 0);
    assert_false(is_taken(&bay));
    assert_int_equal(remove(FILE_KEPT), 0);
    assert_int_equal(mkfifo(FILE_KEPT, 0600), 0); /* does not wait for a writer */
    assert_false(is_taken(&bay));
    assert_int_equal(remove(FILE_KEPT), 0);
    assert_int_equal(mkdir(FILE_KEPT, 0700), 0);
    assert_false(is_taken(&bay));
    assert_int_equal(rmdir(FILE_KEPT), 0);
}

static void only_pictures_of_the_program_are_kept(void **state)
{
    (void)state;
    const PictureWish own = {"feelings:bay", WIDTH, HEIGHT, true};
    const PictureWish climbing = {"../bay", WIDTH, HEIGHT, true};
    const PictureWish larger = {"scene/bay", WIDTH * 2, HEIGHT, true};
    Picture picture = picture_load(SVG, WIDTH, HEIGHT, true);
    assert_false(kept_picture_write(KEPT, &own, SVG, &picture));
    assert_false(kept_picture_write(KEPT, &climbing, SVG, &picture));
    assert_false(kept_picture_write(KEPT, &larger, SVG, &picture));
    picture.pixels[7] &= 0x00FFFFFF; /* not opaque after all */
    assert_false(kept_picture_write(KEPT, &bay, SVG, &picture));
    assert_false(file_exists(FILE_KEPT));
    picture_clear(&picture);
}

/* One start: the first frame asks for the picture that was wished for early. */
static uint32_t start_with(const char *shipped, bool until_kept)
{
    Pictures *pictures = pictures_new(ASSETS, ASSETS, true);
    pictures_keep_in(pictures, KEPT, shipped);
    pictures_want_early(pictures, &bay);
    pictures_frame(pictures);
    pictures_want(pictures, &bay, true);
    pictures_await_all(pictures);
    const Picture *picture = pictures_find(pictures, &bay);
    assert_non_null(picture);
    uint32_t pixel = picture->pixels[0];
    pictures_frame(pictures);
    for (int waited = 0; until_kept && !file_exists(FILE_KEPT); waited++) {
        assert_true(waited < SOON_MS);
        SDL_Delay(1);
    }
    pictures_free(pictures);
    return pixel;
}

static uint32_t start(bool until_kept)
{
    return start_with(NULL, until_kept);
}

/* Keeps another bay's pixels for this one, so that it shows whether they were taken. */
static uint32_t keep_marked(const char *folder)
{
    Picture picture = picture_load(SVG, WIDTH, HEIGHT, true);
    picture.pixels[0] ^= 0xFF;
    assert_true(kept_picture_write(folder, &bay, SVG, &picture));
    uint32_t pixel = picture.pixels[0];
    picture_clear(&picture);
    return pixel;
}

static void next_start_takes_what_was_kept(void **state)
{
    (void)state;
    uint32_t drawn = start(true);
    uint32_t marked = keep_marked(KEPT);
    assert_int_equal(start(false), marked);
    remove(FILE_KEPT);
    assert_int_equal(start(true), drawn);
}

static void what_came_with_the_program_is_not_kept_again(void **state)
{
    (void)state;
    uint32_t marked = keep_marked(SHIPPED);
    assert_int_equal(start_with(SHIPPED, false), marked);
    assert_false(file_exists(FILE_KEPT));
    draw_bay("#66CC33"); /* later than the shipped picture */
    assert_int_not_equal(start_with(SHIPPED, true), marked);
}

static void nothing_is_kept_where_nobody_can_write(void **state)
{
    (void)state;
    Picture picture = picture_load(SVG, WIDTH, HEIGHT, true);
    assert_false(kept_picture_write(SVG "/inside", &bay, SVG, &picture));
    picture_clear(&picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(same_pixels_come_back, set_up),
        cmocka_unit_test_setup(another_drawing_or_size_is_made_anew, set_up),
        cmocka_unit_test_setup(no_spoilt_file_is_taken, set_up),
        cmocka_unit_test_setup(no_strange_file_is_taken, set_up),
        cmocka_unit_test_setup(only_pictures_of_the_program_are_kept, set_up),
        cmocka_unit_test_setup(next_start_takes_what_was_kept, set_up),
        cmocka_unit_test_setup(what_came_with_the_program_is_not_kept_again, set_up),
        cmocka_unit_test_setup(nothing_is_kept_where_nobody_can_write, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
