/* What was private does not stay in memory that was given back: kept, read again, read anew, and
 * locked. */
#include "base/file.h"
#include "base/freed.h"
#include "base/memory.h"
#include "store/desk.h"
#include "store/folder.h"
#include "store/outline.h"
#include "store/salvage.h"
#include "store/sealed_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define WORD "quillomene"
#define FEW WORD " lives in a lighthouse"

static const char *const words[] = {WORD, NULL};

static void test_the_look_finds(void **state)
{
    char *left = memory_copy_string(FEW), *forgotten = memory_copy_string(FEW);
    (void)state;
    freed_watch(words);
    free(left);
    memory_forget(forgotten);
    freed_watch(NULL);
    assert_int_equal(freed_found(), 1);
}

static void put_some(Desk *desk)
{
    Event person = story_person(1, 1, TIER_T2), move = story_move(1, "write", "card");
    PUT(person.name, WORD);
    PUT(move.move.text, FEW);
    desk_tell(desk, story_frozen(0, 1, "{\"title\":\"" FEW "\"}"));
    desk_tell(desk, story_case(1));
    desk_tell(desk, person);
    desk_tell(desk, story_assigned(1, 1, 1, SETTING_ROOM));
    desk_tell(desk, story_sitting(1, 1, 1, SETTING_ROOM));
    desk_tell(desk, story_play(1, 1, 1, TIER_T2));
    for (int i = 0; i < 20; i++) {
        desk_tell(desk, move);
    }
    desk_tell(desk, story_play_ended(1, ENDING_FINISHED));
    desk_tell(desk, story_sitting_ended(1, ENDING_FINISHED, "pebble/round"));
}

static void read_all(Desk *desk)
{
    LogEntry *log;
    size_t count;
    desk_assert_whole(desk, story_id('c', 1));
    assert_true(keeper_log(desk->keeper, &log, &count, NULL));
    free(log);
}

static void remove_outline(const Desk *desk)
{
    char *path = path_join(desk->folder, OUTLINE_FILE);
    assert_int_equal(unlink(path), 0);
    free(path);
}

static void test_kept_and_read(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 1);
    freed_watch(words);
    put_some(&desk);
    desk_lock(&desk);
    desk_unlock(&desk);
    read_all(&desk);
    desk_lock(&desk);
    remove_outline(&desk);
    desk_unlock(&desk);
    read_all(&desk);
    desk_close(&desk);
    freed_watch(NULL);
    assert_int_equal(freed_found(), 0);
}

static void test_salvaged(void **state)
{
    Desk desk;
    Error error = {0};
    SalvageTold told;
    desk_open(&desk, *state, 1);
    put_some(&desk);
    desk_close(&desk);
    Vault *vault = sealed_folder_vault(*state);
    freed_watch(words);
    if (!store_salvage(*state, vault, WALL, &told, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    freed_watch(NULL);
    vault_close(vault);
    assert_int_equal(told.read, told.entries);
    assert_int_equal(freed_found(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_look_finds),
        cmocka_unit_test_setup_teardown(test_kept_and_read, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_salvaged, folder_set_up, folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
