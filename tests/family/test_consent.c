/* Whose consent is needed, and what is missing: each way it can be noted, as a table. */
#include "family/consent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static Id id_of(char digit)
{
    Id id;
    memset(id.text, digit, sizeof id.text - 1);
    id.text[sizeof id.text - 1] = '\0';
    return id;
}

static void note(Case *family, Id person, const char *field, const char *value)
{
    Fact fact = {.person = person, .at = 1};
    snprintf(fact.field, sizeof fact.field, "%s", field);
    snprintf(fact.value, sizeof fact.value, "%s", value);
    facts_add(&family->facts, &fact);
}

/* Of the two adults: has a legal say, and what they said. "" for nothing noted. */
static const struct {
    const char *who, *legal;
    const char *right[2], *state[2];
    const char *urgent;
    unsigned lacks;
    bool holds;
} rows[] = {
    /* nothing noted, and nobody said no */
    {"", "", {"", ""}, {"", ""}, "", CONSENT_LACKS_BASIS, true},
    {"", "", {"yes", "yes"}, {"given", ""}, "", CONSENT_LACKS_BASIS, true},
    /* one said no, and whose say it is stands nowhere */
    {"", "", {"", ""}, {"given", "not-given"}, "", CONSENT_LACKS_BASIS, false},
    {"", "", {"", ""}, {"", "withdrawn"}, "", CONSENT_LACKS_BASIS, false},
    {"", "", {"", "no"}, {"", "not-given"}, "", CONSENT_LACKS_BASIS, true},
    /* both */
    {"both", "", {"", ""}, {"given", "given"}, "", CONSENT_LACKS_WHO, false},
    {"both", "", {"yes", ""}, {"given", "given"}, "", CONSENT_LACKS_WHO, false},
    {"both", "", {"yes", ""}, {"", ""}, "", CONSENT_LACKS_WHO | CONSENT_LACKS_YES, false},
    {"both", "", {"yes", "yes"}, {"given", ""}, "", CONSENT_LACKS_YES, false},
    {"both", "", {"yes", "yes"}, {"asks", "given"}, "", CONSENT_LACKS_YES, false},
    {"both", "", {"yes", "yes"}, {"given", "withdrawn"}, "", CONSENT_LACKS_YES, false},
    {"both", "words", {"yes", "yes"}, {"given", ""}, "", CONSENT_LACKS_YES, false},
    {"both", "", {"yes", "yes"}, {"given", "given"}, "", 0, true},
    /* one */
    {"one", "", {"", ""}, {"", ""}, "", CONSENT_LACKS_YES, false},
    {"one", "", {"", "no"}, {"", "given"}, "", CONSENT_LACKS_YES, false},
    {"one", "", {"yes", "no"}, {"given", ""}, "", 0, true},
    {"one", "", {"yes", "no"}, {"withdrawn", "given"}, "", CONSENT_LACKS_YES, false},
    /* an order, something else */
    {"court", "", {"yes", "yes"}, {"given", "given"}, "", CONSENT_LACKS_LEGAL, false},
    {"court", "By order of May", {"", ""}, {"", "not-given"}, "", 0, true},
    {"other", "Of age to consent", {"", ""}, {"", ""}, "", 0, true},
    /* an emergency */
    {"both", "", {"yes", "yes"}, {"given", ""}, "on", CONSENT_LACKS_YES, true},
    {"both", "", {"yes", "yes"}, {"given", ""}, "off", CONSENT_LACKS_YES, false},
};

static void what_is_missing_follows_from_what_was_noted(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Person people[] = {{.id = id_of('1'), .tier = TIER_T2},
                           {.id = id_of('2'), .role = PERSON_ADULT, .tier = TIER_AD},
                           {.id = id_of('3'), .role = PERSON_ADULT, .tier = TIER_AD}};
        Case family = {.people = people, .people_count = 3};
        Id nobody = {""};
        note(&family, nobody, "basis.consent", rows[i].who);
        note(&family, nobody, "basis.legal", rows[i].legal);
        note(&family, nobody, "urgent.state", rows[i].urgent);
        for (int k = 0; k < 2; k++) {
            note(&family, people[k + 1].id, "consent.right", rows[i].right[k]);
            note(&family, people[k + 1].id, "consent.state", rows[i].state[k]);
        }
        if (consent_lacks(&family) != rows[i].lacks || consent_holds(&family) != rows[i].holds) {
            fail_msg("row %zu: lacks %u, holds %d", i, consent_lacks(&family),
                     consent_holds(&family));
        }
        assert_int_equal(consent_is_urgent(&family), strcmp(rows[i].urgent, "on") == 0);
        facts_clear(&family.facts);
    }
}

static void somebody_without_a_say_is_not_waited_for(void **state)
{
    (void)state;
    Person people[] = {{.id = id_of('2'), .role = PERSON_ADULT, .tier = TIER_AD},
                       {.id = id_of('3'), .role = PERSON_ADULT, .tier = TIER_AD}};
    Case family = {.people = people, .people_count = 2};
    note(&family, (Id){""}, "basis.consent", "both");
    note(&family, people[0].id, "consent.right", "yes");
    assert_true(consent_waits_for(&family, people[0].id));
    assert_false(consent_waits_for(&family, people[1].id));
    facts_clear(&family.facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_missing_follows_from_what_was_noted),
        cmocka_unit_test(somebody_without_a_say_is_not_waited_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
