/* The program is killed at any moment of a sitting. Whatever keeper_keep acknowledged is there when
 * the record is opened again, in order; a batch is there whole or not at all.
 *
 * A child process plays a fixed script. SIGKILL strikes at the n-th call that changes the disk
 * (before it, and half way through it when it is a write), at 200 points spread over the whole run.
 * With a vault and without. */
#include "store/keeper.h"

#include "base/memory.h"
#include "record/story.h"
#include "store/fault_vfs.h"
#include "store/folder.h"
#include "store/sealed_folder.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* WALL: a whole minute, so that every event is stamped with it. */
enum { POINTS = 200, EVENTS_MAX = 100, WALL = 28333 * 60000 };

/* ---- the script ---- */

typedef struct Script {
    Event events[EVENTS_MAX];
    int batch[EVENTS_MAX]; /* which batch the event belongs to: 1, 2, ... */
    size_t count;
    int batches;
    char content[20000]; /* a module is many pages of the database */
} Script;

static void say(Script *script, Event event)
{
    event.wall_ms = WALL;
    script->batch[script->count] = script->batches;
    script->events[script->count++] = event;
}

static void say_alone(Script *script, Event event)
{
    script->batches++;
    say(script, event);
}

static void play(Script *script, int number, int assignment, int moves)
{
    say_alone(script, story_play(1, number, assignment, TIER_T2));
    for (int i = 0; i < moves; i++) {
        Event move = story_move(number, "place", "card");
        move.move.value = i + 1;
        PUT(move.move.text, i % 3 ? "" : "some words a child typed");
        say_alone(script, move);
    }
    say_alone(script, story_play_ended(number, ENDING_FINISHED));
}

static Script *script_new(void)
{
    Script *script = memory_new(1, sizeof *script);
    Event pause = {.type = EVENT_BREAK, .sitting_id = story_id('s', 1)};
    memset(script->content, 'w', sizeof script->content - 1);
    say_alone(script, story_case(1));
    say(script, story_person(1, 1, TIER_T2));
    say(script, story_person(1, 2, TIER_AD));
    say_alone(script, story_frozen(0, 1, script->content));
    say(script, story_assigned(1, 1, 1, SETTING_ROOM));
    say(script, story_assigned(1, 1, 2, SETTING_ROOM));
    say_alone(script, story_sitting(1, 1, 1, SETTING_ROOM));
    say(script, story_play(1, 1, 0, TIER_T2));
    say_alone(script, story_move(1, "choose", "happy"));
    say_alone(script, story_play_ended(1, ENDING_FINISHED));
    play(script, 2, 1, 22);
    say_alone(script, pause);
    play(script, 3, 2, 24);
    say_alone(script, story_sitting_ended(1, ENDING_FINISHED, "pebble/sea"));
    return script;
}

static size_t batch_size(const Script *script, size_t at)
{
    size_t size = 1;
    while (at + size < script->count && script->batch[at + size] == script->batch[at]) {
        size++;
    }
    return size;
}

/* ---- the child ---- */

static bool tell(Keeper *keeper, const Script *script, int acknowledged)
{
    for (size_t at = 0; at < script->count; at += batch_size(script, at)) {
        Event events[EVENTS_MAX];
        size_t size = batch_size(script, at);
        memcpy(events, &script->events[at], size * sizeof *events);
        if (!keeper_keep(keeper, events, size, NULL)) {
            return false;
        }
        int64_t last = events[size - 1].sequence;
        if (write(acknowledged, &last, sizeof last) != (ssize_t)sizeof last) {
            return false;
        }
    }
    return true;
}

static bool live(const char *folder, const Script *script, int acknowledged)
{
    ManualClock manual = {.wall = WALL};
    Clock clock = clock_manual(&manual);
    Vault *vault = sealed_folder_vault(folder);
    Store *store;
    Keeper *keeper;
    if (!store_sqlite_open(folder, vault, &store, NULL) ||
        !keeper_open(store, &clock, &keeper, NULL)) {
        return false;
    }
    keeper_wait(keeper, 60000);
    bool told = tell(keeper, script, acknowledged);
    keeper_close(keeper);
    vault_close(vault);
    return told;
}

/* Runs the script in a child; returns the last sequence it acknowledged before it died. */
static int64_t run_child(const char *folder, const Script *script, DiskFault fault, long at,
                         bool *killed)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        fault_vfs_plan(fault, at, 1);
        _exit(live(folder, script, ends[1]) ? 0 : 1);
    }
    close(ends[1]);
    int64_t last = 0, next;
    while (read(ends[0], &next, sizeof next) == (ssize_t)sizeof next) {
        assert_true(next > last);
        last = next;
    }
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    *killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    assert_true(*killed || (WIFEXITED(status) && WEXITSTATUS(status) == 0));
    return last;
}

