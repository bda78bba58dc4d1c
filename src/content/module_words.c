/* Do a module and a string table fit together? */
#include "content/module_inside.h"

#include "content/place.h"
#include "content/sentence.h"

#include <stdlib.h>

typedef struct Use {
    bool used;
    TierSet missing; /* tiers already reported */
} Use;

typedef struct Fit {
    const char *file;
    const Strings *strings;
    const char *strings_file;
    Use *uses; /* one for each sentence of the table */
    Faults *faults;
} Fit;

static void report_sentence(Fit *fit, FaultLevel level, const Sentence *sentence, const char *rule,
                            const char *remedy)
{
    char *path = sentence_path(sentence);
    faults_add(fit->faults, level, fit->strings_file, path, rule, "%s", remedy);
    free(path);
}

static void report_missing(Fit *fit, const Sentence *sentence, Tier tier, const Mention *mention)
{
    Text remedy;
    char *path = place_path(mention->place);
    text_init(&remedy);
    text_addf(&remedy,
              "%s of %s shows this to %s, for whom there is no wording; add \"%s\" or "
              "\"any\".",
              path, fit->file, tier_limits(tier)->id, tier_limits(tier)->id);
    report_sentence(fit, FAULT_ERROR, sentence, "missing-wording", remedy.bytes);
    text_clear(&remedy);
    free(path);
}

static void report_unknown(Fit *fit, const char *id, const Mention *mention)
{
    char *path = place_path(mention->place);
    faults_add(fit->faults, FAULT_ERROR, fit->file, path, "unknown-sentence",
               "There is no sentence \"%s\" in %s; add it there, or correct the id.", id,
               fit->strings_file);
    free(path);
}

static void check_wordings(Fit *fit, const Sentence *sentence, const Mention *mention)
{
    Use *use = &fit->uses[sentence - strings_at(fit->strings, 0)];
    use->used = true;
    for (int t = 0; t < TIER_COUNT; t++) {
        Tier tier = (Tier)t;
        if (!tier_in(mention->tiers & ~use->missing, tier) || sentence->wording[tier] != NULL)
            continue;
        use->missing |= 1u << tier;
        report_missing(fit, sentence, tier, mention);
    }
}

static void check_mention(void *context, const Mention *mention)
{
    Fit *fit = context;
    FieldType type = mention->field->type;
    if (type == FIELD_PICTURE || type == FIELD_TIERS)
        return;
    const char *id = *(const char **)mention->member;
    const Sentence *sentence = strings_find(fit->strings, id);
    if (sentence != NULL)
        check_wordings(fit, sentence, mention);
    else
        report_unknown(fit, id, mention);
}

static void report_unused(Fit *fit)
{
    for (size_t i = 0; i < strings_count(fit->strings); i++) {
        if (!fit->uses[i].used)
            report_sentence(fit, FAULT_WARNING, strings_at(fit->strings, i), "unused-sentence",
                            "Nothing shows this sentence; use it or take it out.");
    }
}

void module_check_words(Module *module, const char *file, const Strings *strings,
                        const char *strings_file, const KindContent *const *kinds, bool whole,
                        Faults *faults)
{
    Fit fit = {file, strings, strings_file, NULL, faults};
    fit.uses = memory_new(strings_count(strings) + 1, sizeof *fit.uses);
    shape_mentions(&module_shape, module, module_tiers(module), kinds, check_mention, &fit);
    if (whole)
        report_unused(&fit);
    free(fit.uses);
}
