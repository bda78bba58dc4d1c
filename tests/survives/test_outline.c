/* A start that writes the outline is ended by force at any call that changes a file: the record is
 * what it was, and the next start makes of the outline what is right, whatever is left of it. */
#include "survives/disk.h"
#include "survives/table.h"

#include "base/file.h"
#include "base/memory.h"
#include "store/desk.h"
#include "store/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { EVENTS = 400 };

/* A record whose outline is to be written, in one of these states. */
typedef enum Before { BEFORE_NONE, BEFORE_OLDER, BEFORE_COUNT } Before;

typedef struct Killing {
    Desk desk;
    char *kept; /* a folder with the files as they are before each run */
} Killing;

static void begin(Killing *killing, const char *folder, Before before)
{
    Desk *desk = &killing->desk;
    desk_open(desk, folder, 7);
    desk_tell_more(desk, EVENTS);
    desk_lock(desk);
    desk_unlock(desk); /* the outline has what was told so far */
    desk_tell_more(desk, EVENTS);
    desk_lock(desk);
    if (before == BEFORE_NONE) {
        char *outline = path_join(folder, OUTLINE_FILE);
        assert_int_equal(unlink(outline), 0);
        free(outline);
    }
    killing->kept = memory_copy_string("/tmp/pebblecove-outline-XXXXXX");
    assert_non_null(mkdtemp(killing->kept));
    folder_copy(folder, killing->kept);
}

static void end(Killing *killing)
{
    folder_empty(killing->kept);
    assert_int_equal(rmdir(killing->kept), 0);
    free(killing->kept);
    record_free(killing->desk.whole);
}

/* In a process of its own; true when it was killed. */
static bool start_and_kill(Desk *desk, CallFault how, long call)
{
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        disk_watch(desk->folder, -1);
        disk_plan(how, call, 1);
        desk_unlock(desk);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    assert_true(killed || (WIFEXITED(status) && WEXITSTATUS(status) == 0));
    return killed;
}

static bool run_once(Killing *killing, CallFault how, long call, Row *row)
{
    Desk *desk = &killing->desk;
    folder_empty(desk->folder);
    folder_copy(killing->kept, desk->folder);
    bool killed = start_and_kill(desk, how, call);
    desk_unlock(desk);
    for (size_t i = 0; i < record_case_count(desk->whole); i++) {
        desk_assert_whole(desk, record_case_at(desk->whole, i)->id);
    }
    assert_null(keeper_damage(desk->keeper));
    desk_lock(desk);
    row_count(row, FOUND_WELL, "");
    return killed;
}

static void test_killed(void **state)
{
    static const char *const names[] = {[BEFORE_NONE] = "killed while an outline is made",
                                        [BEFORE_OLDER] = "killed while an outline is gone on with"};
    for (int before = 0; before < BEFORE_COUNT; before++) {
        Killing killing;
        Row row = {.name = names[before]};
        long call = 1;
        begin(&killing, *state, (Before)before);
        while (run_once(&killing, row.runs % 2 ? CALL_KILL_TORN : CALL_KILL, call, &row)) {
            call += amount(5, 1);
        }
        assert_true(call > 20);
        end(&killing);
        row_print(&row);
        folder_empty(*state);
    }
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_killed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
