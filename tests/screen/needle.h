/* The ways in which bytes of a word are usually written down: as they are, UTF-16, hexadecimal,
 * backwards, and base64 from wherever it begins. */
#ifndef TESTS_SCREEN_NEEDLE_H
#define TESTS_SCREEN_NEEDLE_H

#include <stddef.h>

enum { NEEDLE_WAYS = 9 };

typedef struct Needle {
    char bytes[256];
    size_t size;
} Needle;

Needle needle_of(const char *word, int way);

#endif
