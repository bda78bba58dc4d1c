/* Finding a rule, and all that can be said of it. */
#include "content/rule.h"

#include "content/spelling.h"

#include <string.h>
#include <strings.h>

RuleTable rule_table(RuleGroup group)
{
    switch (group) {
    case RULES_FORMAT: return (RuleTable){rules_format, rules_format_count};
    case RULES_WORDS: return (RuleTable){rules_words, rules_words_count};
    case RULES_STRUCTURE: return (RuleTable){rules_structure, rules_structure_count};
    case RULES_KINDS: return (RuleTable){rules_kinds, rules_kinds_count};
    default: return (RuleTable){NULL, 0};
    }
}

const Rule *rule_find(const char *id)
{
    for (int group = 0; group < RULE_GROUPS; group++) {
        RuleTable table = rule_table((RuleGroup)group);
        for (size_t i = 0; i < table.count; i++) {
            if (strcasecmp(table.rules[i].id, id) == 0)
                return &table.rules[i];
        }
    }
    return NULL;
}

bool rule_is_structural(const char *id)
{
    const Rule *rule = rule_find(id);
    return rule >= rules_structure && rule < rules_structure + rules_structure_count;
}

static const LintRule *find_word_rule(const Lint *words, const char *id)
{
    for (size_t i = 0; words != NULL && i < lint_count(words); i++) {
        if (strcasecmp(lint_rule(words, i)->id, id) == 0)
            return lint_rule(words, i);
    }
    return NULL;
}

static void add_line(Text *out, const char *label, const char *words)
{
    if (words != NULL)
        text_addf(out, "  %-8s %s\n", label, words);
}

static void add_head(Text *out, const char *id, bool error, const char *title)
{
    text_addf(out, "%s (%s): %s\n", id, error ? "error" : "warning", title);
}

static void explain(const Rule *rule, Text *out)
{
    add_head(out, rule->id, rule->level == FAULT_ERROR, rule->title);
    add_line(out, "Why:", rule->why);
    add_line(out, "Do:", rule->remedy);
    add_line(out, "Caught:", rule->caught);
    add_line(out, "Passes:", rule->passes);
    add_line(out, "Source:", rule->source != NULL ? rule->source : "the content format");
}

static void add_scopes(Text *out, const char *scope)
{
    static const struct {
        LintScope letter;
        const char *words;
    } names[] = {
        {LINT_CHILD, "text for children"},
        {LINT_PARENT, "text for parents, and adult cards"},
        {LINT_REPORT, "goals, module titles and reports"},
        {LINT_HOME, "text for children in activities that may be done at home"},
        {LINT_END, "the pages where a story or role-play ends"},
        {LINT_LAST, "the last page of a play for t1 to t3"},
    };
    const char *before = "  Applies: ";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strchr(scope, (int)names[i].letter) == NULL)
            continue;
        text_addf(out, "%s%s", before, names[i].words);
        before = "; ";
    }
    text_add(out, ". English only.\n");
}

/* A structural rule that looks at words has both: what it wants, and its pattern with examples. */
static void explain_words(const LintRule *word, const Rule *rule, Text *out)
{
    add_head(out, word->id, word->level == 0, rule != NULL ? rule->title : word->why);
    add_line(out, "Why:", rule != NULL ? rule->why : NULL);
    add_line(out, "Do:", rule != NULL ? rule->remedy : NULL);
    add_line(out, "Say:", word->suggest);
    add_line(out, "Caught:", word->bad);
    add_line(out, "Passes:", word->ok);
    add_scopes(out, word->scope);
    add_line(out, "Source:", rule != NULL ? rule->source : "the language guide, section 5.3");
    add_line(out, "Pattern:", word->pattern);
}

enum { NEAR_MAX = 5 };

/* "unknown-page", "unknown-key" for "unknown": what begins alike, or is spelled nearly so. */
static bool is_near(const char *id, const char *given)
{
    size_t length = strlen(given);
    Nearest nearest = {.given = given};
    nearest_try(&nearest, id);
    return nearest_best(&nearest) != NULL || (length > 0 && strncasecmp(id, given, length) == 0) ||
           (length > 2 && strstr(id, given) != NULL);
}

static void add_near(Text *out, const char *id, const char *given, size_t *count)
{
    if (*count < NEAR_MAX && is_near(id, given))
        text_addf(out, "%s%s", (*count)++ == 0 ? " Near it: " : ", ", id);
}

static void list_near(const char *given, const Lint *words, Text *out)
{
    size_t count = 0;
    for (int group = 0; group < RULE_GROUPS; group++) {
        RuleTable table = rule_table((RuleGroup)group);
        for (size_t i = 0; i < table.count; i++)
            add_near(out, table.rules[i].id, given, &count);
    }
    for (size_t i = 0; words != NULL && i < lint_count(words); i++)
        add_near(out, lint_rule(words, i)->id, given, &count);
    text_add(out, count > 0 ? "." : " All are listed in docs/content-format.md.");
}

bool rule_explain(const char *id, const Lint *words, Text *out)
{
    const Rule *rule = rule_find(id);
    const LintRule *word = find_word_rule(words, id);
    if (word != NULL)
        explain_words(word, rule, out);
    else if (rule != NULL)
        explain(rule, out);
    if (word != NULL || rule != NULL)
        return true;
    text_add(out, "There is no such rule.");
    list_near(id, words, out);
    return false;
}
