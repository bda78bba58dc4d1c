/* A translation beside the English table it was made from. */
#include "content/check_inside.h"

#include "content/tokens.h"

#include <stdlib.h>
#include <string.h>

typedef struct Pair {
    const char *file;
    const char *language;
    Faults *faults;
} Pair;

static void report(const Pair *pair, FaultLevel level, char *path, const char *rule,
                   const char *remedy)
{
    faults_add(pair->faults, level, pair->file, path, rule, "%s", remedy);
    free(path);
}

enum { NAMED_MAX = 8 }; /* of what is missing; the rest is counted */

/* One fault for all that is missing: a translation is begun with most of it missing. */
static void check_complete(const Pair *pair, const Strings *strings, const Strings *english)
{
    Text names;
    size_t missing = 0, all = strings_count(english);
    text_init(&names);
    for (size_t i = 0; i < all; i++) {
        const char *id = strings_at(english, i)->id;
        if (strings_find(strings, id) == NULL && missing++ < NAMED_MAX)
            text_addf(&names, "%s%s", missing > 1 ? ", " : "", id);
    }
    if (missing > 0)
        faults_add(pair->faults, FAULT_ERROR, pair->file, "$.strings", "incomplete-language",
                   "%zu of %zu sentences are missing in \"%s\": %s%s.", missing, all,
                   pair->language, names.bytes, missing > NAMED_MAX ? ", ..." : "");
    text_clear(&names);
}

static void check_tiers(const Pair *pair, const Sentence *sentence, const Sentence *english)
{
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        if (english->wording[tier] == NULL || sentence->wording[tier] != NULL)
            continue;
        Text remedy;
        const char *id = tier_limits((Tier)tier)->id;
        text_init(&remedy);
        text_addf(&remedy, "English has a wording for %s; add \"%s\" or \"any\".", id, id);
        report(pair, FAULT_ERROR, sentence_path(sentence), "incomplete-language", remedy.bytes);
        text_clear(&remedy);
    }
}

/* The tokens of a sentence, a bit each. {n} may be left out: "a shell", "two shells". */
static unsigned tokens_of(const char *text)
{
    Token token;
    unsigned set = 0;
    for (const char *at = text; (at = strchr(at, '{')) != NULL; at++) {
        if (token_parse(at + 1, strcspn(at + 1, "}"), &token) && token.kind != TOKEN_NUMBER)
            set |= 1u << ((unsigned)token.kind * TOKENS_ADULTS + (unsigned)token.index) % 32;
    }
    return set;
}

static void check_tokens(const Pair *pair, const Sentence *sentence, const Sentence *english)
{
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        const Wording *ours = sentence->wording[tier], *theirs = english->wording[tier];
        if (ours == NULL || theirs == NULL ||
            tokens_of(ours->forms[PLURAL_OTHER]) == tokens_of(theirs->forms[PLURAL_OTHER]))
            continue;
        report(pair, FAULT_WARNING, wording_path(sentence, ours, PLURAL_OTHER), "lost-token",
               "English names other people or places here; use the same tokens.");
        return;
    }
}

static void check_review(const Pair *pair, const Strings *strings)
{
    if (strings_review(strings) == REVIEW_UNSAID)
        report(pair, FAULT_WARNING, memory_copy_string("$"), "not-reviewed",
               "Say whether a clinician who speaks the language natively has read it: \"review\": "
               "\"awaiting\" or \"done\".");
}

/* Of a module's sentences it is known who meets them; of the program's only what English has. */
static void check_sentence(const Pair *pair, const Sentence *sentence, const Strings *english,
                           bool plain)
{
    const Sentence *original = strings_find(english, sentence->id);
    if (original != NULL)
        check_tokens(pair, sentence, original);
    if (original != NULL && plain)
        check_tiers(pair, sentence, original);
    if (original == NULL && plain)
        report(pair, FAULT_WARNING, sentence_path(sentence), "unused-sentence",
               "English has no such sentence; take it out.");
}

void check_translation(const Strings *strings, const char *file, const Strings *english, bool plain,
                       Faults *faults)
{
    const Pair pair = {file, strings_language(strings), faults};
    check_review(&pair, strings);
    check_complete(&pair, strings, english);
    for (size_t i = 0; i < strings_count(strings); i++)
        check_sentence(&pair, strings_at(strings, i), english, plain);
}
