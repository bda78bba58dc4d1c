/* Walks all that a module shows, wording by wording, and reports on it. */
#include "content/check_inside.h"

#include "content/tokens.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Walk {
    const Checked *checked;
    const Activity *activity; /* where mentions do not say */
    ShownFn *each;
    void *context;
} Walk;

static void each_form(const Walk *walk, Shown *shown)
{
    for (int form = 0; shown->wording != NULL && form < PLURAL_COUNT; form++) {
        shown->form = (Plural)form;
        shown->text = shown->wording->forms[form];
        if (shown->text != NULL)
            walk->each(walk->context, shown);
    }
}

static void each_mention(void *context, const Mention *mention)
{
    const Walk *walk = context;
    FieldType type = mention->field->type;
    if (type == FIELD_PICTURE || type == FIELD_TIERS)
        return;
    Shown shown = {.mention = mention};
    shown.activity = mention->activity != NULL ? mention->activity : walk->activity;
    shown.sentence = strings_find(walk->checked->strings, *(const char **)mention->member);
    for (int tier = 0; shown.sentence != NULL && tier < TIER_COUNT; tier++) {
        shown.tier = (Tier)tier;
        shown.wording = shown.sentence->wording[tier];
        if (tier_in(mention->tiers, shown.tier))
            each_form(walk, &shown);
    }
}

void shown_in_module(const Checked *checked, ShownFn *each, void *context)
{
    Walk walk = {checked, NULL, each, context};
    shape_mentions(&module_shape, checked->module, module_tiers(checked->module), checked->kinds,
                   each_mention, &walk);
}

void shown_in_activity(const Checked *checked, Activity *activity, ShownFn *each, void *context)
{
    Walk walk = {checked, activity, each, context};
    shape_mentions(&activity_shape, activity, activity->tiers, checked->kinds, each_mention, &walk);
}

void shown_on_page(const Checked *checked, const Activity *activity, Page *page, ShownFn *each,
                   void *context)
{
    Walk walk = {checked, activity, each, context};
    const KindContent *kind = kind_find(checked->kinds, activity->kind);
    if (kind != NULL)
        shape_mentions(kind->page, page, page->tiers & activity->tiers, checked->kinds,
                       each_mention, &walk);
}

void shown_fill(const char *text, Text *out)
{
    Tokens tokens = {.helper = "Kim", .me = "Sam", .adult_count = 2, .home_count = 0, .n = 3};
    memcpy(tokens.adults[0], "Lee", sizeof "Lee");
    memcpy(tokens.adults[1], "Jo", sizeof "Jo");
    text_reset(out);
    tokens_fill(&tokens, text, out);
}

void shown_report(const Checked *checked, const Shown *shown, FaultLevel level, const char *rule,
                  const char *remedy)
{
    char *path = wording_path(shown->sentence, shown->wording, shown->form);
    faults_add(checked->faults, level, checked->strings_file, path, rule, "%s", remedy);
    free(path);
}

static bool rule_accepted(const Activity *activity, const char *rule)
{
    const LintOk *entries = activity != NULL ? activity->lint_ok.items : NULL;
    for (size_t i = 0; entries != NULL && i < activity->lint_ok.count; i++) {
        if (strcmp(entries[i].rule, rule) == 0)
            return true;
    }
    return false;
}

typedef struct Hearing {
    const Checked *checked;
    const Shown *shown;
} Hearing;

static void report_hit(void *context, const LintHit *hit)
{
    const Hearing *hearing = context;
    char remedy[700];
    if (rule_accepted(hearing->shown->activity, hit->rule->id))
        return;
    snprintf(remedy, sizeof remedy, "\"%.*s\": %s. Say instead: %s.",
             (int)(hit->length < 60 ? hit->length : 60), hit->start, hit->rule->why,
             hit->rule->suggest);
    shown_report(hearing->checked, hearing->shown,
                 hit->rule->level == 0 ? FAULT_ERROR : FAULT_WARNING, hit->rule->id, remedy);
}

void shown_lint(const Checked *checked, const Shown *shown, LintScope scope)
{
    Hearing hearing = {checked, shown};
    if (checked->lint != NULL)
        lint_run(checked->lint, scope, shown->text, report_hit, &hearing);
}

bool strings_are_english(const Strings *strings)
{
    const char *language = strings_language(strings);
    return strncmp(language, "en", 2) == 0 && (language[2] == '\0' || language[2] == '-');
}

void report_activity(const Checked *checked, size_t index, const char *member, FaultLevel level,
                     const char *rule, const char *format, ...)
{
    char path[160], remedy[800];
    va_list arguments;
    const Activity *activities = checked->module->activities.items;
    if (rule_accepted(&activities[index], rule))
        return;
    va_start(arguments, format);
    vsnprintf(remedy, sizeof remedy, format, arguments);
    va_end(arguments);
    snprintf(path, sizeof path, "$.activities[%zu]%s", index, member);
    faults_add(checked->faults, level, checked->file, path, rule, "%s", remedy);
}
