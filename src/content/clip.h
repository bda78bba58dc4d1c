/* Recordings of sentences: which recording says exactly these words. */
#ifndef CONTENT_CLIP_H
#define CONTENT_CLIP_H

#include "content/strings.h"

/* Id of a sentence that says exactly `text` to the tier; NULL when none does. A sentence with
 * tokens says something else to every family, so it is never found. */
const char *strings_id_of(const Strings *strings, Tier tier, const char *text);

/* "<module>/<language>/<sentence id>", with ".t1" where the wording is one tier's own and ".one"
 * where it is a plural form: <content>/<module>/voice/<language>/<the rest>.ogg is the recording.
 * False, and "" in `out`, when no sentence says `text`. */
bool clip_name(const Strings *strings, const char *module, Tier tier, const char *text, char *out,
               size_t size);

#endif
