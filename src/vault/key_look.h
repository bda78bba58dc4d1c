/* What the key file says to anybody, without a passphrase: for checks of a locked folder. */
#ifndef VAULT_KEY_LOOK_H
#define VAULT_KEY_LOOK_H

#include "base/error.h"

#include <stdint.h>

typedef struct KeyLook {
    uint8_t store[16]; /* whose record it opens */
    uint64_t turn;     /* how often the file was written */
    bool trial, begun;
} KeyLook;

/* The file is whole and of a version that is known; its keys may be anything. */
bool vault_look(const char *folder, KeyLook *out, Error *error);

#endif
