/* Everything long that is done to a sealed record, with each call that changes a file going wrong:
 * the disk full or failing there, or the program killed there, a write half done. Afterwards it is
 * as before or as it should be, never between; and done again it succeeds. */
#include "survives/disk.h"
#include "survives/table.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "record/story.h"
#include "store/backup.h"
#include "store/erase.h"
#include "store/folder.h"
#include "store/restore.h"
#include "store/salvage.h"
#include "store/sealed_folder.h"
#include "store/store_locked.h"
#include "store/swap.h"
#include "store/told_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define FRESH "amber lantern quilt robin thyme"

enum { NOON = 12 * 60 * 60 * 1000, MOVES = 6, REFUSED = 3 };

/* A recovery code that is the same in every process. */
static const uint8_t fresh_code[RECOVERY_BYTES] = {1, 2, 3};

typedef struct Folders {
    char *base, *work, *backup; /* the backup stands beside: it is not what is written to */
} Folders;

/* One thing that is done; `says` tells the state it leaves, or NULL while there is none to tell. */
typedef struct Deed {
    const char *name;
    bool (*prepare)(const Folders *folders);
    bool (*act)(const Folders *folders, Error *error);
    char *(*says)(const Folders *folders);
} Deed;

/* ---- what is done ---- */

typedef bool WithVault(const Folders *folders, Vault *vault, Error *error);

static bool with_vault(const Folders *folders, WithVault *act, Error *error)
{
    Vault *vault;
    if (!vault_open(folders->work, VAULT_TRIAL, SEALED_FOLDER_PASSPHRASE, &vault, error)) {
        return false;
    }
    bool done = act(folders, vault, error);
    vault_close(vault);
    return done;
}

static bool erase_inside(const Folders *folders, Vault *vault, Error *error)
{
    const Whose whose = whose_case(story_id('c', 1));
    return store_erase(folders->work, vault, &whose, 1, NOON, error);
}

static bool erase(const Folders *folders, Error *error)
{
    return with_vault(folders, erase_inside, error);
}

static bool salvage_inside(const Folders *folders, Vault *vault, Error *error)
{
    SalvageTold told;
    return store_salvage(folders->work, vault, NOON, &told, error);
}

static bool salvage(const Folders *folders, Error *error)
{
    return with_vault(folders, salvage_inside, error);
}

static bool change_inside(const Folders *folders, Vault *vault, Error *error)
{
    (void)folders;
    return vault_change_passphrase(vault, FRESH, error);
}

static bool change(const Folders *folders, Error *error)
{
    return with_vault(folders, change_inside, error);
}

static bool rewrap_inside(const Folders *folders, Vault *vault, Error *error)
{
    Recovery code;
    (void)folders;
    recovery_write(fresh_code, &code);
    return vault_rewrap(vault, FRESH, &code, error);
}

static bool rewrap(const Folders *folders, Error *error)
{
    return with_vault(folders, rewrap_inside, error);
}

static bool back_up_run(BackupRun *run, Error *error)
{
    BackupStep step;
    do {
        step = backup_step(run, 100, error);
    } while (step == BACKUP_GOES_ON);
    backup_end(run);
    return step == BACKUP_DONE;
}

static bool back_up(const Folders *folders, Error *error)
{
    Store *store;
    BackupRun *run;
    if (!store_locked_open(folders->work, &store, error)) {
        return false;
    }
    bool done = backup_begin(store, folders->work, NOON, &run, error) && back_up_run(run, error);
    store_close(store);
    return done;
}

static bool restore(const Folders *folders, Error *error)
{
    Backup backup;
    assert_true(backup_read(folders->backup, &backup, NULL));
    bool done = restore_do(folders->work, &backup, NOON, error);
    free(backup.path);
    return done;
}

/* ---- what it leaves ---- */

static char *says_record(const Folders *folders)
{
    return told_read(folders->work, NULL);
}

