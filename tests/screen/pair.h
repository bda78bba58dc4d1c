/* A child and two grown-ups of theirs in a house, on the way to playing together. */
#ifndef TESTS_SCREEN_PAIR_H
#define TESTS_SCREEN_PAIR_H

#include "screen/house.h"

typedef struct Pair {
    House house;
    Id family, child, adult, other;
} Pair;

/* Milo, 8, and two grown-ups of his, Sam and Noor; the content is that of the kinds. */
void pair_open(Pair *pair, bool data);
const Record *pair_record(Pair *pair);
/* From the door to the helper's page for it; saying what must be said; giving; beginning. */
void pair_to_together(Pair *pair);
void pair_say_contact(Pair *pair);
void pair_say_all(Pair *pair);
void pair_give(Pair *pair, const char *activity);
void pair_begin(Pair *pair, const char *activity, const char *title);

#endif
