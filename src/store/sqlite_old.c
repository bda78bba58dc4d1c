#include "store/sqlite_old.h"

#include "base/memory.h"
#include "store/record_format.h"
#include "store/sqlite_link.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool open_old(const char *path, SqliteLink *link, Error *error)
{
    *link = (SqliteLink){.path = memory_copy_string(path)};
    if (!link_open(link, RECORD_UNSEALED, error)) {
        free(link->path);
        return false;
    }
    link_settled(link);
    return true;
}

static void close_old(SqliteLink *link)
{
    link_close(link);
    free(link->path);
}

bool old_tidy(const char *path, Error *error)
{
    SqliteLink link;
    if (!open_old(path, &link, error)) {
        return false;
    }
    close_old(&link);
    return true;
}

static bool visit_row(sqlite3_stmt *found, int64_t expected, StoreVisit *visit, void *context,
                      Error *error)
{
    Event event;
    EventType type;
    char *storage, place[64];
    const char *name = (const char *)sqlite3_column_text(found, 2);
    const char *body = (const char *)sqlite3_column_text(found, 3);
    snprintf(place, sizeof place, "event %" PRId64, expected);
    if (sqlite3_column_int64(found, 0) != expected || !name || !body ||
        !event_type_parse(name, &type)) {
        return error_set(error, ERROR_DAMAGED, place,
                         "The record is damaged here. Put back a copy of the record.");
    }
    if (!event_read_body(type, body, strlen(body), place, &event, &storage, error)) {
        return false;
    }
    event.sequence = expected;
    event.wall_ms = sqlite3_column_int64(found, 1);
    bool done = visit(context, &event, error);
    memory_forget(storage);
    return done;
}

static bool each_row(const SqliteLink *link, sqlite3_stmt *found, StoreVisit *visit, void *context,
                     Error *error)
{
    int64_t expected = 0;
    while (sqlite3_step(found) == SQLITE_ROW) {
        if (!visit_row(found, ++expected, visit, context, error)) {
            return false;
        }
    }
    return link_well(link, sqlite3_reset(found), error);
}

bool old_each(const char *path, StoreVisit *visit, void *context, Error *error)
{
    SqliteLink link;
    sqlite3_stmt *found = NULL;
    if (!open_old(path, &link, error)) {
        return false;
    }
    int result = sqlite3_prepare_v2(
        link.db, "SELECT sequence, wall_ms, type, body FROM event ORDER BY 1", -1, &found, NULL);
    bool done = link_well(&link, result, error) && each_row(&link, found, visit, context, error);
    sqlite3_finalize(found);
    close_old(&link);
    return done;
}
