/* Opening on a thread of its own, given up at any time: what was read is kept for the next one. */
#include "base/file.h"
#include "store/desk.h"
#include "store/folder.h"
#include "store/opening.h"
#include "store/seal_old.h"
#include "store/sealed_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static void remove_outline(const char *folder)
{
    char *path = path_join(folder, OUTLINE_FILE);
    assert_int_equal(unlink(path), 0);
    free(path);
}

static Opening *begin(Desk *desk)
{
    Store *store;
    Clock clock = clock_manual(&desk->time);
    desk->vault = sealed_folder_vault(desk->folder);
    assert_true(store_open_sealed(desk->folder, desk->vault, &store, NULL));
    return opening_begin(store, &clock);
}

/* How far it got once some of it was read. */
static int stop_soon(Desk *desk)
{
    Opening *opening = begin(desk);
    int before = opening_percent(opening);
    while (!opening_wait(opening, 1) && opening_percent(opening) <= before) {
    }
    int percent = opening_percent(opening);
    opening_stop(opening);
    vault_close(desk->vault);
    return percent;
}

static void test_goes_on_where_it_was(void **state)
{
    Desk desk;
    Error error = {0};
    int percent = 0;
    desk_open(&desk, *state, 1);
    desk_make_many(&desk);
    desk_lock(&desk);
    remove_outline(*state);
    for (int i = 0; i < 4; i++) {
        int got = stop_soon(&desk);
        assert_true(got >= percent);
        percent = got;
    }
    assert_true(percent > 0);
    Opening *opening = begin(&desk);
    assert_true(opening_wait(opening, 60000));
    assert_true(opening_end(opening, &desk.keeper, &error));
    for (int family = 1; family <= MANY; family++) {
        desk_assert_whole(&desk, story_id('c', family));
    }
    desk_close(&desk);
}

static void test_given_up_at_once(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 1);
    desk_make_many(&desk);
    desk_lock(&desk);
    for (int i = 0; i < 20; i++) {
        opening_stop(begin(&desk));
        vault_close(desk.vault);
    }
    opening_stop(NULL);
    desk_unlock(&desk);
    desk_assert_whole(&desk, story_id('c', 1));
    desk_close(&desk);
}

static bool cannot_read(Store *store, int64_t sequence, uint8_t hash[SEAL_HASH])
{
    (void)store, (void)sequence, (void)hash;
    return false;
}

static void test_a_disk_that_cannot_be_read_is_told(void **state)
{
    Desk desk;
    Store *store;
    Keeper *keeper;
    Error error = {0};
    Clock clock = clock_manual(&desk.time);
    desk_open(&desk, *state, 1);
    desk_tell(&desk, story_case(1));
    desk_lock(&desk);
    desk.vault = sealed_folder_vault(desk.folder);
    assert_true(store_open_sealed(desk.folder, desk.vault, &store, NULL));
    StoreOps failing = *store->ops;
    failing.hash = cannot_read;
    store->ops = &failing;
    assert_false(keeper_open(store, &clock, &keeper, &error));
    assert_int_equal(error.code, ERROR_READ);
    assert_true(error.sentence[0]);
    vault_close(desk.vault);
    record_free(desk.whole);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_goes_on_where_it_was),
        IN_FOLDER(test_given_up_at_once),
        IN_FOLDER(test_a_disk_that_cannot_be_read_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
