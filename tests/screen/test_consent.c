/* Consent of the adults: the page each goes through, what is kept, its paper, and that nothing of a
 * child begins before those who have a say agreed. */
#include "screen/house.h"

#include "base/file.h"
#include "family/consent.h"
#include "screen/noting.h"
#include "screen/reporting.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Asked {
    House house;
    Id family, child, sam, zora;
} Asked;

static const Record *record_of(Asked *asked)
{
    return keeper_record(asked->house.cove.keeper);
}

static const Case *family_of(Asked *asked)
{
    return record_case(record_of(asked), asked->family);
}

static Id add_adult(Asked *asked, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = asked->family,
                   .person_id = id_new(&asked->house.cove.ids),
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .picture = "person/adult-2"};
    snprintf(event.name, sizeof event.name, "%s", name);
    assert_true(cove_keep(&asked->house.cove, &event, 1, NULL));
    return event.person_id;
}

static void note(Asked *asked, const char *field, Id person, const char *value)
{
    house_note(&asked->house, asked->family, field, person, (Id){""}, value);
}

/* Both adults have a legal say and must agree; neither was asked. */
static void open_asked(Asked *asked)
{
    house_open(&asked->house, NULL, false, 1280, 720);
    asked->child = house_family(&asked->house, TIER_T2, "Milo");
    asked->family = record_case_at(record_of(asked), 0)->id;
    asked->sam = add_adult(asked, "Sam");
    asked->zora = add_adult(asked, "Zora");
    note(asked, "basis.consent", (Id){""}, "both");
    note(asked, "consent.right", asked->sam, "yes");
    note(asked, "consent.right", asked->zora, "yes");
}

static const char *fact_of(Asked *asked, const char *field, Id adult)
{
    FactSubject subject = {.person = adult};
    return facts_value(&family_of(asked)->facts, field, &subject);
}

static void to_case(Asked *asked)
{
    stage_clear_to(asked->house.stage, screen_door(&asked->house.cove, asked->house.stage));
    go_to_helper(&asked->house);
    press(&asked->house, "Harbor");
}

/* From the case to this adult's own page. */
static void go_through(Asked *asked, const char *name)
{
    char button[64];
    to_case(asked);
    press(&asked->house, "Consent");
    expect_screen(&asked->house, "helper-consent");
    snprintf(button, sizeof button, "Go through it together: %s", name);
    press(&asked->house, button);
    expect_screen(&asked->house, "consent");
}

static bool can(Asked *asked, const char *verb)
{
    const Node *node = tree_find_verb(stage_tree(asked->house.stage), verb, NULL);
    return node && node_acts(node);
}

static void tick_all(Asked *asked)
{
    char key[24];
    for (int i = 0; i < CONSENT_POINTS; i++) {
        snprintf(key, sizeof key, "point-%d", i);
        assert_false(can(asked, "given")); /* only when each was gone through */
        choose(&asked->house, tree_find_key(stage_tree(asked->house.stage), key)->name);
    }
}

static void agree(Asked *asked, const char *name)
{
    go_through(asked, name);
    tick_all(asked);
    press(&asked->house, "I agree");
    expect_text(&asked->house, "It is noted.");
    press(&asked->house, ui_words(&asked->house, TIER_AD, "ui.sign.to-door"));
    expect_screen(&asked->house, "door");
}

static bool begins(Asked *asked)
{
    size_t before = record_sitting_count(record_of(asked));
    sitting_begin(&asked->house.cove, asked->house.stage, asked->family, asked->child,
                  SETTING_ROOM);
    bool begun = record_sitting_count(record_of(asked)) > before;
    if (begun) {
        sitting_end(&asked->house.cove, asked->house.stage,
                    record_sitting_open(record_of(asked))->id, "");
    } else {
        press(&asked->house, ui_words(&asked->house, TIER_AD, "ui.error.go-on"));
    }
    stage_clear_to(asked->house.stage, screen_door(&asked->house.cove, asked->house.stage));
    return begun;
}

