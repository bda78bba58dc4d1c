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

/* Eight bytes at a time: ids are random, and most of the time goes into finding them. */
static size_t hash(const Id *id)
{
    uint64_t halves[2];
    memcpy(halves, id->text, sizeof halves);
    uint64_t mixed = (halves[0] ^ halves[1] >> 29) * UINT64_C(0x9E3779B97F4A7C15);
    mixed = (mixed ^ mixed >> 32 ^ halves[1]) * UINT64_C(0xBF58476D1CE4E5B9);
    return (size_t)(mixed ^ mixed >> 31);
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

static void make_slots(IdIndex *index, size_t count)
{
    free(index->slots);
    index->slot_count = index->slot_count ? index->slot_count : FIRST_SLOTS;
    while (index->slot_count <= count * 2) {
        index->slot_count *= 2;
    }
    index->slots = memory_new(index->slot_count, sizeof *index->slots);
    for (size_t i = 0; i < index->count; i++) {
        *slot_of(index, index->places[i].id) = i + 1;
    }
}

void id_index_expect(IdIndex *index, size_t count)
{
    if (index->slot_count <= count * 2) {
        make_slots(index, count);
    }
}

void id_index_add(IdIndex *index, const IdPlace *place)
{
    list_room((void **)&index->places, &index->room, index->count, sizeof *index->places);
    id_index_expect(index, index->count + 1);
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
