/* The disk is full, fails, or can only be read, at every single call that changes a file of a
 * sealed record: the record, its mark, the keys. What was acknowledged stays, what was refused is
 * nowhere and was said in one sentence, and when the disk works again the program goes on. */
#include "survives/disk.h"
#include "survives/table.h"
#include "survives/told.h"

#include "base/memory.h"
#include "store/folder.h"
#include "store/sealed_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { FOREVER = 1000000, TRIES = 40 };

static void assert_sentence(const Error *error)
{
    bool fits = error->code == ERROR_WRITE || error->code == ERROR_SYSTEM;
    if (!fits || strlen(error->sentence) < 20) {
        fail_msg("%d: %s: %s", error->code, error->place, error->sentence);
    }
}

/* Tried until it is kept, as people do. */
static void keep_in_the_end(Told *told, int batch)
{
    Error error = {0};
    int tries = 0;
    while (!told_keep(told, batch, &error)) {
        assert_sentence(&error);
        assert_true(tries++ < TRIES);
        error = (Error){0};
    }
}

/* One run with faults at calls first ... first + many - 1; returns how many calls there were. */
static long run(const char *folder, CallFault fault, long first, long many)
{
    Told told = {.time.wall = 0};
    assert_true(told_open(&told, folder, NULL));
    disk_plan(fault, first, many);
    for (int batch = 0; batch < TOLD_BATCHES; batch++) {
        keep_in_the_end(&told, batch);
    }
    long calls = disk_calls();
    disk_plan(CALL_FINE, 0, 0);
    told_close(&told);
    return calls;
}

static void fresh(const char *folder)
{
    disk_watch(NULL, -1);
    folder_empty(folder);
    sealed_folder_make(folder);
    disk_watch(folder, -1);
}

static void everywhere(const char *folder, const char *name, CallFault fault, long many)
{
    Row row = {.name = name};
    fresh(folder);
    long calls = run(folder, CALL_FINE, 0, 0);
    assert_true(calls >= 3 * TOLD_BATCHES);
    for (long first = 1; first <= calls; first += amount(7, 1)) {
        fresh(folder);
        run(folder, fault, first, many);
        told_check(folder, TOLD_BATCHES);
        row_count(&row, FOUND_WELL, "");
    }
    row_print(&row);
}

static void test_full(void **state)
{
    everywhere(*state, "disk full for one call", CALL_FULL, 1);
    everywhere(*state, "disk full for nine calls", CALL_FULL, 9);
}

static void test_io(void **state)
{
    everywhere(*state, "I/O error at one call", CALL_IO, 1);
    everywhere(*state, "I/O error at two calls", CALL_IO, 2);
    everywhere(*state, "I/O error at nine calls", CALL_IO, 9);
}

/* From some call on nothing can be written any more: refused, and what was there is there. */
static void from_now_on(const char *folder, CallFault fault, long first, Row *row)
{
    Told told = {.time.wall = 0};
    Error error = {0};
    int batch = 0;
    fresh(folder);
    assert_true(told_open(&told, folder, NULL));
    disk_plan(fault, first, FOREVER);
    while (batch < TOLD_BATCHES && told_keep(&told, batch, &error)) {
        batch++;
    }
    if (batch < TOLD_BATCHES) {
        char *before = record_dump(keeper_record(told.keeper));
        assert_sentence(&error);
        assert_false(told_keep(&told, batch, &error));
        char *after = record_dump(keeper_record(told.keeper));
        assert_string_equal(before, after);
        free(before);
        free(after);
    }
    told_close(&told);
    disk_plan(CALL_FINE, 0, 0);
    told_check(folder, batch);
    row_count(row, FOUND_WELL, "");
}

static void test_from_now_on(void **state)
{
    static const struct {
        const char *name;
        CallFault fault;
    } faults[] = {{"disk full from some call on", CALL_FULL},
                  {"I/O errors from some call on", CALL_IO},
                  {"medium becomes read-only", CALL_READ_ONLY}};
    fresh(*state);
    long calls = run(*state, CALL_FINE, 0, 0);
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        Row row = {.name = faults[i].name};
        for (long first = 1; first <= calls; first += amount(7, 1)) {
            from_now_on(*state, faults[i].fault, first, &row);
        }
        row_print(&row);
    }
}

/* A start from a medium that can only be read, or is full: said in a sentence, nothing changed. */
static void test_starts(void **state)
{
    static const CallFault faults[] = {CALL_FULL, CALL_IO, CALL_READ_ONLY};
    Row row = {.name = "start on a full, failing or read-only disk"};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        bool reached = true;
        for (long first = 1; reached && first < 200; first++) {
            Told told = {.time.wall = 0};
            Error error = {0};
            fresh(*state);
            run(*state, CALL_FINE, 0, 0);
            disk_plan(faults[i], first, FOREVER);
            if (told_open(&told, *state, &error)) {
                told_close(&told);
            } else {
                assert_sentence(&error);
            }
            reached = disk_calls() >= first;
            disk_plan(CALL_FINE, 0, 0);
            told_check(*state, TOLD_BATCHES);
            row_count(&row, FOUND_WELL, "");
        }
    }
    row_print(&row);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_full),
        IN_FOLDER(test_io),
        IN_FOLDER(test_from_now_on),
        IN_FOLDER(test_starts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
