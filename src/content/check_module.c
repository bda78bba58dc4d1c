/* Which checks a module goes through. */
#include "content/check_inside.h"
#include "content/module_inside.h"

#include <string.h>

/* What a translation lacks is said at once, in check_translation.c, and not once for each place. */
static void check_fit(const Checked *checked, bool whole, bool english)
{
    Faults *faults = faults_new();
    module_check_words(checked->module, checked->file, checked->strings, checked->strings_file,
                       checked->kinds, whole, faults);
    for (size_t i = 0; i < faults_count(faults); i++) {
        const Fault *fault = faults_at(faults, i);
        if (english || strcmp(fault->rule, "unknown-sentence") != 0)
            faults_add(checked->faults, fault->level, fault->file, fault->path, fault->rule, "%s",
                       fault->remedy);
    }
    faults_free(faults);
}

void check_with_table(const Checked *checked, bool whole)
{
    bool english = strings_are_english(checked->strings);
    check_fit(checked, whole, english);
    check_words(checked);
    if (english)
        check_reading(checked);
    if (!whole || !english)
        return;
    check_ends(checked);
    check_safe_adults(checked);
    check_named(checked);
}

void check_alone(const Checked *checked)
{
    check_settings(checked);
    check_feelings(checked);
}
