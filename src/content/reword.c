/* Which sentences a helper may change, and what speaks against new words. */
#include "content/reword.h"

#include "content/check_inside.h"
#include "content/place.h"
#include "content/wording.h"

#include <stdio.h>
#include <string.h>

bool reword_may(const Module *module)
{
    return strcmp(module->id, "welcome") != 0 && strcmp(module->id, "sitting") != 0;
}

/* ---- which sentences ---- */

typedef struct Gathering {
    const RewordOf *of;
    RewordSentence *out;
    size_t count, room;
} Gathering;

static bool is_sentence(const Mention *mention)
{
    FieldType type = mention->field->type;
    return (type == FIELD_SENTENCE || type == FIELD_SENTENCES || type == FIELD_TIER_SENTENCES) &&
           mention->readers != READERS_HELPER && mention->readers != READERS_ADULT;
}

static bool is_page_text(const Mention *mention)
{
    const Field *field = mention->field;
    return field >= page_shape.fields && field < page_shape.fields + page_shape.count;
}

/* Names of feelings are the same for everybody: what was chosen stays what it was. */
static bool is_feeling(const RewordOf *of, const Mention *mention)
{
    const KindContent *kind = kind_find(of->kinds, of->activity->kind);
    for (const Place *place = mention->place; kind->feelings != NULL && place != NULL;
         place = place->outer) {
        if (place->key != NULL && strcmp(place->key, kind->feelings) == 0)
            return true;
    }
    return false;
}

static const Wording *wording_of(const Gathering *gathering, const char *id)
{
    const Strings *strings = library_strings(gathering->of->library, gathering->of->module);
    const Sentence *sentence = strings_find(strings, id);
    return sentence != NULL ? sentence->wording[gathering->of->tier] : NULL;
}

/* One word is the name of what is chosen, and what was chosen is recorded by it. */
static bool is_name(const Wording *wording)
{
    const char *text = wording->forms[PLURAL_OTHER];
    return count_words((Span){text, strlen(text)}) <= 1;
}

static bool is_there(const Gathering *gathering, const char *id)
{
    for (size_t i = 0; i < gathering->count; i++) {
        if (strcmp(gathering->out[i].id, id) == 0)
            return true;
    }
    return false;
}

static void gather(void *context, const Mention *mention)
{
    Gathering *gathering = context;
    if (!is_sentence(mention) || !tier_in(mention->tiers, gathering->of->tier) ||
        is_feeling(gathering->of, mention))
        return;
    const char *id = *(const char *const *)mention->member;
    const Wording *wording = wording_of(gathering, id);
    if (wording == NULL || wording->plural || is_name(wording) || is_there(gathering, id) ||
        gathering->count == gathering->room)
        return;
    gathering->out[gathering->count++] =
        (RewordSentence){id, wording->forms[PLURAL_OTHER], is_page_text(mention)};
}

size_t reword_sentences(const RewordOf *of, RewordSentence *out, size_t room)
{
    Gathering gathering = {.of = of, .out = out, .room = room};
    const KindContent *kind = kind_find(of->kinds, of->activity->kind);
    Page *const *pages = of->activity->pages.items;
    for (size_t i = 0; kind != NULL && i < of->activity->pages.count; i++) {
        if (tier_in(pages[i]->tiers, of->tier))
            shape_mentions(kind->page, pages[i], 1u << of->tier, of->kinds, gather, &gathering);
    }
    return gathering.count;
}

/* ---- what speaks against them ---- */

typedef struct Hearing {
    const RewordOf *of;
    const RewordSentence *sentence;
    const Lint *lint;
    Faults *faults;
} Hearing;

static bool is_accepted(const Activity *activity, const char *rule)
{
    const LintOk *entries = activity->lint_ok.items;
    for (size_t i = 0; i < activity->lint_ok.count; i++) {
        if (strcmp(entries[i].rule, rule) == 0)
            return true;
    }
    return false;
}

/* The rules' order is the same for both. */
static bool is_in_old_words(const Hearing *hearing, const LintRule *rule)
{
    LintHit ignored;
    for (size_t i = 0; i < lint_count(hearing->lint); i++) {
        if (lint_rule(hearing->lint, i) == rule)
            return lint_matches(hearing->lint, i, hearing->sentence->text, &ignored);
    }
    return false;
}

static void add_hit(void *context, const LintHit *hit)
{
    const Hearing *hearing = context;
    if (is_accepted(hearing->of->activity, hit->rule->id) || is_in_old_words(hearing, hit->rule))
        return;
    faults_add(hearing->faults, hit->rule->level == 0 ? FAULT_ERROR : FAULT_WARNING, "",
               hearing->sentence->id, hit->rule->id, "\"%.*s\": %s. Say instead: %s.",
               (int)(hit->length < 60 ? hit->length : 60), hit->start, hit->rule->why,
               hit->rule->suggest);
}

static void check_rules(const Hearing *hearing, const char *text)
{
    const RewordOf *of = hearing->of;
    bool home = (of->activity->settings & 1u << SETTING_HOME) != 0;
    lint_run(hearing->lint, of->tier == TIER_AD ? LINT_PARENT : LINT_CHILD, text, add_hit,
             (void *)hearing);
    if (of->tier == TIER_AD)
        return;
    lint_run(hearing->lint, LINT_END, text, add_hit, (void *)hearing);
    if (of->tier <= TIER_T3)
        lint_run(hearing->lint, LINT_LAST, text, add_hit, (void *)hearing);
    if (home)
        lint_run(hearing->lint, LINT_HOME, text, add_hit, (void *)hearing);
}

static void check_lengths(const Hearing *hearing, const char *text, FaultLevel level)
{
    const TierLimits *limits = tier_limits(hearing->of->tier);
    const char *at = text;
    size_t words = count_words((Span){text, strlen(text)});
    for (Span sentence; (sentence = next_sentence(&at)).length > 0;) {
        size_t count = count_words(sentence);
        if (count > (size_t)limits->words_sentence)
            faults_add(hearing->faults, level, "", hearing->sentence->id, "long-sentence",
                       "A sentence has %zu words; here it may have %d. Make two of it.", count,
                       limits->words_sentence);
    }
    if (hearing->sentence->whole_page && words > (size_t)limits->words_screen)
        faults_add(hearing->faults, level, "", hearing->sentence->id, "words-screen",
                   "The page says %zu words; here it may say %d. Leave some out.", words,
                   limits->words_screen);
}

/* Who a child can go to stays in the story. */
static void check_safe_adult(const Hearing *hearing, const char *text)
{
    const char *safe = hearing->of->activity->safe_adult;
    if (safe != NULL && strstr(hearing->sentence->text, safe) != NULL && strstr(text, safe) == NULL)
        faults_add(hearing->faults, FAULT_ERROR, "", hearing->sentence->id, "S06",
                   "\"%s\" must stay: it says who a child can go to.", safe);
}

void reword_check(const RewordOf *of, const RewordSentence *sentence, const char *text,
                  Faults *faults)
{
    const Strings *strings = library_strings(of->library, of->module);
    bool english = strings_are_english(strings);
    const Hearing hearing = {of, sentence, library_lint(of->library), faults};
    Text filled;
    text_init(&filled);
    shown_fill(text, &filled);
    check_lengths(&hearing, filled.bytes, english ? FAULT_ERROR : FAULT_WARNING);
    if (english && hearing.lint != NULL)
        check_rules(&hearing, filled.bytes);
    if (english)
        check_safe_adult(&hearing, text);
    text_clear(&filled);
}
