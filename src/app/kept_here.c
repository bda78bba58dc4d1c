#include "app/kept_here.h"

#include "base/file.h"
#include "store/record_look.h"
#include "store/seal_old.h"
#include "store/store.h"
#include "vault/vault.h"

#include <stdlib.h>
#include <unistd.h>

static bool has_record(const char *data)
{
    char *path = path_join(data, STORE_FILE);
    bool there = file_exists(path);
    free(path);
    return there;
}

/* SQLite's log stands beside the record, so both are written even where one only looks. */
static bool is_closed(const char *data)
{
    char *path = path_join(data, STORE_FILE);
    bool closed = access(data, R_OK | W_OK | X_OK) != 0 ||
                  (file_exists(path) && access(path, R_OK | W_OK) != 0);
    free(path);
    return closed;
}

KeptHere kept_here(const char *data)
{
    bool record = has_record(data), keys = vault_exists(data);
    if (!folder_exists(data)) {
        return KEPT_NO_FOLDER;
    }
    if (is_closed(data)) {
        return KEPT_CLOSED;
    }
    if (!keys) {
        return store_is_unsealed(data) ? KEPT_UNSEALED : record ? KEPT_NO_KEYS : KEPT_NOTHING;
    }
    if (!record) {
        return KEPT_NO_RECORD;
    }
    return record_mark_look(data) ? KEPT_WHOLE : KEPT_NO_MARK;
}

bool kept_refuse(KeptHere what, const char *data, Error *error)
{
    static const char *const sentences[] = {
        [KEPT_CLOSED] = "You may not write here: nothing can be kept, and what is kept already was "
                        "not looked at. Change the permissions of this folder and of all in it, or "
                        "choose another with --data.",
        [KEPT_UNSEALED] = "What is kept here is from an early version and is not locked yet. Start "
                          "Pebble Cove and choose a passphrase.",
        [KEPT_NO_KEYS] = "The file with the keys (vault.keys) is missing, and nothing can be "
                         "opened without it. Put it back from a backup or another copy of this "
                         "folder, before you start Pebble Cove.",
        [KEPT_NO_RECORD] = "The record is missing. Start Pebble Cove and unlock it to go on with "
                           "what can be read, or to go back to a backup.",
        [KEPT_NO_MARK] = "The file record.mark is missing or damaged, so parts of the record may "
                         "be missing. Start Pebble Cove and unlock it to go on with what is there.",
    };
    return error_set(error, ERROR_DAMAGED, data, "%s", sentences[what]);
}
