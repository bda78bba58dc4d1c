#include "store/record_look.h"

#include "base/file.h"
#include "store/mark.h"
#include "store/sqlite_check.h"
#include "store/store.h"
#include "vault/key_look.h"

#include <stdlib.h>

bool record_look(const char *folder, uint64_t *entries, Error *error)
{
    KeyLook keys;
    RecordCheck found;
    char *path = path_join(folder, STORE_FILE);
    bool whole =
        (file_exists(path) || error_set(error, ERROR_MISSING, path, "The record is missing.")) &&
        vault_look(folder, &keys, error) &&
        record_check(path, keys.store, RECORD_AS_FOUND, &found, error);
    free(path);
    if (whole) {
        *entries = found.entries;
    }
    return whole;
}

bool record_mark_look(const char *folder)
{
    char *path = path_join(folder, MARK_FILE), *bytes = NULL;
    size_t size = 0;
    bool formed = file_read(path, MARK_MOST, &bytes, &size, NULL) && mark_formed(bytes, size);
    free(bytes);
    free(path);
    return formed;
}
