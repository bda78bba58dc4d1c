#include "screen/needle.h"

#include <stdbool.h>
#include <string.h>

static Needle as_it_is(const char *word)
{
    Needle needle = {.size = strlen(word)};
    memcpy(needle.bytes, word, needle.size);
    return needle;
}

static Needle as_utf16(const char *word, bool low_first)
{
    Needle needle = {.size = 2 * strlen(word)};
    for (size_t i = 0; word[i]; i++) {
        needle.bytes[2 * i + !low_first] = word[i];
    }
    return needle;
}

static Needle as_hex(const char *word, const char *digits)
{
    Needle needle = {.size = 2 * strlen(word)};
    for (size_t i = 0; word[i]; i++) {
        needle.bytes[2 * i] = digits[(unsigned char)word[i] >> 4];
        needle.bytes[2 * i + 1] = digits[(unsigned char)word[i] & 15];
    }
    return needle;
}

static Needle reversed(const char *word)
{
    Needle needle = {.size = strlen(word)};
    for (size_t i = 0; i < needle.size; i++) {
        needle.bytes[i] = word[needle.size - 1 - i];
    }
    return needle;
}

/* Base64 of the word when it begins `skip` bytes after a multiple of three: its middle, which does
 * not depend on what is around it. */
static Needle as_base64(const char *word, size_t skip)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    Needle needle = {.size = 0};
    const unsigned char *at = (const unsigned char *)word + (3 - skip) % 3;
    for (; at + 2 < (const unsigned char *)word + strlen(word); at += 3) {
        unsigned bits = (unsigned)at[0] << 16 | (unsigned)at[1] << 8 | at[2];
        for (int shift = 18; shift >= 0; shift -= 6) {
            needle.bytes[needle.size++] = digits[bits >> shift & 63];
        }
    }
    return needle;
}

Needle needle_of(const char *word, int way)
{
    switch (way) {
    case 0: return as_it_is(word);
    case 1: return as_utf16(word, true);
    case 2: return as_utf16(word, false);
    case 3: return as_hex(word, "0123456789abcdef");
    case 4: return as_hex(word, "0123456789ABCDEF");
    case 5: return reversed(word);
    default: return as_base64(word, (size_t)way - 6);
    }
}
