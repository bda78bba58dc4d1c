#include "content/once.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>

enum { ROOM_FIRST = 256 };

static size_t slot_of(const OnceKey *key, size_t room)
{
    uint64_t mixed = (uint64_t)(uintptr_t)key->what * 0x9E3779B97F4A7C15u;
    mixed ^= (uint64_t)(uintptr_t)key->where * 0xC2B2AE3D27D4EB4Fu + (uint64_t)key->matter;
    mixed *= 0x9E3779B97F4A7C15u;
    return (size_t)(mixed >> 32) & (room - 1);
}

/* Where the key is, or the free slot where it would be. */
static OnceKey *find(OnceKey *keys, size_t room, const OnceKey *key)
{
    size_t at = slot_of(key, room);
    while (keys[at].what != NULL && (keys[at].what != key->what || keys[at].where != key->where ||
                                     keys[at].matter != key->matter))
        at = (at + 1) & (room - 1);
    return &keys[at];
}

static void grow(Once *set)
{
    size_t room = set->room > 0 ? set->room * 2 : ROOM_FIRST;
    OnceKey *keys = memory_new(room, sizeof *keys);
    for (size_t i = 0; i < set->room; i++) {
        if (set->keys[i].what != NULL)
            *find(keys, room, &set->keys[i]) = set->keys[i];
    }
    free(set->keys);
    set->keys = keys;
    set->room = room;
}

bool once(Once *set, const void *what, int matter, const void *where)
{
    const OnceKey key = {what, where, matter};
    if (2 * set->count >= set->room)
        grow(set);
    OnceKey *slot = find(set->keys, set->room, &key);
    if (slot->what != NULL)
        return false;
    *slot = key;
    set->count++;
    return true;
}

void once_clear(Once *set)
{
    free(set->keys);
    *set = (Once){0};
}
