/* Open addressing with linear steps. Because the newest place is always the last one that was
 * given a slot, dropping it only frees that slot: nobody stepped over it since. */
#include "record/id_index.h"

#include "base/memory.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 64 };

void id_index_clear(IdIndex *index)
{
    free(index->places);
    free(index->slots);
    *index = (IdIndex){0};
}

/* FNV-1a. */
static size_t hash(const Id *id)
{
    uint64_t mixed = UINT64_C(14695981039346656037);
    for (const char *at = id->text; *at; at++) {
        mixed = (mixed ^ (unsigned char)*at) * UINT64_C(1099511628211);
    }
    return (size_t)mixed;
}

/* The slot of `id`, or the free one where it would go. */
static size_t *slot_of(const IdIndex *index, Id id)
{
    size_t mask = index->slot_count - 1;
    size_t at = hash(&id) & mask;
    while (index->slots[at] != 0 && !id_same(index->places[index->slots[at] - 1].id, id)) {
        at = (at + 1) & mask;
    }
    return &index->slots[at];
}

static void make_room(IdIndex *index)
{
    list_room((void **)&index->places, &index->room, index->count, sizeof *index->places);
    if ((index->count + 1) * 2 < index->slot_count) {
        return;
    }
    free(index->slots);
    index->slot_count = index->slot_count ? index->slot_count * 2 : FIRST_SLOTS;
    index->slots = memory_new(index->slot_count, sizeof *index->slots);
    for (size_t i = 0; i < index->count; i++) {
        *slot_of(index, index->places[i].id) = i + 1;
    }
}

void id_index_add(IdIndex *index, const IdPlace *place)
{
    make_room(index);
    size_t *slot = slot_of(index, place->id);
    assert(*slot == 0);
    index->places[index->count++] = *place;
    *slot = index->count;
}

void id_index_drop(IdIndex *index, Id id)
{
    assert(index->count > 0 && id_same(index->places[index->count - 1].id, id));
    *slot_of(index, id) = 0;
    index->count--;
}

const IdPlace *id_index_find(const IdIndex *index, Id id)
{
    if (index->count == 0) {
        return NULL;
    }
    size_t slot = *slot_of(index, id);
    return slot ? &index->places[slot - 1] : NULL;
}
