/* Where the thing with an id stands: one table for all ids, as no two things share one. Last in,
 * first out. Private to record/. */
#ifndef RECORD_ID_INDEX_H
#define RECORD_ID_INDEX_H

#include "base/ids.h"

typedef enum IdKind { ID_CASE, ID_PERSON, ID_ASSIGNMENT, ID_SITTING, ID_PLAY, ID_ERASED } IdKind;

typedef struct IdPlace {
    Id id;
    IdKind kind;
    size_t family; /* index of the case; of people and assignments */
    size_t index;  /* among its kind (of people and assignments: within the case) */
} IdPlace;

typedef struct IdIndex {
    IdPlace *places; /* in the order they came */
    size_t count, room;
    size_t *slots;     /* 0: free; else 1 + index of a place */
    size_t slot_count; /* 0 or a power of two, more than twice `count` */
} IdIndex;

void id_index_clear(IdIndex *index);
void id_index_expect(IdIndex *index, size_t count);        /* so many in all: makes room at once */
void id_index_add(IdIndex *index, const IdPlace *place);   /* the id must be new */
void id_index_drop(IdIndex *index, Id id);                 /* must be the one added last */
const IdPlace *id_index_find(const IdIndex *index, Id id); /* NULL when absent */

#endif
