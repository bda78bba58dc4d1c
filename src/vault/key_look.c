#include "vault/key_look.h"

#include "base/file.h"
#include "vault/key_file.h"
#include "vault/vault.h"

#include <stdlib.h>
#include <string.h>

bool vault_look(const char *folder, KeyLook *out, Error *error)
{
    KeyFile file;
    char *path = path_join(folder, VAULT_FILE), *bytes = NULL;
    size_t size;
    bool whole = file_read(path, KEY_FILE_MOST, &bytes, &size, error) &&
                 key_file_read((const uint8_t *)bytes, size, path, &file, error);
    if (whole) {
        *out = (KeyLook){.turn = file.turn, .trial = file.trial, .begun = file.begun};
        memcpy(out->store, file.store, sizeof out->store);
    }
    free(bytes);
    free(path);
    return whole;
}
