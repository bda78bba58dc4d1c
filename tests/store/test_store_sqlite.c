/* What only the store on disk has: one program at a time, rights, and a file in which nothing is
 * ever changed or deleted. Files it refuses are in test_refused_files.c. */
#include "base/file.h"
#include "record/story.h"
#include "store/folder.h"
#include "store/sqlite_file.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { NOBODY = 65534 };

/* ---- one at a time ---- */

static bool opens_in_a_child(const char *folder, Error *error)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        Store *store;
        Error found = {0};
        bool opened = store_sqlite_open(folder, NULL, &store, &found);
        _exit(write(ends[1], &found, sizeof found) == (ssize_t)sizeof found && opened ? 0 : 1);
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], error, sizeof *error), sizeof *error);
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void assert_locked(const char *folder, bool opened, const Error *error)
{
    char sentence[512];
    snprintf(sentence, sizeof sentence,
             "Pebble Cove is already open with this data folder (%s). Close the other window, or "
             "choose another folder with --data.",
             folder);
    assert_false(opened);
    assert_int_equal(error->code, ERROR_LOCKED);
    assert_string_equal(error->sentence, sentence);
}

static void test_locked(void **state)
{
    Error error = {0};
    for (int kept = 0; kept < 2; kept++) { /* just made, and with events */
        Store *store = open_store(*state), *other;
        assert_locked(*state, opens_in_a_child(*state, &error), &error);
        assert_locked(*state, store_sqlite_open(*state, NULL, &other, &error), &error);
        /* and it is still held after the attempts */
        assert_locked(*state, opens_in_a_child(*state, &error), &error);
        Event event = story_case(kept);
        assert_true(store_append(store, &event, 1, NULL));
        store_close(store);
        assert_true(opens_in_a_child(*state, &error));
    }
}

static void test_no_shared_memory(void **state)
{
    Store *store = open_store(*state);
    Event event = story_case(1);
    assert_true(store_append(store, &event, 1, NULL));
    char **names;
    size_t count;
    assert_true(folder_list(*state, &names, &count, NULL));
    assert_int_equal(count, 2);
    assert_string_equal(names[0], "record.db");
    assert_string_equal(names[1], "record.db-wal");
    file_names_free(names, count);
    store_close(store);
    assert_true(folder_list(*state, &names, &count, NULL));
    assert_int_equal(count, 1);
    file_names_free(names, count);
}

/* ---- rights ---- */

static int mode_of(const char *path)
{
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    return (int)(info.st_mode & 0777);
}

static void test_rights(void **state)
{
    mode_t before = umask(0);
    char *folder = path_join(*state, "new/deep"), *path = record_in(folder);
    char *wal = path_join(folder, "record.db-wal");
    Store *store = open_store(folder);
    assert_int_equal(mode_of(folder), 0700);
    assert_int_equal(mode_of(path), 0600);
    assert_int_equal(mode_of(wal), 0600);
    store_close(store);
    chmod(path, 0644); /* as a copy that was put back may have */
    store = open_store(folder);
    assert_int_equal(mode_of(path), 0600);
    assert_int_equal(mode_of(wal), 0600);
    store_close(store);
    umask(before);
    free(folder);
    free(path);
    free(wal);
}

static void test_folder_is_a_file(void **state)
{
    char *folder = path_join(*state, "data");
    assert_true(file_write(folder, "text", 4, NULL));
    assert_refused(folder, ERROR_WRITE, "A file of this name is in the way");
    free(folder);
}

static void test_record_is_a_folder(void **state)
{
    char *path = record_in(*state);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_refused(*state, ERROR_READ, "This is not a file, but the record should be here");
    free(path);
}

/* As somebody who is not root: root may do everything. */
static void as_nobody(void **state, mode_t folder_mode, mode_t file_mode, const char *says)
{
    char *path = record_in(*state);
    keep_some(*state, 2);
    if (geteuid() == 0) {
        assert_int_equal(chown(path, NOBODY, NOBODY), 0);
        assert_int_equal(chown(*state, NOBODY, NOBODY), 0);
    }
    chmod(path, file_mode);
    chmod(*state, folder_mode);
    bool was_root = geteuid() == 0;
    assert_true(!was_root || seteuid(NOBODY) == 0);
    assert_refused(*state, ERROR_WRITE, says);
    assert_true(!was_root || seteuid(0) == 0);
    chmod(*state, 0700);
    chmod(path, 0600);
    free(path);
    folder_empty(*state);
}

