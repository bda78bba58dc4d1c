/* Files the store on disk refuses: foreign, newer, cut, damaged. Each time one clear sentence, and
 * the file is as it was. */
#include "base/file.h"
#include "store/folder.h"
#include "store/sqlite_file.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void test_not_a_database(void **state)
{
    char text[5000];
    memset(text, 'x', sizeof text);
    const size_t sizes[] = {1, 15, 16, 99, 100, 512, sizeof text};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        write_record(*state, text, sizes[i]);
        assert_refused_untouched(*state, ERROR_DAMAGED, "This is not a record of Pebble Cove");
    }
    assert_alone(*state); /* nothing was put beside it */
}

static void test_other_program(void **state)
{
    sql_in(*state, "PRAGMA journal_mode=WAL; CREATE TABLE event(sequence INTEGER PRIMARY KEY);");
    assert_refused_untouched(*state, ERROR_DAMAGED, "This is not a record of Pebble Cove");
    assert_alone(*state);
    sql_in(*state, "PRAGMA application_id=77; PRAGMA user_version=2;");
    assert_refused_untouched(*state, ERROR_DAMAGED, "This is not a record of Pebble Cove");
}

static void test_newer(void **state)
{
    keep_some(*state, 3);
    sql_in(*state, "PRAGMA user_version=3");
    assert_refused_untouched(
        *state, ERROR_NEWER,
        "made by a later version of Pebble Cove (format 3, and this one knows 2)");
    assert_alone(*state);
    sql_in(*state, "PRAGMA user_version=2");
    keep_some(*state, 1);
}

/* The newer version is only in the log so far: its program was killed. */
static void test_newer_in_the_log(void **state)
{
    keep_some(*state, 3);
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *db;
        char *path = record_in(*state);
        bool done = sqlite3_open(path, &db) == SQLITE_OK &&
                    sqlite3_exec(db, "PRAGMA user_version=3", NULL, NULL, NULL) == SQLITE_OK;
        _exit(done ? 0 : 1); /* without closing */
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_refused_untouched(*state, ERROR_NEWER, "(format 3, and this one knows 2)");
    assert_refused_untouched(*state, ERROR_NEWER, "(format 3, and this one knows 2)");
}

static void test_empty_file(void **state)
{
    write_record(*state, "", 0);
    keep_some(*state, 1);
}

/* ---- damage ---- */

/* Cut anywhere, it is refused: no page is optional. */
static void test_truncated(void **state)
{
    keep_some(*state, 200);
    char *path = record_in(*state), *bytes;
    size_t size;
    assert_true(file_read(path, 1u << 26, &bytes, &size, NULL));
    assert_true(size > 4 * 4096);
    const size_t sizes[] = {40, 100, 2000, 4096, 8192, size / 2, size - 4096, size - 1000};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        write_record(*state, bytes, sizes[i]);
        assert_refused_untouched(*state, ERROR_DAMAGED, "");
    }
    write_record(*state, bytes, size);
    store_close(open_store(*state));
    free(bytes);
    free(path);
}

static bool count_one(void *context, const Event *event, Error *error)
{
    (void)event, (void)error;
    ++*(int *)context;
    return true;
}

/* A page of zeros in the middle: refused at opening or, at the latest, when events are read. */
static void test_damaged(void **state)
{
    keep_some(*state, 200);
    char *path = record_in(*state), *bytes;
    size_t size;
    assert_true(file_read(path, 1u << 26, &bytes, &size, NULL));
    for (size_t page = 1; page < size / 4096; page++) {
        char *broken = malloc(size);
        memcpy(broken, bytes, size);
        memset(broken + page * 4096, 0, 4096);
        write_record(*state, broken, size);
        assert_refused_untouched(*state, ERROR_DAMAGED,
                                 "The record is damaged and was left as it is");
        free(broken);
    }
    free(bytes);
    free(path);
}

/* Its marks are right, and the table is not there. */
static void test_no_table(void **state)
{
    keep_some(*state, 1);
    sql_in(*state, "DROP TABLE entry");
    assert_refused_untouched(*state, ERROR_DAMAGED, "The record is damaged and was left as it is");
}

static void assert_unreadable(const char *folder, const char *place, const char *says)
{
    Store *store = open_store(folder);
    Error error = {0};
    int count = 0;
    assert_false(store_each(store, 0, count_one, &count, &error));
    if (!strstr(error.place, place) || !strstr(error.sentence, says)) {
        fail_msg("expected %s ...%s..., got %s: %s", place, says, error.place, error.sentence);
    }
    store_close(store);
    folder_empty(folder);
}

#define WITHOUT_TRIGGERS                                                                           \
    "DROP TRIGGER entry_in_order; DROP TRIGGER entry_stays; DROP TRIGGER entry_unchanged;"

/* Rows that no Pebble Cove wrote. */
static void test_meddled(void **state)
{
    static const char changed[] = "changed or damaged here";
    static const struct {
        const char *sql, *place, *says;
    } cases[] = {
        {"DELETE FROM entry WHERE sequence = 2", "event 3", "event 2 is missing"},
        {"DELETE FROM entry WHERE sequence = 1", "event 2", "event 1 is missing"},
        {"UPDATE entry SET body = x'00' WHERE sequence = 2", "event 2", changed},
        {"UPDATE entry SET body = x'' WHERE sequence = 3", "event 3", changed},
        {"UPDATE entry SET hash = zeroblob(32) WHERE sequence = 2", "event 2", changed},
        {"UPDATE entry SET hash = x'00' WHERE sequence = 2", "event 2", changed},
        {"UPDATE entry SET before = zeroblob(32) WHERE sequence = 1", "event 1", changed},
        {"UPDATE entry SET before = zeroblob(33) WHERE sequence = 2", "event 2", changed},
        {"UPDATE entry SET device = zeroblob(15) WHERE sequence = 2", "event 2", changed},
        {"UPDATE entry SET epoch = 99 WHERE sequence = 2", "event 2", changed},
        {"UPDATE entry SET epoch = -1 WHERE sequence = 2", "event 2", changed},
        {"UPDATE entry SET form = 1 WHERE sequence = 2", "event 2", changed},
        {"UPDATE entry SET key = randomblob(16) WHERE sequence = 2", "event 2", changed},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        keep_some(*state, 3);
        sql_in(*state, WITHOUT_TRIGGERS);
        sql_in(*state, cases[i].sql);
        assert_unreadable(*state, cases[i].place, cases[i].says);
    }
}

/* A record from before the lock is not taken for one, and not changed. */
static void test_unsealed(void **state)
{
    sql_in(*state, "PRAGMA application_id=1348617078; PRAGMA user_version=1;"
                   "CREATE TABLE event(sequence INTEGER PRIMARY KEY);");
    assert_refused_untouched(*state, ERROR_REFUSED, "is not locked yet");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_not_a_database),   IN_FOLDER(test_other_program), IN_FOLDER(test_newer),
        IN_FOLDER(test_newer_in_the_log), IN_FOLDER(test_empty_file),    IN_FOLDER(test_truncated),
        IN_FOLDER(test_damaged),          IN_FOLDER(test_no_table),      IN_FOLDER(test_meddled),
        IN_FOLDER(test_unsealed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
