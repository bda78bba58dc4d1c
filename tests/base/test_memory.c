/* Arenas give zeroed, aligned, separate room; lists grow; running out ends the program. */
#include "base/memory.h"

#include <setjmp.h>
#include <signal.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void test_new_is_zeroed_and_never_null(void **state)
{
    (void)state;
    unsigned char *bytes = memory_new(100, 3);
    for (size_t i = 0; i < 300; ++i)
        assert_int_equal(bytes[i], 0);
    bytes = memory_grow(bytes, 1000, 3);
    assert_int_equal(bytes[299], 0);
    free(bytes);
    void *nothing = memory_new(0, 8);
    assert_non_null(nothing);
    nothing = memory_grow(nothing, 0, 8);
    assert_non_null(nothing);
    free(nothing);
}

static void test_copy_string(void **state)
{
    (void)state;
    char *copy = memory_copy_string("pebble");
    assert_string_equal(copy, "pebble");
    free(copy);
}

static void ask_for_too_much(void)
{
    free(memory_new(SIZE_MAX / 2, 3)); /* would wrap around */
}

static void test_running_out_ends_the_program(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        ask_for_too_much();
        _exit(0);
    }
    close(ends[1]);
    char said[256] = "";
    ssize_t length = read(ends[0], said, sizeof said - 1);
    close(ends[0]);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    assert_true(length > 0);
    assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1); /* one line */
}

static void check_is_zero(const unsigned char *bytes, size_t size)
{
    for (size_t i = 0; i < size; ++i)
        assert_int_equal(bytes[i], 0);
}

/* Fills every piece with its own number; a shared byte would show. */
static void fill_and_check(Arena *arena)
{
    unsigned char *pieces[300];
    for (size_t i = 0; i < 300; ++i) {
        pieces[i] = arena_alloc(arena, i * 7 + 1, 1);
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        check_is_zero(pieces[i], i * 7 + 1);
        memset(pieces[i], (int)(i % 251) + 1, i * 7 + 1);
    }
    for (size_t i = 0; i < 300; ++i)
        for (size_t k = 0; k < i * 7 + 1; ++k)
            assert_int_equal(pieces[i][k], i % 251 + 1);
}

static void test_arena_pieces(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    fill_and_check(arena);
    arena_reset(arena);
    fill_and_check(arena);
    check_is_zero(arena_alloc(arena, 3000000, 1), 3000000);
    arena_free(arena);
    arena_free(NULL);
}

static void test_arena_used(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    assert_int_equal(arena_used(arena), 0);
    arena_alloc(arena, 10, 10);
    arena_string(arena, "abc");
    assert_int_equal(arena_used(arena), 104);
    arena_reset(arena);
    assert_int_equal(arena_used(arena), 0);
    arena_free(arena);
}

static void test_arena_text(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    assert_string_equal(arena_string(arena, ""), "");
    assert_string_equal(arena_copy(arena, "abcdef", 3), "abc");
    assert_string_equal(arena_copy(arena, NULL, 0), "");
    assert_string_equal(arena_format(arena, "$.pages[%d].%s", 12, "text"), "$.pages[12].text");
    char *long_text = arena_format(arena, "%09000d", 7);
    assert_int_equal(strlen(long_text), 9000);
    arena_free(arena);
}

static void test_list_room(void **state)
{
    (void)state;
    int *items = NULL;
    size_t capacity = 0, count = 0;
    for (int i = 0; i < 1000; ++i) {
        list_room((void **)&items, &capacity, count, sizeof *items);
        assert_true(capacity > count);
        items[count++] = i;
    }
    for (int i = 0; i < 1000; ++i)
        assert_int_equal(items[i], i);
    assert_true(capacity <= 2048);
    free(items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_new_is_zeroed_and_never_null),
        cmocka_unit_test(test_copy_string),
        cmocka_unit_test(test_running_out_ends_the_program),
        cmocka_unit_test(test_arena_pieces),
        cmocka_unit_test(test_arena_used),
        cmocka_unit_test(test_arena_text),
        cmocka_unit_test(test_list_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
