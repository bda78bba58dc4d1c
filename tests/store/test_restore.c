/* Backups put back: what was there goes aside, what comes goes on elsewhere, and being cut short at
 * any step leaves one or the other. */
#include "base/file.h"
#include "record/story.h"
#include "store/backup.h"
#include "store/folder.h"
#include "store/mark.h"
#include "store/restore.h"
#include "store/seal_old.h"
#include "store/sealed_folder.h"
#include "store/store_locked.h"
#include "store/swap.h"
#include "store/told_folder.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { NOON = 12 * 60 * 60 * 1000 };

static Backup back_up(const char *folder)
{
    BackupRun *run;
    BackupStep step;
    Backup backup;
    Store *store;
    assert_true(store_locked_open(folder, &store, NULL));
    assert_true(backup_begin(store, folder, NOON, &run, NULL));
    do {
        step = backup_step(run, 100, NULL);
    } while (step == BACKUP_GOES_ON);
    assert_int_equal(step, BACKUP_DONE);
    assert_true(backup_read(backup_place(run), &backup, NULL));
    backup_end(run);
    store_close(store);
    return backup;
}

static void go_on(const char *folder, int moves)
{
    Vault *vault = sealed_folder_vault(folder);
    Keeper *keeper = told_open(folder, vault);
    told_moves(keeper, moves);
    keeper_close(keeper);
    vault_close(vault);
}

static void assert_says(const char *folder, const char *said)
{
    Error error = {0};
    char *read = told_read(folder, &error);
    if (!read) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    assert_string_equal(read, said);
    free(read);
}

/* Device and epoch of an entry. */
static void place_of(const char *folder, int sequence, char *out, size_t size)
{
    sqlite3 *db;
    sqlite3_stmt *found;
    char *path = path_join(folder, STORE_FILE);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_prepare_v2(db, "SELECT hex(device) || epoch FROM entry WHERE sequence = ?1", -1, &found,
                       NULL);
    sqlite3_bind_int(found, 1, sequence);
    assert_int_equal(sqlite3_step(found), SQLITE_ROW);
    snprintf(out, size, "%s", (const char *)sqlite3_column_text(found, 0));
    sqlite3_finalize(found);
    sqlite3_close(db);
    free(path);
}

static void test_put_back(void **state)
{
    const char *folder = *state;
    char then[64], now[64];
    RestoreView view;
    told_make(folder, 10);
    char *said = told_read(folder, NULL), *aside = path_join(folder, "replaced/1970-01-01-1200");
    Backup backup = back_up(folder);
    go_on(folder, 7);
    char *later = told_read(folder, NULL);
    assert_true(restore_look(folder, &backup, 0, &view, NULL));
    assert_int_equal(view.entries, TOLD_BEFORE_MOVES + 10);
    assert_int_equal(view.now, TOLD_BEFORE_MOVES + 17);
    assert_false(view.other);
    assert_true(restore_do(folder, &backup, NOON, NULL));
    assert_says(folder, said);
    assert_says(aside, later);
    go_on(folder, 1); /* under the same number as the first move that went aside */
    place_of(folder, TOLD_BEFORE_MOVES + 11, now, sizeof now);
    place_of(aside, TOLD_BEFORE_MOVES + 11, then, sizeof then);
    assert_string_not_equal(now, then);
    free(aside);
    free(said);
    free(later);
    free(backup.path);
}

/* The folder is gone, with its disk; the stick is there. */
static void test_into_an_empty_folder(void **state)
{
    const char *folder = *state;
    told_make(folder, 10);
    char *said = told_read(folder, NULL), *other = path_join(folder, "other");
    Backup backup = back_up(folder);
    assert_true(folder_make(other, NULL));
    assert_true(restore_do(other, &backup, NOON, NULL));
    assert_says(other, said);
    free(other);
    free(said);
    free(backup.path);
}

