/* The steps, each of which can be done again:
 *   record.db (unsealed)    -> copied into sealing/record.db, compared
 *   record.db               -> renamed record-wiping.db
 *   sealing/record.mark, .db -> moved beside it
 *   record-wiping.db        -> overwritten, removed */
#include "store/seal_old.h"

#include "base/file.h"
#include "base/memory.h"
#include "record/record.h"
#include "store/erase.h"
#include "store/mark.h"
#include "store/record_file.h"
#include "store/record_format.h"
#include "store/sqlite_old.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WIPING "record-wiping.db"
#define SEALING "sealing"

typedef struct Places {
    char *record, *mark, *wiping;                 /* in the data folder */
    char *folder, *sealing_record, *sealing_mark; /* where the copy is made */
} Places;

static Places places_of(const char *folder)
{
    Places places = {.record = path_join(folder, STORE_FILE),
                     .mark = path_join(folder, MARK_FILE),
                     .wiping = path_join(folder, WIPING),
                     .folder = path_join(folder, SEALING)};
    places.sealing_record = path_join(places.folder, STORE_FILE);
    places.sealing_mark = path_join(places.folder, MARK_FILE);
    return places;
}

static void places_clear(Places *places)
{
    char *const all[] = {places->record, places->mark,           places->wiping,
                         places->folder, places->sealing_record, places->sealing_mark};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        free(all[i]);
    }
}

static bool is_unsealed(const Places *places)
{
    return record_file_version(places->record) == RECORD_UNSEALED || file_exists(places->wiping);
}

bool store_is_unsealed(const char *folder)
{
    Places places = places_of(folder);
    bool unsealed = is_unsealed(&places);
    places_clear(&places);
    return unsealed;
}

/* ---- copying ---- */

typedef struct Copy {
    Store *store;
    Record *record; /* of what was copied so far: knows whose an event is */
} Copy;

static bool copy_one(void *context, const Event *event, Error *error)
{
    Copy *copy = context;
    Event sealed = *event;
    if (!record_apply(copy->record, event, error)) {
        return false;
    }
    sealed.belongs = record_whose(copy->record, event);
    return store_append(copy->store, &sealed, 1, error);
}

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
                              "The locked copy of the record is not the same as the record. The "
                              "record was left as it is. Have the disk checked, and try again.");
}

/* What the sealed one says, read back from the disk, must be what the old one said. */
static bool compare(const Places *places, Vault *vault, const Record *record, Error *error)
{
    Store *store;
    if (!store_sqlite_open(places->folder, vault, &store, error)) {
        return false;
    }
    Record *found = record_new();
    bool equal =
        store_each(store, 0, fold, found, error) && same(record, found, places->record, error);
    record_free(found);
    store_close(store);
    return equal;
}

static bool copy_all(const Places *places, Vault *vault, Record *record, Error *error)
{
    Copy copy = {.record = record};
    if (!store_sqlite_open(places->folder, vault, &copy.store, error)) {
        return false;
    }
    bool copied = old_each(places->record, copy_one, &copy, error);
    store_close(copy.store);
    return copied;
}

static bool make_copy(const Places *places, Vault *vault, Error *error)
{
    Record *record = record_new();
    bool made = record_file_wipe(places->sealing_record, error) &&
                record_file_wipe(places->sealing_mark, error) &&
                copy_all(places, vault, record, error) && compare(places, vault, record, error);
    record_free(record);
    return made;
}

/* ---- the steps ---- */

static bool take_over(const Places *places, Error *error)
{
    bool moved = !file_exists(places->sealing_mark) ||
                 record_file_move(places->sealing_mark, places->mark, error);
    return moved && (!file_exists(places->sealing_record) ||
                     record_file_move(places->sealing_record, places->record, error));
}

/* The vault knows of a record already: then an unsealed one was put in its place. */
static bool may_seal(const Places *places, const Vault *vault, Error *error)
{
    return vault_is_new(vault) ||
           error_set(error, ERROR_DAMAGED, places->record,
                     "There is a record here that is not locked, where the locked one was. It was "
                     "left as it is. Put back a copy of the whole data folder.");
}

static bool seal(const Places *places, Vault *vault, Error *error)
{
    if (record_file_version(places->record) == RECORD_UNSEALED) {
        if (!may_seal(places, vault, error) || !make_copy(places, vault, error) ||
            !old_tidy(places->record, error) ||
            !record_file_move(places->record, places->wiping, error)) {
            return false;
        }
    }
    if (!take_over(places, error) || !record_file_wipe(places->wiping, error)) {
        return false;
    }
    (void)rmdir(places->folder);
    return true;
}

bool store_open_sealed(const char *folder, Vault *vault, Store **out, Error *error)
{
    Places places = places_of(folder);
    bool sealed = !is_unsealed(&places) || seal(&places, vault, error);
    places_clear(&places);
    Store *store;
    if (!sealed || !store_open_erased(folder, vault, &store, error)) {
        return false;
    }
    if (!vault_has_record(vault, error)) {
        store_close(store);
        return false;
    }
    store->outline = path_join(folder, OUTLINE_FILE);
    *out = store;
    return true;
}
