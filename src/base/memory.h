/* Allocation that cannot fail (out of memory ends the program with a sentence), and arenas: many
 * small things that live and die together. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

_Noreturn void memory_out(void); /* says so and ends the program */

void *memory_new(size_t count, size_t size); /* zeroed; never NULL; free() it */
/* Overflow is checked. Unlike with realloc, a block of less than 64 KiB is forgotten. */
void *memory_grow(void *block, size_t count, size_t size);
void memory_wipe(void *block, size_t size); /* overwrites what was private; NULL is fine */
void memory_forget(void *block);            /* overwrites all of it, then frees it; NULL is fine */

char *memory_copy_string(const char *text); /* free() it */

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena);  /* overwrites what it held, as does: */
void arena_reset(Arena *arena); /* forgets all content, keeps the blocks for reuse */
void *arena_alloc(Arena *arena, size_t count, size_t size);      /* zeroed, aligned for any type */
char *arena_copy(Arena *arena, const char *text, size_t length); /* NUL added */
char *arena_string(Arena *arena, const char *text);
char *arena_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
size_t arena_used(const Arena *arena); /* bytes handed out since new or reset */

/* Room for one more element in a growing array of `count` elements:
 *     list_room((void **)&items, &capacity, count, sizeof *items); items[count++] = item; */
void list_room(void **items, size_t *capacity, size_t count, size_t size);

#endif
