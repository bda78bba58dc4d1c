/* S03: in what children read, each adult and each home is named in as many sentences as the
 * others. {adult1} alone would single one out; {adults} names all. */
#include "content/check_inside.h"

#include "content/once.h"
#include "content/tokens.h"

#include <stdio.h>
#include <string.h>

typedef struct Count {
    unsigned adults[TOKENS_ADULTS], homes[TOKENS_ADULTS];
} Count;

typedef struct Named {
    Once seen;
    Count tiers[TIER_COUNT];
} Named;

static void count_token(Count *count, const Token *token, unsigned *seen)
{
    unsigned bit = 1u << (token->index + (token->kind == TOKEN_HOME ? TOKENS_ADULTS : 0));
    if ((token->kind != TOKEN_ADULT && token->kind != TOKEN_HOME) || (*seen & bit) != 0)
        return;
    *seen |= bit;
    (token->kind == TOKEN_HOME ? count->homes : count->adults)[token->index]++;
}

static void count_sentence(Count *count, const char *text)
{
    Token token;
    unsigned seen = 0;
    for (const char *at = text; (at = strchr(at, '{')) != NULL; at++) {
        if (token_parse(at + 1, strcspn(at + 1, "}"), &token))
            count_token(count, &token, &seen);
    }
}

static void count_shown(void *context, const Shown *shown)
{
    Named *named = context;
    bool child = tier_in(TIER_SET_CHILD, shown->tier);
    if (child && shown->mention->readers != READERS_ADULT && shown->form == PLURAL_OTHER &&
        once(&named->seen, shown->sentence, (int)shown->tier, NULL))
        count_sentence(&named->tiers[shown->tier], shown->text);
}

/* The first two that differ: at least the first two are named alike, or none. */
static bool uneven(const unsigned counts[TOKENS_ADULTS], int *first, int *second)
{
    int last = 1;
    unsigned sum = 0;
    for (int i = 0; i < TOKENS_ADULTS; i++) {
        sum += counts[i];
        if (counts[i] > 0 && i > last)
            last = i;
    }
    for (int i = 1; sum > 0 && i <= last; i++) {
        *first = i - 1;
        *second = i;
        if (counts[i] != counts[i - 1])
            return true;
    }
    return false;
}

static void report_uneven(const Checked *checked, size_t index, Tier tier, const char *what,
                          const unsigned counts[TOKENS_ADULTS])
{
    int a, b;
    if (!uneven(counts, &a, &b))
        return;
    report_activity(checked, index, ".pages", FAULT_ERROR, "S03",
                    "%s meets {%s%d} in %u sentence%s and {%s%d} in %u; name each as often, or "
                    "accept S03 with the reason why this is given for one.",
                    tier_limits(tier)->id, what, a + 1, counts[a], counts[a] == 1 ? "" : "s", what,
                    b + 1, counts[b]);
}

static void check_activity(const Checked *checked, Activity *activity, size_t index)
{
    Named named = {0};
    shown_in_activity(checked, activity, count_shown, &named);
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        report_uneven(checked, index, (Tier)tier, "adult", named.tiers[tier].adults);
        report_uneven(checked, index, (Tier)tier, "home", named.tiers[tier].homes);
    }
    once_clear(&named.seen);
}

void check_named(const Checked *checked)
{
    Activity *activities = checked->module->activities.items;
    for (size_t i = 0; i < checked->module->activities.count; i++)
        check_activity(checked, &activities[i], i);
}
