/* What of the fonts is there on this computer, for a check without a window. */
#ifndef PLATFORM_FONTS_LOOK_H
#define PLATFORM_FONTS_LOOK_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

typedef struct FontsLook {
    unsigned lacking; /* bit per FontFamily that is not installed */
    unsigned undrawn; /* bit per character that no installed font has */
} FontsLook;

/* At most 32 characters. False with the sentence when the program's own letters are not there. */
bool fonts_look(const uint32_t *characters, size_t count, FontsLook *out, Error *error);

#endif
