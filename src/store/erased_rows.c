#include "store/erased_rows.h"

#include "base/memory.h"
#include "store/record_format.h"
#include "store/sqlite_entry.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS "sequence, device, epoch, key, before, hash, length(body)"

typedef struct Row {
    SealPlace place;
    uint8_t key[SEAL_ID], hash[SEAL_HASH];
    bool empty, odd; /* odd: a column has not its size */
} Row;

static Row row_at(sqlite3_stmt *found)
{
    Row row = {.place.sequence = (uint64_t)sqlite3_column_int64(found, 0),
               .place.epoch = (uint64_t)sqlite3_column_int64(found, 2),
               .empty = sqlite3_column_int64(found, 6) == 0};
    row.odd = !sqlite_bytes(found, 1, row.place.device, SEAL_ID) ||
              !sqlite_bytes(found, 3, row.key, SEAL_ID) ||
              !sqlite_bytes(found, 4, row.place.before, SEAL_HASH) ||
              !sqlite_bytes(found, 5, row.hash, SEAL_HASH);
    return row;
}

typedef bool SeeRow(const Row *row, void *context);

/* False when a row was not to be seen, or could not be read. */
static bool each_row(const SqliteLink *link, const char *question, const uint8_t *key, SeeRow *see,
                     void *context, Error *error)
{
    sqlite3_stmt *found = NULL;
    bool fine = true;
    int result = sqlite3_prepare_v2(link->db, question, -1, &found, NULL);
    if (result == SQLITE_OK && key) {
        result = sqlite3_bind_blob(found, 1, key, SEAL_ID, SQLITE_STATIC);
    }
    while (result == SQLITE_OK && fine && sqlite3_step(found) == SQLITE_ROW) {
        Row row = row_at(found);
        fine = !row.odd && see(&row, context);
    }
    int end = sqlite3_finalize(found);
    if (!link_well(link, result == SQLITE_OK ? end : result, error)) {
        return false;
    }
    return fine || record_refuse(RECORD_DAMAGED, link->path, error);
}

/* ---- one case ---- */

static bool add(const Row *row, void *sum)
{
    erased_sum(sum, &row->place, row->hash);
    return true;
}

bool erased_rows_sum(const SqliteLink *link, const uint8_t key[SEAL_ID], uint8_t sum[SEAL_HASH],
                     Error *error)
{
    uint8_t found[SEAL_HASH] = {0};
    bool done = each_row(link, "SELECT " COLUMNS " FROM entry WHERE key = ?1 ORDER BY sequence",
                         key, add, found, error);
    if (done) {
        memcpy(sum, found, SEAL_HASH);
    }
    return done;
}

static bool is_full(const Row *row, void *none)
{
    *(bool *)none = *(bool *)none && !row->empty;
    return true;
}

bool erased_rows_none_empty(const SqliteLink *link, const uint8_t key[SEAL_ID], bool *none,
                            Error *error)
{
    *none = true;
    return each_row(link, "SELECT " COLUMNS " FROM entry WHERE key = ?1 ORDER BY sequence", key,
                    is_full, none, error);
}

/* ---- all of them ---- */

typedef struct Sums {
    Erased *cases;
    uint8_t (*sums)[SEAL_HASH]; /* as found */
    size_t count;
} Sums;

static Sums sums_of(const Vault *vault)
{
    Sums sums = {0};
    Erased erased;
    while (vault_erased_at(vault, sums.count, &erased)) {
        sums.count++;
    }
    sums.cases = memory_new(sums.count + 1, sizeof *sums.cases);
    sums.sums = memory_new(sums.count + 1, sizeof *sums.sums);
    for (size_t i = 0; i < sums.count; i++) {
        (void)vault_erased_at(vault, i, &sums.cases[i]);
    }
    return sums;
}

static bool add_to_its_case(const Row *row, void *context)
{
    Sums *sums = context;
    for (size_t i = 0; row->empty && i < sums->count; i++) {
        if (memcmp(sums->cases[i].key, row->key, SEAL_ID) == 0) {
            erased_sum(sums->sums[i], &row->place, row->hash);
            return true;
        }
    }
    return false;
}

static bool all_fit(const Sums *sums)
{
    for (size_t i = 0; i < sums->count; i++) {
        if (memcmp(sums->sums[i], sums->cases[i].sum, SEAL_HASH) != 0) {
            return false;
        }
    }
    return true;
}

bool erased_rows_check(const SqliteLink *link, const Vault *vault, Error *error)
{
    Sums sums = sums_of(vault);
    /* without any, the chain itself refuses an empty row */
    bool fine = sums.count == 0 ||
                each_row(link, "SELECT " COLUMNS " FROM entry WHERE form = 2 ORDER BY sequence",
                         NULL, add_to_its_case, &sums, error);
    fine = fine && (all_fit(&sums) || record_refuse(RECORD_DAMAGED, link->path, error));
    free(sums.cases);
    free(sums.sums);
    return fine;
}
