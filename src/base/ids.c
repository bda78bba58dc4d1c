/* Ids and seeded chance. Both draw from a function that gives 64 random bits. */
#include "base/ids.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { BITS_PER_CHARACTER = 5, CHARACTERS_PER_DRAW = 8 };

/* Crockford base32: no i, l, o or u. */
static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";

static uint64_t system_next(void *context)
{
    (void)context;
    uint64_t bits;
    ssize_t got;
    do {
        got = getrandom(&bits, sizeof bits, 0);
    } while (got < 0 && errno == EINTR);
    if (got != (ssize_t)sizeof bits) {
        fputs("Pebble Cove: the system gives no random numbers. Restart the computer.\n", stderr);
        abort();
    }
    return bits;
}

static uint64_t seeded_next(void *context)
{
    return chance_next(context);
}

IdSource ids_system(void)
{
    return (IdSource){.next = system_next};
}

IdSource ids_seeded(uint64_t *state)
{
    return (IdSource){.next = seeded_next, .context = state};
}

Id id_new(const IdSource *source)
{
    Id id = {0};
    uint64_t bits = 0;
    for (size_t i = 0; i < ID_LENGTH; ++i) {
        if (i % CHARACTERS_PER_DRAW == 0)
            bits = source->next(source->context);
        id.text[i] = alphabet[bits & 31];
        bits >>= BITS_PER_CHARACTER;
    }
    return id;
}

uint64_t ids_seed(const IdSource *source)
{
    return source->next(source->context) >> (64 - 53);
}

bool id_valid(const char *text)
{
    return text && strlen(text) == ID_LENGTH && strspn(text, alphabet) == ID_LENGTH;
}

bool id_same(Id a, Id b)
{
    return strcmp(a.text, b.text) == 0;
}

bool id_parse(const char *text, Id *out)
{
    if (!id_valid(text))
        return false;
    memcpy(out->text, text, sizeof out->text);
    return true;
}

uint64_t chance_next(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* Draws again below 2^64 mod limit, so that every result is equally likely. */
size_t chance_below(uint64_t *state, size_t limit)
{
    assert(limit > 0);
    uint64_t uneven = (0 - (uint64_t)limit) % limit;
    uint64_t drawn;
    do {
        drawn = chance_next(state);
    } while (drawn < uneven);
    return (size_t)(drawn % limit);
}

void chance_shuffle(uint64_t *state, int *order, size_t count)
{
    for (size_t left = count; left > 1; --left) {
        size_t pick = chance_below(state, left);
        int last = order[left - 1];
        order[left - 1] = order[pick];
        order[pick] = last;
    }
}
