/* Measures of English text: words, sentences, syllables, reading grade. The numbers they are held
 * against are in tier.h. Private to the content layer. */
#ifndef CONTENT_WORDING_H
#define CONTENT_WORDING_H

#include "content/tier.h"

#include <stddef.h>

/* Counts over any number of texts; zero it to begin. */
typedef struct Measure {
    size_t words, sentences, syllables;
} Measure;

/* One sentence, or one word, of a text; not NUL-terminated. */
typedef struct Span {
    const char *start;
    size_t length;
} Span;

/* The next one at or after *at, which moves on; length 0 when there is none. */
Span next_sentence(const char **at);
Span next_word(const char **at, const char *end);

size_t count_words(Span text);
size_t count_syllables(Span word);
void measure_add(Measure *measure, const char *text);
double measure_grade(const Measure *measure); /* Flesch-Kincaid; 0 without words */
bool hard_word(Span word); /* 3 syllables or more and not on the list of known ones */

#endif
