/* Holds every wording against the limits of the tiers that meet it (blueprint 2.1, 5.3, 5.4). */
#include "content/check_words.h"

#include "content/place.h"
#include "content/sentence.h"
#include "content/wording.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POOL_WORDS = 100 }; /* below this a pooled grade is a hint, not a verdict */

typedef enum Matter { MATTER_LENGTH, MATTER_SCREEN, MATTER_HARD, MATTER_POOL, MATTER_LINT } Matter;

/* What was already looked at, so that a wording shared by tiers or pages is reported once. */
typedef struct Seen {
    const char *form;
    int matter; /* Matter, and the tier or scope where it counts */
    const Activity *activity;
} Seen;

typedef struct Words {
    const char *file, *strings_file;
    const Strings *strings;
    const Lint *lint;
    Faults *faults;
    bool english;
    Seen *seen;
    size_t seen_count, seen_capacity;
    Measure pools[TIER_COUNT];
    Text text; /* the wording being looked at, tokens filled */
} Words;

/* One form of one wording at one place. */
typedef struct Shown {
    Words *words;
    const Mention *mention;
    const Sentence *sentence;
    const Wording *wording;
    Plural form;
    Tier tier;
} Shown;

static bool first_time(Words *words, const char *form, Matter matter, int detail,
                       const Activity *activity)
{
    const Seen now = {form, (int)matter * 256 + detail, activity};
    for (size_t i = 0; i < words->seen_count; i++) {
        const Seen *seen = &words->seen[i];
        if (seen->form == form && seen->matter == now.matter && seen->activity == activity)
            return false;
    }
    list_room((void **)&words->seen, &words->seen_capacity, words->seen_count, sizeof now);
    words->seen[words->seen_count++] = now;
    return true;
}

static const char *form_of(const Shown *shown)
{
    return shown->wording->forms[shown->form];
}

static void report(const Shown *shown, FaultLevel level, const char *rule, const char *remedy)
{
    char *path = wording_path(shown->sentence, shown->wording, shown->form);
    faults_add(shown->words->faults, level, shown->words->strings_file, path, rule, "%s", remedy);
    free(path);
}

static FaultLevel length_level(const Words *words)
{
    return words->english ? FAULT_ERROR : FAULT_WARNING;
}

static void check_length(const Shown *shown)
{
    const TierLimits *limits = tier_limits(shown->tier);
    const char *at = shown->words->text.bytes;
    for (Span sentence; (sentence = next_sentence(&at)).length > 0;) {
        size_t count = count_words(sentence);
        if (count <= (size_t)limits->words_sentence)
            continue;
        if (!first_time(shown->words, form_of(shown), MATTER_LENGTH, 0, NULL))
            return;
        char remedy[400];
        snprintf(remedy, sizeof remedy,
                 "A sentence has %zu words; %s reads at most %d: \"%.*s\". Make two of it.", count,
                 limits->id, limits->words_sentence,
                 (int)(sentence.length < 200 ? sentence.length : 200), sentence.start);
        report(shown, length_level(shown->words), "long-sentence", remedy);
    }
}

static bool is_page_text(const Mention *mention)
{
    const Field *field = mention->field;
    return field >= page_shape.fields && field < page_shape.fields + page_shape.count;
}

static void check_screen(const Shown *shown)
{
    const TierLimits *limits = tier_limits(shown->tier);
    const Text *text = &shown->words->text;
    size_t count = count_words((Span){text->bytes, text->length});
    if (!is_page_text(shown->mention) || count <= (size_t)limits->words_screen ||
        !first_time(shown->words, form_of(shown), MATTER_SCREEN, 0, NULL))
        return;
    char remedy[160];
    snprintf(remedy, sizeof remedy,
             "This page says %zu words; %s gets at most %d on one screen. Make two pages of it.",
             count, limits->id, limits->words_screen);
    report(shown, length_level(shown->words), "words-screen", remedy);
}

