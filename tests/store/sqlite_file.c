#include "store/sqlite_file.h"

#include "base/file.h"
#include "record/story.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

char *record_in(const char *folder)
{
    return path_join(folder, "record.db");
}

Store *open_store(const char *folder)
{
    Store *store;
    Error error = {0};
    if (!store_sqlite_open(folder, NULL, &store, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    return store;
}

void keep_some(const char *folder, int count)
{
    Store *store = open_store(folder);
    for (int i = 0; i < count; i++) {
        Event event = story_case(i);
        assert_true(store_append(store, &event, 1, NULL));
    }
    store_close(store);
}

void assert_refused(const char *folder, ErrorCode code, const char *says)
{
    Store *store = NULL;
    Error error = {0};
    if (store_sqlite_open(folder, NULL, &store, &error)) {
        fail_msg("expected ...%s..., and it opened", says);
    }
    assert_null(store);
    if (error.code != code || !strstr(error.sentence, says)) {
        fail_msg("expected %d ...%s..., got %d %s", (int)code, says, (int)error.code,
                 error.sentence);
    }
    assert_non_null(strstr(error.place, "pebblecove-store-"));
}

void assert_refused_untouched(const char *folder, ErrorCode code, const char *says)
{
    char *path = record_in(folder), *before, *after;
    size_t size, size_after;
    assert_true(file_read(path, 1u << 26, &before, &size, NULL));
    assert_refused(folder, code, says);
    assert_true(file_read(path, 1u << 26, &after, &size_after, NULL));
    assert_int_equal(size, size_after);
    assert_memory_equal(before, after, size);
    free(before);
    free(after);
    free(path);
}

void sql_in(const char *folder, const char *sql)
{
    char *path = record_in(folder);
    sqlite3 *db;
    char *why = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK) {
        fail_msg("%s: %s", sql, why);
    }
    sqlite3_close(db);
    free(path);
}

void write_record(const char *folder, const void *bytes, size_t size)
{
    char *path = record_in(folder);
    assert_true(file_write(path, bytes, size, NULL));
    free(path);
}

void assert_alone(const char *folder)
{
    char **names;
    size_t count;
    assert_true(folder_list(folder, &names, &count, NULL));
    assert_int_equal(count, 1);
    assert_string_equal(names[0], "record.db");
    file_names_free(names, count);
}
