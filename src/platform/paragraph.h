/* What has to be known about a paragraph before it is broken into lines: for every character its
 * bidi level, font, script, and whether a line or a user-perceived character begins there. */
#ifndef PLATFORM_PARAGRAPH_H
#define PLATFORM_PARAGRAPH_H

#include "platform/fonts.h"

#include "base/memory.h"

#include <stddef.h>

typedef struct Character {
    uint32_t code;
    size_t at; /* byte offset in the whole text */
    FontFace face;
    const char *script; /* ISO 15924; same tag, same pointer */
    signed char level;
    bool space;
    bool line_break; /* a line may begin here */
    bool grapheme;   /* a user-perceived character begins here */
} Character;

typedef struct Paragraph {
    Character *characters; /* count + 1: the last is the end */
    size_t count;
    bool rtl;
} Paragraph;

/* Of the bytes start .. end - 1 of `text`, which hold no line feed; in `body` where it has the
 * letters. Lives in the arena. */
Paragraph paragraph_of(Arena *arena, Fonts *fonts, FontFace body, const char *text, size_t start,
                       size_t end);

#endif
