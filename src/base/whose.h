/* Whose something is that is kept: nobody's, a whole case's, one person's of it, or that of two
 * people together. Everything of one owner is sealed with one key, so that it can go without the
 * rest. A value; knows nobody. */
#ifndef BASE_WHOSE_H
#define BASE_WHOSE_H

#include "base/ids.h"

typedef struct Whose {
    Id family;   /* "": of no case */
    Id one, two; /* "": of the whole case; of one person. Of two, `one` comes first */
} Whose;

Whose whose_case(Id family); /* "" is allowed */
Whose whose_person(Id family, Id person);
Whose whose_two(Id family, Id person, Id other); /* in either order */
bool whose_same(const Whose *one, const Whose *other);
/* What is erased with what: all of a case with the case, with a person what is theirs alone and
 * what they share with one other. */
bool whose_goes_with(const Whose *what, const Whose *erased);

#endif