static void check_hard_words(const Shown *shown)
{
    Span word;
    const Text *text = &shown->words->text;
    const char *at = text->bytes, *end = text->bytes + text->length;
    if (shown->tier > TIER_T2 || !first_time(shown->words, form_of(shown), MATTER_HARD, 0, NULL))
        return;
    while ((word = next_word(&at, end)).length > 0) {
        if (!hard_word(word))
            continue;
        char remedy[160];
        snprintf(remedy, sizeof remedy, "\"%.*s\" is a long word for %s; try a shorter one.",
                 (int)(word.length < 60 ? word.length : 60), word.start,
                 tier_limits(shown->tier)->id);
        report(shown, FAULT_WARNING, "hard-word", remedy);
    }
}

static bool accepted(const Activity *activity, const char *rule)
{
    const LintOk *entries = activity != NULL ? activity->lint_ok.items : NULL;
    for (size_t i = 0; entries != NULL && i < activity->lint_ok.count; i++) {
        if (strcmp(entries[i].rule, rule) == 0)
            return true;
    }
    return false;
}

static void report_hit(void *context, const LintHit *hit)
{
    const Shown *shown = context;
    char remedy[700];
    if (shown->mention != NULL && accepted(shown->mention->activity, hit->rule->id))
        return;
    snprintf(remedy, sizeof remedy, "\"%.*s\": %s. Say instead: %s.",
             (int)(hit->length < 60 ? hit->length : 60), hit->start, hit->rule->why,
             hit->rule->suggest);
    report(shown, hit->rule->level == 0 ? FAULT_ERROR : FAULT_WARNING, hit->rule->id, remedy);
}

static LintScope scope_of(Readers readers, Tier tier)
{
    if (readers == READERS_HELPER)
        return LINT_REPORT;
    return tier == TIER_AD ? LINT_PARENT : LINT_CHILD;
}

static void check_rules(Shown *shown)
{
    Words *words = shown->words;
    LintScope scope = scope_of(shown->mention->readers, shown->tier);
    if (words->lint != NULL &&
        first_time(words, form_of(shown), MATTER_LINT, (int)scope, shown->mention->activity))
        lint_run(words->lint, scope, form_of(shown), report_hit, shown);
}

static void pool(const Shown *shown)
{
    if (first_time(shown->words, form_of(shown), MATTER_POOL, (int)shown->tier, NULL))
        measure_add(&shown->words->pools[shown->tier], shown->words->text.bytes);
}

/* Names as short and plain as families choose them. */
static void fill(Words *words, const char *form)
{
    Tokens tokens = {.helper = "Kim", .me = "Sam", .adult_count = 2, .home_count = 0, .n = 3};
    memcpy(tokens.adults[0], "Lee", sizeof "Lee");
    memcpy(tokens.adults[1], "Jo", sizeof "Jo");
    text_reset(&words->text);
    tokens_fill(&tokens, form, &words->text);
}

static void check_form(Shown *shown)
{
    Words *words = shown->words;
    fill(words, form_of(shown));
    if (words->english)
        check_rules(shown);
    if (shown->mention->readers == READERS_HELPER)
        return;
    check_length(shown);
    check_screen(shown);
    if (!words->english)
        return;
    check_hard_words(shown);
    pool(shown);
}

static void check_tier(Words *words, const Mention *mention, const Sentence *sentence, Tier tier)
{
    Shown shown = {words, mention, sentence, sentence->wording[tier], PLURAL_OTHER, tier};
    if (shown.wording == NULL)
        return;
    for (int form = 0; form < PLURAL_COUNT; form++) {
        shown.form = (Plural)form;
        if (form_of(&shown) != NULL)
            check_form(&shown);
    }
}

