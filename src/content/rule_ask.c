/* Explaining a rule with the word rules of a content folder. */
#include "content/rule.h"

#include "base/file.h"
#include "content/content_folder.h"
#include "content/content_json.h"

#include <stdlib.h>

/* What is wrong with them is the checker's to say. */
static Lint *read_quietly(const char *file)
{
    size_t size;
    Faults *faults = faults_new();
    char *bytes = file_exists(file) ? content_file(file, &size, faults) : NULL;
    Lint *lint = bytes != NULL ? lint_new(bytes, size, file, faults) : NULL;
    free(bytes);
    faults_free(faults);
    return lint;
}

bool content_explain(const char *content, const char *id, Text *out)
{
    char *file = folder_rules_file(content);
    Lint *words = read_quietly(file);
    bool known = rule_explain(id, words, out);
    lint_free(words);
    free(file);
    return known;
}
