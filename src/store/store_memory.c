/* A store that is gone when closed: for looking around and for tests. Keeps encoded rows, so that
 * everything passes through writing and strict reading here too. */
#include "base/memory.h"
#include "store/batch.h"

#include <stdlib.h>

typedef struct MemoryStore {
    Store store; /* first */
    Row *rows;
    size_t count, room;
} MemoryStore;

static bool append(Store *store, Event *events, size_t count, Error *error)
{
    MemoryStore *memory = (MemoryStore *)store;
    Batch batch;
    if (!batch_make(events, count, (int64_t)memory->count + 1, &batch, error)) {
        return false;
    }
    for (size_t i = 0; i < batch.count; i++) {
        list_room((void **)&memory->rows, &memory->room, memory->count, sizeof *memory->rows);
        memory->rows[memory->count++] = batch.rows[i];
        batch.rows[i].body = NULL;
    }
    batch_number(&batch, events);
    batch_clear(&batch);
    return true;
}

static bool each(Store *store, int64_t after, StoreVisit *visit, void *context, Error *error)
{
    const MemoryStore *memory = (const MemoryStore *)store;
    for (size_t i = (size_t)after; i < memory->count; i++) {
        if (!row_visit(&memory->rows[i], (int64_t)i + 1, visit, context, error)) {
            return false;
        }
    }
    return true;
}

static void close_memory(Store *store)
{
    MemoryStore *memory = (MemoryStore *)store;
    for (size_t i = 0; i < memory->count; i++) {
        free(memory->rows[i].body);
    }
    free(memory->rows);
    free(memory);
}

static const StoreOps ops = {
    .name = "memory",
    .append = append,
    .each = each,
    .close = close_memory,
};

Store *store_memory_new(void)
{
    MemoryStore *memory = memory_new(1, sizeof *memory);
    memory->store.ops = &ops;
    return &memory->store;
}
