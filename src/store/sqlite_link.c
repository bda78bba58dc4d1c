#include "store/sqlite_link.h"

#include "store/record_file.h"
#include "store/record_format.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { PAGES_CHECKED = 8192 }; /* 32 MB */

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

bool link_well(const SqliteLink *link, int result, Error *error)
{
    return result == SQLITE_OK || record_refuse(fault_of(result), link->path, error);
}

int link_run(const SqliteLink *link, const char *sql)
{
    return sqlite3_exec(link->db, sql, NULL, NULL, NULL);
}

int link_ask(const SqliteLink *link, const char *sql, int64_t *numbers, int count)
{
    sqlite3_stmt *statement;
    int result = sqlite3_prepare_v2(link->db, sql, -1, &statement, NULL);
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
static bool check_header(const SqliteLink *link, int64_t version, Error *error)
{
    char header[RECORD_HEADER] = {0};
    sqlite3_file *file = NULL;
    sqlite3_int64 size = 0;
    int result = sqlite3_file_control(link->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (result == SQLITE_OK) {
        result = file->pMethods->xFileSize(file, &size);
    }
    if (result == SQLITE_OK && (size == 0 || record_file_has_journal(link->path))) {
        return true;
    }
    if (result == SQLITE_OK) {
        result = file->pMethods->xRead(file, header, sizeof header, 0);
    }
    if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ) {
        return link_well(link, result, error);
    }
    return record_header_ours(header, version, link->path, error);
}

static bool check_identity(const SqliteLink *link, int64_t wanted, int64_t *version, Error *error)
{
    static const char question[] =
        "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)"
        " FROM pragma_application_id, pragma_user_version";
    int64_t found[3];
    if (!link_well(link, link_ask(link, question, found, 3), error)) {
        return false;
    }
    *version = found[1];
    bool empty = found[0] == 0 && found[1] == 0 && found[2] == 0;
    return empty || record_format_ours(found[0], found[1], wanted, link->path, error);
}

/* All pages, in a file that is not large: there it takes no time. In others SQLite notices a broken
 * page when it reads it, and every copy that is made is gone through. */
static bool check_pages(const SqliteLink *link, Error *error)
{
    int64_t pages = 0, whole = 1;
    int result = link_ask(link, "SELECT page_count FROM pragma_page_count", &pages, 1);
    if (result == SQLITE_OK && pages <= PAGES_CHECKED) {
        result = link_ask(link, "SELECT quick_check = 'ok' FROM pragma_quick_check(1)", &whole, 1);
    }
    return link_well(link, result == SQLITE_OK && !whole ? SQLITE_CORRUPT : result, error);
}

/* ---- opening ---- */

/* Until all is known to be well, closing must not tidy up what was found. */
static bool connect(SqliteLink *link, Error *error)
{
    int result = sqlite3_open_v2(link->path, &link->db, SQLITE_OPEN_READWRITE, NULL);
    if (!link_well(link, result, error)) {
        return false;
    }
    sqlite3_extended_result_codes(link->db, 1);
    sqlite3_db_config(link->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(link->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    return true;
}

static bool make(const SqliteLink *link, int64_t version, Error *error)
{
    if (version > 0) {
        return check_pages(link, error);
    }
    char *sql = record_making();
    int result = link_run(link, sql);
    free(sql);
    return link_well(link, result, error);
}

static bool use_wal(const SqliteLink *link, Error *error)
{
    int64_t used = 0;
    int result = link_run(link, "PRAGMA journal_mode=WAL");
    if (result == SQLITE_OK) {
        result = link_ask(link, "SELECT journal_mode = 'wal' FROM pragma_journal_mode", &used, 1);
    }
    return result == SQLITE_OK && !used ? record_refuse(RECORD_NO_WAL, link->path, error)
                                        : link_well(link, result, error);
}

static bool open_steps(SqliteLink *link, int64_t wanted, Error *error)
{
    int64_t version = 0;
    return connect(link, error) && check_header(link, wanted, error) &&
           link_well(link, link_run(link, record_settings()), error) &&
           check_identity(link, wanted, &version, error) && make(link, version, error) &&
           use_wal(link, error);
}

bool link_open(SqliteLink *link, int64_t version, Error *error)
{
    bool opened = open_steps(link, version, error);
    if (!opened) {
        link_close(link);
    }
    return opened;
}

void link_settled(const SqliteLink *link)
{
    record_file_close_to_others(link->path);
    sqlite3_db_config(link->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
}

void link_close(SqliteLink *link)
{
    int closed = sqlite3_close(link->db);
    assert(closed == SQLITE_OK); /* else a statement was forgotten */
    link->db = NULL;
}

/* ---- what may be done ---- */

static int authorize(void *context, int action, const char *what, const char *detail,
                     const char *database, const char *trigger)
{
    (void)context, (void)detail, (void)database, (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_TRANSACTION: return SQLITE_OK;
    case SQLITE_INSERT: return strcmp(what, "entry") == 0 ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
    }
}

void link_restrict(const SqliteLink *link)
{
    sqlite3_set_authorizer(link->db, authorize, NULL);
}
