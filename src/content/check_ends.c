/* How plays end: stories and role-plays without promise or threat (S06), plays of small children
 * without reward (S12). And who is there to go to: a story's safe grown-up (S06). */
#include "content/check_inside.h"

#include "content/once.h"
#include "content/wording.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { TIERS_CALM = 1u << TIER_T1 | 1u << TIER_T2 | 1u << TIER_T3 };

typedef struct Ends {
    const Checked *checked;
    const KindContent *kind;
    TierSet tiers; /* whose way ends on the page being looked at */
    Once *seen;
} Ends;

static void check_scope(const Ends *ends, const Shown *shown, LintScope scope)
{
    if (once(ends->seen, shown->text, (int)scope, shown->activity))
        shown_lint(ends->checked, shown, scope);
}

static void check_shown(void *context, const Shown *shown)
{
    const Ends *ends = context;
    if (!tier_in(ends->tiers & TIER_SET_CHILD, shown->tier))
        return;
    if (ends->kind->ends != NULL)
        check_scope(ends, shown, LINT_END);
    if (tier_in(TIERS_CALM, shown->tier))
        check_scope(ends, shown, LINT_LAST);
}

/* Tiers that get page `index` and none after it. */
static TierSet last_for(const Activity *activity, size_t index)
{
    const Page *const *pages = activity->pages.items;
    TierSet tiers = pages[index]->tiers & activity->tiers;
    for (size_t i = index + 1; i < activity->pages.count; i++)
        tiers &= ~pages[i]->tiers;
    return tiers;
}

static void check_activity(const Checked *checked, const Activity *activity, Once *seen)
{
    Page *const *pages = activity->pages.items;
    Ends ends = {checked, kind_find(checked->kinds, activity->kind), 0, seen};
    for (size_t i = 0; ends.kind != NULL && i < activity->pages.count; i++) {
        bool end = ends.kind->ends != NULL && ends.kind->ends(pages[i]);
        ends.tiers = end ? activity->tiers : last_for(activity, i);
        if (ends.tiers != 0)
            shown_on_page(checked, activity, pages[i], check_shown, &ends);
    }
}

void check_ends(const Checked *checked)
{
    Once seen = {0};
    const Activity *activities = checked->module->activities.items;
    for (size_t i = 0; i < checked->module->activities.count; i++)
        check_activity(checked, &activities[i], &seen);
    once_clear(&seen);
}

/* ---- the safe grown-up of a story ---- */

typedef struct Search {
    const char *word;
    TierSet found;
} Search;

/* As a word of its own: "Owl" is not in "bowl" or "owls". Tokens are found as they are written. */
static bool says(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = text; (at = strcasestr(at, word)) != NULL; at++) {
        const char *before = at, *after = at + length;
        bool opens = at == text || count_words((Span){before - 1, 1}) == 0;
        if (opens && count_words((Span){after, after[0] != '\0'}) == 0)
            return true;
    }
    return false;
}

static void search_shown(void *context, const Shown *shown)
{
    Search *search = context;
    if (says(shown->text, search->word))
        search->found |= 1u << shown->tier;
}

static TierSet tiers_meeting(const Checked *checked, const Activity *activity)
{
    Search search = {activity->safe_adult, 0};
    Page *const *pages = activity->pages.items;
    for (size_t i = 0; i < activity->pages.count; i++)
        shown_on_page(checked, activity, pages[i], search_shown, &search);
    return search.found;
}

static void check_met(const Checked *checked, const Activity *activity, size_t index)
{
    TierSet missing = activity->tiers & TIER_SET_CHILD & ~tiers_meeting(checked, activity);
    Tier tier = TIER_T1;
    while (missing != 0 && !tier_in(missing, tier))
        tier++;
    if (missing != 0)
        report_activity(checked, index, ".safe_adult", FAULT_ERROR, "S06",
                        "No page says \"%.60s\" to %s; let each tier meet the story's safe "
                        "grown-up by this word, or put your grown-up's name here.",
                        activity->safe_adult, tier_limits(tier)->id);
}

void check_safe_adults(const Checked *checked)
{
    const Activity *activities = checked->module->activities.items;
    for (size_t i = 0; i < checked->module->activities.count; i++) {
        const KindContent *kind = kind_find(checked->kinds, activities[i].kind);
        bool story = kind != NULL && kind->story && (activities[i].tiers & TIER_SET_CHILD) != 0;
        if (activities[i].safe_adult != NULL)
            check_met(checked, &activities[i], i);
        else if (story)
            report_activity(checked, i, "", FAULT_ERROR, "S06",
                            "A story for children has a safe grown-up; name the word that says "
                            "who it is: \"safe_adult\": \"Owl\".");
    }
}
