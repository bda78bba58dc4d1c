/* Names, sizes and the cache of pictures, on small drawings written into the scratch folder. */
#include "base/file.h"
#include "platform/pictures.h"

#include <SDL.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ASSETS COVE_SCRATCH_DIR "/picture-assets"
#define CONTENT COVE_SCRATCH_DIR "/picture-content"

static void put(const char *path, const char *bytes)
{
    Error error = {0};
    if (!file_write(path, bytes, strlen(bytes), &error))
        fail_msg("%s: %s", error.place, error.sentence);
}

static int set_up(void **state)
{
    (void)state;
    Error error = {0};
    if (!folder_make(ASSETS "/pictures/face", &error) ||
        !folder_make(CONTENT "/feelings/pictures", &error))
        return -1;
    /* left half red, right half blue, twice as wide as high */
    put(ASSETS "/pictures/face/halves.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'>"
        "<rect x='0' y='0' width='100' height='100' fill='#FF0000'/>"
        "<rect x='100' y='0' width='100' height='100' fill='#0000FF'/></svg>");
    put(ASSETS "/pictures/face/half-clear.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>"
        "<rect x='0' y='0' width='10' height='10' fill='#FFFFFF' fill-opacity='.5'/></svg>");
    put(CONTENT "/feelings/pictures/calm.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>"
        "<rect x='0' y='0' width='10' height='10' fill='#00FF00'/></svg>");
    put(ASSETS "/pictures/broken.svg", "<svg");
    put(ASSETS "/pictures/empty.svg", "");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    SDL_Quit(); /* SDL's last error is memory of its own */
    return 0;
}

