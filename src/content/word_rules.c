#include "content/word_rules.h"

#include "base/file.h"
#include "base/memory.h"
#include "content/content_json.h"

#include <stdbool.h>
#include <stdlib.h>

struct WordRules {
    char *file;
    Lint *lint;
    bool asked;
};

WordRules *word_rules_new(const char *content)
{
    WordRules *rules = memory_new(1, sizeof *rules);
    rules->file = path_join(content, "rules/language-lint.json");
    return rules;
}

void word_rules_free(WordRules *rules)
{
    if (rules == NULL)
        return;
    lint_free(rules->lint);
    free(rules->file);
    free(rules);
}

/* What is wrong with them is the checker's to say; here they only help with wording. */
static Lint *read_rules(const char *file)
{
    size_t size;
    Faults *faults = faults_new();
    char *bytes = content_file(file, &size, faults);
    Lint *lint = bytes != NULL ? lint_new(bytes, size, file, faults) : NULL;
    free(bytes);
    faults_free(faults);
    return lint;
}

const Lint *word_rules_lint(WordRules *rules)
{
    if (!rules->asked)
        rules->lint = read_rules(rules->file);
    rules->asked = true;
    return rules->lint;
}
