/* A sitting of the real program is ended by force: killed at any call that changes the disk, or by
 * the power. What it had called kept is there, in order, and the record goes on. */
#include "survives/table.h"

#include "base/ids.h"
#include "base/memory.h"
#include "store/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

/* About 450 calls set the family up, and the rest is the sitting. */
enum { CALLS = 1000, EACH = 500, WHY = 1024 };

/* A sitting that nothing disturbs; leaves the folder empty. */
static void sit_in_peace(const char *folder, Sat *sat, Expected *expected)
{
    sitting_run(folder, CALLS, CALL_FINE, 0, sat);
    assert_false(sat->killed);
    expected_read(expected, folder);
    assert_true(sat->noted > 50 && (size_t)sat->noted <= expected->count);
    folder_empty(folder);
}

static void kill_at(const char *folder, long call, CallFault how, const Expected *expected,
                    Row *row)
{
    Sat sat;
    char why[WHY];
    sitting_run(folder, CALLS, how, call, &sat);
    assert_true(sat.killed);
    row_count(row, sitting_look(folder, expected, sat.noted, why, sizeof why), why);
    trace_clear(&sat.trace);
    folder_empty(folder);
}

/* The whole: each of the first 500 calls, and every fifth after them; every other one half done. */
static void test_killed(void **state)
{
    Row row = {.name = "killed at a write or sync call of a sitting"};
    Sat sat;
    Expected expected;
    sit_in_peace(*state, &sat, &expected);
    for (long call = 1; call <= CALLS; call += amount(91, call < EACH ? 1 : 5)) {
        CallFault how = row.runs % 2 ? CALL_KILL : CALL_KILL_TORN;
        kill_at(*state, call, how, &expected, &row);
    }
    trace_clear(&sat.trace);
    expected_clear(&expected);
    row_print(&row);
}

static void cut_once(const char *folder, const Sat *sat, uint64_t *chance, const Expected *expected,
                     Row *row)
{
    char why[WHY];
    size_t at = chance_below(chance, sat->trace.count + 1);
    power_cut(&sat->trace, at, chance, folder);
    int64_t noted = trace_noted(&sat->trace, at);
    row_count(row, sitting_look(folder, expected, noted, why, sizeof why), why);
    folder_empty(folder);
}

static void test_power_cuts(void **state)
{
    Row row = {.name = "power cut: unsynced writes gone, torn, or there"};
    Sat sat;
    Expected expected;
    uint64_t chance = 20261122;
    sit_in_peace(*state, &sat, &expected);
    for (long cut = 0; cut < amount(80, 2000); cut++) {
        cut_once(*state, &sat, &chance, &expected, &row);
    }
    trace_clear(&sat.trace);
    expected_clear(&expected);
    row_print(&row);
}

/* The test is no better than its disk: where no sync was ever asked for, it finds that kept events
 * are lost. */
static void test_cuts_are_noticed(void **state)
{
    Row row = {.name = "power cut of a program that never syncs"};
    Sat sat;
    Expected expected;
    uint64_t chance = 5;
    sit_in_peace(*state, &sat, &expected);
    trace_forget_syncs(&sat.trace);
    for (long cut = 0; cut < 12; cut++) {
        cut_once(*state, &sat, &chance, &expected, &row);
    }
    trace_clear(&sat.trace);
    expected_clear(&expected);
    assert_true(row.lost + row.closed > 2);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_killed),
        IN_FOLDER(test_power_cuts),
        IN_FOLDER(test_cuts_are_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