static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool valid;
    } rows[] = {
        {"face/happy", true},
        {"icon/not-ok", true},
        {"feelings:calm", true},
        {"a1:b2/c3-d4", true},
        {"x", true},
        {"", false},
        {"../etc/passwd", false},
        {"face/../x", false},
        {"/etc/passwd", false},
        {"face/", false},
        {"face//happy", false},
        {"Face/happy", false},
        {"face happy", false},
        {"face/happy.svg", false},
        {":x", false},
        {"x:", false},
        {"a:b:c", false},
        {"a/b:c", false},
        {"a:/c", false},
        {"a:../c", false},
        {"..:c", false},
        {"face\\happy", false},
        {"fac\xC3\xA9", false},
        {"a\nb", false},
        {"%s", false},
        {"~", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (picture_name_valid(rows[i].name) != rows[i].valid)
            fail_msg("\"%s\" should%s be valid", rows[i].name, rows[i].valid ? "" : " not");
}

static void test_paths(void **state)
{
    (void)state;
    const PictureFolders folders = {.assets = (char[]){"/a"}, .content = (char[]){"/c"}};
    char *path = picture_path(&folders, "face/happy");
    assert_string_equal(path, "/a/pictures/face/happy.svg");
    free(path);
    path = picture_path(&folders, "feelings:face/calm");
    assert_string_equal(path, "/c/feelings/pictures/face/calm.svg");
    free(path);
    assert_null(picture_path(&folders, "../x"));
}

/* Where there is such a picture in the folder that is looked into first; else as without it. */
static void test_own_folder_comes_first(void **state)
{
    (void)state;
    const char own[] = COVE_SOURCE_DIR "/tests/data/content/good";
    const PictureFolders folders = {.assets = (char[]){"/a"},
                                    .content = (char[]){"/c"},
                                    .own = (char[]){COVE_SOURCE_DIR "/tests/data/content/good"}};
    char *path = picture_path(&folders, "feelings:own/star");
    assert_memory_equal(path, own, strlen(own));
    free(path);
    path = picture_path(&folders, "feelings:own/other");
    assert_string_equal(path, "/c/feelings/pictures/own/other.svg");
    free(path);
}

static void test_cover_is_exact(void **state)
{
    (void)state;
    static const int sizes[][2] = {{64, 64}, {200, 10}, {10, 200}, {33, 17}, {1, 1}, {201, 100}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Picture picture =
            picture_load(ASSETS "/pictures/face/halves.svg", sizes[i][0], sizes[i][1], true);
        assert_non_null(picture.pixels);
        assert_int_equal(picture.width, sizes[i][0]);
        assert_int_equal(picture.height, sizes[i][1]);
        picture_clear(&picture);
    }
}

/* Cropped around the middle: as much red as blue. */
static void test_cover_keeps_the_middle(void **state)
{
    (void)state;
    Picture picture = picture_load(ASSETS "/pictures/face/halves.svg", 60, 60, true);
    assert_true(picture.opaque);
    assert_int_equal(picture.pixels[30 * 60 + 28], 0xFFFF0000);
    assert_int_equal(picture.pixels[30 * 60 + 31], 0xFF0000FF);
    picture_clear(&picture);
}

static void test_fit_keeps_the_shape(void **state)
{
    (void)state;
    static const int sizes[][4] = {{64, 64, 64, 32}, {200, 10, 20, 10}, {10, 200, 10, 5}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Picture picture =
            picture_load(ASSETS "/pictures/face/halves.svg", sizes[i][0], sizes[i][1], false);
        assert_int_equal(picture.width, sizes[i][2]);
        assert_int_equal(picture.height, sizes[i][3]);
        picture_clear(&picture);
    }
}

static void test_alpha_is_multiplied(void **state)
{
    (void)state;
    Picture picture = picture_load(ASSETS "/pictures/face/half-clear.svg", 8, 8, false);
    uint32_t middle = picture.pixels[4 * 8 + 4], alpha = middle >> 24;
    assert_false(picture.opaque);
    assert_in_range(alpha, 126, 129);
    assert_int_equal(middle & 0xFF, alpha);
    picture_clear(&picture);
}

static void test_missing_and_broken(void **state)
{
    (void)state;
    static const char *const paths[] = {ASSETS "/pictures/none.svg", ASSETS "/pictures/broken.svg",
                                        ASSETS "/pictures/empty.svg", ASSETS "/pictures"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        assert_null(picture_load(paths[i], 10, 10, false).pixels);
    assert_null(picture_load(ASSETS "/pictures/face/halves.svg", 0, 10, false).pixels);
    assert_null(picture_load(ASSETS "/pictures/face/halves.svg", 10, 1 << 30, false).pixels);
}

static void test_changed_drawings_are_made_anew(void **state)
{
    (void)state;
    for (int threads = 0; threads < 2; threads++) {
        static const PictureWish wishes[] = {{"changing", 8, 8, false}, {"coming", 8, 8, false}};
        static const char square[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>"
                                     "<rect x='0' y='0' width='10' height='10' fill='%s'/></svg>";
        char red[200], blue[200];
        snprintf(red, sizeof red, square, "#FF0000");
        snprintf(blue, sizeof blue, square, "#0000FF");
        put(ASSETS "/pictures/changing.svg", red);
        remove(ASSETS "/pictures/coming.svg");
        Pictures *pictures = pictures_new(ASSETS, CONTENT, threads);
        for (int turn = 0; turn < 3; turn++) {
            pictures_frame(pictures);
            for (size_t i = 0; i < 2; i++)
                pictures_want(pictures, &wishes[i], true);
            pictures_await_all(pictures);
            const Picture *changing = pictures_find(pictures, &wishes[0]);
            assert_non_null(changing);
            assert_int_equal(changing->pixels[0], turn < 2 ? 0xFFFF0000 : 0xFF0000FF);
            assert_int_equal(pictures_find(pictures, &wishes[1]) != NULL, turn == 2);
            put(ASSETS "/pictures/changing.svg", blue);
            put(ASSETS "/pictures/coming.svg", blue);
            if (turn == 1)
                pictures_forget(pictures);
        }
        pictures_free(pictures);
    }
}

static void count_ready(void *context)
{
    ++*(int *)context;
}

static void test_threads(void **state)
{
    (void)state;
    int ready = 0;
    Pictures *pictures = pictures_new(ASSETS, CONTENT, true);
    pictures_tell(pictures, count_ready, &ready);
    pictures_frame(pictures);
    for (int size = 20; size < 40; size++) {
        PictureWish wish = {"feelings:calm", size, size, false};
        pictures_want(pictures, &wish, true);
    }
    PictureWish broken = {"../broken", 20, 20, false}, never = {"face/halves", 5, 5, false};
    pictures_want(pictures, &broken, true);
    pictures_await_all(pictures);
    assert_false(pictures_pending(pictures));
    assert_true(pictures_complete(pictures));
    assert_true(ready >= 1);
    PictureWish wish = {"feelings:calm", 33, 33, false};
    assert_int_equal(pictures_find(pictures, &wish)->width, 33);
    assert_null(pictures_find(pictures, &broken));
    assert_null(pictures_find(pictures, &never));
    wish.width = wish.height = 99;
    assert_null(pictures_find(pictures, &wish));
    assert_non_null(pictures_other_size(pictures, &wish));
    pictures_free(pictures);
}

static void test_bound(void **state)
{
    (void)state;
    const size_t megabyte = 1024 * 1024;
    Pictures *pictures = pictures_new(ASSETS, CONTENT, false);
    for (int i = 0; i < 20; i++) {
        PictureWish wish = {"face/halves", 1000 + i, 700, true};
        pictures_frame(pictures);
        pictures_want(pictures, &wish, true);
    }
    pictures_frame(pictures);
    assert_true(pictures_bytes(pictures) <= 24 * megabyte);
    PictureWish last = {"face/halves", 1019, 700, true}, first = {"face/halves", 1000, 700, true};
    assert_non_null(pictures_find(pictures, &last));
    assert_null(pictures_find(pictures, &first));
    pictures_free(pictures);
}

/* What one frame shows is never forgotten, however large it is. */
static void test_shown_pictures_stay(void **state)
{
    (void)state;
    Pictures *pictures = pictures_new(ASSETS, CONTENT, false);
    for (int frame = 0; frame < 3; frame++) {
        pictures_frame(pictures);
        for (int i = 0; i < 10; i++) {
            PictureWish wish = {"face/halves", 1000 + i, 1000, true};
            pictures_want(pictures, &wish, true);
            assert_non_null(pictures_find(pictures, &wish));
        }
        assert_true(pictures_bytes(pictures) > 24 * 1024 * 1024);
    }
    pictures_free(pictures);
}

static void test_unwanted_wishes_are_dropped(void **state)
{
    (void)state;
    Pictures *pictures = pictures_new(ASSETS, CONTENT, true);
    for (int i = 0; i < 200; i++) {
        PictureWish wish = {"face/halves", 600 + i, 600, true};
        pictures_frame(pictures);
        pictures_want(pictures, &wish, true);
    }
    pictures_await_all(pictures);
    assert_true(pictures_bytes(pictures) < (size_t)150 * 600 * 700 * 4);
    pictures_free(pictures);
}

static void test_early_draft(void **state)
{
    (void)state;
    Pictures *pictures = pictures_new(ASSETS, CONTENT, true);
    PictureWish large = {"face/halves", 1280, 720, true}, draft = {"face/halves", 640, 360, true};
    PictureWish small = {"feelings:calm", 40, 40, false}, half = {"feelings:calm", 20, 20, false};
    pictures_want_early(pictures, &large);
    pictures_want_early(pictures, &small);
    pictures_await_all(pictures);
    assert_non_null(pictures_find(pictures, &large));
    assert_non_null(pictures_find(pictures, &draft));
    assert_non_null(pictures_find(pictures, &small));
    assert_null(pictures_find(pictures, &half));
    pictures_free(pictures);
}

static void test_closing_while_busy(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++) {
        Pictures *pictures = pictures_new(ASSETS, CONTENT, true);
        for (int size = 300; size < 330; size++) {
            PictureWish wish = {"face/halves", size, size, false};
            pictures_want(pictures, &wish, true);
        }
        pictures_free(pictures);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_own_folder_comes_first),
        cmocka_unit_test(test_cover_is_exact),
        cmocka_unit_test(test_cover_keeps_the_middle),
        cmocka_unit_test(test_fit_keeps_the_shape),
        cmocka_unit_test(test_alpha_is_multiplied),
        cmocka_unit_test(test_missing_and_broken),
        cmocka_unit_test(test_changed_drawings_are_made_anew),
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_bound),
        cmocka_unit_test(test_shown_pictures_stay),
        cmocka_unit_test(test_unwanted_wishes_are_dropped),
        cmocka_unit_test(test_early_draft),
        cmocka_unit_test(test_closing_while_busy),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