/* A passphrase that was changed since stays changed. */
static void test_keys_of_now(void **state)
{
    const char *folder = *state;
    told_make(folder, 3);
    char *said = told_read(folder, NULL);
    Backup backup = back_up(folder);
    Vault *vault = sealed_folder_vault(folder);
    assert_true(vault_change_passphrase(vault, "five other words of it", NULL));
    vault_close(vault);
    assert_true(restore_do(folder, &backup, NOON, NULL));
    assert_true(vault_open(folder, VAULT_TRIAL, "five other words of it", &vault, NULL));
    assert_false(vault_open(folder, VAULT_TRIAL, "five words of a test", &(Vault *){NULL}, NULL));
    assert_true(vault_change_passphrase(vault, "five words of a test", NULL));
    vault_close(vault);
    assert_says(folder, said);
    free(said);
    free(backup.path);
}

/* Nothing of a bad backup comes in. */
static void test_bad_backup(void **state)
{
    const char *folder = *state;
    Error error = {0};
    told_make(folder, 30);
    Backup backup = back_up(folder);
    go_on(folder, 2);
    char *said = told_read(folder, NULL);
    char *path = path_join(backup.path, STORE_FILE), *bytes;
    size_t size;
    assert_true(file_read(path, 1u << 24, &bytes, &size, NULL));
    bytes[size - 100] ^= 4;
    assert_true(file_write(path, bytes, size, NULL));
    assert_false(restore_do(folder, &backup, NOON, &error));
    assert_int_equal(error.code, ERROR_DAMAGED);
    assert_says(folder, said);
    assert_true(unlink(path) == 0);
    assert_false(restore_do(folder, &backup, NOON, &error));
    assert_says(folder, said);
    free(bytes);
    free(path);
    free(said);
    free(backup.path);
}

/* ---- cut short ---- */

static void copy(const char *from, const char *to)
{
    static const char *const names[] = {STORE_FILE, MARK_FILE, VAULT_FILE};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *source = path_join(from, names[i]), *target = path_join(to, names[i]), *bytes;
        size_t size;
        assert_true(file_read(source, 1u << 24, &bytes, &size, NULL));
        assert_true(file_write(target, bytes, size, NULL));
        free(bytes);
        free(source);
        free(target);
    }
}

static void move(const char *folder, const char *from, const char *to)
{
    char *source = path_join(folder, from), *target = path_join(folder, to);
    assert_int_equal(rename(source, target), 0);
    free(source);
    free(target);
}

/* The steps of swap.c, done by hand as far as `steps`; the next start does the rest. */
static void test_cut_short(void **state)
{
    const char *folder = *state;
#define INCOMING "incoming-replaced-1970-01-01-1200"
#define ASIDE "replaced/1970-01-01-1200"
    static const char *const steps[][2] = {
        {INCOMING ".part", INCOMING},          {INCOMING "/record.fresh", "record.fresh"},
        {"record.db", ASIDE "/record.db"},     {INCOMING "/record.db", "record.db"},
        {"record.mark", ASIDE "/record.mark"}, {INCOMING "/record.mark", "record.mark"},
        {"vault.keys", ASIDE "/vault.keys"},   {INCOMING "/vault.keys", "vault.keys"},
    };
    enum { STEPS = sizeof steps / sizeof *steps };
    told_make(folder, 4);
    char *said = told_read(folder, NULL);
    Backup backup = back_up(folder);
    go_on(folder, 3);
    char *later = told_read(folder, NULL), *first = path_join(folder, "first");
    char *aside = path_join(folder, ASIDE),
         *fresh = path_join(folder, INCOMING ".part/record.fresh");
    char *part = path_join(folder, INCOMING ".part");
    assert_true(folder_make(first, NULL));
    copy(folder, first);
    for (size_t done = 0; done <= STEPS; done++) {
        copy(first, folder);
        assert_true(folder_make(part, NULL) && folder_make(aside, NULL));
        copy(backup.path, part);
        assert_true(file_write(fresh, "", 0, NULL));
        for (size_t i = 0; i < done; i++) {
            move(folder, steps[i][0], steps[i][1]);
        }
        assert_true(swap_finish(folder, NULL));
        assert_says(folder, done == 0 ? later : said);
        if (done > 0) {
            assert_says(aside, later);
        }
        assert_true(swap_finish(folder, NULL)); /* nothing is left to be done */
        assert_says(folder, done == 0 ? later : said);
        folder_empty(aside);
    }
    free(said);
    free(later);
    free(first);
    free(aside);
    free(fresh);
    free(part);
    free(backup.path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_put_back, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_into_an_empty_folder, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_keys_of_now, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_bad_backup, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_cut_short, folder_set_up, folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
