/* After each part of the tour: what it kept is locked, and nothing of it can be read. */
#include "app/tour.h"

#include "base/file.h"
#include "vault/vault.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_FILE = 1 << 28 };

/* All of them typed in the first part, and long enough not to come about by chance. */
static const char *const typed[] = {TOUR_PASSPHRASE, TOUR_CASE, TOUR_NOTE};

static bool holds_none(const char *path, const char *bytes, size_t size, Error *error)
{
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        if (memmem(bytes, size, typed[i], strlen(typed[i]))) {
            return error_set(error, ERROR_REFUSED, path, "\"%s\" can be read in this file.",
                             typed[i]);
        }
    }
    return true;
}

static bool file_is_sealed(const char *path, Error *error)
{
    char *bytes;
    size_t size;
    if (!file_read(path, MOST_FILE, &bytes, &size, error)) {
        return false;
    }
    bool sealed = holds_none(path, bytes, size, error);
    free(bytes);
    return sealed;
}

static bool folder_is_sealed(const char *folder, Error *error)
{
    char **names;
    size_t count;
    if (!folder_list(folder, &names, &count, error)) {
        return false;
    }
    bool sealed = true;
    for (size_t i = 0; i < count && sealed; i++) {
        char *path = path_join(folder, names[i]);
        sealed = folder_exists(path) ? folder_is_sealed(path, error) : file_is_sealed(path, error);
        free(path);
    }
    file_names_free(names, count);
    return sealed;
}

bool tour_sealed(const Tour *tour, Error *error)
{
    char *keys = path_join(tour->data, VAULT_FILE);
    bool locked = file_exists(keys) ||
                  error_set(error, ERROR_MISSING, keys, "The record of the tour has no lock.");
    free(keys);
    return locked && folder_is_sealed(tour->data, error);
}
