/* Where a walk through JSON stands, as steps on the stack of who walks: written out as a path only
 * when there is something to say. Keys from files are cut and escaped, so that it can always be
 * printed. */
#ifndef CONTENT_PLACE_H
#define CONTENT_PLACE_H

#include "base/text.h"

typedef struct Place {
    const struct Place *outer; /* NULL: right in the file */
    const char *key;           /* NULL: entry `index` of a list */
    size_t index;
} Place;

/* "$.activities[0].title", or "$" for NULL; free() it. */
char *place_path(const Place *place);

enum { QUOTED_MAX = 80 };

typedef struct Quoted {
    char text[QUOTED_MAX];
} Quoted;

/* Text from a file as it may stand in a fault's sentence: cut to 60 bytes, controls escaped. */
Quoted place_quote(const char *text);

#endif
