/* A store that is gone when closed: for looking around and for tests. Keeps encoded entries, so
 * that everything passes through writing and strict reading here too. */
#include "base/memory.h"
#include "store/entry.h"

#include <stdlib.h>

typedef struct MemoryStore {
    Store store;    /* first */
    SealPlace next; /* of the next entry */
    Entry *entries;
    size_t count, room;
} MemoryStore;

static bool append(Store *store, Event *events, size_t count, Error *error)
{
    MemoryStore *memory = (MemoryStore *)store;
    Batch batch;
    if (!batch_make(events, count, memory->store.vault, &memory->next, &batch, error)) {
        return false;
    }
    for (size_t i = 0; i < batch.count; i++) {
        list_room((void **)&memory->entries, &memory->room, memory->count, sizeof *memory->entries);
        memory->entries[memory->count++] = batch.entries[i];
        entry_pass(&memory->next, &batch.entries[i]);
        batch.entries[i].sealed.bytes = NULL;
    }
    batch_number(&batch, events);
    batch_clear(&batch);
    return true;
}

static bool each(Store *store, int64_t after, StoreVisit *visit, void *context, Error *error)
{
    const MemoryStore *memory = (const MemoryStore *)store;
    SealPlace place = entry_first_place(memory->store.vault);
    if (after > 0 && (size_t)after < memory->count) {
        entry_pass(&place, &memory->entries[after - 1]);
    }
    for (size_t i = (size_t)after; i < memory->count; i++) {
        if (!entry_visit(&memory->entries[i], memory->store.vault, &place, visit, context, error)) {
            return false;
        }
    }
    return true;
}

static void close_memory(Store *store)
{
    MemoryStore *memory = (MemoryStore *)store;
    for (size_t i = 0; i < memory->count; i++) {
        memory_forget(memory->entries[i].sealed.bytes);
    }
    free(memory->entries);
    free(memory);
}

static const StoreOps ops = {
    .name = "memory",
    .append = append,
    .each = each,
    .close = close_memory,
};

Store *store_memory_new(Vault *vault)
{
    MemoryStore *memory = memory_new(1, sizeof *memory);
    *memory =
        (MemoryStore){.store = {.ops = &ops, .vault = vault}, .next = entry_first_place(vault)};
    seal_random(memory->next.device, sizeof memory->next.device);
    memory->next.epoch = 1;
    return &memory->store;
}
