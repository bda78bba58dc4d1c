/* Holds every wording against the limits of the tiers that meet it (blueprint 2.1, 5.3, 5.4). */
#include "content/check_inside.h"

#include "content/once.h"
#include "content/rule.h"
#include "content/wording.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum Matter { MATTER_LENGTH, MATTER_SCREEN, MATTER_HARD, MATTER_LINT } Matter;

typedef struct Words {
    const Checked *checked;
    bool english;
    Once seen;
    Text text; /* the wording being looked at, tokens filled */
} Words;

/* Of a wording that tiers share, the first one that is too hard for somebody is enough. */
static bool first_time(Words *words, const Shown *shown, Matter matter)
{
    return once(&words->seen, shown->text, (int)matter, NULL);
}

static FaultLevel length_level(const Words *words)
{
    return words->english ? FAULT_ERROR : FAULT_WARNING;
}

static void report_length(Words *words, const Shown *shown, Span sentence, size_t count)
{
    char remedy[400];
    const TierLimits *limits = tier_limits(shown->tier);
    snprintf(remedy, sizeof remedy,
             "A sentence has %zu words; %s reads at most %d: \"%.*s\". Make two of it.", count,
             limits->id, limits->words_sentence,
             (int)(sentence.length < 200 ? sentence.length : 200), sentence.start);
    shown_report(words->checked, shown, length_level(words), "long-sentence", remedy);
}

static void check_length(Words *words, const Shown *shown)
{
    const size_t most = (size_t)tier_limits(shown->tier)->words_sentence;
    const char *at = words->text.bytes;
    for (Span sentence; (sentence = next_sentence(&at)).length > 0;) {
        size_t count = count_words(sentence);
        if (count <= most)
            continue;
        if (first_time(words, shown, MATTER_LENGTH))
            report_length(words, shown, sentence, count);
        return;
    }
}

static bool is_page_text(const Mention *mention)
{
    const Field *field = mention->field;
    return field >= page_shape.fields && field < page_shape.fields + page_shape.count;
}

static void check_screen(Words *words, const Shown *shown)
{
    const TierLimits *limits = tier_limits(shown->tier);
    size_t count = count_words((Span){words->text.bytes, words->text.length});
    if (!is_page_text(shown->mention) || count <= (size_t)limits->words_screen ||
        !first_time(words, shown, MATTER_SCREEN))
        return;
    char remedy[160];
    snprintf(remedy, sizeof remedy,
             "This page says %zu words; %s gets at most %d on one screen. Make two pages of it.",
             count, limits->id, limits->words_screen);
    shown_report(words->checked, shown, length_level(words), "words-screen", remedy);
}

static void check_hard_words(Words *words, const Shown *shown)
{
    Span word;
    const char *at = words->text.bytes, *end = at + words->text.length;
    if (shown->tier > TIER_T2 || !first_time(words, shown, MATTER_HARD))
        return;
    while ((word = next_word(&at, end)).length > 0) {
        if (!hard_word(word))
            continue;
        char remedy[160];
        snprintf(remedy, sizeof remedy, "\"%.*s\" is a long word for %s; try a shorter one.",
                 (int)(word.length < 60 ? word.length : 60), word.start,
                 tier_limits(shown->tier)->id);
        shown_report(words->checked, shown, FAULT_WARNING, "hard-word", remedy);
    }
}

static LintScope scope_of(const Shown *shown)
{
    if (shown->mention->readers == READERS_HELPER)
        return LINT_REPORT;
    return shown->tier == TIER_AD ? LINT_PARENT : LINT_CHILD;
}

static bool may_be_at_home(const Shown *shown)
{
    return shown->activity != NULL && (shown->activity->settings & 1u << SETTING_HOME) != 0;
}

static void check_scope(Words *words, const Shown *shown, LintScope scope)
{
    int matter = (int)MATTER_LINT + 256 * (int)scope;
    if (once(&words->seen, shown->text, matter, shown->activity))
        shown_lint(words->checked, shown, scope);
}

static void check_rules(Words *words, const Shown *shown)
{
    LintScope scope = scope_of(shown);
    check_scope(words, shown, scope);
    if (scope == LINT_CHILD && may_be_at_home(shown))
        check_scope(words, shown, LINT_HOME);
}

static void check_shown(void *context, const Shown *shown)
{
    Words *words = context;
    shown_fill(shown->text, &words->text);
    if (words->english)
        check_rules(words, shown);
    if (shown->mention->readers == READERS_HELPER)
        return;
    check_length(words, shown);
    check_screen(words, shown);
    if (words->english)
        check_hard_words(words, shown);
}

static bool known_rule(const Lint *lint, const char *id)
{
    for (size_t i = 0; i < lint_count(lint); i++) {
        if (strcmp(lint_rule(lint, i)->id, id) == 0)
            return true;
    }
    return rule_is_structural(id);
}

static void check_accepted(const Checked *checked)
{
    const Activity *activities = checked->module->activities.items;
    for (size_t i = 0; checked->lint != NULL && i < checked->module->activities.count; i++) {
        const LintOk *entries = activities[i].lint_ok.items;
        for (size_t k = 0; k < activities[i].lint_ok.count; k++) {
            char member[48];
            snprintf(member, sizeof member, ".lint_ok[%zu].rule", k);
            if (!known_rule(checked->lint, entries[k].rule))
                report_activity(checked, i, member, FAULT_ERROR, "unknown-word",
                                "There is no rule %s to accept: word rules are in "
                                "content/rules/language-lint.json, structural ones are S01 to S12.",
                                entries[k].rule);
        }
    }
}

void check_words(const Checked *checked)
{
    Words words = {.checked = checked, .english = strings_are_english(checked->strings)};
    text_init(&words.text);
    if (words.english)
        check_accepted(checked);
    shown_in_module(checked, check_shown, &words);
    text_clear(&words.text);
    once_clear(&words.seen);
}
