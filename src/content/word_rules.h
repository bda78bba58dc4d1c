/* The word rules of a content folder, read when they are first asked for. Private to the content
 * layer; the library gives them out. */
#ifndef CONTENT_WORD_RULES_H
#define CONTENT_WORD_RULES_H

#include "content/lint.h"

typedef struct WordRules WordRules;

WordRules *word_rules_new(const char *content); /* the content folder */
void word_rules_free(WordRules *rules);
const Lint *word_rules_lint(WordRules *rules); /* NULL where there are none, or they are broken */

#endif
