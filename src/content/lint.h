/* Word rules: patterns that text for a reader must not match. The rules are data, in
 * content/rules/language-lint.json; PCRE2 is used in lint.c only. */
#ifndef CONTENT_LINT_H
#define CONTENT_LINT_H

#include "content/fault.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct Lint Lint;

/* Who reads, and for structural rules where: the letters of a rule's scope. */
typedef enum LintScope {
    LINT_CHILD = 'C',
    LINT_PARENT = 'P',
    LINT_REPORT = 'R',
    LINT_HOME = 'H', /* children, in activities that may be done at home */
    LINT_END = 'E',  /* pages where a story or role-play ends */
    LINT_LAST = 'L'  /* last pages of a play for t1 to t3 */
} LintScope;

typedef struct LintRule {
    const char *id;    /* "A01" */
    const char *scope; /* letters, "CPR" */
    int level;         /* 0: error, 1: warning */
    const char *pattern;
    const char *suggest; /* what to say instead */
    const char *why;
    const char *bad; /* an example that must match, and one that must not */
    const char *ok;
} LintRule;

typedef struct LintHit {
    const LintRule *rule;
    const char *start; /* in the text */
    size_t length;
} LintHit;

/* The rules' JSON. Every rule is tried on its own examples. NULL when a fault was added. */
Lint *lint_new(const char *bytes, size_t size, const char *file, Faults *faults);
void lint_free(Lint *lint);

size_t lint_count(const Lint *lint);
const LintRule *lint_rule(const Lint *lint, size_t index);
bool lint_matches(const Lint *lint, size_t index, const char *text, LintHit *hit);
/* The first hit of each rule of the scope; calls back in the rules' order. */
void lint_run(const Lint *lint, LintScope scope, const char *text,
              void (*hit)(void *context, const LintHit *hit), void *context);

#endif
