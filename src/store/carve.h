/* Finds entries in the bytes of a damaged record, in its file and its log, without believing any
 * page about another: a row is known by its own shape and by its hash, wherever it lies. Needs no
 * key, and reads nothing but bytes: SQLite never sees the damaged file. Private to store/. */
#ifndef STORE_CARVE_H
#define STORE_CARVE_H

#include "store/entry.h"

typedef struct Carver Carver;

/* Each was found with its hash right, or is empty and of form ENTRY_ERASED; its bytes live during
 * the visit. The same one may come more than once, and in any order. `at` is where it lies, for
 * carve_again. */
typedef void CarveVisit(void *context, const Entry *entry, uint64_t at);

/* Files that are not there have no entries. Parts that the disk cannot give are passed over. */
Carver *carve_open(const char *record);
void carve_all(Carver *carver, CarveVisit *visit, void *context);
/* Visits the one that lies there; false when it does not (any more). */
bool carve_again(Carver *carver, uint64_t at, CarveVisit *visit, void *context);
void carve_close(Carver *carver);

#endif
