#include "store/salvage.h"

#include "base/file.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/backup_list.h"
#include "store/erased_people.h"
#include "store/sqlite_check.h"
#include "store/mark.h"
#include "store/salvage_found.h"
#include "store/salvage_write.h"
#include "store/swap.h"
#include "vault/vault_move.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RANGES_MOST = 2000 };

typedef struct Salvaging {
    const char *folder;
    Vault *vault;
    int64_t wall_ms;
    char *incoming;
    Carver *carvers[FOUND_SOURCES]; /* NULL: there is no such source */
    FoundEntries found;
    SalvageTold told;
} Salvaging;

/* ---- finding ---- */

/* The newest backup that is whole and of this record. It is looked at as a copy of its own would
 * be: its bytes are only read. */
static char *newest_backup(const char *folder, const Vault *vault)
{
    uint8_t store[SEAL_ID];
    char *place = path_join(folder, BACKUPS_FOLDER), *newest = NULL;
    Backups all = backups_in(place);
    vault_store_id(vault, store);
    for (size_t i = all.count; i > 0 && !newest; i--) {
        RecordCheck found;
        char *path = path_join(all.list[i - 1].path, STORE_FILE);
        if (record_check(path, store, RECORD_TIDIED, &found, NULL)) {
            newest = path;
        } else {
            free(path);
        }
    }
    backups_clear(&all);
    free(place);
    return newest;
}

static uint64_t marked(const char *record, const Vault *vault)
{
    Mark *mark;
    if (!mark_open(record, vault, &mark, NULL)) {
        return 0;
    }
    uint64_t sequence = mark_sequence(mark);
    mark_close(mark);
    return sequence;
}

static void add_backup(Salvaging *salvaging)
{
    char *backup = newest_backup(salvaging->folder, salvaging->vault);
    if (backup) {
        salvaging->carvers[FROM_BACKUP] = carve_open(backup);
        found_add(&salvaging->found, salvaging->carvers[FROM_BACKUP], salvaging->vault,
                  FROM_BACKUP);
        free(backup);
    }
}

static bool find(Salvaging *salvaging, Error *error)
{
    FoundEntries *found = &salvaging->found;
    char *record = path_join(salvaging->folder, STORE_FILE);
    salvaging->carvers[FROM_RECORD] = carve_open(record);
    found_add(found, salvaging->carvers[FROM_RECORD], salvaging->vault, FROM_RECORD);
    add_backup(salvaging);
    found_choose(found);
    uint64_t last = found->count ? found->list[found->count - 1].sequence : 0;
    uint64_t mark = marked(record, salvaging->vault);
    salvaging->told.entries = mark > last ? mark : last;
    free(record);
    return found->count > 0 ||
           error_set(error, ERROR_DAMAGED, salvaging->folder,
                     "Nothing of the record can be read. It was left as it is. Choose a backup.");
}

/* ---- writing ---- */

typedef struct Reading {
    Salvaging *salvaging;
    SalvageWriter *writer;
    Error *error;
    bool fine; /* what was read could be written */
    bool read;
} Reading;

/* The writer's refusals (a full disk) are told apart from entries that say nothing. */
static bool write_one(void *context, const Event *event, Error *error)
{
    Reading *reading = context;
    (void)error;
    reading->read = true;
    reading->fine = salvage_write(reading->writer, event, reading->error);
    return reading->fine;
}

static void read_one(void *context, const Entry *entry, uint64_t at)
{
    Reading *reading = context;
    SealPlace place = entry->place;
    (void)at;
    (void)entry_visit(entry, reading->salvaging->vault, &place, write_one, reading, NULL);
}

static bool write_found(Salvaging *salvaging, SalvageWriter *writer, Error *error)
{
    Reading reading = {salvaging, writer, error, true, false};
    FoundEntries *found = &salvaging->found;
    size_t kept = 0;
    for (size_t i = 0; i < found->count && reading.fine; i++) {
        const FoundEntry *one = &found->list[i];
        reading.read = false;
        if (one->erased) {
            salvaging->told.erased++;
            found->list[kept++] = *one;
            continue;
        }
        (void)carve_again(salvaging->carvers[one->source], one->at, read_one, &reading);
        if (reading.read) {
            salvaging->told.read++;
            salvaging->told.from_backup += one->source == FROM_BACKUP;
            found->list[kept++] = *one;
        }
    }
    found->count = kept;
    return reading.fine;
}

static void add_range(Json *ranges, uint64_t first, uint64_t last)
{
    if (first <= last && json_count(ranges) < RANGES_MOST) {
        Json *range = json_add_array(ranges, NULL);
        json_add_integer(range, NULL, (int64_t)first);
        json_add_integer(range, NULL, (int64_t)last);
    }
}

