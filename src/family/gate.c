#include "family/gate.h"

#include <string.h>

static FactSubject of(Id adult)
{
    return (FactSubject){.person = adult};
}

static bool noted(const Facts *facts, Id adult, const char *field)
{
    FactSubject subject = of(adult);
    return facts_value(facts, field, &subject)[0] != '\0';
}

static bool is(const Facts *facts, Id adult, const char *field, const char *value)
{
    FactSubject subject = of(adult);
    return facts_is(facts, field, &subject, value);
}

/* A concern that nobody looked at is one. */
static bool concern_noted(const Facts *facts, Id adult)
{
    return noted(facts, adult, "gate.concern") && !is(facts, adult, "gate.concern", "unknown");
}

static bool order_noted(const Facts *facts, Id adult)
{
    return noted(facts, adult, "gate.order") && !is(facts, adult, "gate.order", "unknown");
}

static bool form_allowed(const Facts *facts, Id adult)
{
    return noted(facts, adult, "gate.form") && !is(facts, adult, "gate.form", "none");
}

unsigned gate_lacks(const Facts *facts, Id adult)
{
    unsigned lacks = 0;
    lacks |= order_noted(facts, adult) ? 0 : GATE_LACKS_ORDER;
    lacks |= concern_noted(facts, adult) ? 0 : GATE_LACKS_CONCERN;
    lacks |= form_allowed(facts, adult) ? 0 : GATE_LACKS_FORM;
    lacks |= noted(facts, adult, "gate.judged") ? 0 : GATE_LACKS_JUDGED;
    lacks |= is(facts, adult, "gate.alone", "yes") ? 0 : GATE_LACKS_ALONE;
    lacks |= noted(facts, adult, "gate.source") ? 0 : GATE_LACKS_SOURCE;
    lacks |= noted(facts, adult, "gate.date") ? 0 : GATE_LACKS_DATE;
    return lacks;
}

bool gate_open(const Case *family, Id adult)
{
    return is(&family->facts, adult, "gate.state", "open") && !gate_lacks(&family->facts, adult);
}

bool gate_any_open(const Case *family)
{
    for (size_t i = 0; i < family->people_count; i++) {
        const Person *person = &family->people[i];
        if (person->role == PERSON_ADULT && gate_open(family, person->id)) {
            return true;
        }
    }
    return false;
}

bool together_open(const Case *family, Id child, Id adult)
{
    return gate_open(family, adult) && case_contact_safe(family, child, adult) &&
           !adult_hidden(family, adult);
}

bool adult_hidden(const Case *family, Id adult)
{
    return is(&family->facts, adult, "hide.state", "on");
}

static bool any_hidden(const Case *family)
{
    for (size_t i = 0; i < family->people_count; i++) {
        if (adult_hidden(family, family->people[i].id)) {
            return true;
        }
    }
    return false;
}

static bool any_order_against_contact(const Case *family)
{
    enum { ORDERS_MAX = 32 };
    FactSubject order = {.person = {""}};
    Id items[ORDERS_MAX];
    size_t count = facts_items(&family->facts, fact_group("order"), &order, items, ORDERS_MAX);
    for (size_t i = 0; i < count && i < ORDERS_MAX; i++) {
        order.item = items[i];
        if (facts_is(&family->facts, "order.kind", &order, "protection") ||
            facts_is(&family->facts, "order.kind", &order, "no-contact")) {
            return true;
        }
    }
    return false;
}

bool carers_apart(const Case *family)
{
    return any_hidden(family) || any_order_against_contact(family);
}

bool case_on_hold(const Case *family)
{
    return is(&family->facts, (Id){""}, "hold.state", "on");
}
