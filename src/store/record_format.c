/* What record.db is, apart from SQLite: see record_format.h. */
#include "store/record_format.h"

#include "base/file.h"
#include "base/text.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

enum { APPLICATION = 0x50624376 }; /* "PbCv" */

#define TRIGGER_STAYS                                                                              \
    "CREATE TRIGGER event_stays BEFORE DELETE ON event"                                            \
    " BEGIN SELECT raise(ABORT, 'events are never deleted'); END;"

/* Step i takes a file of version i to version i + 1. Steps are added, never changed. */
static const char *const steps[RECORD_VERSION] = {
    "CREATE TABLE event(sequence INTEGER PRIMARY KEY, wall_ms INTEGER NOT NULL,"
    " type TEXT NOT NULL, body TEXT NOT NULL) STRICT;"
    "CREATE TRIGGER event_in_order BEFORE INSERT ON event"
    " WHEN new.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM event)"
    " BEGIN SELECT raise(ABORT, 'events are kept in order'); END;"
    "CREATE TRIGGER event_unchanged BEFORE UPDATE ON event"
    " BEGIN SELECT raise(ABORT, 'events are never changed'); END;" TRIGGER_STAYS,
};

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

char *record_migration(int64_t version)
{
    assert(version >= 0 && version < RECORD_VERSION);
    Text sql;
    text_init(&sql);
    text_addf(&sql,
              "BEGIN EXCLUSIVE; %s PRAGMA application_id=%d; PRAGMA user_version=%" PRId64
              "; COMMIT;",
              steps[version], APPLICATION, version + 1);
    return text_take(&sql);
}

char *record_removal(int64_t last)
{
    Text sql;
    text_init(&sql);
    text_addf(&sql,
              "BEGIN IMMEDIATE; DROP TRIGGER event_stays;"
              " DELETE FROM event WHERE sequence > %" PRId64 "; " TRIGGER_STAYS " COMMIT;",
              last);
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

bool record_format_ours(int64_t application, int64_t version, const char *path, Error *error)
{
    if (application != APPLICATION || version < 1) {
        return record_refuse(RECORD_FOREIGN, path, error);
    }
    return version <= RECORD_VERSION ||
           error_set(error, ERROR_NEWER, path,
                     "This record was made by a later version of Pebble Cove (format %" PRId64
                     ", and this one knows %d) and was left as it is. Install that version, or "
                     "choose another folder with --data.",
                     version, RECORD_VERSION);
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
bool record_header_ours(const char *header, const char *path, Error *error)
{
    if (memcmp(header, "SQLite format 3", 16) != 0) {
        return record_refuse(RECORD_FOREIGN, path, error);
    }
    return record_format_ours(big_endian(header + 68), big_endian(header + 60), path, error);
}
