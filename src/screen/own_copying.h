/* Gathering and saving a person's own copy (report/own_copy.h): everything they answered
 * themselves, and nothing of anybody else's. What they keep for themselves stays closed here too,
 * and of what was played together only that it was. */
#ifndef SCREEN_OWN_COPYING_H
#define SCREEN_OWN_COPYING_H

#include "screen/screen.h"

typedef struct OwnCopyWish {
    Id family, person;
    const char *by;  /* code of "own-copy.by": who demands it */
    const char *why; /* the helper's words */
    bool checked;    /* the helper said that it is theirs to have: the second step */
} OwnCopyWish;

typedef struct OwnCopySize {
    size_t plays, rows, drawings;
} OwnCopySize;

/* How much it will be. */
OwnCopySize own_copy_size(const Cove *cove, Id family, Id person);
/* Into a new folder in `folder`, with who asked and why noted, and what left. *path: of the new
 * folder, the caller's to free. Nothing is left there when something fails. */
bool own_copy_save(Cove *cove, const OwnCopyWish *wish, const char *folder, char **path,
                   Error *error);

#endif
