#include "store/salvage_found.h"

#include "base/memory.h"
#include "vault/erased.h"

#include <stdlib.h>
#include <string.h>

/* ---- finding ---- */

typedef struct Adding {
    FoundEntries *found;
    const Vault *vault;
    uint8_t source;
} Adding;

static bool opens(const Vault *vault, const Entry *entry)
{
    char *plain;
    size_t size;
    Whose whose;
    bool open = entry->form == ENTRY_SEALED &&
                vault_unseal(vault, &entry->place, &entry->sealed, &plain, &size, &whose);
    if (open) {
        memory_forget(plain);
    }
    return open;
}

static void add(void *context, const Entry *entry, uint64_t at)
{
    Adding *adding = context;
    FoundEntries *found = adding->found;
    bool erased = vault_erased_key(adding->vault, entry->sealed.key);
    if (!erased && !opens(adding->vault, entry)) {
        return;
    }
    list_room((void **)&found->list, &found->room, found->count, sizeof *found->list);
    FoundEntry *one = &found->list[found->count++];
    *one = (FoundEntry){
        .sequence = entry->place.sequence, .at = at, .source = adding->source, .erased = erased};
    memcpy(one->hash, entry->hash, SEAL_HASH);
    memcpy(one->before, entry->place.before, SEAL_HASH);
    if (entry->place.epoch > found->epoch) {
        found->epoch = entry->place.epoch;
    }
}

void found_add(FoundEntries *found, Carver *carver, const Vault *vault, uint8_t source)
{
    Adding adding = {found, vault, source};
    carve_all(carver, add, &adding);
}

void found_clear(FoundEntries *found)
{
    free(found->list);
    *found = (FoundEntries){0};
}

/* ---- choosing ---- */

/* By sequence, and the best first: of the record, then what was written last. */
static int in_order(const void *left, const void *right)
{
    const FoundEntry *a = left, *b = right;
    if (a->sequence != b->sequence) {
        return a->sequence < b->sequence ? -1 : 1;
    }
    if (a->source != b->source) {
        return a->source < b->source ? -1 : 1;
    }
    return (a->at < b->at) - (a->at > b->at);
}

static const FoundEntry *named(const FoundEntry *group, size_t count, const FoundEntry *next)
{
    for (size_t i = 0; i < count; i++) {
        if (memcmp(group[i].hash, next->before, SEAL_HASH) == 0) {
            return &group[i];
        }
    }
    return NULL;
}

/* Of one place; `next` is what was chosen last, above it. */
static const FoundEntry *choose(const FoundEntry *group, size_t count, const FoundEntry *next)
{
    bool adjacent = next && next->sequence == group->sequence + 1;
    return adjacent ? named(group, count, next) : group;
}

static size_t group_begin(const FoundEntries *found, size_t end)
{
    size_t begin = end - 1;
    while (begin > 0 && found->list[begin - 1].sequence == found->list[end - 1].sequence) {
        begin--;
    }
    return begin;
}

/* From the last one down; the chosen ones gather at the list's end. */
void found_choose(FoundEntries *found)
{
    size_t to = found->count;
    if (found->count > 1) {
        qsort(found->list, found->count, sizeof *found->list, in_order);
    }
    for (size_t end = found->count; end > 0;) {
        size_t begin = group_begin(found, end);
        const FoundEntry *next = to < found->count ? &found->list[to] : NULL;
        const FoundEntry *one = choose(&found->list[begin], end - begin, next);
        if (one) {
            FoundEntry chosen = *one;
            found->list[--to] = chosen;
        }
        end = begin;
    }
    found->count -= to;
    for (size_t i = 0; i < found->count; i++) {
        found->list[i] = found->list[to + i];
    }
}