static void nothing_of_a_child_begins_before_both_agreed(void **state)
{
    (void)state;
    Asked asked;
    open_asked(&asked);
    assert_false(begins(&asked));
    agree(&asked, "Sam");
    assert_false(begins(&asked));
    agree(&asked, "Zora");
    assert_true(begins(&asked));
    note(&asked, "consent.state", asked.sam, "withdrawn");
    assert_false(begins(&asked));
    house_close(&asked.house);
}

/* At the door nothing says why, nor about whom. */
static void at_the_door_nobody_learns_why(void **state)
{
    (void)state;
    Asked asked;
    open_asked(&asked);
    stage_clear_to(asked.house.stage, screen_door(&asked.house.cove, asked.house.stage));
    press(&asked.house, "Milo");
    expect_text(&asked.house, "Please ask your helper");
    expect_no_text(&asked.house, "onsent");
    expect_no_text(&asked.house, "Zora");
    house_close(&asked.house);
}

static void the_helper_reads_what_is_missing_and_where_to_note_it(void **state)
{
    (void)state;
    Asked asked;
    open_asked(&asked);
    to_case(&asked);
    expect_text(&asked.house, "No sitting of a child begins yet");
    expect_text(&asked.house, "Somebody whose consent is needed did not give it.");
    press(&asked.house, "Start a sitting with Milo");
    expect_text(&asked.house, "Consent is missing.");
    press(&asked.house, ui_words(&asked.house, TIER_AD, "ui.error.go-on"));
    press(&asked.house, "Consent: Sam");
    expect_screen(&asked.house, "helper-consent");
    press(&asked.house, "How the work began");
    expect_screen(&asked.house, "helper-fact");
    house_close(&asked.house);
}

static void an_emergency_needs_a_reason_and_is_in_the_log(void **state)
{
    (void)state;
    Asked asked;
    open_asked(&asked);
    to_case(&asked);
    press(&asked.house, "Consent");
    press(&asked.house, "An emergency");
    choose(&asked.house, "Begin without consent Yes, for now");
    press(&asked.house, ui_words(&asked.house, TIER_AD, "ui.fact.save"));
    expect_text(&asked.house, "Say in a few words why");
    assert_false(begins(&asked));
    to_case(&asked);
    press(&asked.house, "Consent");
    press(&asked.house, "An emergency");
    choose(&asked.house, "Begin without consent Yes, for now");
    type_in(&asked.house, ui_words(&asked.house, TIER_AD, "ui.fact.reason"), "Acute need");
    press(&asked.house, ui_words(&asked.house, TIER_AD, "ui.fact.save"));
    expect_text(&asked.house, "Sittings of the children can begin.");
    assert_true(begins(&asked));
    const Record *record = record_of(&asked);
    bool logged = false;
    for (size_t i = 0; i < record_log_count(record); i++) {
        logged = logged || record_log_at(record, i)->act == LOG_URGENT;
    }
    assert_true(logged);
    house_close(&asked.house);
}

