#include "store/kept_files.h"

#include "base/file.h"
#include "base/memory.h"
#include "store/folder.h"
#include "store/sqlite_file.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

Rows *rows_of(const char *folder)
{
    Rows *rows = memory_new(1, sizeof *rows);
    char *path = record_in(folder);
    sqlite3 *db;
    sqlite3_stmt *found;
    assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    sqlite3_exec(db, "PRAGMA locking_mode=EXCLUSIVE", NULL, NULL, NULL);
    sqlite3_prepare_v2(db, "SELECT body, key, sequence, epoch, device, before FROM entry", -1,
                       &found, NULL);
    while (sqlite3_step(found) == SQLITE_ROW) {
        list_room((void **)&rows->rows, &rows->room, rows->count, sizeof *rows->rows);
        Bytes *row = &rows->rows[rows->count++];
        row->size = (size_t)sqlite3_column_bytes(found, 0);
        row->bytes = memory_new(row->size + 1, 1);
        if (row->size > 0) {
            memcpy(row->bytes, sqlite3_column_blob(found, 0), row->size);
        }
        memcpy(row->key, sqlite3_column_blob(found, 1), SEAL_ID);
        row->place.sequence = (uint64_t)sqlite3_column_int64(found, 2);
        row->place.epoch = (uint64_t)sqlite3_column_int64(found, 3);
        memcpy(row->place.device, sqlite3_column_blob(found, 4), SEAL_ID);
        memcpy(row->place.before, sqlite3_column_blob(found, 5), SEAL_HASH);
    }
    sqlite3_finalize(found);
    sqlite3_close(db);
    free(path);
    return rows;
}

void rows_free(Rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        free(rows->rows[i].bytes);
    }
    free(rows->rows);
    free(rows);
}

bool lies_in(const char *folder, const void *bytes, size_t size)
{
    char **names;
    size_t count, length;
    bool found = false;
    assert_true(folder_list(folder, &names, &count, NULL));
    for (size_t i = 0; i < count; i++) {
        char *path = path_join(folder, names[i]), *file;
        assert_true(file_read(path, 1u << 26, &file, &length, NULL));
        found = found || memmem(file, length, bytes, size);
        free(file);
        free(path);
    }
    file_names_free(names, count);
    return found;
}

bool is_among(const Erased *keys, size_t count, const uint8_t key[SEAL_ID])
{
    for (size_t i = 0; i < count; i++) {
        if (memcmp(keys[i].key, key, SEAL_ID) == 0) {
            return true;
        }
    }
    return false;
}

static const char *const files[3] = {"record.db", "record.mark", VAULT_FILE};

Snapshot snapshot_of(const char *folder)
{
    Snapshot snapshot = {0};
    for (int i = 0; i < 3; i++) {
        char *path = path_join(folder, files[i]);
        assert_true(file_read(path, 1u << 26, &snapshot.bytes[i], &snapshot.sizes[i], NULL));
        free(path);
    }
    return snapshot;
}

void put_back(const Snapshot *snapshot, const char *folder)
{
    folder_empty(folder);
    for (int i = 0; i < 3; i++) {
        char *path = path_join(folder, files[i]);
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(snapshot->bytes[i], 1, snapshot->sizes[i], file),
                         snapshot->sizes[i]);
        fclose(file);
        free(path);
    }
}

void snapshot_clear(Snapshot *snapshot)
{
    for (int i = 0; i < 3; i++) {
        free(snapshot->bytes[i]);
    }
}