/* Which of the two opens it, and which code: one of each. */
static char *says_keys(const Folders *folders)
{
    Vault *vault;
    Recovery code;
    Error error = {0};
    recovery_write(fresh_code, &code);
    bool old = vault_open(folders->work, VAULT_TRIAL, SEALED_FOLDER_PASSPHRASE, &vault, &error);
    if (!old) {
        assert_int_equal(error.code, ERROR_REFUSED);
        assert_true(vault_open(folders->work, VAULT_TRIAL, FRESH, &vault, NULL));
    }
    vault_close(vault);
    bool own = vault_open_with_code(folders->work, VAULT_TRIAL, code.text, &vault, NULL);
    if (own) {
        vault_close(vault);
    }
    Text text;
    text_init(&text);
    text_addf(&text, "passphrase %d, code %d", !old, own);
    return text_take(&text);
}

/* The record says what it said, and each backup in the list is whole. */
static char *says_backups(const Folders *folders)
{
    char *place = path_join(folders->work, BACKUPS_FOLDER), *said = says_record(folders);
    Backups all = backups_in(place);
    for (size_t i = 0; i < all.count; i++) {
        RestoreView view;
        assert_true(restore_look(folders->work, &all.list[i], 0, &view, NULL));
    }
    Text text;
    text_init(&text);
    text_addf(&text, "%s\n%d backups", said, all.count > 0);
    backups_clear(&all);
    free(said);
    free(place);
    return text_take(&text);
}

/* ---- what was there ---- */

static bool whole(const Folders *folders)
{
    folder_copy(folders->base, folders->work);
    return true;
}

static bool broken(const Folders *folders)
{
    char *path = path_join(folders->work, STORE_FILE), *bytes;
    size_t size;
    folder_copy(folders->base, folders->work);
    assert_true(file_read(path, 1 << 24, &bytes, &size, NULL));
    memset(bytes, 0, 100); /* SQLite knows it no more */
    assert_true(file_write(path, bytes, size, NULL));
    free(bytes);
    free(path);
    return true;
}

/* The backup has two moves fewer. */
static bool gone_on(const Folders *folders)
{
    folder_copy(folders->base, folders->work);
    Vault *vault = sealed_folder_vault(folders->work);
    Keeper *keeper = told_open(folders->work, vault);
    told_moves(keeper, 2);
    keeper_close(keeper);
    vault_close(vault);
    return true;
}

static const Deed deeds[] = {
    {"another passphrase", whole, change, says_keys},
    {"new keys for everything", whole, rewrap, says_keys},
    {"erasing a case", whole, erase, says_record},
    {"a backup", whole, back_up, says_backups},
    {"going back to a backup", gone_on, restore, says_record},
    {"salvaging", broken, salvage, says_record},
};

/* ---- going wrong ---- */

static void prepare(const Folders *folders, const Deed *deed)
{
    disk_watch(NULL, -1);
    folder_empty(folders->work);
    assert_true(deed->prepare(folders));
    disk_watch(folders->work, -1);
}

static void assert_sentence(const Deed *deed, long call, const Error *error)
{
    if (error->code == ERROR_NONE || strlen(error->sentence) < 20) {
        fail_msg("%s, call %ld: %d: %s", deed->name, call, error->code, error->sentence);
    }
}

