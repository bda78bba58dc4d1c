/* What names and plain text in content may look like. Private to the content layer. */
#ifndef CONTENT_SPELLING_H
#define CONTENT_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

/* The same rules as regular expressions, for the published schema. */
#define SPELLING_ID "^[a-z][a-z0-9.-]{0,46}$"
#define SPELLING_SENTENCE "^[a-z][a-z0-9.-]{0,94}$"
#define SPELLING_PICTURE "^(?=.{1,95}$)[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"
#define SPELLING_CODE "^[A-Z][0-9]{2}(\\.[0-9]{1,2})?$"
#define SPELLING_CONTROLS "\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\ufeff"

bool spelling_id(const char *text);
bool spelling_sentence(const char *text); /* an id, but longer */
bool spelling_picture(const char *text);  /* parts of a-z 0-9 joined by single '-' and '/' */
bool spelling_code(const char *text);

/* True when `text` holds a line break, tab or other control character, or one that turns the
 * direction of writing for the rest of a line. */
bool spelling_has_control(const char *text);

/* The nearest of several words: start with {.given = text}, try each, then ask. */
typedef struct Nearest {
    const char *given;
    const char *best;
    size_t distance;
} Nearest;

void nearest_try(Nearest *nearest, const char *word);
const char *nearest_best(const Nearest *nearest); /* NULL when none is near enough to suggest */

#endif
