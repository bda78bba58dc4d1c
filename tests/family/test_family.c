/* Cases: whom a text speaks of, what may be given to whom, which names are accepted. */
#include "family/family.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

static Id id_of(char last)
{
    Id id;
    memset(id.text, '0', ID_LENGTH);
    id.text[ID_LENGTH - 1] = last;
    id.text[ID_LENGTH] = '\0';
    return id;
}

/* ---- names ---- */

static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *accepted; /* NULL: refused */
        size_t size;
    } cases[] = {
        {"Ash", "Ash", 64},
        {"  Ash \t Lee\n", "Ash Lee", 64},
        {"", NULL, 64},
        {" \t\n", NULL, 64},
        {"abc", "abc", 4},
        {"abcd", NULL, 4},
        {"ab  d", "ab d", 5},
        {"e\xCC\x81", "\xC3\xA9", 3},                /* e + acute becomes one character */
        {"\xF0\x9F\x90\x9A", "\xF0\x9F\x90\x9A", 5}, /* a shell fits whole */
        {"\xF0\x9F\x90\x9A", NULL, 4},               /* or not at all */
        {"\xE2\x80\xAE"
         "Sam",
         "Sam", 64}, /* turns no text around */
        {"a\xFF", "a\xEF\xBF\xBD", 64},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char name[64] = "before";
        Error error = {0};
        bool accepted = name_accept(cases[i].typed, name, cases[i].size, &error);
        assert_int_equal(accepted, cases[i].accepted != NULL);
        assert_string_equal(name, accepted ? cases[i].accepted : "before");
        assert_int_equal(error.code, accepted ? ERROR_NONE : ERROR_REFUSED);
        assert_int_equal(error.sentence[0] != '\0', !accepted);
    }
}

/* ---- who is who ---- */

static void add_person(Case *family, Person *room, PersonRole role, Tier tier, const char *name)
{
    Person *person = &room[family->people_count++];
    *person = (Person){.id = id_of((char)('a' + family->people_count)), .role = role, .tier = tier};
    snprintf(person->name, sizeof person->name, "%s", name);
    family->people = room;
}

static void test_tokens(void **state)
{
    (void)state;
    Person people[10];
    Case family = {0};
    add_person(&family, people, PERSON_ADULT, TIER_AD, "Sam");
    add_person(&family, people, PERSON_CHILD, TIER_T2, "Ash");
    for (int i = 0; i < 7; i++) {
        char name[16];
        snprintf(name, sizeof name, "Lee%d", i);
        add_person(&family, people, PERSON_ADULT, TIER_AD, name);
    }
    Tokens tokens;
    memset(&tokens, 1, sizeof tokens);
    case_tokens(&family, &people[1], "Kim", &tokens);
    assert_string_equal(tokens.helper, "Kim");
    assert_string_equal(tokens.me, "Ash");
    assert_int_equal(tokens.adult_count, TOKENS_ADULTS);
    assert_string_equal(tokens.adults[0], "Sam");
    assert_string_equal(tokens.adults[1], "Lee0");
    assert_string_equal(tokens.adults[5], "Lee4");
    assert_int_equal(tokens.home_count, 0);
    assert_int_equal(tokens.n, 0);
    assert_null(tokens.words);
}

static void test_tokens_of_an_adult(void **state)
{
    (void)state;
    Person people[2];
    Case family = {0};
    add_person(&family, people, PERSON_CHILD, TIER_T1, "Robin");
    add_person(&family, people, PERSON_ADULT, TIER_AD, "Sam");
    Tokens tokens;
    case_tokens(&family, &people[1], "", &tokens);
    assert_string_equal(tokens.helper, "");
    assert_string_equal(tokens.me, "Sam");
    assert_int_equal(tokens.adult_count, 1);
    assert_string_equal(tokens.adults[0], "Sam");
}

static void test_finding(void **state)
{
    (void)state;
    Person people[2];
    Assignment given = {.id = id_of('z')};
    Case family = {.assignments = &given, .assignment_count = 1};
    add_person(&family, people, PERSON_CHILD, TIER_T1, "Robin");
    add_person(&family, people, PERSON_ADULT, TIER_AD, "Sam");
    assert_ptr_equal(case_person(&family, people[1].id), &people[1]);
    assert_null(case_person(&family, given.id));
    assert_null(case_person(&family, (Id){""}));
    assert_ptr_equal(case_assignment(&family, given.id), &given);
    assert_null(case_assignment(&family, people[0].id));
}

/* ---- what may be given ---- */

enum {
    ROOM = 1u << SETTING_ROOM,
    HOME = 1u << SETTING_HOME,
    JOINT = 1u << SETTING_JOINT,
    EVERYWHERE = ROOM | HOME | JOINT
};

