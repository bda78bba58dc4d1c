/* Files and folders, and what people are told when the machine says no. Each test has its own
 * empty folder, which goes away after it. */
#include "base/file.h"
#include "base/memory.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { NOBODY = 65534 };

static int set_up(void **state)
{
    char *folder = memory_copy_string("/tmp/pebblecove-file-XXXXXX");
    *state = folder;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info, (void)kind, (void)place;
    return remove(path);
}

static int tear_down(void **state)
{
    int failed = nftw(*state, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(*state);
    return failed;
}

static char *inside(void **state, const char *name)
{
    return path_join(*state, name);
}

static void write_file(const char *path, const char *text)
{
    Error error = {0};
    if (!file_write(path, text, strlen(text), &error))
        fail_msg("%s: %s", error.place, error.sentence);
}

static void assert_holds(const char *path, const char *text)
{
    char *bytes = NULL;
    size_t size = 0;
    assert_true(file_read(path, 1000, &bytes, &size, NULL));
    assert_int_equal(size, strlen(text));
    assert_string_equal(bytes, text);
    free(bytes);
}

static void assert_unreadable(const char *path, size_t limit, ErrorCode code, const char *says)
{
    char *bytes = NULL;
    size_t size = 77;
    Error error = {0};
    assert_false(file_read(path, limit, &bytes, &size, &error));
    assert_null(bytes);
    assert_int_equal(size, 77);
    assert_int_equal(error.code, code);
    assert_string_equal(error.place, path);
    if (!strstr(error.sentence, says))
        fail_msg("expected ...%s..., got %s", says, error.sentence);
}

static void assert_unwritable(const char *path, ErrorCode code, const char *says)
{
    Error error = {0};
    assert_false(file_write(path, "x", 1, &error));
    assert_int_equal(error.code, code);
    assert_string_equal(error.place, path);
    if (!strstr(error.sentence, says))
        fail_msg("expected ...%s..., got %s", says, error.sentence);
}

/* Permissions do not bind root, so root becomes nobody for the while. */
static void drop_root(const char *folder)
{
    if (geteuid() == 0) {
        assert_int_equal(chown(folder, NOBODY, NOBODY), 0);
        assert_int_equal(seteuid(NOBODY), 0);
    }
}

static void be_root_again(void)
{
    if (getuid() == 0)
        assert_int_equal(seteuid(0), 0);
}

static void test_writes_and_reads(void **state)
{
    char *path = inside(state, "caf\u00E9.json");
    write_file(path, "one");
    assert_holds(path, "one");
    write_file(path, "");
    assert_holds(path, "");
    assert_true(file_write(path, "a\0b", 3, NULL));
    char *bytes;
    size_t size;
    assert_true(file_read(path, 3, &bytes, &size, NULL));
    assert_memory_equal(bytes, "a\0b", 4);
    free(bytes);
    free(path);
}

static void test_writing_leaves_nothing_beside(void **state)
{
    char *path = inside(state, "a"), *blocked = inside(state, "folder");
    assert_true(folder_make(blocked, NULL));
    write_file(path, "1");
    write_file(path, "2");
    assert_unwritable(blocked, ERROR_WRITE, "a folder and not a file");
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(blocked), 0);
    assert_int_equal(rmdir(*state), 0); /* empty: no temporary file is left */
    assert_int_equal(mkdir(*state, 0700), 0);
    free(path);
    free(blocked);
}

static void test_missing(void **state)
{
    char *path = inside(state, "none"), *below = inside(state, "none/a");
    assert_unreadable(path, 10, ERROR_MISSING, "no such file");
    assert_unwritable(below, ERROR_MISSING, "no such file");
    write_file(path, "x");
    assert_unreadable(below, 10, ERROR_MISSING, "not a folder");
    free(path);
    free(below);
}

static void test_not_a_file(void **state)
{
    char *pipe = inside(state, "pipe");
    assert_unreadable(*state, 10, ERROR_READ, "a folder: choose a file");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_unreadable(pipe, 10, ERROR_READ, "a device: choose a file"); /* and does not wait */
    assert_unreadable("/dev/null", 10, ERROR_READ, "a device: choose a file");
    assert_false(file_exists(pipe));
    free(pipe);
}

static void test_too_large(void **state)
{
    char *path = inside(state, "a");
    write_file(path, "12345");
    assert_unreadable(path, 4, ERROR_READ, "has 5 bytes, and 4 are allowed");
    assert_unreadable(path, 0, ERROR_READ, "has 5 bytes, and 0 are allowed");
    char *bytes;
    size_t size;
    assert_true(file_read(path, 5, &bytes, &size, NULL));
    free(bytes);
    free(path);
}

