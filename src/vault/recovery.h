/* The recovery code: 128 bits by chance, as 7 groups of 4 characters to be printed (Crockford's
 * base 32; two characters at the end catch slips of the pen). */
#ifndef VAULT_RECOVERY_H
#define VAULT_RECOVERY_H

#include "base/error.h"
#include "base/ids.h"

#include <stdint.h>

enum { RECOVERY_BYTES = 16, RECOVERY_GROUPS = 7, RECOVERY_GROUP = 4, RECOVERY_TEXT = 7 * 5 };

typedef struct Recovery {
    char text[RECOVERY_TEXT]; /* "AB12-..."; secret_wipe it */
} Recovery;

/* By chance; in the program that is the kernel's (ids_system). */
void recovery_new(const IdSource *chance, Recovery *out);
void recovery_write(const uint8_t bytes[RECOVERY_BYTES], Recovery *out);
/* As people type it: small letters, spaces, no or other dashes, O for 0, I and L for 1. */
bool recovery_read(const char *typed, uint8_t bytes[RECOVERY_BYTES], Error *error);
/* Whether `typed` is group `index` (0..6) of the code. */
bool recovery_group_same(const Recovery *code, int index, const char *typed);

#endif
