/* Which entries of a damaged record there still are. Private to store/. */
#ifndef STORE_SALVAGE_FOUND_H
#define STORE_SALVAGE_FOUND_H

#include "store/carve.h"

enum { FROM_RECORD, FROM_BACKUP, FOUND_SOURCES };

typedef struct FoundEntry {
    uint64_t sequence, at;
    uint8_t hash[SEAL_HASH], before[SEAL_HASH];
    uint8_t source;
    bool erased; /* of a case that was erased: nothing to be read, and nothing lost */
} FoundEntry;

typedef struct FoundEntries {
    FoundEntry *list; /* by sequence; after found_choose one for each */
    size_t count, room;
    uint64_t epoch; /* the highest */
} FoundEntries;

/* Adds those that the vault opens where they stand, and those of erased cases. */
void found_add(FoundEntries *found, Carver *carver, const Vault *vault, uint8_t source);
/* Keeps one history: of two for one place, the one that the next names; else the one written last.
 * What is named by the next but not there leaves a gap. */
void found_choose(FoundEntries *found);
void found_clear(FoundEntries *found);

#endif
