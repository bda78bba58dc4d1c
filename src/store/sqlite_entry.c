#include "store/sqlite_entry.h"

#include <string.h>

bool sqlite_bytes(sqlite3_stmt *found, int column, uint8_t *bytes, size_t size)
{
    const void *blob = sqlite3_column_blob(found, column);
    bool right = blob && (size_t)sqlite3_column_bytes(found, column) == size;
    if (right) {
        memcpy(bytes, blob, size);
    }
    return right;
}

Entry sqlite_entry_at(sqlite3_stmt *found)
{
    Entry entry = {.place.sequence = (uint64_t)sqlite3_column_int64(found, 0),
                   .place.epoch = (uint64_t)sqlite3_column_int64(found, 2),
                   .form = (EntryForm)sqlite3_column_int64(found, 3)};
    bool right = sqlite_bytes(found, 1, entry.place.device, SEAL_ID) &&
                 sqlite_bytes(found, 4, entry.sealed.key, SEAL_ID) &&
                 sqlite_bytes(found, 6, entry.place.before, SEAL_HASH);
    if (!right || !sqlite_bytes(found, 7, entry.hash, SEAL_HASH)) {
        memset(entry.hash, 0, SEAL_HASH);
    }
    entry.sealed.bytes = (uint8_t *)sqlite3_column_blob(found, 5);
    entry.sealed.size = (size_t)sqlite3_column_bytes(found, 5);
    return entry;
}

int sqlite_step(sqlite3_stmt *statement)
{
    sqlite3_step(statement);
    return sqlite3_reset(statement);
}

int sqlite_entry_insert(sqlite3_stmt *statement, const Entry *entry)
{
    const SealPlace *place = &entry->place;
    sqlite3_bind_int64(statement, 1, (int64_t)place->sequence);
    sqlite3_bind_blob(statement, 2, place->device, SEAL_ID, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 3, (int64_t)place->epoch);
    sqlite3_bind_int64(statement, 4, entry->form);
    sqlite3_bind_blob(statement, 5, entry->sealed.key, SEAL_ID, SQLITE_STATIC);
    sqlite3_bind_blob64(statement, 6, entry->sealed.bytes, entry->sealed.size, SQLITE_STATIC);
    sqlite3_bind_blob(statement, 7, place->before, SEAL_HASH, SQLITE_STATIC);
    sqlite3_bind_blob(statement, 8, entry->hash, SEAL_HASH, SQLITE_STATIC);
    int result = sqlite_step(statement);
    sqlite3_clear_bindings(statement);
    return result;
}
