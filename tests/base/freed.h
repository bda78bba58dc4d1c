/* Looks into every block of memory that is given back, by us or by any library, for words that are
 * private. Whoever links it has its own `free` and `realloc`, which look first and pass it on. */
#ifndef TESTS_BASE_FREED_H
#define TESTS_BASE_FREED_H

/* For these words, from now on; the list ends with NULL and is borrowed. NULL: no more. */
void freed_watch(const char *const *words);
/* In how many blocks one was found; of the first few it says on stderr who gave them back. */
int freed_found(void);

#endif
