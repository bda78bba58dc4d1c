/* Random ids and seeded chance, both injected. An Id is 80 random bits in 16 characters of
 * Crockford base32, lower case: says nothing about whom or when. */
#ifndef BASE_IDS_H
#define BASE_IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ID_LENGTH = 16 };

typedef struct Id {
    char text[ID_LENGTH + 1]; /* "" is no id */
} Id;

typedef struct IdSource {
    uint64_t (*next)(void *context);
    void *context;
} IdSource;

IdSource ids_system(void);            /* the kernel's randomness */
IdSource ids_seeded(uint64_t *state); /* the same ids in the same order, for tests */
Id id_new(const IdSource *source);
uint64_t ids_seed(const IdSource *source); /* a number for a play's seed, within 2^53 */
bool id_valid(const char *text);           /* exactly 16 characters of the alphabet */
bool id_same(Id a, Id b);
bool id_parse(const char *text, Id *out);

/* Seeded chance for shuffles: splitmix64 (Steele, Lea, Flood 2014). */
uint64_t chance_next(uint64_t *state);
size_t chance_below(uint64_t *state, size_t limit);             /* 0 <= result < limit; limit > 0 */
void chance_shuffle(uint64_t *state, int *order, size_t count); /* Fisher-Yates, in place */

#endif