static char *tell(const Salvaging *salvaging)
{
    const SalvageTold *told = &salvaging->told;
    const FoundEntries *found = &salvaging->found;
    Json *json = json_object_new();
    uint64_t next = 1;
    json_add_integer(json, "entries", (int64_t)told->entries);
    json_add_integer(json, "read", (int64_t)told->read);
    json_add_integer(json, "aside", (int64_t)told->aside);
    json_add_integer(json, "mended", (int64_t)told->mended);
    json_add_integer(json, "erased", (int64_t)told->erased);
    json_add_integer(json, "from-backup", (int64_t)told->from_backup);
    Json *ranges = json_add_array(json, "lost");
    for (size_t i = 0; i < found->count; i++) {
        add_range(ranges, next, found->list[i].sequence - 1);
        next = found->list[i].sequence + 1;
    }
    add_range(ranges, next, told->entries);
    char *text = json_print(json, false);
    json_free(json);
    return text;
}

static Digest last_hash(const FoundEntries *found)
{
    Digest digest = {""};
    const uint8_t *hash = found->list[found->count - 1].hash;
    for (int i = 0; i < SEAL_HASH; i++) {
        snprintf(digest.text + 2 * (size_t)i, 3, "%02x", hash[i]);
    }
    return digest;
}

static bool write_told(const Salvaging *salvaging, SalvageWriter *writer, Error *error)
{
    char *text = tell(salvaging);
    const Event event = {.type = EVENT_SALVAGED,
                         .wall_ms = salvaging->wall_ms - salvaging->wall_ms % 60000,
                         .digest = last_hash(&salvaging->found),
                         .content = text};
    bool written = salvage_write(writer, &event, error) && salvage_write_end(writer, error);
    free(text);
    return written;
}

/* ---- the fresh one ---- */

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

static bool same(const Record *one, const Record *other, const char *place, Error *error)
{
    char *left = record_dump(one), *right = record_dump(other);
    bool equal = strcmp(left, right) == 0;
    memory_forget(left);
    memory_forget(right);
    return equal || error_set(error, ERROR_WRITE, place,
                              "What was read could not be written rightly. The record was left as "
                              "it is. Have the disk checked, and try again.");
}

static bool compare(const Salvaging *salvaging, const Record *written, Error *error)
{
    Store *store;
    if (!store_sqlite_open(salvaging->incoming, salvaging->vault, &store, error)) {
        return false;
    }
    Record *read = record_new();
    erased_people_tell(salvaging->vault, read);
    bool equal =
        store_each(store, 0, fold, read, error) && same(read, written, salvaging->incoming, error);
    record_free(read);
    store_close(store);
    return equal;
}

static bool write_all(Salvaging *salvaging, SalvageWriter *writer, Error *error)
{
    return write_found(salvaging, writer, error) &&
           (salvaging->told.read > 0 ||
            error_set(error, ERROR_DAMAGED, salvaging->folder,
                      "Nothing of the record can be read. It was left as it is. Choose a "
                      "backup.")) &&
           write_told(salvaging, writer, error);
}

static bool begin_record(Salvaging *salvaging, Store **store, Error *error)
{
    char *record = path_join(salvaging->incoming, STORE_FILE);
    bool begun = mark_start(record, salvaging->vault, salvaging->found.epoch, error) &&
                 store_sqlite_open(salvaging->incoming, salvaging->vault, store, error);
    free(record);
    return begun;
}

static bool make(Salvaging *salvaging, Error *error)
{
    Store *store;
    if (!begin_record(salvaging, &store, error)) {
        return false;
    }
    SalvageWriter *writer = salvage_writer_new(store, &salvaging->told);
    bool made = write_all(salvaging, writer, error);
    store_close(store);
    made = made && compare(salvaging, salvage_writer_record(writer), error);
    salvage_writer_free(writer);
    return made;
}

static bool salvage(Salvaging *salvaging, Error *error)
{
    if (!find(salvaging, error) || !swap_begin(salvaging->folder, SWAP_DAMAGED, salvaging->wall_ms,
                                               &salvaging->incoming, error)) {
        return false;
    }
    VaultMove *move = vault_move_begin(salvaging->vault, salvaging->incoming, error);
    bool made = move && make(salvaging, error);
    if (!made) {
        swap_give_up(salvaging->incoming);
    }
    bool done = made && swap_do(salvaging->folder, salvaging->incoming, error);
    vault_move_end(move, done);
    return done;
}

bool store_salvage(const char *folder, Vault *vault, int64_t wall_ms, SalvageTold *out,
                   Error *error)
{
    Salvaging salvaging = {.folder = folder, .vault = vault, .wall_ms = wall_ms};
    bool done = swap_finish(folder, error) && salvage(&salvaging, error);
    if (done) {
        *out = salvaging.told;
    }
    for (int i = 0; i < FOUND_SOURCES; i++) {
        if (salvaging.carvers[i]) {
            carve_close(salvaging.carvers[i]);
        }
    }
    found_clear(&salvaging.found);
    free(salvaging.incoming);
    return done;
}
