/* A string table: every sentence of a module in one language, with wording per tier, tokens and
 * plural forms. Immutable after loading.
 *
 * {helper} {me} {adult1}..{adult6} {adults} {home1}..{home6} {n} are replaced by tokens_fill. */
#ifndef CONTENT_STRINGS_H
#define CONTENT_STRINGS_H

#include "base/text.h"
#include "content/fault.h"
#include "content/tier.h"

typedef struct Strings Strings;

typedef enum Direction { DIRECTION_LTR, DIRECTION_RTL } Direction;

/* Whether a clinician who speaks the language natively has read the table. */
typedef enum Review { REVIEW_UNSAID, REVIEW_AWAITING, REVIEW_DONE } Review;

/* `bytes` is the table's JSON; every fault is added. Returns NULL when there was an error. */
Strings *strings_parse(const char *bytes, size_t size, const char *file, Faults *faults);
void strings_free(Strings *strings);

const char *strings_language(const Strings *strings); /* "en" */
Direction strings_direction(const Strings *strings);
Review strings_review(const Strings *strings);
bool strings_has(const Strings *strings, const char *id, Tier tier);
/* The sentence with tokens unfilled; NULL when the id has no wording for the tier. Borrowed. */
const char *strings_get(const Strings *strings, const char *id, Tier tier);
const char *strings_plural(const Strings *strings, const char *id, Tier tier, long n);
/* From now on both give the sentence of `behind` where this table has none for the tier: what
 * nobody has translated yet is said in English. `behind` must outlive it. */
void strings_stand_behind(Strings *strings, const Strings *behind);

enum { TOKENS_ADULTS = 6, TOKENS_NAME = 64 };

/* What stands for a person or place without a name, in the language of the sentence. Borrowed. */
typedef struct TokenWords {
    const char *helper; /* "your helper" */
    const char *me;     /* "you" */
    const char *adult;  /* "a grown-up" */
    const char *adults; /* "your grown-ups" */
    const char *home;   /* "your home" */
    const char *joiner; /* " and " between the last two names; ", " between others */
    const char *comma;
} TokenWords;

/* From the program's own words: sentences token.helper, .me, .adult, .adults, .home, .joiner,
 * .comma; English where one is missing. */
TokenWords token_words(const Strings *ui);

/* The family's own words for people and places. "" where not set. */
typedef struct Tokens {
    char helper[TOKENS_NAME];
    char me[TOKENS_NAME];
    char adults[TOKENS_ADULTS][TOKENS_NAME];
    int adult_count;
    char homes[TOKENS_ADULTS][TOKENS_NAME];
    int home_count;
    long n;
    const TokenWords *words; /* NULL: English */
} Tokens;

/* Appends `sentence` with its tokens replaced. A token without a name becomes a neutral word
 * ("your helper", "a grown-up", "your home"), with a capital where it opens a sentence; never an
 * empty gap, never a raw brace. */
void tokens_fill(const Tokens *tokens, const char *sentence, Text *out);

#endif
