/* The desktop's wish for less motion, from files as desktops write them and as nobody should. */
#include "platform/desktop.h"

#include "base/file.h"
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define CONFIG COVE_SCRATCH_DIR "/config"
#define GTK4 "gtk-4.0/settings.ini"
#define GTK3 "gtk-3.0/settings.ini"
#define KDE "kdeglobals"

static void put(const char *file, const char *bytes, size_t size)
{
    char *path = path_join(CONFIG, file);
    Error error = {0};
    if (!file_write(path, bytes, size, &error))
        fail_msg("%s", error.sentence);
    free(path);
}

static int set_up(void **state)
{
    static const char *const files[] = {GTK4, GTK3, KDE};
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char *path = path_join(CONFIG, files[i]);
        unlink(path);
        free(path);
    }
    return folder_make(CONFIG "/gtk-4.0", NULL) && folder_make(CONFIG "/gtk-3.0", NULL) ? 0 : 1;
}

static const struct {
    const char *file, *text;
    bool less;
} rows[] = {
    {GTK3, "[Settings]\ngtk-enable-animations=0\n", true},
    {GTK3, "[Settings]\r\n gtk-enable-animations = false \r\n", true},
    {GTK4, "[Settings]\ngtk-theme-name=Adwaita\ngtk-enable-animations=FALSE", true},
    {GTK3, "[Settings]\ngtk-enable-animations=1\n", false},
    {GTK3, "[Settings]\ngtk-enable-animations=0\ngtk-enable-animations=1\n", false},
    {GTK3, "[Settings]\n[Other]\ngtk-enable-animations=0\n", false},
    {GTK3, "gtk-enable-animations=0\n", false},
    {GTK3, "[Settings]\n#gtk-enable-animations=0\n", false},
    {GTK3, "[Settings]\ngtk-enable-animations\n", false},
    {GTK3, "[Settings]\ngtk-enable-animations=\n", false},
    {GTK3, "[Settings]\nmy-gtk-enable-animations=0\n", false},
    {GTK3, "[Settings\ngtk-enable-animations=0\n", false},
    {GTK3, "====\n=\n[\n]\n\n\n", false},
    {GTK3, "", false},
    {KDE, "[General]\nx=1\n[KDE]\nAnimationDurationFactor=0\n", true},
    {KDE, "[KDE]\nAnimationDurationFactor=0.5\n", false},
    {KDE, "[General]\nAnimationDurationFactor=0\n", false},
};

static void test_files(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(set_up(state), 0);
        put(rows[i].file, rows[i].text, strlen(rows[i].text));
        if (desktop_less_motion(CONFIG) != rows[i].less)
            fail_msg("row %zu is not understood", i);
    }
}

static void test_the_first_that_says_something_holds(void **state)
{
    static const char less[] = "[Settings]\ngtk-enable-animations=0\n",
                      more[] = "[Settings]\ngtk-enable-animations=1\n";
    (void)state;
    put(GTK4, more, strlen(more));
    put(GTK3, less, strlen(less));
    assert_false(desktop_less_motion(CONFIG));
    put(GTK4, "[Settings]\n", 11);
    assert_true(desktop_less_motion(CONFIG));
}

/* Nothing there, folders for files, no text, and far too much of it. */
static void test_odd_files(void **state)
{
    enum { LARGE = 200 * 1024 };
    static const char binary[] = "[Settings]\n\0\xff\xfe gtk-enable-animations=0";
    (void)state;
    assert_false(desktop_less_motion(NULL));
    assert_false(desktop_less_motion("/nowhere"));
    assert_false(desktop_less_motion(CONFIG));
    put(GTK3, binary, sizeof binary);
    assert_false(desktop_less_motion(CONFIG));
    char *large = memory_new(1, LARGE);
    memset(large, '[', LARGE);
    put(GTK3, large, LARGE);
    assert_false(desktop_less_motion(CONFIG));
    free(large);
    assert_true(folder_make(CONFIG "/folder/gtk-3.0/settings.ini", NULL));
    assert_false(desktop_less_motion(CONFIG "/folder"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_files, set_up),
        cmocka_unit_test_setup(test_the_first_that_says_something_holds, set_up),
        cmocka_unit_test_setup(test_odd_files, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
