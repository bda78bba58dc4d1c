/* Word rules for the program's own words. */
#include "content/check_inside.h"

#include "content/once.h"

#include <stdlib.h>

static LintScope plain_scope(const Wording *wording)
{
    Tier tier;
    if (wording->key == NULL || !tier_parse(wording->key, &tier))
        return LINT_REPORT;
    return tier == TIER_AD ? LINT_PARENT : LINT_CHILD;
}

static void check_sentence(const Checked *checked, const Sentence *sentence, Once *seen)
{
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        Shown shown = {.sentence = sentence, .wording = sentence->wording[tier]};
        for (int form = 0; shown.wording != NULL && form < PLURAL_COUNT; form++) {
            shown.form = (Plural)form;
            shown.text = shown.wording->forms[form];
            if (shown.text != NULL && once(seen, shown.text, 0, NULL))
                shown_lint(checked, &shown, plain_scope(shown.wording));
        }
    }
}

void check_plain_words(const Strings *strings, const char *strings_file, const Lint *lint,
                       Faults *faults)
{
    Once seen = {0};
    const Checked checked = {
        .strings = strings, .strings_file = strings_file, .lint = lint, .faults = faults};
    if (lint == NULL || !strings_are_english(strings))
        return;
    for (size_t i = 0; i < strings_count(strings); i++)
        check_sentence(&checked, strings_at(strings, i), &seen);
    once_clear(&seen);
}
