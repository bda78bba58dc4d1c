#include "screen/effects.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { EFFECTS_KEPT = 64 }; /* nobody listens: the oldest are forgotten */

static const char *const names[CUE_COUNT] = {
    [CUE_PRESS] = "press",
    [CUE_CHOOSE] = "choose",
    [CUE_PICK] = "pick",
    [CUE_PLACE] = "place",
    [CUE_TAKE] = "take",
    [CUE_NEXT] = "next",
    [CUE_BACK] = "back",
    [CUE_OPEN] = "open",
    [CUE_PEBBLE] = "pebble",
    [CUE_BREATHE_IN] = "breathe-in",
    [CUE_BREATHE_OUT] = "breathe-out",
    [CUE_CALM] = "calm",
    [CUE_NOTICE] = "notice",
};

const char *cue_name(Cue cue)
{
    return names[cue];
}

void effects_clear(Effects *effects)
{
    free(effects->items);
    *effects = (Effects){0};
}

static void forget_first(Effects *effects, size_t count)
{
    effects->count -= count;
    memmove(effects->items, effects->items + count, effects->count * sizeof *effects->items);
}

void effects_add(Effects *effects, const Effect *effect)
{
    if (effects->count == EFFECTS_KEPT) {
        forget_first(effects, 1);
    }
    list_room((void **)&effects->items, &effects->room, effects->count, sizeof *effects->items);
    effects->items[effects->count++] = *effect;
    effects->added++;
}

size_t effects_take(Effects *effects, Effect *out, size_t room)
{
    size_t count = effects->count < room ? effects->count : room;
    if (count > 0) {
        memcpy(out, effects->items, count * sizeof *out);
        forget_first(effects, count);
    }
    return count;
}
