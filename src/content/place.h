/* The JSON path while walking: "$.activities[0].title". Each step returns the length to go back to.
 * Keys from files are cut and escaped, so that a path can always be printed. */
#ifndef CONTENT_PLACE_H
#define CONTENT_PLACE_H

#include "base/text.h"

size_t place_key(Text *path, const char *key);
size_t place_index(Text *path, size_t index);
void place_back(Text *path, size_t length);

enum { QUOTED_MAX = 80 };

typedef struct Quoted {
    char text[QUOTED_MAX];
} Quoted;

/* Text from a file as it may stand in a fault's sentence: cut to 60 bytes, controls escaped. */
Quoted place_quote(const char *text);

#endif
