/* Which plural form a whole number takes in a language. Private to the content layer. */
#ifndef CONTENT_PLURAL_H
#define CONTENT_PLURAL_H

#include <stdbool.h>

typedef enum Plural {
    PLURAL_ZERO,
    PLURAL_ONE,
    PLURAL_TWO,
    PLURAL_FEW,
    PLURAL_MANY,
    PLURAL_OTHER,
    PLURAL_COUNT
} Plural;

typedef unsigned PluralSet; /* bit (1u << plural) */

const char *plural_id(Plural plural); /* "one" */
bool plural_parse(const char *id, Plural *out);

/* `language` such as "en" or "pt-br"; unknown ones have one form, other. `n` without its sign. */
Plural plural_of(const char *language, long n);
bool plural_known(const char *language);
PluralSet plural_allowed(const char *language); /* forms its whole numbers can take, and other */
PluralSet plural_needed(const char *language);  /* those that numbers below 1,000 take, and other */

#endif
