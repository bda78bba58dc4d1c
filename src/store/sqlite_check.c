#include "store/sqlite_check.h"

#include "store/sqlite_entry.h"
#include "store/record_format.h"
#include "store/sqlite_link.h"

#include <string.h>

static bool check_pages(const SqliteLink *link, Error *error)
{
    int64_t whole = 0;
    int result =
        link_ask(link, "SELECT integrity_check = 'ok' FROM pragma_integrity_check(1)", &whole, 1);
    return link_well(link, result == SQLITE_OK && !whole ? SQLITE_CORRUPT : result, error);
}

static bool follows(const Entry *entry, SealPlace *place)
{
    uint8_t hash[SEAL_HASH];
    seal_hash(&entry->place, (int)entry->form, &entry->sealed, hash);
    bool erased = entry->form == ENTRY_ERASED && entry->sealed.size == 0;
    bool right = entry->place.sequence == place->sequence &&
                 memcmp(entry->place.before, place->before, SEAL_HASH) == 0 &&
                 (erased || memcmp(hash, entry->hash, SEAL_HASH) == 0);
    entry_pass(place, entry);
    return right;
}

static bool check_chain(const SqliteLink *link, SealPlace *place, Error *error)
{
    sqlite3_stmt *found = NULL;
    bool right = true;
    int result = sqlite3_prepare_v2(link->db, "SELECT " ENTRY_COLUMNS " FROM entry ORDER BY 1", -1,
                                    &found, NULL);
    while (result == SQLITE_OK && right && sqlite3_step(found) == SQLITE_ROW) {
        Entry entry = sqlite_entry_at(found);
        right = follows(&entry, place);
    }
    int end = sqlite3_finalize(found);
    return link_well(link, result == SQLITE_OK ? end : result, error) &&
           (right || record_refuse(RECORD_DAMAGED, link->path, error));
}

bool record_check(const char *path, const uint8_t store[SEAL_ID], RecordAfter after,
                  RecordCheck *out, Error *error)
{
    SqliteLink link = {.path = (char *)path};
    SealPlace place = {.sequence = 1};
    seal_first(store, place.before);
    if (!link_open(&link, RECORD_VERSION, error)) {
        return false;
    }
    bool whole = check_pages(&link, error) && check_chain(&link, &place, error);
    if (whole && after == RECORD_TIDIED) {
        link_settled(&link);
    }
    link_close(&link);
    if (whole) {
        out->entries = place.sequence - 1;
        memcpy(out->head, place.before, SEAL_HASH);
    }
    return whole;
}
