/* What was noted: which values a field takes, that the last one holds, lists, and what follows for
 * the gate, hide mode and assent. */
#include "family/assent.h"
#include "family/gate.h"

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

static void note_at(Case *family, FactSubject subject, const char *field, const char *value,
                    int64_t at)
{
    Fact fact = {.person = subject.person, .about = subject.about, .item = subject.item, .at = at};
    assert_non_null(fact_field(field));
    assert_true(fact_value_fits(fact_field(field), value, NULL));
    snprintf(fact.field, sizeof fact.field, "%s", field);
    snprintf(fact.value, sizeof fact.value, "%s", value);
    facts_add(&family->facts, &fact);
}

static void note(Case *family, Id person, const char *field, const char *value)
{
    note_at(family, (FactSubject){.person = person}, field, value, 0);
}

/* ---- the table ---- */

static void test_table(void **state)
{
    (void)state;
    size_t count;
    const FactGroup *groups = fact_groups(&count);
    for (size_t g = 0; g < count; g++) {
        assert_ptr_equal(fact_group(groups[g].id), &groups[g]);
        for (int i = 0; i < FACT_FIELDS_MAX && groups[g].fields[i].id; i++) {
            const FactField *field = &groups[g].fields[i];
            size_t length = strlen(groups[g].id);
            assert_memory_equal(field->id, groups[g].id, length);
            assert_int_equal(field->id[length], '.');
            assert_ptr_equal(fact_field(field->id), field);
            assert_int_equal(field->choices != NULL, field->value == FACT_CHOICE);
        }
    }
    assert_null(fact_group("nothing"));
    assert_null(fact_field("gate"));
    assert_null(fact_field(""));
}