static void each_answer_is_kept_with_version_and_day(void **state)
{
    (void)state;
    static const struct {
        const char *button, *state, *points;
    } rows[] = {{"Not yet", "not-given", "no"}, {"I have questions", "asks", "no"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Asked asked;
        open_asked(&asked);
        go_through(&asked, "Sam");
        expect_no_text(&asked.house, "Zora"); /* nobody else's */
        press(&asked.house, rows[i].button);
        assert_string_equal(fact_of(&asked, "consent.state", asked.sam), rows[i].state);
        assert_string_equal(fact_of(&asked, "consent.points", asked.sam), rows[i].points);
        assert_string_equal(fact_of(&asked, "consent.version", asked.sam), consent_version());
        assert_string_equal(fact_of(&asked, "consent.date", asked.sam), "2026-01-01");
        assert_string_equal(fact_of(&asked, "consent.right", asked.sam), "yes"); /* as it was */
        assert_string_equal(fact_of(&asked, "consent.state", asked.zora), "");
        press(&asked.house, ui_words(&asked.house, TIER_AD, "ui.sign.to-door"));
        expect_screen(&asked.house, "door");
        house_close(&asked.house);
    }
}

/* The bytes of a file, which then goes. */
static char *taken(const char *path)
{
    char *bytes;
    size_t size;
    assert_true(file_read(path, 1u << 20, &bytes, &size, NULL));
    assert_int_equal(remove(path), 0);
    return bytes;
}

static const char *whom_to_call(Asked *asked, Arena *arena)
{
    const ReportFrom from = reporting_from(&asked->house.cove);
    return consent_point(&from, CONSENT_POINTS - 1, arena);
}

/* A practice may not have noted its crisis lines yet: no sentence ends with "or:". */
static void whom_to_call_is_a_whole_sentence(void **state)
{
    (void)state;
    Asked asked;
    Arena *arena = arena_new();
    open_asked(&asked);
    assert_string_equal(whom_to_call(&asked, arena),
                        "In a crisis, call the emergency number, or:\n000 000");
    Id lines[2];
    const Facts *practice = record_practice(record_of(&asked));
    assert_int_equal(facts_items(practice, fact_group("line"), &(FactSubject){0}, lines, 2), 1);
    const FactSubject line = {.item = lines[0]};
    assert_true(note_fact(&asked.house.cove, (Id){""}, "line.number", &line, "", "", NULL));
    assert_string_equal(whom_to_call(&asked, arena), "In a crisis, call the emergency number.");
    house_close(&asked.house);
    arena_free(arena);
}

static void the_record_on_paper_has_every_point_and_nobody_else(void **state)
{
    (void)state;
    Asked asked;
    char *path;
    Arena *arena = arena_new();
    open_asked(&asked);
    note(&asked, "consent.state", asked.sam, "given");
    note(&asked, "consent.date", asked.sam, "2026-01-01");
    assert_true(reporting_save_form(&asked.house.cove, FORM_CONSENT, asked.family, asked.sam,
                                    REPORT_TEXT, COVE_SCRATCH_DIR, &path, NULL));
    char *bytes = taken(path);
    const ReportFrom from = reporting_from(&asked.house.cove);
    for (int i = 0; i < CONSENT_POINTS; i++) {
        assert_non_null(strstr(bytes, consent_point(&from, i, arena)));
    }
    assert_non_null(strstr(bytes, "Sam"));
    assert_non_null(strstr(bytes, "Given"));
    assert_null(strstr(bytes, "Zora"));
    assert_null(strstr(bytes, "Milo"));
    assert_int_equal(family_of(&asked)->left_count, 1);
    assert_string_equal(family_of(&asked)->left[0].audience, "consent");
    arena_free(arena);
    free(bytes);
    free(path);
    house_close(&asked.house);
}

static void a_demand_is_ticked_by_days_and_goes_on_paper(void **state)
{
    (void)state;
    Asked asked;
    char *path;
    open_asked(&asked);
    FactSubject one = {.item = id_new(&asked.house.cove.ids)};
    assert_true(
        note_fact(&asked.house.cove, asked.family, "demand.words", &one, "A letter", "", NULL));
    assert_true(
        note_fact(&asked.house.cove, asked.family, "demand.advice", &one, "2026-01-02", "", NULL));
    assert_true(reporting_save_form(&asked.house.cove, FORM_DEMAND, asked.family, (Id){""},
                                    REPORT_TEXT, COVE_SCRATCH_DIR, &path, NULL));
    char *bytes = taken(path);
    assert_non_null(strstr(bytes, "A letter"));
    assert_non_null(strstr(bytes, "[x] Ask a lawyer"));
    assert_non_null(strstr(bytes, "2026-01-02"));
    assert_non_null(strstr(bytes, "[ ] Tell the child"));
    to_case(&asked);
    press(&asked.house, "Reports");
    expect_text(&asked.house, "The list for a demand");
    free(bytes);
    free(path);
    house_close(&asked.house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_of_a_child_begins_before_both_agreed),
        cmocka_unit_test(at_the_door_nobody_learns_why),
        cmocka_unit_test(the_helper_reads_what_is_missing_and_where_to_note_it),
        cmocka_unit_test(an_emergency_needs_a_reason_and_is_in_the_log),
        cmocka_unit_test(each_answer_is_kept_with_version_and_day),
        cmocka_unit_test(whom_to_call_is_a_whole_sentence),
        cmocka_unit_test(the_record_on_paper_has_every_point_and_nobody_else),
        cmocka_unit_test(a_demand_is_ticked_by_days_and_goes_on_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