static void test_no_rights(void **state)
{
    as_nobody(state, 0500, 0600, "Nothing can be kept in this folder");
    as_nobody(state, 0000, 0600, "Nothing can be kept in this folder");
    as_nobody(state, 0700, 0400, "The record cannot be written");
    as_nobody(state, 0700, 0000, "The record cannot be written");
}

static bool count_one(void *context, const Event *event, Error *error)
{
    (void)event, (void)error;
    ++*(int *)context;
    return true;
}

/* ---- nothing is changed or deleted ---- */

static void assert_sql_refused(sqlite3 *db, const char *sql, const char *says)
{
    char *why = NULL;
    int result = sqlite3_exec(db, sql, NULL, NULL, &why);
    if (result == SQLITE_OK || !strstr(why, says)) {
        fail_msg("%s: %d %s", sql, result, why ? why : "");
    }
    sqlite3_free(why);
}

static void test_triggers(void **state)
{
    keep_some(*state, 3);
    char *path = record_in(*state);
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_sql_refused(db, "DELETE FROM entry", "entries are never deleted");
    assert_sql_refused(db, "UPDATE entry SET body = x''", "entries are never changed");
    assert_sql_refused(db,
                       "INSERT INTO entry SELECT 9, device, epoch, form, key, body, before, hash"
                       " FROM entry WHERE sequence = 3",
                       "entries are kept in order");
    assert_sql_refused(db, "REPLACE INTO entry SELECT * FROM entry WHERE sequence = 3",
                       "entries are kept in order");
    sqlite3_close(db);
    free(path);
}

/* The store's own connection, caught while it is opened. */
static sqlite3 *caught;

static int catch_connection(sqlite3 *db, char **why, const void *routines)
{
    (void)why, (void)routines;
    caught = db;
    return SQLITE_OK;
}

static void test_authorizer(void **state)
{
    sqlite3_auto_extension((void (*)(void))catch_connection);
    Store *store = open_store(*state);
    sqlite3_reset_auto_extension();
    Event event = story_case(1);
    assert_true(store_append(store, &event, 1, NULL));
    static const char *const forbidden[] = {"DELETE FROM entry",
                                            "UPDATE entry SET body = ''",
                                            "DROP TABLE entry",
                                            "DROP TRIGGER entry_stays",
                                            "CREATE TABLE other(x)",
                                            "PRAGMA user_version=9",
                                            "PRAGMA journal_mode=OFF",
                                            "ATTACH ':memory:' AS other",
                                            "ALTER TABLE entry RENAME TO e",
                                            "INSERT INTO sqlite_schema VALUES(1, 2, 3, 4, 5)"};
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
        assert_int_not_equal(sqlite3_exec(caught, forbidden[i], NULL, NULL, NULL), SQLITE_OK);
    }
    assert_sql_refused(caught, "DELETE FROM entry", "not authorized");
    int count = 0;
    assert_true(store_each(store, 0, count_one, &count, NULL));
    assert_int_equal(count, 1);
    store_close(store);
}

static int64_t asked(const char *sql)
{
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_prepare_v2(caught, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

static void test_settings(void **state)
{
    sqlite3_auto_extension((void (*)(void))catch_connection);
    for (int again = 0; again < 2; again++) {
        Store *store = open_store(*state);
        sqlite3_set_authorizer(caught, NULL, NULL);
        assert_int_equal(asked("SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
        assert_int_equal(asked("SELECT locking_mode = 'exclusive' FROM pragma_locking_mode"), 1);
        assert_int_equal(asked("PRAGMA synchronous"), 2);
        assert_int_equal(asked("PRAGMA trusted_schema"), 0);
        assert_int_equal(asked("PRAGMA cell_size_check"), 1);
        assert_int_equal(asked("PRAGMA user_version"), 2);
        assert_int_equal(asked("PRAGMA application_id"), 0x50624376);
        store_close(store);
    }
    sqlite3_reset_auto_extension();
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_locked),
        IN_FOLDER(test_no_shared_memory),
        IN_FOLDER(test_rights),
        IN_FOLDER(test_folder_is_a_file),
        IN_FOLDER(test_record_is_a_folder),
        IN_FOLDER(test_no_rights),
        IN_FOLDER(test_triggers),
        IN_FOLDER(test_authorizer),
        IN_FOLDER(test_settings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
