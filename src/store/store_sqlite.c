/* The store on disk: <folder>/record.db, SQLite in WAL mode, one connection that holds the file
 * alone. The only user of SQLite.
 *
 * After a fault the connection is not trusted: it is closed, the file opened again, and what was
 * not acknowledged is removed if it got there after all. So a failed append stays failed. */
#include "base/memory.h"
#include "store/batch.h"
#include "store/record_file.h"
#include "store/record_format.h"

#include <sqlite3.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LAST_UNKNOWN = -1 };

typedef enum Statement {
    STATEMENT_BEGIN,
    STATEMENT_COMMIT,
    STATEMENT_INSERT,
    STATEMENT_AFTER,
    STATEMENT_COUNT
} Statement;

static const char *const statements[STATEMENT_COUNT] = {
    [STATEMENT_BEGIN] = "BEGIN IMMEDIATE",
    [STATEMENT_COMMIT] = "COMMIT",
    [STATEMENT_INSERT] = "INSERT INTO event(sequence, wall_ms, type, body) VALUES(?1, ?2, ?3, ?4)",
    [STATEMENT_AFTER] =
        "SELECT sequence, wall_ms, type, body FROM event WHERE sequence > ?1 ORDER BY 1",
};

typedef struct SqliteStore {
    Store store; /* first */
    char *path;
    sqlite3 *db; /* NULL after a fault, until the file could be opened again */
    sqlite3_stmt *prepared[STATEMENT_COUNT];
    int64_t last; /* sequence acknowledged last */
    Batch doubt;  /* refused, and perhaps in the file: settled when it is opened again */
} SqliteStore;

/* ---- asking ---- */

static RecordFault fault_of(int result)
{
    switch (result & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return RECORD_LOCKED;
    case SQLITE_FULL: return RECORD_FULL;
    case SQLITE_IOERR: return RECORD_DISK;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN: return RECORD_RIGHTS;
    case SQLITE_ERROR: /* a table is not there */
    case SQLITE_CORRUPT: return RECORD_DAMAGED;
    case SQLITE_NOTADB: return RECORD_FOREIGN;
    default: return RECORD_OTHER;
    }
}

/* True when all went well; else says in *error what did not. */
static bool well(const SqliteStore *sqlite, int result, Error *error)
{
    return result == SQLITE_OK || record_refuse(fault_of(result), sqlite->path, error);
}

static int run(const SqliteStore *sqlite, const char *sql)
{
    return sqlite3_exec(sqlite->db, sql, NULL, NULL, NULL);
}

/* The columns of the first row. */
static int ask(const SqliteStore *sqlite, const char *sql, int64_t *numbers, int count)
{
    sqlite3_stmt *statement;
    int result = sqlite3_prepare_v2(sqlite->db, sql, -1, &statement, NULL);
    if (result != SQLITE_OK) {
        return result;
    }
    result = sqlite3_step(statement);
    for (int i = 0; result == SQLITE_ROW && i < count; i++) {
        numbers[i] = sqlite3_column_int64(statement, i);
    }
    int end = sqlite3_finalize(statement);
    return result == SQLITE_DONE ? SQLITE_CORRUPT : end;
}

/* ---- whose file is it ---- */

/* Looks at the file's first bytes before SQLite does, since SQLite may change what it opens. With a
 * journal (a crash while the file was made) they mean nothing yet. */
static bool check_header(const SqliteStore *sqlite, Error *error)
{
    char header[RECORD_HEADER] = {0};
    sqlite3_file *file = NULL;
    sqlite3_int64 size = 0;
    int result = sqlite3_file_control(sqlite->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (result == SQLITE_OK) {
        result = file->pMethods->xFileSize(file, &size);
    }
    if (result == SQLITE_OK && (size == 0 || record_file_has_journal(sqlite->path))) {
        return true;
    }
    if (result == SQLITE_OK) {
        result = file->pMethods->xRead(file, header, sizeof header, 0);
    }
    if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ) {
        return well(sqlite, result, error);
    }
    return record_header_ours(header, sqlite->path, error);
}

static bool check_identity(const SqliteStore *sqlite, int64_t *version, Error *error)
{
    static const char question[] =
        "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)"
        " FROM pragma_application_id, pragma_user_version";
    int64_t found[3];
    if (!well(sqlite, ask(sqlite, question, found, 3), error)) {
        return false;
    }
    *version = found[1];
    bool empty = found[0] == 0 && found[1] == 0 && found[2] == 0;
    return empty || record_format_ours(found[0], found[1], sqlite->path, error);
}

