/* What is noticed of a record that was changed, and when: at the start, by the weekly check beside
 * other work, or when it is read. */
#include "base/file.h"
#include "store/desk.h"
#include "store/folder.h"
#include "store/seal_old.h"
#include "store/sealed_folder.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static void change_row(const char *folder, int sequence)
{
    sqlite3 *db;
    char text[256], *path = path_join(folder, STORE_FILE);
    snprintf(text, sizeof text,
             "PRAGMA locking_mode=EXCLUSIVE; DROP TRIGGER entry_unchanged;"
             "UPDATE entry SET body = zeroblob(length(body)) WHERE sequence = %d;"
             "CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry"
             " BEGIN SELECT raise(ABORT, 'entries are never changed'); END;",
             sequence);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    free(path);
}

static bool opens(Desk *desk)
{
    Store *store;
    Clock clock = clock_manual(&desk->time);
    desk->vault = sealed_folder_vault(desk->folder);
    bool opened = store_open_sealed(desk->folder, desk->vault, &store, NULL) &&
                  keeper_open(store, &clock, &desk->keeper, NULL);
    if (opened) {
        desk_lock(desk);
    } else {
        vault_close(desk->vault);
    }
    return opened;
}

/* What the weekly check finds, beside other work; CHECK_NONE when none is due. It may be over
 * before it is asked for the first time. */
static CheckState check_ends(Desk *desk)
{
    while (keeper_check(desk->keeper).state == CHECK_GOES_ON) {
        usleep(500);
    }
    return keeper_check(desk->keeper).state;
}

/* Among the latest thousand a changed row is noticed at once. An older one when the week is over:
 * from then on nothing is kept, and no later start opens it. */
static void test_noticed_when(void **state)
{
    Desk desk;
    Error error = {0};
    desk_open(&desk, *state, 1);
    desk_make_many(&desk);
    desk_lock(&desk);
    change_row(*state, 40);
    desk_unlock(&desk);
    assert_int_equal(check_ends(&desk), CHECK_NONE);
    assert_null(keeper_damage(desk.keeper));
    desk_lock(&desk);
    desk.time.wall += INT64_C(8) * DAY;
    desk_unlock(&desk);
    assert_int_equal(check_ends(&desk), CHECK_DAMAGED);
    assert_int_equal(keeper_damage(desk.keeper)->code, ERROR_DAMAGED);
    Event event = story_case(77);
    assert_false(keeper_keep(desk.keeper, &event, 1, &error));
    assert_int_equal(error.code, ERROR_DAMAGED);
    desk_lock(&desk);
    assert_false(opens(&desk));
    record_free(desk.whole);
}

static void test_noticed_at_once(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 1);
    desk_make_many(&desk);
    desk_lock(&desk);
    change_row(*state, 14000);
    assert_false(opens(&desk));
    record_free(desk.whole);
}

/* A clock that went back tells nothing of a week. */
static void test_clock_back(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 1);
    desk_make_many(&desk);
    desk_lock(&desk);
    desk.time.wall -= INT64_C(8) * DAY;
    desk_unlock(&desk);
    assert_int_equal(check_ends(&desk), CHECK_WELL);
    desk_lock(&desk);
    desk_unlock(&desk);
    assert_int_equal(check_ends(&desk), CHECK_NONE);
    desk_close(&desk);
}

/* One week's check, locked as soon as it is seen to go on; how often that came to pass. */
static int week_of_starts(Desk *desk, int *number)
{
    int percent = 0, starts = 0;
    desk_lock(desk);
    desk->time.wall += INT64_C(8) * DAY;
    desk_unlock(desk);
    while (keeper_check(desk->keeper).state == CHECK_GOES_ON) {
        assert_true(keeper_check(desk->keeper).percent >= percent);
        percent = keeper_check(desk->keeper).percent;
        desk_sit(desk, 2, ++*number);
        desk_lock(desk);
        desk_unlock(desk);
        assert_true(++starts < 2000);
    }
    assert_int_not_equal(keeper_check(desk->keeper).state, CHECK_DAMAGED);
    return starts;
}

/* Locked before it ends, it goes on where it was; and things are kept while it does. On a busy
 * computer a check may be over before it is seen: then another week. */
static void test_check_goes_on(void **state)
{
    Desk desk;
    int number = 5000, weeks = 1;
    desk_open(&desk, *state, 1);
    desk_make_many(&desk);
    while (week_of_starts(&desk, &number) == 0) {
        assert_true(++weeks < 100);
    }
    assert_int_equal(record_sitting_count(desk.whole), MANY * SITTINGS + number - 5000);
    desk_assert_whole(&desk, story_id('c', 2));
    desk_close(&desk);
}

/* A play whose entries are damaged: the case opens, the play does not, and that is remembered. */
static void test_damage_come_to(void **state)
{
    Desk desk;
    PlayMoves moves;
    Error error = {0};
    desk_open(&desk, *state, 1);
    desk_make_many(&desk);
    desk_lock(&desk);
    change_row(*state, 4000);
    desk_unlock(&desk);
    const Record *whole = desk.whole;
    for (int family = 1; !keeper_damage(desk.keeper); family++) {
        assert_true(family <= MANY);
        assert_true(keeper_need(desk.keeper, story_id('c', family), NULL));
        for (size_t i = 0; i < record_sitting_count(whole); i++) {
            const Sitting *sitting = record_sitting_at(whole, i);
            const PlayRecord *play = record_play(whole, sitting->plays[0]);
            if (!id_same(sitting->case_id, story_id('c', family)) || play->first > 4000 ||
                play->last < 4000) {
                continue;
            }
            play = record_play_by_id(keeper_record(desk.keeper), play->id);
            assert_false(keeper_moves(desk.keeper, play, &moves, &error));
        }
    }
    assert_int_equal(error.code, ERROR_DAMAGED);
    desk_lock(&desk);
    assert_false(opens(&desk));
    record_free(desk.whole);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_noticed_when),  IN_FOLDER(test_noticed_at_once), IN_FOLDER(test_clock_back),
        IN_FOLDER(test_check_goes_on), IN_FOLDER(test_damage_come_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
