/* The words of one activity, changed by a helper for one tier: which sentences there are, what
 * speaks against a new wording, and the frozen text of the module with the new ones in it. Only
 * words change: no id, no choice, no gate. The original stays as it is. */
#ifndef CONTENT_REWORD_H
#define CONTENT_REWORD_H

#include "base/digest.h"
#include "content/library.h"

enum { REWORD_SENTENCES = 160, REWORD_BYTES = 400 };

typedef struct RewordSentence {
    const char *id;
    const char *text; /* as it is, tokens unfilled; borrowed from the table */
    bool whole_page;  /* it is all that the guide says on a page */
} RewordSentence;

typedef struct Reworded {
    const char *id, *text;
} Reworded;

/* Of whom. */
typedef struct RewordOf {
    const Library *library; /* in the language of who will read it */
    const Module *module;   /* of that library */
    const Activity *activity;
    Tier tier;
    const KindContent *const *kinds;
} RewordOf;

/* False for modules that say what the buttons do and who sees what: those words stay. */
bool reword_may(const Module *module);
/* What this tier reads on the activity's pages, in their order, each sentence once; returns how
 * many. Names of what is chosen (single words, feelings) and plural forms are left out. */
size_t reword_sentences(const RewordOf *of, RewordSentence *out, size_t room);
/* Adds what speaks against the new words: errors keep them from being used, warnings do not. What
 * the word rules find in the old ones too was looked at before. */
void reword_check(const RewordOf *of, const RewordSentence *sentence, const char *text,
                  Faults *faults);

/* The frozen text with the new wordings, to free(), and its digest. NULL when it would not be a
 * module any more: the error says why. */
char *reword_freeze(const RewordOf *of, const Reworded *changes, size_t count, Digest *digest,
                    Error *error);
/* Whether a frozen text was made so. */
bool reword_is(const char *frozen);

#endif
