/* The store on disk: <folder>/record.db, SQLite in WAL mode, one connection that holds the file
 * alone; and, when it has a vault, the mark beside it that says how far it got.
 *
 * After a fault the connection is not trusted: it is closed, the file opened again, and what was
 * not acknowledged is removed if it got there after all. So a failed append stays failed. */
#include "base/memory.h"
#include "store/erased_rows.h"
#include "store/mark.h"
#include "store/record_file.h"
#include "store/record_format.h"
#include "store/sqlite_copy.h"
#include "store/sqlite_entry.h"
#include "store/sqlite_link.h"

#include <stdlib.h>
#include <string.h>

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
    [STATEMENT_INSERT] =
        "INSERT INTO entry(" ENTRY_COLUMNS ") VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [STATEMENT_AFTER] = "SELECT " ENTRY_COLUMNS " FROM entry WHERE sequence > ?1 ORDER BY 1",
};

typedef struct SqliteStore {
    Store store;     /* first */
    SqliteLink link; /* not connected after a fault, until the file could be opened again */
    sqlite3_stmt *prepared[STATEMENT_COUNT];
    Mark *mark;      /* NULL without a vault, and until the file was opened once */
    SealPlace next;  /* of the next entry; sequence 0: not known yet */
    SqliteCopy copy; /* being made, a little at a time */
    Batch doubt;     /* refused, and perhaps in the file: settled when it is opened again */
} SqliteStore;

/* ---- rows ---- */

static sqlite3_stmt *rows_after(const SqliteStore *sqlite, uint64_t sequence)
{
    sqlite3_stmt *found = sqlite->prepared[STATEMENT_AFTER];
    sqlite3_bind_int64(found, 1, (int64_t)sequence);
    return found;
}

/* ---- a batch in doubt ---- */

static bool same(const Entry *a, const Entry *b)
{
    return a->place.sequence == b->place.sequence && memcmp(a->hash, b->hash, SEAL_HASH) == 0;
}

/* True when the rows behind the last acknowledged one begin with the doubtful batch. */
static bool holds_doubt(const SqliteStore *sqlite)
{
    sqlite3_stmt *found = rows_after(sqlite, sqlite->next.sequence - 1);
    size_t count = 0;
    while (sqlite3_step(found) == SQLITE_ROW && count < sqlite->doubt.count) {
        Entry entry = sqlite_entry_at(found);
        if (!same(&entry, &sqlite->doubt.entries[count])) {
            break;
        }
        count++;
    }
    sqlite3_reset(found);
    return count == sqlite->doubt.count;
}

static bool remove_doubt(const SqliteStore *sqlite, Error *error)
{
    char *sql = record_removal((int64_t)sqlite->next.sequence - 1);
    int result = link_run(&sqlite->link, sql);
    free(sql);
    return link_well(&sqlite->link, result, error);
}

/* The entry that is the last one in the file; false in *there when there is none. */
static int last_entry(const SqliteStore *sqlite, SealPlace *behind, bool *there)
{
    int64_t last = 0;
    int result = link_ask(&sqlite->link, "SELECT ifnull(max(sequence), 0) FROM entry", &last, 1);
    if (result != SQLITE_OK || last <= 0) {
        *there = false;
        return result;
    }
    sqlite3_stmt *found = rows_after(sqlite, (uint64_t)last - 1);
    *there = sqlite3_step(found) == SQLITE_ROW;
    if (*there) {
        Entry entry = sqlite_entry_at(found);
        entry_pass(behind, &entry);
    }
    return sqlite3_reset(found);
}

/* Makes file and memory agree on which entry is the last. */
static bool settle(SqliteStore *sqlite, Error *error)
{
    bool there = false;
    SealPlace found = entry_first_place(sqlite->store.vault);
    if (!link_well(&sqlite->link, last_entry(sqlite, &found, &there), error)) {
        return false;
    }
    uint64_t known = sqlite->next.sequence, doubtful = sqlite->doubt.count;
    if (known == 0) {
        sqlite->next = found;
    } else if (doubtful > 0 && found.sequence == known + doubtful && holds_doubt(sqlite)) {
        if (!remove_doubt(sqlite, error)) {
            return false;
        }
    } else if (found.sequence != known ||
               memcmp(found.before, sqlite->next.before, SEAL_HASH) != 0) {
        return record_refuse(RECORD_CHANGED, sqlite->link.path, error);
    }
    batch_clear(&sqlite->doubt);
    return true;
}

/* ---- the mark ---- */