static void test_values(void **state)
{
    (void)state;
    char long_words[FACT_BYTES + 1];
    memset(long_words, 'a', FACT_BYTES);
    long_words[FACT_BYTES] = '\0';
    const struct {
        const char *field, *value;
        bool fits;
    } rows[] = {
        {"gate.form", "supervised", true},
        {"gate.form", "Supervised", false},
        {"gate.form", "", true},
        {"gate.form", "open", false},
        {"goal.now", "0", true},
        {"goal.now", "10", true},
        {"goal.now", "11", false},
        {"goal.now", "-1", false},
        {"goal.now", "5.5", false},
        {"goal.now", "07", false},
        {"gate.date", "2024-02-29", true},
        {"gate.date", "2023-02-29", false},
        {"gate.date", "1900-02-29", false},
        {"gate.date", "2000-02-29", true},
        {"gate.date", "2026-13-01", false},
        {"gate.date", "2026-00-10", false},
        {"gate.date", "2026-04-31", false},
        {"gate.date", "2026-4-1", false},
        {"gate.date", "22.11.2026", false},
        {"gate.date", "2026-11-22 ", false},
        {"gate.date", "1899-01-01", false},
        {"goal.words", "I can say stop", true},
        {"goal.words", long_words + 1, true},
        {"goal.words", long_words, false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        Error error = {0};
        if (fact_value_fits(fact_field(rows[i].field), rows[i].value, &error) != rows[i].fits) {
            fail_msg("%s \"%s\"", rows[i].field, rows[i].value);
        }
        assert_int_equal(error.sentence[0] != '\0', !rows[i].fits);
    }
}

/* ---- what holds ---- */

static void test_last_holds(void **state)
{
    (void)state;
    Case family = {.id = id_of('c')};
    FactSubject ash = {.person = id_of('1')}, sam = {.person = id_of('2')};
    assert_string_equal(facts_value(&family.facts, "stage.now", &ash), "");
    note_at(&family, ash, "stage.now", "process", 5);
    note_at(&family, sam, "stage.now", "change", 6);
    note_at(&family, ash, "stage.now", "commitment", 7);
    assert_true(facts_is(&family.facts, "stage.now", &ash, "commitment"));
    assert_true(facts_is(&family.facts, "stage.now", &sam, "change"));
    assert_int_equal(facts_when(&family.facts, fact_group("stage"), &ash), 7);
    assert_int_equal(facts_when(&family.facts, fact_group("goal"), &ash), 0);
    note_at(&family, ash, "stage.now", "", 8);
    assert_string_equal(facts_value(&family.facts, "stage.now", &ash), "");
    case_clear(&family);
}

static void test_lists(void **state)
{
    (void)state;
    Case family = {.id = id_of('c')};
    FactSubject ash = {.person = id_of('1')};
    const FactGroup *goal = fact_group("goal");
    Id items[4];
    for (char item = 'a'; item <= 'c'; item++) {
        FactSubject one = {ash.person, {""}, id_of(item)};
        note_at(&family, one, "goal.words", "So it is said", item);
        note_at(&family, one, "goal.now", "3", item);
    }
    FactSubject other = {id_of('2'), {""}, id_of('d')};
    note_at(&family, other, "goal.words", "Another's", 1);
    assert_int_equal(facts_items(&family.facts, goal, &ash, items, 4), 3);
    assert_true(id_same(items[0], id_of('a')) && id_same(items[2], id_of('c')));
    FactSubject second = {ash.person, {""}, id_of('b')};
    note_at(&family, second, "goal.words", "", 9);
    assert_int_equal(facts_items(&family.facts, goal, &ash, items, 4), 3);
    note_at(&family, second, "goal.now", "", 9);
    assert_int_equal(facts_items(&family.facts, goal, &ash, items, 1), 2);
    assert_int_equal(facts_items(&family.facts, fact_group("order"), &ash, items, 4), 0);
    case_clear(&family);
}

/* ---- the gate ---- */

static const struct {
    const char *field, *value; /* what opens it */
    unsigned lacks;            /* when it is missing */
    const char *wrong;         /* noted, and still lacking; NULL: none */
} answers[] = {
    {"gate.order", "no", GATE_LACKS_ORDER, "unknown"},
    {"gate.concern", "past", GATE_LACKS_CONCERN, "unknown"},
    {"gate.form", "supervised", GATE_LACKS_FORM, "none"},
    {"gate.judged", "The agency, in writing", GATE_LACKS_JUDGED, NULL},
    {"gate.alone", "yes", GATE_LACKS_ALONE, "no"},
    {"gate.source", "Letter", GATE_LACKS_SOURCE, NULL},
    {"gate.date", "2026-11-01", GATE_LACKS_DATE, NULL},
};

/* Each answer that is missing keeps it shut, and is named; so does closing it. */
static void test_gate(void **state)
{
    (void)state;
    Id sam = id_of('2');
    for (size_t without = 0; without <= COUNT(answers); without++) {
        Person person = {.id = sam, .role = PERSON_ADULT, .tier = TIER_AD};
        Case family = {.people = &person, .people_count = 1};
        for (size_t i = 0; i < COUNT(answers); i++) {
            if (i != without) {
                note(&family, sam, answers[i].field, answers[i].value);
            } else if (answers[i].wrong) {
                note(&family, sam, answers[i].field, answers[i].wrong);
            }
        }
        bool all = without == COUNT(answers);
        assert_int_equal(gate_lacks(&family.facts, sam), all ? 0 : answers[without].lacks);
        assert_false(gate_open(&family, sam));
        note(&family, sam, "gate.state", "open");
        assert_int_equal(gate_open(&family, sam), all);
        assert_int_equal(gate_any_open(&family), all);
        assert_false(gate_open(&family, id_of('3')));
        note(&family, sam, "gate.state", "closed");
        assert_false(gate_open(&family, sam));
        facts_clear(&family.facts);
    }
}

static void test_hide_and_hold(void **state)
{
    (void)state;
    Case family = {0};
    Id sam = id_of('2');
    assert_false(adult_hidden(&family, sam));
    assert_false(case_on_hold(&family));
    note(&family, sam, "hide.state", "on");
    note(&family, (Id){""}, "hold.state", "on");
    assert_true(adult_hidden(&family, sam));
    assert_false(adult_hidden(&family, id_of('3')));
    assert_true(case_on_hold(&family));
    note(&family, sam, "hide.state", "off");
    assert_false(adult_hidden(&family, sam));
    case_clear(&family);
}

static void test_assent(void **state)
{
    (void)state;
    const int64_t day = INT64_C(24) * 60 * 60 * 1000, then = 1000 * day;
    Case family = {0};
    Person ash = {.id = id_of('1'), .tier = TIER_T2};
    FactSubject subject = {.person = ash.id};
    assert_false(assent_holds(&family, &ash, then));
    note_at(&family, subject, "assent.answer", "yes", then);
    assert_true(assent_holds(&family, &ash, then + 59 * day));
    assert_false(assent_holds(&family, &ash, then + 60 * day));
    note_at(&family, subject, "assent.answer", "not-now", then + day);
    assert_false(assent_holds(&family, &ash, then + 2 * day));
    case_clear(&family);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),      cmocka_unit_test(test_values),
        cmocka_unit_test(test_last_holds), cmocka_unit_test(test_lists),
        cmocka_unit_test(test_gate),       cmocka_unit_test(test_hide_and_hold),
        cmocka_unit_test(test_assent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
