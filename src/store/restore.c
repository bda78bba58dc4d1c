#include "store/restore.h"

#include "base/file.h"
#include "store/backup_files.h"
#include "store/sqlite_check.h"
#include "store/mark.h"
#include "store/store.h"
#include "store/swap.h"
#include "vault/key_look.h"

#include <stdlib.h>
#include <string.h>

/* ---- looking ---- */

static bool check_folder(const char *folder, RecordAfter after, KeyLook *keys, RecordCheck *found,
                         Error *error)
{
    char *path = path_join(folder, STORE_FILE);
    bool whole = (file_exists(path) ||
                  error_set(error, ERROR_MISSING, path, "There is no record in this folder.")) &&
                 vault_look(folder, keys, error) &&
                 record_check(path, keys->store, after, found, error);
    free(path);
    return whole;
}

static uint64_t entries_now(const char *data)
{
    KeyLook keys;
    RecordCheck found;
    return check_folder(data, RECORD_AS_FOUND, &keys, &found, NULL) ? found.entries : 0;
}

/* A backup is read where nothing can be written too: so it is copied before SQLite opens it. */
bool restore_look(const char *data, const Backup *backup, uint64_t now, RestoreView *out,
                  Error *error)
{
    KeyLook theirs, ours;
    if (!vault_look(backup->path, &theirs, error)) {
        return false;
    }
    bool known = vault_look(data, &ours, NULL);
    *out = (RestoreView){.entries = backup->entries,
                         .now = now ? now : entries_now(data),
                         .other = known && memcmp(ours.store, theirs.store, SEAL_ID) != 0};
    return true;
}

/* ---- doing ---- */

static bool same_record(const char *data, const char *incoming)
{
    KeyLook ours, theirs;
    return vault_look(data, &ours, NULL) && vault_look(incoming, &theirs, NULL) &&
           memcmp(ours.store, theirs.store, SEAL_ID) == 0 && ours.turn >= theirs.turn;
}

static bool copy_files(const char *backup, const char *incoming, Error *error)
{
    return backup_copy_file(backup, incoming, STORE_FILE, error) &&
           backup_copy_file(backup, incoming, MARK_FILE, error) &&
           backup_copy_file(backup, incoming, VAULT_FILE, error);
}

static bool fill(const char *data, const Backup *backup, const char *incoming, Error *error)
{
    KeyLook keys;
    RecordCheck found;
    return copy_files(backup->path, incoming, error) &&
           check_folder(incoming, RECORD_TIDIED, &keys, &found, error) &&
           (!same_record(data, incoming) || backup_copy_file(data, incoming, VAULT_FILE, error));
}

bool restore_do(const char *data, const Backup *backup, int64_t wall_ms, Error *error)
{
    char *incoming;
    if (!swap_finish(data, error) || !swap_begin(data, SWAP_REPLACED, wall_ms, &incoming, error)) {
        return false;
    }
    bool filled = fill(data, backup, incoming, error);
    if (!filled) {
        swap_give_up(incoming);
    }
    bool done = filled && swap_do(data, incoming, error);
    free(incoming);
    return done;
}
