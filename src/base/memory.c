/* Allocation that ends the program rather than fail, and arenas made of growing blocks. */
#include "base/memory.h"

#include <assert.h>
#include <malloc.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_STEP = 256 * 1024, FIRST_LIST = 8, LARGE = 64 * 1024 };

typedef struct Block Block;
struct Block {
    Block *next;
    size_t capacity;
    size_t used;
    max_align_t data[];
};

struct Arena {
    Block *first;
    Block *current; /* blocks behind it are empty, kept for reuse */
    size_t handed_out;
};

_Noreturn void memory_out(void)
{
    fputs("Pebble Cove: the computer has no memory left. Close other programs and start again.\n",
          stderr);
    abort();
}

/* At least 1, so that "no memory" and "no elements" cannot be confused. */
static size_t bytes_for(size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / 2 / size)
        memory_out();
    return count > 0 && size > 0 ? count * size : 1;
}

void *memory_new(size_t count, size_t size)
{
    void *block = calloc(1, bytes_for(count, size));
    if (!block)
        memory_out();
    return block;
}

/* Large ones are moved by the system, page by page: copying them costs more than what is done with
 * them. */
void *memory_grow(void *block, size_t count, size_t size)
{
    size_t wanted = bytes_for(count, size), had = malloc_usable_size(block);
    bool moves = had >= LARGE;
    void *grown = moves ? realloc(block, wanted) : malloc(wanted);
    if (!grown)
        memory_out();
    if (!moves && block)
        memcpy(grown, block, had < wanted ? had : wanted);
    if (!moves)
        memory_forget(block);
    return grown;
}

void memory_wipe(void *block, size_t size)
{
    if (block)
        explicit_bzero(block, size);
}

void memory_forget(void *block)
{
    memory_wipe(block, malloc_usable_size(block));
    free(block);
}

char *memory_copy_string(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(memory_new(size, 1), text, size);
}

/* arena_alloc zeroes what it gives out. */
static Block *block_new(size_t capacity)
{
    Block *block = memory_grow(NULL, 1, sizeof *block + capacity);
    *block = (Block){.capacity = capacity};
    return block;
}

Arena *arena_new(void)
{
    Arena *arena = memory_new(1, sizeof *arena);
    arena->first = arena->current = block_new(FIRST_BLOCK);
    return arena;
}

void arena_free(Arena *arena)
{
    if (!arena)
        return;
    for (Block *block = arena->first, *next; block; block = next) {
        next = block->next;
        memory_wipe(block->data, block->used);
        free(block);
    }
    free(arena);
}

void arena_reset(Arena *arena)
{
    for (Block *block = arena->first; block; block = block->next) {
        memory_wipe(block->data, block->used);
        block->used = 0;
    }
    arena->current = arena->first;
    arena->handed_out = 0;
}

static bool block_has_room(const Block *block, size_t bytes)
{
    return block->capacity - block->used >= bytes;
}

static size_t next_capacity(const Block *block, size_t bytes)
{
    size_t doubled = block->capacity * 2;
    size_t step = doubled < LARGEST_STEP ? doubled : LARGEST_STEP;
    return bytes > step ? bytes : step;
}

static Block *block_with_room(Arena *arena, size_t bytes)
{
    Block *block = arena->current;
    while (!block_has_room(block, bytes) && block->next)
        block = block->next;
    if (!block_has_room(block, bytes)) {
        block->next = block_new(next_capacity(block, bytes));
        block = block->next;
    }
    return arena->current = block;
}

void *arena_alloc(Arena *arena, size_t count, size_t size)
{
    const size_t unit = alignof(max_align_t);
    size_t wanted = bytes_for(count, size);
    size_t bytes = (wanted + unit - 1) / unit * unit;
    Block *block = block_with_room(arena, bytes);
    void *room = (char *)block->data + block->used;
    block->used += bytes;
    arena->handed_out += wanted;
    return memset(room, 0, wanted);
}

char *arena_copy(Arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, text, length);
    return copy;
}

char *arena_string(Arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text));
}

char *arena_format(Arena *arena, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0); /* our own format */
    char *text = arena_alloc(arena, (size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

size_t arena_used(const Arena *arena)
{
    return arena->handed_out;
}

/* `items` points to some T *, which may not be read as a void *: so its bytes are copied. */
void list_room(void **items, size_t *capacity, size_t count, size_t size)
{
    assert(count <= *capacity);
    if (count < *capacity)
        return;
    void *block;
    memcpy(&block, items, sizeof block);
    *capacity = *capacity ? *capacity * 2 : FIRST_LIST;
    block = memory_grow(block, *capacity, size);
    memcpy(items, &block, sizeof block);
}