static void test_allowed(void **state)
{
    (void)state;
    static const struct {
        TierSet tiers;
        SettingSet settings;
        int gate; /* Gate, as in Module */
        Tier tier;
        Setting setting;
        const char *refusal; /* NULL: allowed */
    } cases[] = {
        {1u << TIER_T1, ROOM, GATE_ASSENT, TIER_T1, SETTING_ROOM, NULL},
        {TIER_SET_ALL, EVERYWHERE, GATE_ASSENT, TIER_AD, SETTING_HOME, NULL},
        {TIER_SET_ALL, EVERYWHERE, GATE_ASSENT, TIER_T4, SETTING_HOME, NULL},
        {TIER_SET_ALL, EVERYWHERE, GATE_ROOM, TIER_T4, SETTING_ROOM, NULL},
        {1u << TIER_T1, ROOM, GATE_ASSENT, TIER_T2, SETTING_ROOM,
         "is not made for \"Young (7-9)\""},
        {TIER_SET_CHILD, HOME, GATE_ASSENT, TIER_AD, SETTING_HOME, "\"Parent / caregiver\""},
        {TIER_SET_ALL, ROOM, GATE_ASSENT, TIER_T1, SETTING_HOME, "is not made for \"At home\""},
        {TIER_SET_ALL, HOME, GATE_ASSENT, TIER_T1, SETTING_ROOM, "is not made for \"In the room\""},
        {TIER_SET_ALL, EVERYWHERE, GATE_ROOM, TIER_T3, SETTING_HOME, "is for the room only"},
        {TIER_SET_ALL, EVERYWHERE, GATE_CONTACT, TIER_T3, SETTING_ROOM, "is about contact"},
        {TIER_SET_ALL, EVERYWHERE, GATE_CONTACT, TIER_AD, SETTING_HOME, "is about contact"},
        {TIER_SET_ALL, EVERYWHERE, GATE_CONTACT, TIER_T3, SETTING_JOINT, "is about contact"},
        {TIER_SET_ALL, EVERYWHERE, GATE_ASSENT, TIER_T3, SETTING_JOINT, "judged contact"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Module module = {.gate = cases[i].gate};
        Activity activity = {
            .id = "faces", .code = "M01.1", .tiers = cases[i].tiers, .settings = cases[i].settings};
        Person person = {.tier = cases[i].tier};
        Case family = {0};
        Error error = {0};
        bool allowed =
            assignment_allowed(&family, &module, &activity, &person, cases[i].setting, &error);
        assert_int_equal(allowed, cases[i].refusal == NULL);
        if (cases[i].refusal) {
            assert_int_equal(error.code, ERROR_REFUSED);
            assert_string_equal(error.place, "faces");
            assert_non_null(strstr(error.sentence, "M01.1 "));
            assert_non_null(strstr(error.sentence, cases[i].refusal));
        }
        assert_int_equal(
            assignment_allowed(&family, &module, &activity, &person, cases[i].setting, NULL),
            allowed);
    }
}

static void open_gate(Case *family, Id adult)
{
    static const char *const answers[][2] = {{"gate.order", "yes"},       {"gate.concern", "past"},
                                             {"gate.form", "supervised"}, {"gate.judged", "Kim"},
                                             {"gate.alone", "yes"},       {"gate.source", "Letter"},
                                             {"gate.date", "2026-09-01"}, {"gate.state", "open"}};
    for (size_t i = 0; i < COUNT(answers); i++) {
        Fact fact = {.person = adult};
        snprintf(fact.field, sizeof fact.field, "%s", answers[i][0]);
        snprintf(fact.value, sizeof fact.value, "%s", answers[i][1]);
        facts_add(&family->facts, &fact);
    }
}

/* About contact: a child once any adult's gate is open, an adult once their own is. */
static void test_contact_content(void **state)
{
    (void)state;
    Person people[] = {{.id = {"p000000000000001"}, .tier = TIER_T2},
                       {.id = {"p000000000000002"}, .role = PERSON_ADULT, .tier = TIER_AD},
                       {.id = {"p000000000000003"}, .role = PERSON_ADULT, .tier = TIER_AD}};
    Case family = {.people = people, .people_count = 3};
    Module module = {.gate = GATE_CONTACT};
    Activity activity = {.id = "plan", .code = "M11.1", .tiers = TIER_SET_ALL, .settings = ROOM};
    for (int open = 0; open <= 1; open++) {
        const bool allowed[] = {open, open, false};
        for (size_t i = 0; i < COUNT(people); i++) {
            assert_int_equal(
                assignment_allowed(&family, &module, &activity, &people[i], SETTING_ROOM, NULL),
                allowed[i]);
        }
        open_gate(&family, people[1].id);
    }
    facts_clear(&family.facts);
}

/* Two play once the adult's gate is open and contact of this pair was judged safe, as it was judged
 * last; from the child's side; never with somebody in hide mode. */
static void test_together(void **state)
{
    (void)state;
    Person people[] = {{.id = {"p000000000000001"}, .tier = TIER_T2},
                       {.id = {"p000000000000002"}, .role = PERSON_ADULT, .tier = TIER_AD},
                       {.id = {"p000000000000003"}, .role = PERSON_ADULT, .tier = TIER_AD}};
    ContactJudged judged[] = {{people[0].id, people[2].id, CONTACT_SAFE, 7},
                              {people[0].id, people[2].id, CONTACT_CLOSED, 9}};
    Case family = {.people = people, .people_count = 3, .contacts = judged};
    Module module = {.gate = GATE_ASSENT};
    Activity activity = {.id = "echo", .code = "M08.3", .tiers = TIER_SET_ALL, .settings = JOINT};
    for (size_t count = 0; count <= COUNT(judged); count++) {
        family.contact_count = count;
        Error error = {0};
        assert_false(
            assignment_allowed(&family, &module, &activity, &people[0], SETTING_JOINT, &error));
        open_gate(&family, people[2].id);
        assert_int_equal(
            assignment_allowed(&family, &module, &activity, &people[0], SETTING_JOINT, &error),
            count == 1);
        Fact hidden = {.person = people[2].id, .field = "hide.state", .value = "on"};
        facts_add(&family.facts, &hidden);
        assert_false(
            assignment_allowed(&family, &module, &activity, &people[0], SETTING_JOINT, NULL));
        facts_clear(&family.facts);
        assert_int_equal(case_contact_safe(&family, people[0].id, people[2].id), count == 1);
        assert_false(case_contact_safe(&family, people[0].id, people[1].id));
        assert_false(
            assignment_allowed(&family, &module, &activity, &people[2], SETTING_JOINT, &error));
        assert_non_null(strstr(error.sentence, "from the child's side"));
    }
    assert_int_equal(case_contact(&family, people[0].id, people[2].id)->at, 9);
    assert_null(case_contact(&family, people[0].id, people[1].id));
}

/* Messages between carers are closed by hide mode of anybody, or by an order; other work is not. */
static void test_co_parent(void **state)
{
    (void)state;
    static const struct {
        const char *field, *value;
        bool allowed;
    } rows[] = {{"hide.state", "off", true},         {"hide.state", "on", false},
                {"order.kind", "court", true},       {"order.kind", "agreement", true},
                {"order.kind", "protection", false}, {"order.kind", "no-contact", false}};
    Person people[] = {{.id = {"p000000000000002"}, .role = PERSON_ADULT, .tier = TIER_AD},
                       {.id = {"p000000000000003"}, .role = PERSON_ADULT, .tier = TIER_AD}};
    Module module = {.gate = GATE_ASSENT};
    for (size_t i = 0; i < COUNT(rows); i++) {
        Case family = {.people = people, .people_count = 2};
        bool hide = rows[i].field[0] == 'h';
        Fact fact = {.person = hide ? people[1].id : (Id){""},
                     .item = hide ? (Id){""} : (Id){"x000000000000001"}};
        snprintf(fact.field, sizeof fact.field, "%s", rows[i].field);
        snprintf(fact.value, sizeof fact.value, "%s", rows[i].value);
        facts_add(&family.facts, &fact);
        for (int about = 0; about <= 1; about++) {
            Activity activity = {.id = "straight",
                                 .code = "P04.2",
                                 .tiers = TIER_SET_ALL,
                                 .settings = HOME,
                                 .co_parent = about};
            assert_int_equal(
                assignment_allowed(&family, &module, &activity, &people[0], SETTING_HOME, NULL),
                rows[i].allowed || !about);
        }
        facts_clear(&family.facts);
    }
}

static void test_covers(void **state)
{
    (void)state;
    for (Setting given = 0; given < SETTING_COUNT; given++) {
        assert_int_equal(setting_covers(SETTING_ROOM, given), given != SETTING_JOINT);
        assert_int_equal(setting_covers(SETTING_HOME, given), given == SETTING_HOME);
        assert_int_equal(setting_covers(SETTING_JOINT, given), given == SETTING_JOINT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_tokens),
        cmocka_unit_test(test_tokens_of_an_adult),
        cmocka_unit_test(test_finding),
        cmocka_unit_test(test_allowed),
        cmocka_unit_test(test_contact_content),
        cmocka_unit_test(test_together),
        cmocka_unit_test(test_co_parent),
        cmocka_unit_test(test_covers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
