/* A set of what was already looked at, so that a wording shared by tiers or pages is reported once.
 * Private to the content layer. */
#ifndef CONTENT_ONCE_H
#define CONTENT_ONCE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct OnceKey {
    const void *what, *where;
    int matter;
} OnceKey;

/* Zero it to begin; once_clear it. */
typedef struct Once {
    OnceKey *keys;
    size_t count, room; /* room is a power of two, or 0 */
} Once;

/* True the first time these three come together. `what` is not NULL. */
bool once(Once *set, const void *what, int matter, const void *where);
void once_clear(Once *set);

#endif
