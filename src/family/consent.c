#include "family/consent.h"

#include <string.h>

static bool is(const Case *family, Id adult, const char *field, const char *value)
{
    FactSubject subject = {.person = adult};
    return facts_is(&family->facts, field, &subject, value);
}

static const char *of_case(const Case *family, const char *field)
{
    FactSubject nobody = {.person = {""}};
    return facts_value(&family->facts, field, &nobody);
}

typedef struct Said {
    int may, gave, refused; /* adults */
} Said;

/* Who is noted to have no say does not count. */
static Said count(const Case *family)
{
    Said said = {0};
    const Person *adult;
    for (int i = 0; (adult = case_adult(family, i)) != NULL; i++) {
        bool may = is(family, adult->id, "consent.right", "yes");
        if (!is(family, adult->id, "consent.right", "no")) {
            said.may += may;
            said.gave += is(family, adult->id, "consent.state", "given");
            said.refused += is(family, adult->id, "consent.state", "not-given") ||
                            is(family, adult->id, "consent.state", "withdrawn");
        }
    }
    return said;
}

bool consent_waits_for(const Case *family, Id adult)
{
    bool both = strcmp(of_case(family, "basis.consent"), "both") == 0;
    return both && is(family, adult, "consent.right", "yes") &&
           !is(family, adult, "consent.state", "given");
}

static unsigned lacks_of_both(const Case *family, const Said *said)
{
    unsigned lacks = said->may < 2 ? CONSENT_LACKS_WHO : 0;
    const Person *adult;
    for (int i = 0; (adult = case_adult(family, i)) != NULL; i++) {
        lacks |= consent_waits_for(family, adult->id) ? CONSENT_LACKS_YES : 0;
    }
    return lacks;
}

unsigned consent_lacks(const Case *family)
{
    const char *who = of_case(family, "basis.consent");
    const Said said = count(family);
    if (who[0] == '\0') {
        return CONSENT_LACKS_BASIS;
    }
    if (strcmp(who, "both") == 0) {
        return lacks_of_both(family, &said);
    }
    if (strcmp(who, "one") == 0) {
        return said.gave ? 0 : CONSENT_LACKS_YES;
    }
    return of_case(family, "basis.legal")[0] ? 0 : CONSENT_LACKS_LEGAL;
}

bool consent_is_urgent(const Case *family)
{
    return strcmp(of_case(family, "urgent.state"), "on") == 0;
}

bool consent_holds(const Case *family)
{
    unsigned lacks = consent_lacks(family);
    bool unsaid = lacks == CONSENT_LACKS_BASIS && count(family).refused == 0;
    return lacks == 0 || unsaid || consent_is_urgent(family);
}

const char *consent_version(void)
{
    return "ad-2"; /* other words are another number */
}
