/* Erasing one person of a case: what was theirs, alone or with one other, opens never again and
 * lies nowhere; everything else reads as it did, and the record goes on. */
#include "store/erase.h"

#include "base/file.h"
#include "record/story.h"
#include "store/backup.h"
#include "store/erased_people.h"
#include "store/fault_vfs.h"
#include "store/folder.h"
#include "store/keeper.h"
#include "store/kept_files.h"
#include "store/restore.h"
#include "store/seal_old.h"
#include "store/sealed_folder.h"
#include "store/store_locked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define STORES COVE_SOURCE_DIR "/tests/data/stores"
#define TYPED "what the two of them said"
#define ALONE "what the child said alone"

enum { WALL = 13 * 60000 };

static ManualClock at_noon = {.wall = WALL};

typedef struct Desk {
    const char *folder;
    Vault *vault;
    Keeper *keeper;
} Desk;

static void unlock(Desk *desk)
{
    Store *store;
    Error error = {0};
    Clock clock = clock_manual(&at_noon);
    desk->vault = sealed_folder_vault(desk->folder);
    if (!store_open_sealed(desk->folder, desk->vault, &store, &error) ||
        !keeper_open(store, &clock, &desk->keeper, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    keeper_wait(desk->keeper, 60000); /* however busy the disk is */
}

static void lock(Desk *desk)
{
    keeper_close(desk->keeper);
    vault_close(desk->vault);
}

static void tell(Desk *desk, Event event)
{
    Error error = {0};
    if (!keeper_keep(desk->keeper, &event, 1, &error)) {
        fail_msg("%s %s: %s", event_type_name(event.type), error.place, error.sentence);
    }
}

static void erase_surely(const char *folder, Whose whose)
{
    Error error = {0};
    Vault *vault = sealed_folder_vault(folder);
    if (!store_erase(folder, vault, &whose, 1, WALL, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    vault_close(vault);
}

/* ---- a child, two adults ---- */

static void play_round(Desk *desk, int number, Setting setting, const char *words)
{
    tell(desk, story_sitting(1, 1, number, setting));
    if (setting == SETTING_JOINT) {
        tell(desk, (Event){.type = EVENT_JOINED,
                           .sitting_id = story_id('s', number),
                           .about_id = story_id('p', 2)});
    }
    tell(desk, story_play(number, number, setting == SETTING_JOINT, TIER_T2));
    for (int i = 0; i < 3; i++) {
        Event move = story_move(number, "place", "card");
        put_text(move.move.text, sizeof move.move.text, words);
        tell(desk, move);
    }
    tell(desk, story_play_ended(number, ENDING_FINISHED));
    tell(desk, story_sitting_ended(number, ENDING_FINISHED, "pebble/round"));
}

static void make_family(const char *folder)
{
    Desk desk = {.folder = folder};
    sealed_folder_make(folder);
    unlock(&desk);
    tell(&desk, story_case(1));
    tell(&desk, story_person(1, 1, TIER_T2));
    tell(&desk, story_person(1, 2, TIER_AD));
    tell(&desk, story_person(1, 3, TIER_AD));
    tell(&desk, story_frozen(0, 1, "words"));
    tell(&desk, story_assigned(1, 1, 1, SETTING_JOINT));
    tell(&desk, (Event){.type = EVENT_CONTACT_JUDGED,
                        .case_id = story_id('c', 1),
                        .person_id = story_id('p', 1),
                        .about_id = story_id('p', 2),
                        .contact = CONTACT_SAFE});
    play_round(&desk, 1, SETTING_ROOM, ALONE);
    play_round(&desk, 2, SETTING_JOINT, TYPED);
    play_round(&desk, 3, SETTING_ROOM, ALONE);
    lock(&desk);
}

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

/* What the record says; NULL and *error when it does not open. */
static char *says(const char *folder, Error *error)
{
    Store *store;
    char *dump = NULL;
    Vault *vault = sealed_folder_vault(folder);
    if (store_open_sealed(folder, vault, &store, error)) {
        Record *record = record_new();
        erased_people_tell(vault, record);
        dump = store_each(store, 0, fold, record, error) ? record_dump(record) : NULL;
        record_free(record);
        store_close(store);
    }
    vault_close(vault);
    return dump;
}

static char *says_surely(const char *folder)
{
    Error error = {0};
    char *dump = says(folder, &error);
    if (!dump) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    return dump;
}

static Whose the_adult(void)
{
    return whose_person(story_id('c', 1), story_id('p', 2));
}

static void assert_adult_gone(const char *dump)
{
    assert_null(strstr(dump, TYPED));
    assert_null(strstr(dump, story_id('p', 2).text));
    assert_non_null(strstr(dump, ALONE));
    assert_non_null(strstr(dump, story_id('p', 1).text));
    assert_non_null(strstr(dump, story_id('p', 3).text));
    assert_non_null(strstr(dump, story_id('s', 2).text)); /* that there was a sitting */
}

static void an_adult_goes(void **state)
{
    make_family(*state);
    erase_surely(*state, the_adult());
    char *after = says_surely(*state);
    assert_adult_gone(after);
    free(after);
    Desk desk = {.folder = *state};
    unlock(&desk);
    Event again = story_person(1, 2, TIER_AD);
    assert_false(keeper_keep(desk.keeper, &again, 1, NULL));
    play_round(&desk, 4, SETTING_ROOM, ALONE);
    lock(&desk);
    erase_surely(*state, whose_case(story_id('c', 1))); /* and later the rest */
    after = says_surely(*state);
    assert_null(strstr(after, ALONE));
    free(after);
}

static void the_child_goes(void **state)
{
    make_family(*state);
    erase_surely(*state, whose_person(story_id('c', 1), story_id('p', 1)));
    char *after = says_surely(*state);
    assert_null(strstr(after, TYPED));
    assert_null(strstr(after, ALONE));
    assert_null(strstr(after, story_id('s', 1).text));
    assert_non_null(strstr(after, story_id('p', 2).text));
    free(after);
}

static void once_and_only_who_is_there(void **state)
{
    const Whose rows[] = {
        the_adult(),
        whose_person(story_id('c', 1), story_id('p', 9)),
        whose_person(story_id('c', 9), story_id('p', 1)),
    };
    make_family(*state);
    erase_surely(*state, the_adult());
    Vault *vault = sealed_folder_vault(*state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Error error = {0};
        assert_false(store_erase(*state, vault, &rows[i], 0, WALL, &error));
        assert_int_equal(error.code, ERROR_MISSING);
    }
    vault_close(vault);
}

/* ---- cut short ---- */

static bool erase_in_a_child(const char *folder, DiskFault fault, long at)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        const Whose adult = the_adult();
        Vault *vault = sealed_folder_vault(folder);
        fault_vfs_plan(fault, at, fault == DISK_FULL ? 1000000 : 1);
        (void)store_erase(folder, vault, &adult, 1, WALL, NULL);
        _exit(fault_vfs_calls() < at ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) || WEXITSTATUS(status) == 1; /* the fault was met */
}

static void cut_short_everywhere(const char *folder, DiskFault fault)
{
    bool met = true;
    long at = 0;
    folder_empty(folder);
    make_family(folder);
    char *before = says_surely(folder);
    Snapshot snapshot = snapshot_of(folder);
    while (met) {
        put_back(&snapshot, folder);
        met = erase_in_a_child(folder, fault, ++at);
        char *after = says_surely(folder);
        if (strcmp(before, after) != 0) {
            assert_adult_gone(after);
        }
        free(after);
    }
    snapshot_clear(&snapshot);
    free(before);
    assert_true(at > 10);
}

static void cut_short_anywhere(void **state)
{
    static const DiskFault faults[] = {DISK_KILL, DISK_KILL_TORN, DISK_FULL, DISK_IO};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        cut_short_everywhere(*state, faults[i]);
    }
}

/* ---- a backup of before ---- */

static Backup back_up(const char *folder)
{
    BackupRun *run;
    BackupStep step;
    Backup backup;
    Store *store;
    assert_true(store_locked_open(folder, &store, NULL));
    assert_true(backup_begin(store, folder, WALL, &run, NULL));
    do {
        step = backup_step(run, 100, NULL);
    } while (step == BACKUP_GOES_ON);
    assert_int_equal(step, BACKUP_DONE);
    assert_true(backup_read(backup_place(run), &backup, NULL));
    backup_end(run);
    store_close(store);
    return backup;
}

/* Whoever was erased since then does not come back with it, a person or a case. */
static void going_back_brings_nobody_back(void **state)
{
    make_family(*state);
    Backup backup = back_up(*state);
    erase_surely(*state, the_adult());
    assert_true(restore_do(*state, &backup, WALL, NULL));
    for (int turn = 0; turn < 2; turn++) {
        char *after = says_surely(*state);
        assert_adult_gone(after);
        free(after);
    }
    erase_surely(*state, whose_case(story_id('c', 1)));
    assert_true(restore_do(*state, &backup, WALL + 60000, NULL));
    char *after = says_surely(*state);
    assert_null(strstr(after, ALONE));
    assert_null(strstr(after, story_id('p', 1).text));
    free(after);
    free(backup.path);
}

/* ---- a record of before people had keys ---- */

static void put_file(const char *folder, const char *name)
{
    char *from = path_join(STORES "/2", name), *to = path_join(folder, name), *bytes;
    size_t size;
    assert_true(file_read(from, 1u << 24, &bytes, &size, NULL));
    assert_true(file_write(to, bytes, size, NULL));
    free(bytes);
    free(from);
    free(to);
}

static void not_alone_in_an_early_case(void **state)
{
    put_file(*state, STORE_FILE);
    put_file(*state, "record.mark");
    put_file(*state, VAULT_FILE);
    Desk desk = {.folder = *state};
    unlock(&desk);
    const Case *family = record_case_at(keeper_record(desk.keeper), 0);
    const Whose all = whose_case(family->id), one = whose_person(family->id, family->people[0].id);
    Error error = {0};
    assert_true(vault_case_is_early(desk.vault, family->id));
    keeper_close(desk.keeper);
    assert_false(store_erase(*state, desk.vault, &one, 0, WALL, &error));
    assert_int_equal(error.code, ERROR_REFUSED);
    assert_true(store_erase(*state, desk.vault, &all, 0, WALL, NULL));
    vault_close(desk.vault);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, folder_set_up, folder_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {

        TEST(an_adult_goes),
        TEST(the_child_goes),
        TEST(once_and_only_who_is_there),
        TEST(cut_short_anywhere),
        TEST(going_back_brings_nobody_back),
        TEST(not_alone_in_an_early_case),
    };
    fault_vfs_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