static bool check_whole(const SqliteStore *sqlite, Error *error)
{
    int64_t whole = 0;
    int result = ask(sqlite, "SELECT quick_check = 'ok' FROM pragma_quick_check(1)", &whole, 1);
    return well(sqlite, result == SQLITE_OK && !whole ? SQLITE_CORRUPT : result, error);
}

/* ---- opening ---- */

/* Until all is known to be well, closing must not tidy up what was found. */
static bool connect(SqliteStore *sqlite, Error *error)
{
    int result = sqlite3_open_v2(sqlite->path, &sqlite->db, SQLITE_OPEN_READWRITE, NULL);
    if (!well(sqlite, result, error)) {
        return false;
    }
    sqlite3_extended_result_codes(sqlite->db, 1);
    sqlite3_db_config(sqlite->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(sqlite->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    return true;
}

static bool migrate(const SqliteStore *sqlite, int64_t version, Error *error)
{
    int result = SQLITE_OK;
    for (; version < RECORD_VERSION && result == SQLITE_OK; version++) {
        char *sql = record_migration(version);
        result = run(sqlite, sql);
        free(sql);
    }
    return well(sqlite, result, error);
}

static bool use_wal(const SqliteStore *sqlite, Error *error)
{
    int64_t used = 0;
    int result = run(sqlite, "PRAGMA journal_mode=WAL");
    if (result == SQLITE_OK) {
        result = ask(sqlite, "SELECT journal_mode = 'wal' FROM pragma_journal_mode", &used, 1);
    }
    return result == SQLITE_OK && !used ? record_refuse(RECORD_NO_WAL, sqlite->path, error)
                                        : well(sqlite, result, error);
}

static bool prepare(SqliteStore *sqlite, Error *error)
{
    for (int i = 0; i < STATEMENT_COUNT; i++) {
        int result = sqlite3_prepare_v3(sqlite->db, statements[i], -1, SQLITE_PREPARE_PERSISTENT,
                                        &sqlite->prepared[i], NULL);
        if (!well(sqlite, result, error)) {
            return false;
        }
    }
    return true;
}

/* Reading is allowed, and adding events; nothing else. */
static int authorize(void *context, int action, const char *what, const char *detail,
                     const char *database, const char *trigger)
{
    (void)context, (void)detail, (void)database, (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_TRANSACTION: return SQLITE_OK;
    case SQLITE_INSERT: return strcmp(what, "event") == 0 ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
    }
}

/* ---- a batch in doubt ---- */

static sqlite3_stmt *rows_after(const SqliteStore *sqlite, int64_t sequence)
{
    sqlite3_stmt *found = sqlite->prepared[STATEMENT_AFTER];
    sqlite3_bind_int64(found, 1, sequence);
    return found;
}

static Row row_at(sqlite3_stmt *found)
{
    return (Row){.sequence = sqlite3_column_int64(found, 0),
                 .wall_ms = sqlite3_column_int64(found, 1),
                 .type = (const char *)sqlite3_column_text(found, 2),
                 .body = (char *)sqlite3_column_text(found, 3)};
}

/* True when the rows behind the last acknowledged one begin with the doubtful batch. */
static bool holds_doubt(const SqliteStore *sqlite)
{
    sqlite3_stmt *found = rows_after(sqlite, sqlite->last);
    size_t same = 0;
    while (sqlite3_step(found) == SQLITE_ROW && same < sqlite->doubt.count &&
           row_same(row_at(found), sqlite->doubt.rows[same])) {
        same++;
    }
    sqlite3_reset(found);
    return same == sqlite->doubt.count;
}

static bool remove_doubt(const SqliteStore *sqlite, Error *error)
{
    char *sql = record_removal(sqlite->last);
    int result = run(sqlite, sql);
    free(sql);
    return well(sqlite, result, error);
}

/* Makes file and memory agree on which event is the last. */
static bool settle(SqliteStore *sqlite, Error *error)
{
    int64_t last, doubtful = (int64_t)sqlite->doubt.count;
    if (!well(sqlite, ask(sqlite, "SELECT ifnull(max(sequence), 0) FROM event", &last, 1), error)) {
        return false;
    }
    if (sqlite->last == LAST_UNKNOWN) {
        sqlite->last = last;
    } else if (last == sqlite->last + doubtful && holds_doubt(sqlite)) {
        if (!remove_doubt(sqlite, error)) {
            return false;
        }
    } else if (last != sqlite->last) {
        return record_refuse(RECORD_CHANGED, sqlite->path, error);
    }
    batch_clear(&sqlite->doubt);
    return true;
}

/* ---- the connection ---- */

static void disconnect(SqliteStore *sqlite)
{
    for (int i = 0; i < STATEMENT_COUNT; i++) {
        sqlite3_finalize(sqlite->prepared[i]);
        sqlite->prepared[i] = NULL;
    }
    int closed = sqlite3_close(sqlite->db);
    assert(closed == SQLITE_OK); /* else a statement was forgotten */
    sqlite->db = NULL;
}

static bool open_steps(SqliteStore *sqlite, Error *error)
{
    int64_t version = 0;
    return connect(sqlite, error) && check_header(sqlite, error) &&
           well(sqlite, run(sqlite, record_settings()), error) &&
           check_identity(sqlite, &version, error) &&
           (version == 0 || check_whole(sqlite, error)) && migrate(sqlite, version, error) &&
           use_wal(sqlite, error) && prepare(sqlite, error) && settle(sqlite, error);
}

static bool open_again(SqliteStore *sqlite, Error *error)
{
    if (!open_steps(sqlite, error)) {
        disconnect(sqlite);
        return false;
    }
    record_file_close_to_others(sqlite->path);
    sqlite3_db_config(sqlite->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    sqlite3_set_authorizer(sqlite->db, authorize, NULL);
    return true;
}

static bool ready(SqliteStore *sqlite, Error *error)
{
    return sqlite->db || open_again(sqlite, error);
}

/* ---- the store ---- */

static int step(sqlite3_stmt *statement)
{
    sqlite3_step(statement);
    return sqlite3_reset(statement);
}

static int insert(const SqliteStore *sqlite, const Row *row)
{
    sqlite3_stmt *statement = sqlite->prepared[STATEMENT_INSERT];
    sqlite3_bind_int64(statement, 1, row->sequence);
    sqlite3_bind_int64(statement, 2, row->wall_ms);
    sqlite3_bind_text(statement, 3, row->type, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 4, row->body, -1, SQLITE_STATIC);
    int result = step(statement);
    sqlite3_clear_bindings(statement);
    return result;
}

static int write_batch(const SqliteStore *sqlite, const Batch *batch)
{
    int result = step(sqlite->prepared[STATEMENT_BEGIN]);
    for (size_t i = 0; result == SQLITE_OK && i < batch->count; i++) {
        result = insert(sqlite, &batch->rows[i]);
    }
    return result == SQLITE_OK ? step(sqlite->prepared[STATEMENT_COMMIT]) : result;
}

/* Closing rolls back. That the file cannot be opened again now is no second error: the next call
 * tries again. */
static bool append_failed(SqliteStore *sqlite, int result, const Batch *batch, Error *error)
{
    sqlite->doubt = *batch;
    disconnect(sqlite);
    (void)open_again(sqlite, NULL);
    return well(sqlite, result, error);
}

static bool append(Store *store, Event *events, size_t count, Error *error)
{
    SqliteStore *sqlite = (SqliteStore *)store;
    Batch batch;
    if (!ready(sqlite, error) || !batch_make(events, count, sqlite->last + 1, &batch, error)) {
        return false;
    }
    int result = write_batch(sqlite, &batch);
    if (result != SQLITE_OK) {
        return append_failed(sqlite, result, &batch, error);
    }
    sqlite->last += (int64_t)batch.count;
    batch_number(&batch, events);
    batch_clear(&batch);
    return true;
}

static bool each(Store *store, int64_t after, StoreVisit *visit, void *context, Error *error)
{
    SqliteStore *sqlite = (SqliteStore *)store;
    if (!ready(sqlite, error)) {
        return false;
    }
    sqlite3_stmt *found = rows_after(sqlite, after);
    bool fine = true;
    while (fine && sqlite3_step(found) == SQLITE_ROW) {
        Row row = row_at(found);
        fine = row_visit(&row, ++after, visit, context, error);
    }
    int result = sqlite3_reset(found);
    return fine && well(sqlite, result, error);
}

static void close_sqlite(Store *store)
{
    SqliteStore *sqlite = (SqliteStore *)store;
    disconnect(sqlite);
    batch_clear(&sqlite->doubt);
    free(sqlite->path);
    free(sqlite);
}

static const StoreOps ops = {
    .name = "sqlite",
    .append = append,
    .each = each,
    .close = close_sqlite,
};

bool store_sqlite_open(const char *folder, Store **out, Error *error)
{
    char *path;
    if (!record_file_prepare(folder, &path, error)) {
        return false;
    }
    SqliteStore *sqlite = memory_new(1, sizeof *sqlite);
    *sqlite = (SqliteStore){.store = {&ops}, .path = path, .last = LAST_UNKNOWN};
    if (!open_again(sqlite, error)) {
        close_sqlite(&sqlite->store);
        return false;
    }
    *out = &sqlite->store;
    return true;
}