static bool hash_of(const SqliteStore *sqlite, uint64_t sequence, uint8_t hash[SEAL_HASH])
{
    if (sequence == 0) {
        memcpy(hash, entry_first_place(sqlite->store.vault).before, SEAL_HASH);
        return true;
    }
    sqlite3_stmt *found = rows_after(sqlite, sequence - 1);
    bool there = sqlite3_step(found) == SQLITE_ROW;
    if (there) {
        memcpy(hash, sqlite_entry_at(found).hash, SEAL_HASH);
    }
    sqlite3_reset(found);
    return there;
}

/* The file must go at least as far as the mark says, and by the same way. */
static bool reaches_mark(const SqliteStore *sqlite, const Mark *mark, Error *error)
{
    uint8_t hash[SEAL_HASH];
    if (mark_sequence(mark) >= sqlite->next.sequence) {
        return record_refuse(RECORD_CUT, sqlite->link.path, error);
    }
    return (hash_of(sqlite, mark_sequence(mark), hash) && mark_fits(mark, hash)) ||
           record_refuse(RECORD_DAMAGED, sqlite->link.path, error);
}

static bool check_mark(SqliteStore *sqlite, Error *error)
{
    if (!sqlite->store.vault || sqlite->mark) {
        return true;
    }
    Mark *mark;
    if (!erased_rows_check(&sqlite->link, sqlite->store.vault, error)) {
        return false;
    }
    if (!mark_open(sqlite->link.path, sqlite->store.vault, &mark, error)) {
        return false;
    }
    if (!reaches_mark(sqlite, mark, error) || !mark_begin(mark, &sqlite->next, error)) {
        mark_close(mark);
        return false;
    }
    sqlite->mark = mark;
    sqlite->store.put_here = mark_was_fresh(mark);
    return true;
}

/* ---- the connection ---- */

static bool prepare(SqliteStore *sqlite, Error *error)
{
    for (int i = 0; i < STATEMENT_COUNT; i++) {
        int result = sqlite3_prepare_v3(sqlite->link.db, statements[i], -1,
                                        SQLITE_PREPARE_PERSISTENT, &sqlite->prepared[i], NULL);
        if (!link_well(&sqlite->link, result, error)) {
            return false;
        }
    }
    return true;
}

static void disconnect(SqliteStore *sqlite)
{
    sqlite_copy_stop(&sqlite->copy);
    for (int i = 0; i < STATEMENT_COUNT; i++) {
        sqlite3_finalize(sqlite->prepared[i]);
        sqlite->prepared[i] = NULL;
    }
    link_close(&sqlite->link);
}

static bool ready(SqliteStore *sqlite, Error *error)
{
    if (sqlite->link.db) {
        return true;
    }
    if (!link_open(&sqlite->link, RECORD_VERSION, error)) {
        return false;
    }
    if (!prepare(sqlite, error) || !settle(sqlite, error) || !check_mark(sqlite, error)) {
        disconnect(sqlite);
        return false;
    }
    link_settled(&sqlite->link);
    link_restrict(&sqlite->link);
    return true;
}

/* ---- the store ---- */

static int write_batch(const SqliteStore *sqlite, const Batch *batch)
{
    int result = sqlite_step(sqlite->prepared[STATEMENT_BEGIN]);
    for (size_t i = 0; result == SQLITE_OK && i < batch->count; i++) {
        result = sqlite_entry_insert(sqlite->prepared[STATEMENT_INSERT], &batch->entries[i]);
    }
    return result == SQLITE_OK ? sqlite_step(sqlite->prepared[STATEMENT_COMMIT]) : result;
}

/* Closing rolls back. That the file cannot be opened again now is no second error: the next call
 * tries again. */
static bool append_failed(SqliteStore *sqlite, int result, const Batch *batch, Error *error)
{
    sqlite->doubt = *batch;
    disconnect(sqlite);
    (void)ready(sqlite, NULL);
    return link_well(&sqlite->link, result, error);
}

static bool append(Store *store, Event *events, size_t count, Error *error)
{
    SqliteStore *sqlite = (SqliteStore *)store;
    Batch batch;
    if (!ready(sqlite, error) ||
        !batch_make(events, count, sqlite->store.vault, &sqlite->next, &batch, error)) {
        return false;
    }
    int result = write_batch(sqlite, &batch);
    if (result != SQLITE_OK) {
        return append_failed(sqlite, result, &batch, error);
    }
    entry_pass(&sqlite->next, &batch.entries[batch.count - 1]);
    if (sqlite->mark) {
        mark_advance(sqlite->mark, &sqlite->next);
    }
    batch_number(&batch, events);
    batch_clear(&batch);
    return true;
}

