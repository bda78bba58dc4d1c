/* The table itself, for the file that reads it and the one that finds sentences in it. */
#ifndef CONTENT_STRINGS_INSIDE_H
#define CONTENT_STRINGS_INSIDE_H

#include "base/memory.h"
#include "content/sentence.h"

struct Strings {
    Arena *arena;
    const char *language;
    Direction direction;
    Review review;
    Sentence *items; /* sorted by id */
    size_t count;
    const Strings *behind; /* where this one has no sentence; NULL: nothing */
};

int sentences_by_id(const void *a, const void *b);

#endif
