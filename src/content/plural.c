/* Plural rules for whole numbers.
 * Source: Unicode CLDR 42, common/supplemental/plurals.xml, cardinal rules, with i = n, v = e = 0.
 */
#include "content/plural.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

typedef Plural RuleFn(unsigned long n);

static bool within(unsigned long n, unsigned long low, unsigned long high)
{
    return n >= low && n <= high;
}

static bool whole_million(unsigned long n)
{
    return n != 0 && n % 1000000 == 0;
}

static Plural rule_other(unsigned long n)
{
    (void)n;
    return PLURAL_OTHER;
}

static Plural rule_one(unsigned long n)
{
    return n == 1 ? PLURAL_ONE : PLURAL_OTHER;
}

static Plural rule_zero_one(unsigned long n)
{
    return n <= 1 ? PLURAL_ONE : PLURAL_OTHER;
}

static Plural rule_one_million(unsigned long n)
{
    return whole_million(n) ? PLURAL_MANY : rule_one(n);
}

static Plural rule_zero_one_million(unsigned long n)
{
    return whole_million(n) ? PLURAL_MANY : rule_zero_one(n);
}

static Plural rule_hebrew(unsigned long n)
{
    return n == 2 ? PLURAL_TWO : rule_one(n);
}

static Plural rule_arabic(unsigned long n)
{
    if (n <= 2)
        return n == 0 ? PLURAL_ZERO : n == 1 ? PLURAL_ONE : PLURAL_TWO;
    if (within(n % 100, 3, 10))
        return PLURAL_FEW;
    return within(n % 100, 11, 99) ? PLURAL_MANY : PLURAL_OTHER;
}

static bool slavic_few(unsigned long n)
{
    return within(n % 10, 2, 4) && !within(n % 100, 12, 14);
}

static Plural rule_russian(unsigned long n)
{
    if (n % 10 == 1 && n % 100 != 11)
        return PLURAL_ONE;
    return slavic_few(n) ? PLURAL_FEW : PLURAL_MANY;
}

static Plural rule_serbian(unsigned long n)
{
    if (n % 10 == 1 && n % 100 != 11)
        return PLURAL_ONE;
    return slavic_few(n) ? PLURAL_FEW : PLURAL_OTHER;
}

static Plural rule_polish(unsigned long n)
{
    if (n == 1)
        return PLURAL_ONE;
    return slavic_few(n) ? PLURAL_FEW : PLURAL_MANY;
}

static Plural rule_czech(unsigned long n)
{
    return within(n, 2, 4) ? PLURAL_FEW : rule_one(n);
}

static Plural rule_slovenian(unsigned long n)
{
    switch (n % 100) {
    case 1: return PLURAL_ONE;
    case 2: return PLURAL_TWO;
    case 3:
    case 4: return PLURAL_FEW;
    default: return PLURAL_OTHER;
    }
}

static Plural rule_romanian(unsigned long n)
{
    if (n == 1)
        return PLURAL_ONE;
    return n == 0 || within(n % 100, 1, 19) ? PLURAL_FEW : PLURAL_OTHER;
}

static Plural rule_lithuanian(unsigned long n)
{
    if (within(n % 100, 11, 19) || n % 10 == 0)
        return PLURAL_OTHER;
    return n % 10 == 1 ? PLURAL_ONE : PLURAL_FEW;
}

static Plural rule_latvian(unsigned long n)
{
    if (n % 10 == 0 || within(n % 100, 11, 19))
        return PLURAL_ZERO;
    return n % 10 == 1 ? PLURAL_ONE : PLURAL_OTHER;
}

static Plural rule_irish(unsigned long n)
{
    if (n == 1 || n == 2)
        return n == 1 ? PLURAL_ONE : PLURAL_TWO;
    if (within(n, 3, 6))
        return PLURAL_FEW;
    return within(n, 7, 10) ? PLURAL_MANY : PLURAL_OTHER;
}

static Plural rule_welsh(unsigned long n)
{
    static const Plural forms[] = {PLURAL_ZERO,  PLURAL_ONE,   PLURAL_TWO, PLURAL_FEW,
                                   PLURAL_OTHER, PLURAL_OTHER, PLURAL_MANY};
    return n <= 6 ? forms[n] : PLURAL_OTHER;
}

static const struct {
    const char *languages; /* each between spaces */
    RuleFn *rule;
} rules[] = {
    {" en de nl sv da no nb nn fi et el hu tr bg eu gl sq sw ur so ta te ml az ka kk ku mn af eo ",
     rule_one},
    {" bn fa gu hi am kn zu hy pa ti ln ", rule_zero_one},
    {" es it ca pt-pt ", rule_one_million},
    {" fr pt ", rule_zero_one_million},
    {" he ", rule_hebrew},
    {" ar ", rule_arabic},
    {" ru uk be ", rule_russian},
    {" sr hr bs ", rule_serbian},
    {" pl ", rule_polish},
    {" cs sk ", rule_czech},
    {" sl ", rule_slovenian},
    {" ro ", rule_romanian},
    {" lt ", rule_lithuanian},
    {" lv ", rule_latvian},
    {" ga ", rule_irish},
    {" cy ", rule_welsh},
    {" ja zh ko vi th id ms my lo km ", rule_other},
};

static const char *const ids[PLURAL_COUNT] = {
    [PLURAL_ZERO] = "zero", [PLURAL_ONE] = "one",   [PLURAL_TWO] = "two",
    [PLURAL_FEW] = "few",   [PLURAL_MANY] = "many", [PLURAL_OTHER] = "other",
};

static bool listed(const char *languages, const char *name, size_t length)
{
    for (const char *at = languages; (at = strstr(at, " ")) != NULL; at++) {
        if (strncmp(at + 1, name, length) == 0 && at[1 + length] == ' ')
            return true;
    }
    return false;
}

static RuleFn *rule_named(const char *name, size_t length)
{
    for (size_t i = 0; length > 0 && i < sizeof rules / sizeof *rules; i++) {
        if (listed(rules[i].languages, name, length))
            return rules[i].rule;
    }
    return NULL;
}

/* The rule of the full tag, or else of its language; NULL when neither is in the table. */
static RuleFn *rule_for(const char *language)
{
    RuleFn *rule = rule_named(language, strlen(language));
    return rule != NULL ? rule : rule_named(language, strcspn(language, "-"));
}

const char *plural_id(Plural plural)
{
    assert(plural < PLURAL_COUNT);
    return ids[plural];
}

bool plural_parse(const char *id, Plural *out)
{
    for (int plural = 0; plural < PLURAL_COUNT; plural++) {
        if (strcmp(ids[plural], id) == 0) {
            *out = (Plural)plural;
            return true;
        }
    }
    return false;
}

Plural plural_of(const char *language, long n)
{
    RuleFn *rule = rule_for(language);
    unsigned long size = n < 0 ? 0ul - (unsigned long)n : (unsigned long)n;
    return rule != NULL ? rule(size) : PLURAL_OTHER;
}

bool plural_known(const char *language)
{
    return rule_for(language) != NULL;
}

PluralSet plural_needed(const char *language)
{
    PluralSet set = 1u << PLURAL_OTHER;
    for (long n = 0; n < 1000; n++)
        set |= 1u << plural_of(language, n);
    return set;
}

PluralSet plural_allowed(const char *language)
{
    return plural_needed(language) | 1u << plural_of(language, 1000000);
}
