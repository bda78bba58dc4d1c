/* What record.db is, apart from SQLite: see record_format.h. */
#include "store/record_format.h"

#include "base/file.h"
#include "base/text.h"

#include <inttypes.h>
#include <string.h>

enum { APPLICATION = 0x50624376 }; /* "PbCv" */

#define TRIGGER_UNCHANGED                                                                          \
    "CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry"                                        \
    " BEGIN SELECT raise(ABORT, 'entries are never changed'); END;"

#define TRIGGER_STAYS                                                                              \
    "CREATE TRIGGER entry_stays BEFORE DELETE ON entry"                                            \
    " BEGIN SELECT raise(ABORT, 'entries are never deleted'); END;"

static const char tables[] =
    "CREATE TABLE entry(sequence INTEGER PRIMARY KEY, device BLOB NOT NULL,"
    " epoch INTEGER NOT NULL, form INTEGER NOT NULL, key BLOB NOT NULL, body BLOB NOT NULL,"
    " before BLOB NOT NULL, hash BLOB NOT NULL) STRICT;"
    "CREATE TRIGGER entry_in_order BEFORE INSERT ON entry"
    " WHEN new.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM entry)"
    " BEGIN SELECT raise(ABORT, 'entries are kept in order'); END;" TRIGGER_UNCHANGED TRIGGER_STAYS;

const char *record_settings(void)
{
    return "PRAGMA locking_mode=EXCLUSIVE;" /* before WAL: then it needs no -shm */
           "PRAGMA trusted_schema=OFF;"
           "PRAGMA cell_size_check=ON;"
           "PRAGMA mmap_size=0;"
           "PRAGMA temp_store=MEMORY;"
           "PRAGMA synchronous=FULL;"
           "PRAGMA fullfsync=ON;"
           "PRAGMA checkpoint_fullfsync=ON;"
           "PRAGMA journal_size_limit=4194304;";
}

char *record_making(void)
{
    Text sql;
    text_init(&sql);
    text_addf(&sql, "BEGIN EXCLUSIVE; %s PRAGMA application_id=%d; PRAGMA user_version=%d; COMMIT;",
              tables, APPLICATION, RECORD_VERSION);
    return text_take(&sql);
}

char *record_removal(int64_t last)
{
    Text sql;
    text_init(&sql);
    text_addf(&sql,
              "BEGIN IMMEDIATE; DROP TRIGGER entry_stays;"
              " DELETE FROM entry WHERE sequence > %" PRId64 "; " TRIGGER_STAYS " COMMIT;",
              last);
    return text_take(&sql);
}

/* The index finds empty entries without looking at all others. */
char *record_emptying(const uint8_t *key, size_t size)
{
    Text sql;
    text_init(&sql);
    text_add(&sql, "PRAGMA secure_delete=ON; BEGIN IMMEDIATE; DROP TRIGGER entry_unchanged;"
                   " CREATE INDEX IF NOT EXISTS entry_erased ON entry(sequence) WHERE form = 2;"
                   " UPDATE entry SET form = 2, body = x'' WHERE form = 1 AND key = x'");
    for (size_t i = 0; i < size; i++) {
        text_addf(&sql, "%02x", key[i]);
    }
    text_add(&sql, "'; " TRIGGER_UNCHANGED " COMMIT;");
    return text_take(&sql);
}

/* ---- what people are told ---- */

static const struct {
    ErrorCode code;
    const char *what, *remedy;
} faults[] = {
    [RECORD_FULL] = {ERROR_WRITE, "The disk is full. What was kept before is safe.",
                     "Make room and try again."},
    [RECORD_DISK] = {ERROR_WRITE, "The disk reports a fault. What was kept before is safe.",
                     "Try again, and have the disk checked."},
    [RECORD_RIGHTS] = {ERROR_WRITE, "The record cannot be written.",
                       "Change its permissions, or choose another folder with --data."},
    [RECORD_DAMAGED] = {ERROR_DAMAGED, "The record is damaged and was left as it is.",
                        "Put back a copy, or choose another folder with --data."},
    [RECORD_FOREIGN] = {ERROR_DAMAGED, "This is not a record of Pebble Cove and was left as it is.",
                        "Move it away, or choose another folder with --data."},
    [RECORD_NO_WAL] = {ERROR_SYSTEM, "This kind of disk cannot keep a record safely.",
                       "Choose a folder on another disk with --data."},
    [RECORD_CUT] = {ERROR_DAMAGED,
                    "The end of the record is missing: it once went further than it does now. It "
                    "was left as it is.",
                    "Put back a copy of the whole data folder."},
    [RECORD_CHANGED] = {ERROR_DAMAGED, "Another program changed the record meanwhile.",
                        "Close Pebble Cove and start it again."},
    [RECORD_OTHER] = {ERROR_SYSTEM, "The record cannot be used right now.",
                      "Close other programs and start Pebble Cove again."},
};

static bool refuse_locked(const char *path, Error *error)
{
    int folder = (int)(path_name(path) - path);
    return error_set(error, ERROR_LOCKED, path,
                     "Pebble Cove is already open with this data folder (%.*s). Close the other "
                     "window, or choose another folder with --data.",
                     folder > 1 ? folder - 1 : folder, path);
}

bool record_refuse(RecordFault fault, const char *path, Error *error)
{
    return fault == RECORD_LOCKED ? refuse_locked(path, error)
                                  : error_set(error, faults[fault].code, path, "%s %s",
                                              faults[fault].what, faults[fault].remedy);
}

/* ---- whose file it is ---- */

static bool refuse_version(int64_t version, const char *path, Error *error)
{
    if (version < RECORD_VERSION) {
        return error_set(error, ERROR_REFUSED, path,
                         "This record was kept by an earlier version of Pebble Cove and is not "
                         "locked yet. Start the program and choose a passphrase.");
    }
    return error_set(error, ERROR_NEWER, path,
                     "This record was made by a later version of Pebble Cove (format %" PRId64
                     ", and this one knows %d) and was left as it is. Install that version, or "
                     "choose another folder with --data.",
                     version, RECORD_VERSION);
}

bool record_format_ours(int64_t application, int64_t version, int64_t wanted, const char *path,
                        Error *error)
{
    if (application != APPLICATION || version < 1) {
        return record_refuse(RECORD_FOREIGN, path, error);
    }
    return version == wanted || refuse_version(version, path, error);
}

static int64_t big_endian(const char *bytes)
{
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) {
        value = value << 8 | (unsigned char)bytes[i];
    }
    return value;
}

/* Offsets: sqlite.org/fileformat2.html, 1.3. */
static bool is_sqlite(const char *header)
{
    return memcmp(header, "SQLite format 3", 16) == 0;
}

bool record_header_ours(const char *header, int64_t wanted, const char *path, Error *error)
{
    if (!is_sqlite(header)) {
        return record_refuse(RECORD_FOREIGN, path, error);
    }
    return record_format_ours(big_endian(header + 68), big_endian(header + 60), wanted, path,
                              error);
}

int64_t record_header_version(const char *header)
{
    bool ours = is_sqlite(header) && big_endian(header + 68) == APPLICATION;
    return ours ? big_endian(header + 60) : 0;
}
