/* New modules from the templates in content-templates/: a module for each kind, whose parts are put
 * together line by line, so that the remarks and the order of their writers stay. What a template
 * must look like for that is held by tests/app/test_templates. */
#ifndef APP_TEMPLATE_H
#define APP_TEMPLATE_H

#include "base/error.h"
#include "base/text.h"

#include <stddef.h>

typedef struct ModulePlan {
    const char *templates;    /* the folder content-templates */
    const char *name;         /* of the new module: its id and folder */
    const char *code;         /* "U01" */
    const char *const *kinds; /* "sort_cards"; one activity each */
    size_t kind_count;
} ModulePlan;

/* What is to stand in module.json and strings/en.json; *module and *strings are the caller's to
 * free(). */
bool template_fill(const ModulePlan *plan, char **module, char **strings, Error *error);

#endif
