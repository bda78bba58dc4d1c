/* A connection of its own, unrestricted, for as long as it takes. */
#include "store/erase.h"

#include "base/file.h"
#include "base/text.h"
#include "store/erased_rows.h"
#include "store/record_format.h"

#include <stdlib.h>
#include <string.h>

/* ---- the steps ---- */

static bool empty_rows(const SqliteLink *link, const uint8_t key[SEAL_ID], Error *error)
{
    char *sql = record_emptying(key, SEAL_ID);
    int result = link_run(link, sql);
    free(sql);
    return link_well(link, result, error);
}

/* The file is written anew, without the pages that held them. A disk too full for that is no reason
 * to keep the record closed: it is tried again with the next start. */
static bool tidy(const SqliteLink *link)
{
    return link_run(link, "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);") == SQLITE_OK;
}

static bool finish_in(const SqliteLink *link, Vault *vault, Error *error)
{
    Erased erased;
    for (size_t i = 0; vault_erased_at(vault, i, &erased); i++) {
        if (!erased.done && !empty_rows(link, erased.key, error)) {
            return false;
        }
    }
    return !tidy(link) || vault_erasing_done(vault, error);
}

/* ---- the connection ---- */

typedef bool Task(const SqliteLink *link, Vault *vault, void *context, Error *error);

static bool with_record(const char *folder, Vault *vault, Task *task, void *context, Error *error)
{
    SqliteLink link = {.path = path_join(folder, STORE_FILE)};
    bool done = file_exists(link.path) ||
                error_set(error, ERROR_MISSING, link.path, "There is no record here.");
    done = done && link_open(&link, RECORD_VERSION, error);
    if (done) {
        link_settled(&link);
        done = task(&link, vault, context, error);
        link_close(&link);
    }
    free(link.path);
    return done;
}

static bool finish(const SqliteLink *link, Vault *vault, void *context, Error *error)
{
    (void)context;
    return finish_in(link, vault, error);
}

typedef struct Erasing {
    Erased *keys;
    size_t count;
} Erasing;

static bool erase(const SqliteLink *link, Vault *vault, void *context, Error *error)
{
    Erasing *erasing = context;
    for (size_t i = 0; i < erasing->count; i++) {
        if (!erased_rows_sum(link, erasing->keys[i].key, erasing->keys[i].sum, error)) {
            return false;
        }
    }
    return vault_erase(vault, erasing->keys, erasing->count, error) &&
           finish_in(link, vault, error);
}

static bool may_erase(const Vault *vault, const Whose *whose, size_t keys, Error *error)
{
    if (whose->one.text[0] && vault_case_is_early(vault, whose->family)) {
        return error_set(error, ERROR_REFUSED, "erase",
                         "This case was begun before people had keys of their own.");
    }
    return keys > 0 ||
           error_set(error, ERROR_MISSING, "erase", "There is none such in this record.");
}

bool store_erase(const char *folder, Vault *vault, const Whose *whose, int why, int64_t at,
                 Error *error)
{
    Erasing erasing = {0};
    erasing.count = vault_keys_of(vault, whose, &erasing.keys);
    for (size_t i = 0; i < erasing.count; i++) {
        erasing.keys[i].why = why;
        erasing.keys[i].at = at;
    }
    bool done = may_erase(vault, whose, erasing.count, error) &&
                with_record(folder, vault, erase, &erasing, error);
    free(erasing.keys);
    return done;
}

static bool is_pending(const Vault *vault)
{
    Erased erased;
    for (size_t i = 0; vault_erased_at(vault, i, &erased); i++) {
        if (!erased.done) {
            return true;
        }
    }
    return false;
}

static bool finish_erasing(const char *folder, Vault *vault, Error *error)
{
    return !is_pending(vault) || with_record(folder, vault, finish, NULL, error);
}

/* ---- a record of before ---- */

/* Whether this is to be emptied here as well: its rows are full, or there are none yet where
 * there were some. */
static bool is_older(const SqliteLink *link, Erased *erased, Error *error)
{
    static const uint8_t no_rows[SEAL_HASH];
    uint8_t sum[SEAL_HASH];
    bool none_empty;
    bool older = erased_rows_sum(link, erased->key, sum, error) &&
                 erased_rows_none_empty(link, erased->key, &none_empty, error) && none_empty &&
                 (memcmp(sum, no_rows, SEAL_HASH) != 0 || memcmp(sum, erased->sum, SEAL_HASH) != 0);
    if (older) {
        memcpy(erased->sum, sum, SEAL_HASH);
        erased->done = false;
    }
    return older;
}

static bool erase_again(const SqliteLink *link, Vault *vault, void *context, Error *error)
{
    bool *found = context;
    Erased erased;
    for (size_t i = 0; vault_erased_at(vault, i, &erased); i++) {
        if (is_older(link, &erased, error)) {
            *found = true;
            if (!vault_erase_again(vault, &erased, error)) {
                return false;
            }
        }
    }
    return !*found || finish_in(link, vault, error);
}

bool store_open_erased(const char *folder, Vault *vault, Store **out, Error *error)
{
    Error fault = {0};
    Erased any;
    bool found = false;
    if (!finish_erasing(folder, vault, error)) {
        return false;
    }
    if (store_sqlite_open(folder, vault, out, &fault)) {
        return true;
    }
    bool older = fault.code == ERROR_DAMAGED && vault_erased_at(vault, 0, &any) &&
                 with_record(folder, vault, erase_again, &found, NULL) && found;
    if (older) {
        return store_sqlite_open(folder, vault, out, error);
    }
    return error_set(error, fault.code, fault.place, "%s", fault.sentence);
}