static void check_mention(void *context, const Mention *mention)
{
    Words *words = context;
    FieldType type = mention->field->type;
    if (type == FIELD_PICTURE || type == FIELD_TIERS)
        return;
    const Sentence *sentence = strings_find(words->strings, *(const char **)mention->member);
    for (int tier = 0; sentence != NULL && tier < TIER_COUNT; tier++) {
        if (tier_in(mention->tiers, (Tier)tier))
            check_tier(words, mention, sentence, (Tier)tier);
    }
}

static void check_pools(const Words *words)
{
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        const Measure *measure = &words->pools[tier];
        double grade = measure_grade(measure), most = tier_limits((Tier)tier)->grade_max;
        if (measure->words == 0 || grade <= most)
            continue;
        faults_add(words->faults, measure->words < POOL_WORDS ? FAULT_WARNING : FAULT_ERROR,
                   words->strings_file, "$.strings", "reading-level",
                   "All text for %s together reads at grade %.1f; %.1f is the ceiling. Use shorter "
                   "words and sentences.",
                   tier_limits((Tier)tier)->id, grade, most);
    }
}

static bool is_english(const Strings *strings)
{
    const char *language = strings_language(strings);
    return strncmp(language, "en", 2) == 0 && (language[2] == '\0' || language[2] == '-');
}

static bool known_rule(const Lint *lint, const char *id)
{
    for (size_t i = 0; i < lint_count(lint); i++) {
        if (strcmp(lint_rule(lint, i)->id, id) == 0)
            return true;
    }
    return false;
}

static void check_accepted(const Module *module, const Words *words)
{
    const Activity *activities = module->activities.items;
    for (size_t i = 0; words->lint != NULL && i < module->activities.count; i++) {
        const LintOk *entries = activities[i].lint_ok.items;
        for (size_t k = 0; k < activities[i].lint_ok.count; k++) {
            char path[80];
            snprintf(path, sizeof path, "$.activities[%zu].lint_ok[%zu].rule", i, k);
            if (!known_rule(words->lint, entries[k].rule))
                faults_add(words->faults, FAULT_ERROR, words->file, path, "unknown-word",
                           "There is no word rule %s; see content/rules/language-lint.json.",
                           entries[k].rule);
        }
    }
}

void check_words(Module *module, const char *file, const Strings *strings, const char *strings_file,
                 const KindContent *const *kinds, const Lint *lint, Faults *faults)
{
    Words words = {.file = file,
                   .strings_file = strings_file,
                   .strings = strings,
                   .lint = lint,
                   .faults = faults,
                   .english = is_english(strings)};
    text_init(&words.text);
    if (words.english)
        check_accepted(module, &words);
    shape_mentions(&module_shape, module, module_tiers(module), kinds, check_mention, &words);
    check_pools(&words);
    text_clear(&words.text);
    free(words.seen);
}

static LintScope plain_scope(const Wording *wording)
{
    Tier tier;
    if (wording->key == NULL || !tier_parse(wording->key, &tier))
        return LINT_REPORT;
    return tier == TIER_AD ? LINT_PARENT : LINT_CHILD;
}

static void check_plain_sentence(Words *words, const Sentence *sentence)
{
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        Shown shown = {words, NULL, sentence, sentence->wording[tier], PLURAL_OTHER, (Tier)tier};
        for (int form = 0; shown.wording != NULL && form < PLURAL_COUNT; form++) {
            shown.form = (Plural)form;
            if (form_of(&shown) != NULL && first_time(words, form_of(&shown), MATTER_LINT, 0, NULL))
                lint_run(words->lint, plain_scope(shown.wording), form_of(&shown), report_hit,
                         &shown);
        }
    }
}

void check_plain_words(const Strings *strings, const char *strings_file, const Lint *lint,
                       Faults *faults)
{
    Words words = {
        .strings_file = strings_file, .strings = strings, .lint = lint, .faults = faults};
    if (lint == NULL || !is_english(strings))
        return;
    for (size_t i = 0; i < strings_count(strings); i++)
        check_plain_sentence(&words, strings_at(strings, i));
    free(words.seen);
}
