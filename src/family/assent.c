#include "family/assent.h"

#include "family/gate.h"

#include <stdio.h>
#include <string.h>

enum { WORDING = 2, DAYS = 60 }; /* another wording of the page is another number */

void assent_version(Tier tier, char out[ID_MAX])
{
    snprintf(out, ID_MAX, "%s-%d", tier_limits(tier)->id, WORDING);
}

/* An answer that the helper noted by hand has no version: it was asked at this age. */
static bool is_of_age(const Facts *facts, const char *field, const FactSubject *subject, Tier tier)
{
    const char *version = facts_value(facts, field, subject);
    const char *id = tier_limits(tier)->id;
    return version[0] == '\0' || strncmp(version, id, strlen(id)) == 0;
}

static bool is_fresh(const Facts *facts, const char *field, const FactSubject *subject,
                     int64_t now_ms)
{
    const int64_t day_ms = INT64_C(24) * 60 * 60 * 1000;
    const Fact *last = facts_last(facts, field, subject);
    return last && strcmp(last->value, "yes") == 0 && now_ms - last->at < DAYS * day_ms;
}

bool assent_holds(const Case *family, const Person *child, int64_t now_ms)
{
    FactSubject subject = {.person = child->id};
    return is_fresh(&family->facts, "assent.answer", &subject, now_ms) &&
           is_of_age(&family->facts, "assent.version", &subject, child->tier);
}

bool assent_holds_with(const Case *family, const Person *child, Id adult, int64_t now_ms)
{
    FactSubject pair = {.person = child->id, .about = adult};
    return is_fresh(&family->facts, "joint-yes.answer", &pair, now_ms) &&
           is_of_age(&family->facts, "joint-yes.version", &pair, child->tier);
}

AssentAsk assent_due(const Case *family, const Person *child, int64_t now_ms, Id *adult)
{
    const Person *other;
    if (child->role != PERSON_CHILD) {
        return ASSENT_NOTHING;
    }
    if (!assent_holds(family, child, now_ms)) {
        return ASSENT_BEGIN;
    }
    for (int i = 0; (other = case_adult(family, i)) != NULL; i++) {
        FactSubject pair = {.person = child->id, .about = other->id};
        if (facts_is(&family->facts, "joint-yes.answer", &pair, "to-ask") &&
            together_open(family, child->id, other->id)) {
            *adult = other->id;
            return ASSENT_TOGETHER;
        }
    }
    return ASSENT_NOTHING;
}
