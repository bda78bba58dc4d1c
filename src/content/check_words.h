/* Word checks of one module in one language: lengths, reading level, word rules.
 * Private to the content layer. */
#ifndef CONTENT_CHECK_WORDS_H
#define CONTENT_CHECK_WORDS_H

#include "content/lint.h"
#include "content/module.h"
#include "content/strings.h"

/* `lint` may be NULL. Reading level, hard words and word rules are for English; lengths in other
 * languages are warnings. */
void check_words(Module *module, const char *file, const Strings *strings, const char *strings_file,
                 const KindContent *const *kinds, const Lint *lint, Faults *faults);

/* Word rules alone, for the program's own words, of which no module says who reads them: wordings
 * for a child tier as child text, "ad" as parent text, the others by the rules for reports. */
void check_plain_words(const Strings *strings, const char *strings_file, const Lint *lint,
                       Faults *faults);

#endif