static void test_unreadable(void **state)
{
    char *path = inside(state, "a");
    write_file(path, "x");
    assert_int_equal(chmod(path, 0), 0);
    drop_root(*state);
    assert_unreadable(path, 10, ERROR_READ, "no permission");
    be_root_again();
    free(path);
}

static void test_unwritable_folder(void **state)
{
    char *path = inside(state, "a"), *deep = inside(state, "b/c");
    write_file(path, "old");
    assert_int_equal(chmod(path, 0644), 0);
    drop_root(*state);
    assert_int_equal(chmod(*state, 0500), 0);
    assert_unwritable(path, ERROR_WRITE, "no permission");
    Error error = {0};
    assert_false(folder_make(deep, &error));
    assert_int_equal(error.code, ERROR_WRITE);
    assert_string_equal(error.place + strlen(error.place) - 2, "/b");
    assert_int_equal(chmod(*state, 0700), 0);
    be_root_again();
    assert_holds(path, "old");
    free(path);
    free(deep);
}

static void test_folder_make(void **state)
{
    char *deep = inside(state, "a/b//c/"), *file = inside(state, "f"),
         *below = inside(state, "f/g");
    assert_true(folder_make(deep, NULL));
    assert_true(folder_exists(deep));
    assert_true(folder_make(deep, NULL));
    struct stat info;
    assert_int_equal(stat(deep, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0700);
    assert_true(folder_make("/", NULL));
    write_file(file, "x");
    Error error = {0};
    assert_false(folder_make(file, &error));
    assert_int_equal(error.code, ERROR_WRITE);
    assert_non_null(strstr(error.sentence, "in the way"));
    assert_false(folder_make(below, &error));
    assert_string_equal(error.place, file);
    free(deep);
    free(file);
    free(below);
}

static void test_exists(void **state)
{
    char *path = inside(state, "a");
    assert_false(file_exists(path));
    assert_false(folder_exists(path));
    write_file(path, "x");
    assert_true(file_exists(path));
    assert_false(folder_exists(path));
    assert_false(file_exists(*state));
    assert_true(folder_exists(*state));
    free(path);
}

static void test_folder_list(void **state)
{
    static const char *const made[] = {"b", "a10", ".hidden", "a9", "\u00E9", "B"};
    static const char *const listed[] = {"B", "a10", "a9", "b", "\u00E9"};
    for (size_t i = 0; i < sizeof made / sizeof *made; ++i) {
        char *path = inside(state, made[i]);
        write_file(path, "x");
        free(path);
    }
    char **names;
    size_t count;
    assert_true(folder_list(*state, &names, &count, NULL));
    assert_int_equal(count, sizeof listed / sizeof *listed);
    for (size_t i = 0; i < count; ++i)
        assert_string_equal(names[i], listed[i]);
    file_names_free(names, count);
}

static void test_folder_list_of_none(void **state)
{
    char *missing = inside(state, "none"), **names = NULL;
    size_t count = 7;
    Error error = {0};
    assert_false(folder_list(missing, &names, &count, &error));
    assert_int_equal(error.code, ERROR_MISSING);
    assert_int_equal(count, 7);
    assert_true(folder_list(*state, &names, &count, NULL));
    assert_int_equal(count, 0);
    file_names_free(names, count);
    free(missing);
}

static void test_paths(void **state)
{
    (void)state;
    static const struct {
        const char *folder, *name, *path;
    } rows[] = {{"a", "b", "a/b"}, {"a/", "b", "a/b"}, {"/", "b", "/b"}, {"", "b", "b"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        char *path = path_join(rows[i].folder, rows[i].name);
        assert_string_equal(path, rows[i].path);
        assert_string_equal(path_name(path), rows[i].name);
        free(path);
    }
}

static void test_path_of_program(void **state)
{
    (void)state;
    char *folder = NULL;
    assert_true(path_of_program(&folder, NULL));
    assert_int_equal(folder[0], '/');
    assert_true(folder_exists(folder));
    free(folder);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_writes_and_reads),
        IN_FOLDER(test_writing_leaves_nothing_beside),
        IN_FOLDER(test_missing),
        IN_FOLDER(test_not_a_file),
        IN_FOLDER(test_too_large),
        IN_FOLDER(test_unreadable),
        IN_FOLDER(test_unwritable_folder),
        IN_FOLDER(test_folder_make),
        IN_FOLDER(test_exists),
        IN_FOLDER(test_folder_list),
        IN_FOLDER(test_folder_list_of_none),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_path_of_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
