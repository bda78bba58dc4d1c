/* What the two halves of the strict gate share: json_check.c has the grammar of lists, objects and
 * the whole, json_token.c reads text, numbers and words. Private to base. */
#ifndef BASE_JSON_GATE_H
#define BASE_JSON_GATE_H

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum { JSON_END = -1 };

typedef struct JsonKey {
    const char *text; /* unescaped, in the arena */
    size_t at;        /* of its opening quote */
} JsonKey;

typedef struct Gate {
    const char *bytes;
    size_t size;
    size_t at;
    const char *name;
    Error *error;
    Text decoded;  /* the text read last, unescaped */
    Arena *arena;  /* keys */
    JsonKey *keys; /* of all open objects, the innermost object's last */
    size_t key_count, key_capacity;
} Gate;

/* The byte at `at`, or JSON_END. */
static inline int gate_byte(const Gate *g, size_t at)
{
    return at < g->size ? (unsigned char)g->bytes[at] : JSON_END;
}

static inline int gate_peek(const Gate *g)
{
    return gate_byte(g, g->at);
}

static inline bool gate_take(Gate *g, char byte)
{
    if (gate_peek(g) != byte)
        return false;
    ++g->at;
    return true;
}

/* Fills the error with the line and column of byte `at`; returns false. */
bool gate_refuse(const Gate *g, size_t at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Each begins at the first byte of its token and moves behind it. */
bool gate_text(Gate *g); /* leaves the unescaped text in g->decoded */
bool gate_number(Gate *g);
bool gate_word(Gate *g);

#endif
