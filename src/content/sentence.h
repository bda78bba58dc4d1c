/* The inside of a string table, for those who check words. */
#ifndef CONTENT_SENTENCE_H
#define CONTENT_SENTENCE_H

#include "content/plural.h"
#include "content/strings.h"

typedef struct Wording {
    const char *key;                 /* "t1", "any"; NULL: one wording for all tiers */
    bool plural;                     /* given by plural form */
    const char *forms[PLURAL_COUNT]; /* PLURAL_OTHER is always there; the others where given */
} Wording;

typedef struct Sentence {
    const char *id;
    const Wording *wording[TIER_COUNT]; /* NULL: none for the tier; tiers may share one */
} Sentence;

size_t strings_count(const Strings *strings);
const Sentence *strings_at(const Strings *strings, size_t index);     /* sorted by id */
const Sentence *strings_find(const Strings *strings, const char *id); /* NULL when absent */

Strings *strings_empty(void); /* English, without a sentence */

/* The JSON path of a sentence, or of one form of its wording; free() it. */
char *sentence_path(const Sentence *sentence);
char *wording_path(const Sentence *sentence, const Wording *wording, Plural form);

#endif
