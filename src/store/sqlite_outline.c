#include "store/sqlite_outline.h"

#include "base/memory.h"
#include "base/text.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OUTLINE_VERSION = 1 };

struct OutlineFile {
    char *path;
    sqlite3 *db;
    sqlite3_stmt *put, *get;
};

static bool well(const OutlineFile *file, int result, Error *error)
{
    return result == SQLITE_OK ||
           error_set(error, ERROR_WRITE, file->path,
                     "The short form of the record cannot be written (%s). Make room on the disk, "
                     "then try again.",
                     sqlite3_errstr(result));
}

static int run(const OutlineFile *file, const char *sql)
{
    return sqlite3_exec(file->db, sql, NULL, NULL, NULL);
}

static int version_of(const OutlineFile *file)
{
    sqlite3_stmt *statement;
    int version = -1;
    if (sqlite3_prepare_v2(file->db, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK) {
        version = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : -1;
        sqlite3_finalize(statement);
    }
    return version;
}

static const char settings[] =
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
    "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON;"
    "PRAGMA journal_mode=TRUNCATE;"; /* what was erased must not stay in the journal */

static const char making[] =
    "BEGIN EXCLUSIVE; CREATE TABLE part(stream INTEGER NOT NULL, number INTEGER NOT NULL,"
    " body BLOB NOT NULL, PRIMARY KEY(stream, number)) STRICT; PRAGMA user_version=1; COMMIT;";

static int prepare(OutlineFile *file)
{
    int result = sqlite3_prepare_v2(file->db, "INSERT OR REPLACE INTO part VALUES(?1, ?2, ?3)", -1,
                                    &file->put, NULL);
    return result != SQLITE_OK
               ? result
               : sqlite3_prepare_v2(file->db,
                                    "SELECT body FROM part WHERE stream = ?1 AND number = ?2", -1,
                                    &file->get, NULL);
}

static void disconnect(OutlineFile *file)
{
    sqlite3_finalize(file->put);
    sqlite3_finalize(file->get);
    sqlite3_close(file->db);
    file->db = NULL;
    file->put = file->get = NULL;
}

static int connect(OutlineFile *file)
{
    int result = sqlite3_open_v2(file->path, &file->db, SQLITE_OPEN_READWRITE, NULL);
    result = result ? result : run(file, settings);
    if (result == SQLITE_OK && version_of(file) == 0) {
        result = run(file, making);
    }
    if (result == SQLITE_OK && version_of(file) != OUTLINE_VERSION) {
        result = SQLITE_NOTADB;
    }
    return result ? result : prepare(file);
}

static bool is_file(const char *path)
{
    return strcmp(path, OUTLINE_NO_FILE) != 0;
}

/* For its user alone. */
static bool make_empty(const char *path)
{
    if (!is_file(path)) {
        return true;
    }
    int made = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (made >= 0) {
        close(made);
    }
    return made >= 0;
}

static char *journal_of(const char *path)
{
    Text journal;
    text_init(&journal);
    text_addf(&journal, "%s-journal", path);
    return text_take(&journal);
}

static void remove_all(const char *path)
{
    if (is_file(path)) {
        char *journal = journal_of(path);
        (void)unlink(path);
        (void)unlink(journal);
        free(journal);
    }
}

/* Cut off after each change, it stays behind empty. */
static void remove_empty_journal(const char *path)
{
    struct stat found;
    char *journal = journal_of(path);
    if (is_file(path) && stat(journal, &found) == 0 && found.st_size == 0) {
        (void)unlink(journal);
    }
    free(journal);
}

bool outline_file_open(const char *path, OutlineFile **out, Error *error)
{
    OutlineFile *file = memory_new(1, sizeof *file);
    file->path = memory_copy_string(path);
    int result = make_empty(path) ? connect(file) : SQLITE_CANTOPEN;
    if (result != SQLITE_OK) {
        disconnect(file);
        remove_all(path);
        result = make_empty(path) ? connect(file) : SQLITE_CANTOPEN;
    }
    if (!well(file, result, error)) {
        outline_file_close(file);
        return false;
    }
    *out = file;
    return true;
}

void outline_file_close(OutlineFile *file)
{
    if (file) {
        disconnect(file);
        remove_empty_journal(file->path);
        free(file->path);
        free(file);
    }
}

bool outline_file_begin(OutlineFile *file, Error *error)
{
    if (!sqlite3_get_autocommit(file->db)) {
        (void)run(file, "ROLLBACK");
    }
    return well(file, run(file, "BEGIN IMMEDIATE"), error);
}

bool outline_file_keep(OutlineFile *file, Error *error)
{
    return well(file, run(file, "COMMIT"), error);
}

bool outline_file_put(OutlineFile *file, int64_t stream, int64_t number, const void *bytes,
                      size_t size, Error *error)
{
    sqlite3_bind_int64(file->put, 1, stream);
    sqlite3_bind_int64(file->put, 2, number);
    sqlite3_bind_blob64(file->put, 3, bytes, size, SQLITE_STATIC);
    (void)sqlite3_step(file->put);
    int result = sqlite3_reset(file->put);
    sqlite3_clear_bindings(file->put);
    return well(file, result, error);
}

bool outline_file_get(OutlineFile *file, int64_t stream, int64_t number, uint8_t **bytes,
                      size_t *size)
{
    sqlite3_bind_int64(file->get, 1, stream);
    sqlite3_bind_int64(file->get, 2, number);
    bool there = sqlite3_step(file->get) == SQLITE_ROW;
    if (there) {
        *size = (size_t)sqlite3_column_bytes(file->get, 0);
        *bytes = memory_new(*size + 1, 1);
        if (*size > 0) {
            memcpy(*bytes, sqlite3_column_blob(file->get, 0), *size);
        }
    }
    sqlite3_reset(file->get);
    return there;
}

bool outline_file_drop(OutlineFile *file, int64_t stream, Error *error)
{
    char sql[64];
    snprintf(sql, sizeof sql, "DELETE FROM part WHERE stream = %" PRId64, stream);
    return well(file, run(file, sql), error);
}

bool outline_file_empty(OutlineFile *file, Error *error)
{
    return well(file, run(file, "DELETE FROM part"), error);
}
