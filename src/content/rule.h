/* Everything the checker can say, explained: one table of rules for `check --explain`, for the page
 * on the format, and for the test that each is proven. Word rules are data (lint.h); rule_explain
 * finds both. */
#ifndef CONTENT_RULE_H
#define CONTENT_RULE_H

#include "base/text.h"
#include "content/fault.h"
#include "content/lint.h"

typedef enum RuleGroup {
    RULES_FORMAT,    /* can it be read? */
    RULES_WORDS,     /* can its readers read it? */
    RULES_STRUCTURE, /* S01..S12: is it built so that it is safe? */
    RULES_KINDS,     /* what single kinds of activities ask for */
    RULE_GROUPS
} RuleGroup;

typedef struct Rule {
    const char *id;
    const char *title;  /* what the finding means */
    const char *why;    /* why there is such a rule */
    const char *remedy; /* what to do */
    const char *caught; /* an example that is caught */
    const char *passes; /* one that passes; NULL: nothing can be caught, the program keeps it */
    const char *source; /* NULL: the format itself */
    FaultLevel level;
} Rule;

typedef struct RuleTable {
    const Rule *rules;
    size_t count;
} RuleTable;

RuleTable rule_table(RuleGroup group);
const Rule *rule_find(const char *id);   /* NULL: unknown; capitals do not matter */
bool rule_is_structural(const char *id); /* S01..S12: can be accepted with lint_ok */

/* All there is to know of a rule in plain text: of the tables, or of the word rules (NULL: none).
 * False when there is no such rule; then `out` is one sentence that lists the nearest ones. */
bool rule_explain(const char *id, const Lint *words, Text *out);

/* The same, with the word rules of a content folder. */
bool content_explain(const char *content, const char *id, Text *out);

/* The tables as Markdown, for docs/content-format.md; free(). */
char *docs_rules(void);

/* Private to rule*.c. */
extern const Rule rules_format[], rules_words[], rules_structure[], rules_kinds[];
extern const size_t rules_format_count, rules_words_count, rules_structure_count, rules_kinds_count;

#endif
