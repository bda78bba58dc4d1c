/* Figures as pictures: what is composed is drawn; what only looks like one is nobody in particular.
 */
#include "platform/picture_named.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 80, HEIGHT = 96 };

static const PictureFolders folders = {.assets = (char[]){COVE_SOURCE_DIR "/assets"},
                                       .content = (char[]){COVE_SOURCE_DIR "/content"}};

static Picture drawn(const char *name)
{
    return picture_named(&folders, name, WIDTH, HEIGHT, false);
}

static bool alike(const Picture *a, const Picture *b)
{
    return a->pixels && b->pixels && a->width == b->width && a->height == b->height &&
           memcmp(a->pixels, b->pixels, sizeof *a->pixels * WIDTH * HEIGHT) == 0;
}

static void test_the_same_code_is_the_same_picture(void **state)
{
    (void)state;
    Picture one = drawn("figure/bcjaeg-ac"), again = drawn("figure/bcjaeg-ac");
    Picture other = drawn("figure/bcjaeg-a");
    assert_int_equal(one.width, WIDTH);
    assert_int_equal(one.height, HEIGHT);
    assert_true(alike(&one, &again));
    assert_false(alike(&one, &other));
    picture_clear(&one);
    picture_clear(&again);
    picture_clear(&other);
}

static void test_what_is_no_figure_is_nobody(void **state)
{
    (void)state;
    static const char *const names[] = {"figure/zzzzzz", "figure/", "figure/aaaaaa-ba",
                                        "figure/../../../etc/passwd", "figure/aaaaaa\n"};
    Picture nobody = drawn("figure/nobody");
    assert_non_null(nobody.pixels);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Picture picture = drawn(names[i]);
        assert_true(alike(&picture, &nobody));
        picture_clear(&picture);
    }
    picture_clear(&nobody);
}

static void test_other_names_are_files(void **state)
{
    (void)state;
    Picture file = drawn("person/child-2");
    assert_non_null(file.pixels);
    assert_null(drawn("person/none").pixels);
    assert_null(picture_named(&folders, "figure/aaaaaa", 0, HEIGHT, false).pixels);
    picture_clear(&file);
}

/* A program without its parts still starts; it has no picture to show. */
static void test_without_parts(void **state)
{
    (void)state;
    const PictureFolders bare = {.assets = (char[]){"/nowhere"}, .content = (char[]){"/nowhere"}};
    assert_null(picture_named(&bare, "figure/aaaaaa", WIDTH, HEIGHT, false).pixels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_code_is_the_same_picture),
        cmocka_unit_test(test_what_is_no_figure_is_nobody),
        cmocka_unit_test(test_other_names_are_files),
        cmocka_unit_test(test_without_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
