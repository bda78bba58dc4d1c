/* What else happens to a record: clocks that jump, a folder that is copied, two programs at
 * once. */
#include "survives/table.h"
#include "survives/told.h"

#include "app/hold.h"
#include "base/file.h"
#include "base/memory.h"
#include "store/folder.h"
#include "store/sealed_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const int64_t ten_years = (int64_t)3653 * 24 * 60 * 60 * 1000;

/* ---- clocks ---- */

static bool in_order(void *context, const Event *event, Error *error)
{
    int64_t *last = context;
    return event->sequence == ++*last || error_set(error, ERROR_DAMAGED, "event", "Out of order.");
}

/* Before each batch, and before each start, the clock is somewhere else: ten years on or back. */
static void test_clock_jumps(void **state)
{
    Row row = {.name = "clock jumps of ten years, both ways"};
    Told told = {.time.wall = 1767261600000};
    int64_t last = 0;
    sealed_folder_make(*state);
    for (int batch = 0; batch < TOLD_BATCHES; batch++) {
        told.time.wall += batch % 3 == 0 ? ten_years : batch % 3 == 1 ? -2 * ten_years : ten_years;
        assert_true(told_open(&told, *state, NULL));
        assert_true(told_keep(&told, batch, NULL));
        told.time.wall += batch % 2 ? ten_years : -ten_years;
        last = 0;
        assert_true(store_each(keeper_store(told.keeper), 0, in_order, &last, NULL));
        assert_int_equal(last, (int64_t)told_events(batch + 1));
        told_close(&told);
        row_count(&row, FOUND_WELL, "");
    }
    told_check(*state, TOLD_BATCHES);
    row_print(&row);
}

/* ---- a copied folder ---- */

static void keep_up_to(const char *folder, int from, int to)
{
    Told told = {.time.wall = 0};
    assert_true(told_open(&told, folder, NULL));
    for (int batch = from; batch < to; batch++) {
        assert_true(told_keep(&told, batch, NULL));
    }
    told_close(&told);
}

/* Both go on, and neither takes a file of the other for its own. */
static void clone_at(const char *folder, const char *copy, int batch, Row *row)
{
    Told told = {.time.wall = 0};
    Error error = {0};
    folder_empty(folder);
    folder_empty(copy);
    sealed_folder_make(folder);
    keep_up_to(folder, 0, batch);
    folder_copy(folder, copy);
    keep_up_to(folder, batch, batch + 2);
    keep_up_to(copy, batch, batch + 1);
    told_check(folder, batch + 2);
    told_check(copy, batch + 1);
    char *source = path_join(copy, STORE_FILE), *target = path_join(folder, STORE_FILE);
    assert_int_equal(rename(source, target), 0);
    bool opened = told_open(&told, folder, &error);
    row_count(row, opened ? FOUND_LOST : FOUND_WELL, "the other branch was taken for this one");
    if (opened) {
        told_close(&told);
    } else {
        assert_int_equal(error.code, ERROR_DAMAGED);
    }
    free(source);
    free(target);
}

static void test_clones(void **state)
{
    Row row = {.name = "cloned folder goes its own way; mixed up: noticed"};
    char *copy = memory_copy_string("/tmp/pebblecove-clone-XXXXXX");
    assert_non_null(mkdtemp(copy));
    for (int batch = 1; batch + 2 <= TOLD_BATCHES; batch++) {
        clone_at(*state, copy, batch, &row);
    }
    folder_empty(copy);
    assert_int_equal(rmdir(copy), 0);
    free(copy);
    row_print(&row);
}

/* ---- two at once ---- */

enum { KEPT_IT = 10, WAS_TOLD = 11, WENT_WRONG = 12 };

static int answer_of(bool kept, const Error *error)
{
    bool told = error->code == ERROR_LOCKED && strlen(error->sentence) > 20;
    return kept ? KEPT_IT : told ? WAS_TOLD : WENT_WRONG;
}

static bool keep_something(const char *folder, Error *error)
{
    Told told = {.time.wall = 0};
    if (!told_open(&told, folder, error)) {
        return false;
    }
    bool kept = told_keep(&told, 3, error);
    usleep(20000);
    told_close(&told);
    return kept;
}

