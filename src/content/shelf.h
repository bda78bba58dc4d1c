/* One place on the library's shelf: a module folder, its listing, and the module itself once it was
 * opened. Private to the content layer. */
#ifndef CONTENT_SHELF_H
#define CONTENT_SHELF_H

#include "content/index.h"
#include "content/library.h"

/* What all modules of a library are read with. */
typedef struct ShelfSetup {
    const char *language;
    const KindContent *const *kinds;
    Pictures shared;
    bool shared_there;
} ShelfSetup;

typedef struct Shelf {
    char *name;          /* of the folder; the module's id */
    const char *content; /* the folder that holds it; borrowed */
    bool own;            /* of the family computer's own folder, not shipped */
    Stamp stamp;
    const Listing *listing; /* NULL: nothing usable here */
    Listing *read;          /* the same where it was made from the files; owned */
    Loaded *loaded;         /* NULL before it is opened */
    Faults *faults;         /* why it cannot be used; NULL: it can */
    Unavailable seen;       /* the same, as others see it */
} Shelf;

Shelf *shelf_new(const char *content, const char *name, bool own);
void shelf_free(Shelf *shelf);
/* From the index when it still holds, else by opening it; nothing when it is no folder. True when
 * it came from the index. */
bool shelf_fill(Shelf *shelf, Index *index, const ShelfSetup *setup);
/* Takes `faults`: why it cannot be used. */
void shelf_set_aside(Shelf *shelf, Faults *faults);
/* Reads and checks the module; NULL, with `faults`, when it cannot be used. */
Loaded *shelf_open(Shelf *shelf, const ShelfSetup *setup);

#endif