/* ---- what is found afterwards ---- */

typedef struct Comparison {
    const Script *script;
    size_t count;
} Comparison;

static bool compare(void *context, const Event *event, Error *error)
{
    Comparison *comparison = context;
    assert_true(comparison->count < comparison->script->count);
    const Event *told = &comparison->script->events[comparison->count++];
    char *one = event_write_body(told), *other = event_write_body(event);
    bool same = event->sequence == (int64_t)comparison->count && event->type == told->type &&
                event->wall_ms == told->wall_ms && strcmp(one, other) == 0;
    free(one);
    free(other);
    return same || error_set(error, ERROR_DAMAGED, "event", "Not what was told.");
}

static void assert_found(const char *folder, const Script *script, int64_t acknowledged)
{
    Store *store;
    Keeper *keeper = NULL;
    Error error = {0};
    ManualClock manual = {.wall = WALL};
    Clock clock = clock_manual(&manual);
    Comparison comparison = {script, 0};
    Vault *vault = sealed_folder_vault(folder);
    if (!store_sqlite_open(folder, vault, &store, &error) ||
        !store_each(store, 0, compare, &comparison, &error) ||
        !keeper_open(store, &clock, &keeper, &error)) {
        fail_msg("after %lld: %s: %s", (long long)acknowledged, error.place, error.sentence);
    }
    size_t found = comparison.count;
    assert_true((int64_t)found >= acknowledged);
    bool whole =
        found == 0 || found == script->count || script->batch[found] != script->batch[found - 1];
    assert_true(whole);
    /* and at most the one batch that was on its way */
    int known = acknowledged ? script->batch[acknowledged - 1] : 0;
    assert_true(found == 0 || script->batch[found - 1] <= known + 1);
    keeper_close(keeper);
    vault_close(vault);
}

static long calls_of_a_whole_run(const char *folder, const Script *script)
{
    int nowhere[2];
    assert_int_equal(pipe(nowhere), 0);
    fault_vfs_plan(DISK_FINE, 0, 0);
    assert_true(live(folder, script, nowhere[1]));
    long calls = fault_vfs_calls();
    close(nowhere[0]);
    close(nowhere[1]);
    assert_found(folder, script, (int64_t)script->count);
    folder_empty(folder);
    return calls;
}

static void empty(const char *folder, bool sealed)
{
    folder_empty(folder);
    if (sealed) {
        sealed_folder_make(folder);
    }
}

/* `sealed`: with a vault in the folder. */
static void killed_anywhere(const char *folder, bool sealed)
{
    Script *script = script_new();
    empty(folder, sealed);
    long calls = calls_of_a_whole_run(folder, script);
    empty(folder, sealed);
    int killed_in_all = 0;
    assert_true(script->count >= 60 && calls >= POINTS / 2);
    for (int point = 0; point < POINTS; point++) {
        bool killed;
        long at = 1 + calls * (point / 2) / (POINTS / 2);
        DiskFault fault = point % 2 ? DISK_KILL_TORN : DISK_KILL;
        int64_t acknowledged = run_child(folder, script, fault, at, &killed);
        killed_in_all += killed;
        assert_found(folder, script, acknowledged);
        empty(folder, sealed);
    }
    assert_int_equal(killed_in_all, POINTS);
    printf("%d kills over %ld calls, %zu events\n", POINTS, calls, script->count);
    free(script);
}

static void test_killed(void **state)
{
    killed_anywhere(*state, false);
}

static void test_killed_sealed(void **state)
{
    killed_anywhere(*state, true);
}

/* Killed again and again while it is opened after a crash. */
static void test_killed_while_recovering(void **state)
{
    Script *script = script_new();
    sealed_folder_make(*state);
    bool killed = true;
    int64_t acknowledged = run_child(*state, script, DISK_KILL, 150, &killed);
    assert_true(killed);
    for (long at = 1; killed; at++) {
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            Store *store;
            fault_vfs_plan(DISK_KILL, at, 1);
            bool opened = store_sqlite_open(*state, sealed_folder_vault(*state), &store, NULL);
            if (opened) {
                store_close(store);
            }
            _exit(opened ? 0 : 1);
        }
        int status;
        assert_int_equal(waitpid(child, &status, 0), child);
        killed = WIFSIGNALED(status);
        assert_true(killed || WEXITSTATUS(status) == 0);
    }
    assert_found(*state, script, acknowledged);
    free(script);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    fault_vfs_install();
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_killed),
        IN_FOLDER(test_killed_sealed),
        IN_FOLDER(test_killed_while_recovering),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