/* Waits for the other one, then starts as the program does. With `hold`, the folder is held first;
 * where a file system knows no such locks, there is only the record's own. */
static int start(const char *folder, int gate, bool hold)
{
    Error error = {0};
    char go;
    int held = -1;
    if (read(gate, &go, 1) != 0) {
        return WENT_WRONG;
    }
    bool kept =
        (!hold || data_folder_hold(folder, &held, &error)) && keep_something(folder, &error);
    data_folder_release(held);
    return answer_of(kept, &error);
}

static int end_of(pid_t child)
{
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : WENT_WRONG;
}

/* Without the hold each may find the other there, and neither starts; with it one always does. */
static int two_at_once(const char *folder, bool hold, Row *row)
{
    int gate[2];
    pid_t children[2];
    folder_empty(folder);
    sealed_folder_make(folder);
    keep_up_to(folder, 0, 3);
    assert_int_equal(pipe(gate), 0);
    fflush(NULL);
    for (int i = 0; i < 2; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) {
            close(gate[1]);
            _exit(start(folder, gate[0], hold));
        }
    }
    close(gate[0]);
    close(gate[1]); /* go */
    int first = end_of(children[0]), second = end_of(children[1]);
    int kept = (first == KEPT_IT) + (second == KEPT_IT);
    bool well = kept >= hold && first != WENT_WRONG && second != WENT_WRONG;
    row_count(row, well ? FOUND_WELL : FOUND_LOST,
              "neither kept anything, or one was not told why");
    return kept;
}

/* A program whose window is closed, and that still holds the folder for a while. */
static void hold_and_close(const char *folder, int ready, bool ends)
{
    int held;
    Error error = {0};
    if (!data_folder_hold(folder, &held, &error)) {
        _exit(1);
    }
    data_folder_closing(held);
    (void)!write(ready, "!", 1);
    usleep(ends ? 400000 : 60000000);
    _exit(0);
}

static bool start_after(const char *folder, bool ends, Error *error)
{
    int ready[2], held = -1;
    char told;
    assert_int_equal(pipe(ready), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        hold_and_close(folder, ready[1], ends);
    }
    assert_int_equal(read(ready[0], &told, 1), 1);
    bool started = data_folder_hold(folder, &held, error);
    data_folder_release(held);
    kill(child, SIGKILL);
    (void)end_of(child);
    close(ready[0]);
    close(ready[1]);
    return started;
}

/* It is waited for; one whose disk never answers is not taken for an open window. */
static void test_start_while_another_closes(void **state)
{
    Error error = {0};
    Row row = {.name = "a start while another one is closing"};
    assert_true(start_after(*state, true, &error));
    row_count(&row, FOUND_WELL, "");
    assert_false(start_after(*state, false, &error));
    assert_int_equal(error.code, ERROR_LOCKED);
    assert_non_null(strstr(error.sentence, "still saves what was done last"));
    row_count(&row, FOUND_WELL, "");
    row_print(&row);
}

static bool count_one(void *context, const Event *event, Error *error)
{
    (void)event;
    (void)error;
    ++*(size_t *)context;
    return true;
}

static size_t events_in(const char *folder)
{
    Told told = {.time.wall = 0};
    size_t count = 0;
    assert_true(told_open(&told, folder, NULL));
    assert_true(store_each(keeper_store(told.keeper), 0, count_one, &count, NULL));
    told_close(&told);
    return count;
}

static void start_often(const char *folder, const char *name, bool hold)
{
    Row row = {.name = name};
    for (long i = 0; i < amount(10, 200); i++) {
        int kept = two_at_once(folder, hold, &row);
        assert_int_equal(events_in(folder), told_events(3) + (size_t)kept);
    }
    row_print(&row);
}

static void test_two_starts(void **state)
{
    start_often(*state, "two starts at once: one keeps, the other is told", true);
    start_often(*state, "two starts at once, without the folder's lock", false);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_clock_jumps),
        IN_FOLDER(test_clones),
        IN_FOLDER(test_start_while_another_closes),
        IN_FOLDER(test_two_starts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