/* How one row is looked at; `place` is where it must stand, and moves behind it. */
typedef struct Look {
    bool (*at)(const struct Look *look, const Entry *entry, SealPlace *place, Error *error);
    const Vault *vault;
    StoreVisit *visit;
    StoreTextVisit *visit_text;
    void *context;
} Look;

static bool look_all(SqliteStore *sqlite, int64_t after, int64_t last, const Look *look,
                     Error *error)
{
    SealPlace place = {.sequence = (uint64_t)after + 1};
    if (!ready(sqlite, error)) {
        return false;
    }
    (void)hash_of(sqlite, (uint64_t)after, place.before); /* not there: nothing can follow it */
    bool fine = true;
    sqlite3_stmt *found = rows_after(sqlite, (uint64_t)after);
    while (fine && (int64_t)place.sequence <= last && sqlite3_step(found) == SQLITE_ROW) {
        Entry entry = sqlite_entry_at(found);
        fine = look->at(look, &entry, &place, error);
    }
    int result = sqlite3_reset(found);
    return fine && link_well(&sqlite->link, result, error);
}

static bool look_visit(const Look *look, const Entry *entry, SealPlace *place, Error *error)
{
    return entry_visit(entry, look->vault, place, look->visit, look->context, error);
}

static bool each(Store *store, int64_t after, StoreVisit *visit, void *context, Error *error)
{
    const Look look = {look_visit, store->vault, .visit = visit, .context = context};
    return look_all((SqliteStore *)store, after, INT64_MAX, &look, error);
}

static bool look_text(const Look *look, const Entry *entry, SealPlace *place, Error *error)
{
    return entry_visit_text(entry, look->vault, place, look->visit_text, look->context, error);
}

static bool texts(Store *store, int64_t after, int64_t last, StoreTextVisit *visit, void *context,
                  Error *error)
{
    const Look look = {look_text, store->vault, .visit_text = visit, .context = context};
    return look_all((SqliteStore *)store, after, last, &look, error);
}

static bool look_links(const Look *look, const Entry *entry, SealPlace *place, Error *error)
{
    return entry_check(entry, look->vault, place, error);
}

static bool links(Store *store, int64_t after, int64_t last, Error *error)
{
    const Look look = {.at = look_links, .vault = store->vault};
    return look_all((SqliteStore *)store, after, last, &look, error);
}

static int64_t last(Store *store)
{
    SqliteStore *sqlite = (SqliteStore *)store;
    return ready(sqlite, NULL) ? (int64_t)sqlite->next.sequence - 1 : 0;
}

static bool hash(Store *store, int64_t sequence, uint8_t out[SEAL_HASH])
{
    SqliteStore *sqlite = (SqliteStore *)store;
    return ready(sqlite, NULL) && hash_of(sqlite, (uint64_t)sequence, out);
}

static bool copy(Store *store, const char *folder, int pages, bool *done, Error *error)
{
    SqliteStore *sqlite = (SqliteStore *)store;
    return ready(sqlite, error) &&
           sqlite_copy_step(&sqlite->copy, &sqlite->link, folder, pages, done, error);
}

static void copy_stop(Store *store)
{
    sqlite_copy_stop(&((SqliteStore *)store)->copy);
}

static void close_sqlite(Store *store)
{
    SqliteStore *sqlite = (SqliteStore *)store;
    disconnect(sqlite);
    mark_close(sqlite->mark);
    batch_clear(&sqlite->doubt);
    free(sqlite->link.path);
    free(sqlite->store.outline);
    free(sqlite);
}

static const StoreOps ops = {
    .name = "sqlite",
    .waits = true,
    .append = append,
    .each = each,
    .texts = texts,
    .links = links,
    .last = last,
    .hash = hash,
    .copy = copy,
    .copy_stop = copy_stop,
    .close = close_sqlite,
};

bool store_sqlite_open(const char *folder, Vault *vault, Store **out, Error *error)
{
    char *path;
    if (!record_file_prepare(folder, &path, error)) {
        return false;
    }
    SqliteStore *sqlite = memory_new(1, sizeof *sqlite);
    *sqlite = (SqliteStore){.store = {.ops = &ops, .vault = vault}, .link.path = path};
    if (!ready(sqlite, error)) {
        close_sqlite(&sqlite->store);
        return false;
    }
    *out = &sqlite->store;
    return true;
}
