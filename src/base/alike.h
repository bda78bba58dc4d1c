/* Words that are the same to who reads them, though hands write them differently. */
#ifndef BASE_ALIKE_H
#define BASE_ALIKE_H

#include <stdbool.h>

/* Whether two words, or short phrases, are alike but for capitals, accents, spaces, and, in Arabic,
 * vowel signs, the seats of hamza, the two forms of a last letter, and an article or small word
 * written onto the first one. Nothing is alike to no words at all. */
bool words_alike(const char *a, const char *b);

#endif