/* In a process of its own, so that it may be killed; true: it was done. */
static bool act_and_die(const Folders *folders, const Deed *deed, CallFault fault, long call)
{
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        disk_plan(fault, call, 1);
        _exit(deed->act(folders, NULL) ? 0 : REFUSED);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool act_and_fail(const Folders *folders, const Deed *deed, CallFault fault, long call)
{
    Error error = {0};
    disk_plan(fault, call, 1);
    bool done = deed->act(folders, &error);
    disk_plan(CALL_FINE, 0, 0);
    if (!done) {
        assert_sentence(deed, call, &error);
    }
    return done;
}

static void check(const Folders *folders, const Deed *deed, long call, bool done,
                  const char *before, const char *after)
{
    assert_true(swap_finish(folders->work, NULL)); /* as every start does */
    char *now = deed->says(folders);
    bool is_after = now && strcmp(now, after) == 0;
    bool is_before = before ? now && strcmp(now, before) == 0 : !now;
    if (!(is_after || (is_before && !done))) {
        fail_msg("%s, call %ld, done %d: neither before nor after:\n%s", deed->name, call, done,
                 now ? now : "(it does not open)");
    }
    free(now);
    if (!is_after) {
        Error error = {0};
        if (!deed->act(folders, &error)) {
            fail_msg("%s, call %ld, again: %s", deed->name, call, error.sentence);
        }
        now = deed->says(folders);
        assert_non_null(now);
        assert_string_equal(now, after);
        free(now);
    }
}

static void every_call(const Folders *folders, const Deed *deed, CallFault fault, const char *name)
{
    Row row = {.name = name};
    prepare(folders, deed);
    char *before = deed->says(folders);
    prepare(folders, deed);
    Error error = {0};
    disk_plan(CALL_FINE, 0, 0);
    if (!deed->act(folders, &error)) {
        fail_msg("%s: %s", deed->name, error.sentence);
    }
    long calls = disk_calls();
    char *after = deed->says(folders);
    assert_true(calls > 0 && after);
    bool kills = fault == CALL_KILL || fault == CALL_KILL_TORN;
    for (long call = 1; call <= calls; call += amount(calls / 12 + 1, 1)) {
        prepare(folders, deed);
        bool done = (kills ? act_and_die : act_and_fail)(folders, deed, fault, call);
        check(folders, deed, call, done, before, after);
        row_count(&row, FOUND_WELL, "");
    }
    row_print(&row);
    free(before);
    free(after);
}

/* Without a new start between: the program is open, and the helper presses once more. */
static void at_once_again(const Folders *folders, const Deed *deed)
{
    prepare(folders, deed);
    disk_plan(CALL_FINE, 0, 0);
    assert_true(deed->act(folders, NULL));
    long calls = disk_calls();
    char *after = deed->says(folders);
    for (long call = 1; call <= calls; call += amount(calls / 12 + 1, 1)) {
        prepare(folders, deed);
        Error error = {0};
        if (!act_and_fail(folders, deed, CALL_IO, call) && !deed->act(folders, &error)) {
            fail_msg("%s, call %ld, at once again: %s", deed->name, call, error.sentence);
        }
        char *now = deed->says(folders);
        assert_non_null(now);
        assert_string_equal(now, after);
        free(now);
    }
    free(after);
}

static void all_deeds(void **state, CallFault fault, const char *how)
{
    Folders folders = {.work = path_join(*state, "work"), .base = path_join(*state, "base")};
    char *beside = path_join(*state, "beside");
    Store *store;
    BackupRun *run;
    disk_watch(NULL, -1);
    assert_true(folder_make(beside, NULL) && folder_make(folders.work, NULL));
    told_make(folders.base, MOVES);
    assert_true(store_locked_open(folders.base, &store, NULL));
    assert_true(backup_begin_outside(store, folders.base, beside, NOON, &run, NULL));
    folders.backup = memory_copy_string(backup_place(run));
    assert_true(back_up_run(run, NULL));
    store_close(store);
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        char name[96];
        snprintf(name, sizeof name, "%s, %s", deeds[i].name, how);
        every_call(&folders, &deeds[i], fault, name);
        if (fault == CALL_IO && deeds[i].act == restore) {
            at_once_again(&folders, &deeds[i]);
        }
    }
    disk_watch(NULL, -1);
    free(folders.backup);
    free(folders.base);
    free(folders.work);
    free(beside);
}

static void test_full(void **state)
{
    all_deeds(state, CALL_FULL, "disk full");
}

static void test_io(void **state)
{
    all_deeds(state, CALL_IO, "I/O error");
}

static void test_killed(void **state)
{
    all_deeds(state, CALL_KILL, "killed");
}

static void test_killed_torn(void **state)
{
    all_deeds(state, CALL_KILL_TORN, "killed in a write");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_full, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_io, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_killed, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_killed_torn, folder_set_up, folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
