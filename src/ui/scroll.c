/* Scroll offsets by node key. Layout reads and clamps them; focus moves them. */
#include "ui/flow.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Offset {
    char key[KEY_MAX];
    float y;
} Offset;

struct ScrollMemory {
    Offset *items;
    size_t count, capacity;
};

ScrollMemory *scroll_memory_new(void)
{
    return memory_new(1, sizeof(ScrollMemory));
}

void scroll_memory_free(ScrollMemory *memory)
{
    if (memory)
        free(memory->items);
    free(memory);
}

void scroll_memory_forget(ScrollMemory *memory)
{
    memory->count = 0;
}

static Offset *offset_find(const ScrollMemory *memory, const char *key)
{
    for (size_t i = 0; i < memory->count; i++) {
        if (strcmp(memory->items[i].key, key) == 0)
            return &memory->items[i];
    }
    return NULL;
}

float scroll_offset(const ScrollMemory *memory, const char *key)
{
    const Offset *offset = memory ? offset_find(memory, key) : NULL;
    return offset ? offset->y : 0;
}

static void scroll_set(ScrollMemory *memory, const char *key, float y)
{
    Offset *offset = offset_find(memory, key);
    if (!offset) {
        list_room((void **)&memory->items, &memory->capacity, memory->count, sizeof *memory->items);
        offset = &memory->items[memory->count++];
        snprintf(offset->key, sizeof offset->key, "%s", key);
    }
    offset->y = y;
}

static float scroll_most(const Node *node)
{
    return fmaxf(node->content_height - node->bounds.height, 0);
}

/* Offset the next layout will use, within what the content allows. */
static float scroll_now(const ScrollMemory *memory, const Node *node)
{
    return fminf(fmaxf(scroll_offset(memory, node->key), 0), scroll_most(node));
}

bool scroll_by(ScrollMemory *memory, const Node *node, float dy)
{
    if (!memory || !node || !node->layout.scroll)
        return false;
    float now = scroll_now(memory, node);
    float then = roundf(fminf(fmaxf(now + dy, 0), scroll_most(node)));
    if (then == now)
        return false;
    scroll_set(memory, node->key, then);
    return true;
}

enum { SHOW_MARGIN = 12 };

/* How far content must move up so that top..bottom can be seen; the top wins when not all can. */
static float show_distance(const Node *scroller, float top, float bottom)
{
    float first = scroller->bounds.y + SHOW_MARGIN;
    float last = scroller->bounds.y + scroller->bounds.height - SHOW_MARGIN;
    float down = fmaxf(bottom - last, 0);
    if (top - down < first)
        return top < first || down > 0 ? top - first : 0;
    return down;
}

bool scroll_to_show(ScrollMemory *memory, const Node *node)
{
    bool moved = false;
    float top = node->bounds.y, bottom = top + node->bounds.height;
    for (const Node *at = node->parent; at; at = at->parent) {
        if (!at->layout.scroll)
            continue;
        /* the tree may have been laid out before the last move */
        float pending = scroll_now(memory, at) - at->scroll_y;
        float before = scroll_now(memory, at);
        moved |= scroll_by(memory, at, show_distance(at, top - pending, bottom - pending));
        float shift = pending + scroll_now(memory, at) - before;
        top -= shift;
        bottom -= shift;
    }
    return moved;
}
