/* Reads word rules by a shape and matches them with PCRE2, the only file that knows it. */
#include "content/lint.h"

#include "content/content_json.h"
#include "content/shape.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MATCH_LIMIT = 100000 }; /* steps; far beyond what any rule needs on one sentence */

typedef struct RuleList {
    const char *flags;
    List rules; /* LintRule */
} RuleList;

struct Lint {
    Arena *arena;
    const LintRule *rules;
    pcre2_code **codes;
    size_t count;
    pcre2_match_data *match;
    pcre2_match_context *limits;
};

static const char *const level_words[] = {"E", "W", NULL};

static const Field rule_fields[] = {
    {.name = "id", .type = FIELD_CODE, .offset = offsetof(LintRule, id), .required = true},
    {.name = "scope", .type = FIELD_PLAIN, .offset = offsetof(LintRule, scope), .required = true},
    {.name = "level",
     .type = FIELD_WORD,
     .offset = offsetof(LintRule, level),
     .required = true,
     .words = level_words},
    {.name = "pattern",
     .type = FIELD_PLAIN,
     .offset = offsetof(LintRule, pattern),
     .required = true},
    {.name = "suggest",
     .type = FIELD_PLAIN,
     .offset = offsetof(LintRule, suggest),
     .required = true},
    {.name = "why", .type = FIELD_PLAIN, .offset = offsetof(LintRule, why), .required = true},
    {.name = "bad", .type = FIELD_PLAIN, .offset = offsetof(LintRule, bad), .required = true},
    {.name = "ok", .type = FIELD_PLAIN, .offset = offsetof(LintRule, ok), .required = true},
};

static const Shape rule_shape = {.name = "word rule",
                                 .size = sizeof(LintRule),
                                 .fields = rule_fields,
                                 .count = sizeof rule_fields / sizeof *rule_fields};

static const Field list_fields[] = {
    {.name = "flags", .type = FIELD_PLAIN, .offset = offsetof(RuleList, flags), .required = true},
    {.name = "rules",
     .type = FIELD_LIST,
     .offset = offsetof(RuleList, rules),
     .required = true,
     .min = 1,
     .shape = &rule_shape},
};

static const Shape list_shape = {.name = "word rules",
                                 .size = sizeof(RuleList),
                                 .fields = list_fields,
                                 .count = sizeof list_fields / sizeof *list_fields};

typedef struct Compiling {
    Lint *lint;
    const char *file;
    Faults *faults;
} Compiling;

static void refuse(Compiling *compiling, size_t index, const char *key, const char *rule,
                   const char *remedy)
{
    char path[64];
    snprintf(path, sizeof path, "$.rules[%zu].%s", index, key);
    faults_add(compiling->faults, FAULT_ERROR, compiling->file, path, rule, "%s", remedy);
}

static void try_examples(Compiling *compiling, size_t index)
{
    LintHit hit;
    const LintRule *rule = &compiling->lint->rules[index];
    if (!lint_matches(compiling->lint, index, rule->bad, &hit))
        refuse(compiling, index, "bad", "bad-rule", "The pattern does not catch its own example.");
    if (lint_matches(compiling->lint, index, rule->ok, &hit))
        refuse(compiling, index, "ok", "bad-rule", "The pattern catches what it should allow.");
}

static void compile_rule(Compiling *compiling, size_t index)
{
    int code;
    PCRE2_SIZE offset;
    PCRE2_UCHAR message[160];
    Lint *lint = compiling->lint;
    lint->codes[index] =
        pcre2_compile((PCRE2_SPTR)lint->rules[index].pattern, PCRE2_ZERO_TERMINATED,
                      PCRE2_CASELESS | PCRE2_UTF | PCRE2_UCP, &code, &offset, NULL);
    if (lint->codes[index] == NULL) {
        pcre2_get_error_message(code, message, sizeof message);
        refuse(compiling, index, "pattern", "bad-rule", (const char *)message);
        return;
    }
    pcre2_jit_compile(lint->codes[index], PCRE2_JIT_COMPLETE); /* only for speed; may be refused */
    try_examples(compiling, index);
}

static void compile_all(Compiling *compiling, const RuleList *list)
{
    Lint *lint = compiling->lint;
    lint->rules = list->rules.items;
    lint->count = list->rules.count;
    lint->codes = memory_new(lint->count, sizeof(pcre2_code *));
    lint->match = pcre2_match_data_create(1, NULL);
    lint->limits = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(lint->limits, MATCH_LIMIT);
    for (size_t i = 0; i < lint->count; i++)
        compile_rule(compiling, i);
}

Lint *lint_new(const char *bytes, size_t size, const char *file, Faults *faults)
{
    size_t before = faults_errors(faults);
    Json *json = content_json(bytes, size, file, faults);
    if (json == NULL)
        return NULL;
    Lint *lint = memory_new(1, sizeof *lint);
    lint->arena = arena_new();
    RuleList list = {0};
    const ShapeContext context = {.arena = lint->arena, .faults = faults, .file = file};
    if (shape_read(&list_shape, json, &context, &list))
        compile_all(&(Compiling){lint, file, faults}, &list);
    json_free(json);
    if (faults_errors(faults) == before)
        return lint;
    lint_free(lint);
    return NULL;
}

void lint_free(Lint *lint)
{
    if (lint == NULL)
        return;
    for (size_t i = 0; i < lint->count; i++)
        pcre2_code_free(lint->codes[i]);
    free(lint->codes);
    pcre2_match_data_free(lint->match);
    pcre2_match_context_free(lint->limits);
    arena_free(lint->arena);
    free(lint);
}

size_t lint_count(const Lint *lint)
{
    return lint->count;
}

const LintRule *lint_rule(const Lint *lint, size_t index)
{
    return &lint->rules[index];
}

bool lint_matches(const Lint *lint, size_t index, const char *text, LintHit *hit)
{
    int found = pcre2_match(lint->codes[index], (PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED, 0, 0,
                            lint->match, lint->limits);
    if (found == PCRE2_ERROR_NOMATCH)
        return false;
    const PCRE2_SIZE whole[] = {0,
                                strlen(text)}; /* when the limit was met: better said than missed */
    const PCRE2_SIZE *span = found < 0 ? whole : pcre2_get_ovector_pointer(lint->match);
    *hit = (LintHit){&lint->rules[index], text + span[0], span[1] - span[0]};
    return true;
}

void lint_run(const Lint *lint, LintScope scope, const char *text,
              void (*hit)(void *context, const LintHit *hit), void *context)
{
    for (size_t i = 0; i < lint->count; i++) {
        LintHit found;
        if (strchr(lint->rules[i].scope, (int)scope) != NULL && lint_matches(lint, i, text, &found))
            hit(context, &found);
    }
}
