/* The disk fails, at every single call that changes something, in every way we can think of. What
 * was acknowledged stays, what was refused is nowhere, and afterwards the store works again. */
#include "store/keeper.h"

#include "record/story.h"
#include "store/fault_vfs.h"
#include "store/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { STEPS = 12 };

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

static void assert_store_holds(Store *store, const Record *expected)
{
    Record *found = record_new();
    Error error = {0};
    if (!store_each(store, 0, fold, found, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    char *one = record_dump(expected), *other = record_dump(found);
    assert_string_equal(one, other);
    free(one);
    free(other);
    record_free(found);
}

static size_t batch_for(int step, Event *events)
{
    if (step == 0) {
        events[0] = story_case(1);
        events[1] = story_person(1, 1, TIER_T2);
        events[2] = story_frozen(0, 1, "words");
        return 3;
    }
    if (step == 1) {
        events[0] = story_sitting(1, 1, 1, SETTING_ROOM);
        events[1] = story_play(1, 1, 0, TIER_T2);
        return 2;
    }
    events[0] = story_move(1, "choose", "happy");
    events[0].move.value = step;
    return 1;
}

/* One run with one plan. Returns how many calls there were. */
static long run(const char *folder, DiskFault fault, long first, long many)
{
    ManualClock manual = {.wall = 5};
    Clock clock = clock_manual(&manual);
    Store *store;
    Keeper *keeper;
    fault_vfs_plan(DISK_FINE, 0, 0);
    assert_true(store_sqlite_open(folder, NULL, &store, NULL));
    assert_true(keeper_open(store, &clock, &keeper, NULL));
    keeper_wait(keeper, 60000);
    fault_vfs_plan(fault, first, many);
    for (int step = 0; step < STEPS; step++) {
        Event events[3];
        Error error = {0};
        int tries = 0;
        size_t count = batch_for(step, events);
        while (!keeper_keep(keeper, events, count, &error)) {
            if (error.code != ERROR_WRITE && error.code != ERROR_SYSTEM) {
                fail_msg("%d: %s: %s", error.code, error.place, error.sentence);
            }
            assert_true(tries++ < 20);
        }
        if (tries > 0) {
            assert_store_holds(store, keeper_record(keeper));
        }
    }
    long calls = fault_vfs_calls();
    fault_vfs_plan(DISK_FINE, 0, 0);
    assert_int_equal(record_play(keeper_record(keeper), 0)->move_count, STEPS - 2);
    assert_store_holds(store, keeper_record(keeper));
    keeper_close(keeper);
    return calls;
}

static void assert_opens_with_all(const char *folder)
{
    ManualClock manual = {0};
    Clock clock = clock_manual(&manual);
    Store *store;
    Keeper *keeper;
    assert_true(store_sqlite_open(folder, NULL, &store, NULL));
    assert_true(keeper_open(store, &clock, &keeper, NULL));
    assert_int_equal(record_play(keeper_record(keeper), 0)->move_count, STEPS - 2);
    keeper_close(keeper);
    folder_empty(folder);
}

static void run_everywhere(const char *folder, DiskFault fault, long many)
{
    long calls = run(folder, DISK_FINE, 0, 0);
    assert_opens_with_all(folder);
    assert_true(calls >= 2 * STEPS);
    for (long first = 1; first <= calls; first++) {
        run(folder, fault, first, many);
        assert_opens_with_all(folder);
    }
}

static void test_full(void **state)
{
    run_everywhere(*state, DISK_FULL, 1);
    run_everywhere(*state, DISK_FULL, 9);
}

static void test_io(void **state)
{
    run_everywhere(*state, DISK_IO, 1);
    run_everywhere(*state, DISK_IO, 2);
    run_everywhere(*state, DISK_IO, 9);
}

/* The worst: the disk did it and says it did not. */
static void test_io_done(void **state)
{
    run_everywhere(*state, DISK_IO_DONE, 1);
    run_everywhere(*state, DISK_IO_DONE, 2);
    run_everywhere(*state, DISK_IO_DONE, 3);
    run_everywhere(*state, DISK_IO_DONE, 9);
}

/* The disk fails while the store is made or opened: it says so, and opens once the disk works. */
static void test_opening(void **state)
{
    static const DiskFault faults[] = {DISK_FULL, DISK_IO, DISK_IO_DONE};
    for (size_t f = 0; f < sizeof faults / sizeof *faults; f++) {
        bool reached = true;
        for (long first = 1; reached; first++) {
            Store *store;
            Error error = {0};
            fault_vfs_plan(faults[f], first, 1000000);
            if (store_sqlite_open(*state, NULL, &store, &error)) {
                store_close(store);
            } else {
                assert_int_equal(error.code, ERROR_WRITE);
            }
            reached = fault_vfs_calls() >= first;
            fault_vfs_plan(DISK_FINE, 0, 0);
            run(*state, DISK_FINE, 0, 0);
            assert_opens_with_all(*state);
        }
    }
}

static void append_one_elsewhere(const char *folder)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        Store *store;
        Event event = story_case(2);
        fault_vfs_plan(DISK_FINE, 0, 0);
        bool kept =
            store_sqlite_open(folder, NULL, &store, NULL) && store_append(store, &event, 1, NULL);
        if (kept) {
            store_close(store);
        }
        _exit(kept ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

/* While a broken disk keeps this store closed, another program adds an event: it is not taken for
 * one of ours and removed, and nothing is added behind it unseen. */
static void test_changed_meanwhile(void **state)
{
    Store *store;
    Event event = story_case(1);
    Error error = {0};
    fault_vfs_plan(DISK_FINE, 0, 0);
    assert_true(store_sqlite_open(*state, NULL, &store, NULL));
    assert_true(store_append(store, &event, 1, NULL));
    fault_vfs_refuse_opening(true);
    fault_vfs_plan(DISK_IO_DONE, 1, 1000000);
    assert_false(store_append(store, &event, 1, &error));
    assert_false(store_append(store, &event, 1, &error));
    fault_vfs_refuse_opening(false);
    append_one_elsewhere(*state);
    fault_vfs_plan(DISK_FINE, 0, 0);
    for (int i = 0; i < 2; i++) {
        assert_false(store_append(store, &event, 1, &error));
        assert_int_equal(error.code, ERROR_DAMAGED);
        assert_non_null(strstr(error.sentence, "Another program changed the record"));
    }
    store_close(store);
    assert_true(store_sqlite_open(*state, NULL, &store, NULL));
    assert_true(store_append(store, &event, 1, NULL));
    store_close(store);
}

/* After a failure the file is opened again at once: nobody slips in between. */
static void test_still_held(void **state)
{
    Store *store, *other;
    Event event = story_case(1);
    Error error = {0};
    fault_vfs_plan(DISK_FINE, 0, 0);
    assert_true(store_sqlite_open(*state, NULL, &store, NULL));
    fault_vfs_plan(DISK_IO, 1, 1);
    assert_false(store_append(store, &event, 1, &error));
    assert_int_equal(error.code, ERROR_WRITE);
    assert_false(store_sqlite_open(*state, NULL, &other, &error));
    assert_int_equal(error.code, ERROR_LOCKED);
    store_close(store);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    fault_vfs_install();
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_full),
        IN_FOLDER(test_io),
        IN_FOLDER(test_io_done),
        IN_FOLDER(test_opening),
        IN_FOLDER(test_changed_meanwhile),
        IN_FOLDER(test_still_held),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
