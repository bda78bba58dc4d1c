/* The case file through the tree as the helper would: noting, changing, lists, what is refused, and
 * what follows for homes in words, the crisis lines and work at home. */
#include "screen/house.h"

#include "family/gate.h"
#include "screen/noting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

typedef struct Home {
    House house;
    Id person, adult;
} Home;

static const Case *family_of(Home *home)
{
    return record_case_at(keeper_record(home->house.cove.keeper), 0);
}

static void open_home(Home *home, Tier tier, bool data)
{
    house_open(&home->house, NULL, data, 1280, 720);
    home->person = house_family(&home->house, tier, "Milo");
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(home)->id,
                   .person_id = id_new(&home->house.cove.ids),
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .name = "Sam",
                   .picture = "person/adult-2"};
    home->adult = event.person_id;
    assert_true(cove_keep(&home->house.cove, &event, 1, NULL));
}

static void to_file(Home *home)
{
    go_to_helper(&home->house);
    press(&home->house, "Harbor");
    press(&home->house, "Case file");
    expect_screen(&home->house, "helper-file");
}

static const char *value(Home *home, const char *field, Id person)
{
    FactSubject subject = {.person = person};
    return facts_value(&family_of(home)->facts, field, &subject);
}

static void expect_notice(Home *home, const char *part)
{
    expect_text(&home->house, part);
    press(&home->house, ui_words(&home->house, TIER_AD, "ui.error.go-on"));
}

static void what_is_noted_is_kept_and_shown(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2, true);
    to_file(&home);
    press(&home.house, "How the work began");
    choose(&home.house, "Who referred the family A court");
    type_in(&home.house, "Who holds parental responsibility, and how you know",
            "Both, by the file");
    press(&home.house, "Keep");
    expect_screen(&home.house, "helper-file");
    expect_text(&home.house, "A court \xc2\xb7 Both, by the file");
    house_restart(&home.house);
    assert_string_equal(value(&home, "basis.route", (Id){""}), "court");
    to_file(&home);
    press(&home.house, "How the work began");
    choose(&home.house, "Who referred the family A court"); /* again: taken back */
    press(&home.house, "Keep");
    assert_string_equal(value(&home, "basis.route", (Id){""}), "");
    expect_text(&home.house, "Both, by the file");
    expect_no_text(&home.house, "A court");
    house_close(&home.house);
}

static void a_list_has_items_that_come_and_go(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2, false);
    to_file(&home);
    press(&home.house, "Homes and places");
    static const char *const places[] = {"Blue house", "Nana's flat"};
    for (size_t i = 0; i < 2; i++) {
        press(&home.house, "Add");
        type_in(&home.house, "What the children call it", places[i]);
        press(&home.house, "Keep");
    }
    Tokens tokens;
    case_tokens(family_of(&home), case_person(family_of(&home), home.person), "Kim", &tokens);
    assert_int_equal(tokens.home_count, 2);
    assert_string_equal(tokens.homes[0], "Blue house");
    press(&home.house, "Back"); /* from the list: all of it is kept */
    expect_screen(&home.house, "helper-file");
    press(&home.house, "Homes and places");
    press(&home.house, "Blue house");
    press(&home.house, "Take out");
    expect_no_text(&home.house, "Blue house");
    expect_text(&home.house, "Nana's flat");
    case_tokens(family_of(&home), case_person(family_of(&home), home.person), "Kim", &tokens);
    assert_int_equal(tokens.home_count, 1);
    house_close(&home.house);
}

static void leave_unkept(Home *home, const char *then)
{
    press(&home->house, "How the work began");
    choose(&home->house, "Who referred the family A court");
    press(&home->house, "Back");
    expect_screen(&home->house, "helper-fact");
    expect_text(&home->house, "not kept yet");
    press(&home->house, then);
}

static void nothing_typed_is_lost_by_going_back(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2, false);
    to_file(&home);
    press(&home.house, "How the work began"); /* nothing changed: nothing is asked */
    press(&home.house, "Back");
    expect_screen(&home.house, "helper-file");
    leave_unkept(&home, "Leave without them");
    expect_screen(&home.house, "helper-file");
    assert_string_equal(value(&home, "basis.route", (Id){""}), "");
    leave_unkept(&home, "Stay on this page");
    expect_screen(&home.house, "helper-fact");
    press(&home.house, "Keep");
    assert_string_equal(value(&home, "basis.route", (Id){""}), "court");
    press(&home.house, "How the work began"); /* changed and changed back */
    choose(&home.house, "Who referred the family A lawyer");
    choose(&home.house, "Who referred the family A court");
    press(&home.house, "Back");
    expect_screen(&home.house, "helper-file");
    leave_unkept(&home, "Keep"); /* here "A court" again takes the answer back */
    expect_screen(&home.house, "helper-file");
    assert_string_equal(value(&home, "basis.route", (Id){""}), "");
    house_close(&home.house);
}

static void bad_answers_are_told_and_nothing_is_noted(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2, false);
    to_file(&home);
    size_t before = family_of(&home)->facts.count;
    press(&home.house, "What else happened");
    press(&home.house, "Add");
    type_in(&home.house, "Date", "yesterday");
    press(&home.house, "Keep");
    expect_notice(&home, "is no date. Type year");
    type_in(&home.house, "Date", "2026-02-30");
    press(&home.house, "Keep");
    expect_notice(&home, "is no date");
    assert_int_equal(family_of(&home)->facts.count, before);
    house_close(&home.house);
}

/* What needs a reason is not kept without one; the gate is not opened while something is
 * lacking. */
static void the_gate_wants_answers_and_a_reason(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2, false);
    to_file(&home);
    size_t before = family_of(&home)->facts.count;
    press(&home.house, "Safety gate: Sam");
    expect_text(&home.house, "who judged it safe");
    choose(&home.house, "In which form is contact allowed? Supervised");
    press(&home.house, "Keep");
    expect_notice(&home, "Say in a few words why");
    type_in(&home.house, "Why", "Letter of the agency");
    choose(&home.house, "The gate is Open");
    press(&home.house, "Keep");
    expect_notice(&home, "stays closed until everything is answered");
    assert_int_equal(family_of(&home)->facts.count, before);
    choose(&home.house, "The gate is Closed");
    press(&home.house, "Keep");
    expect_screen(&home.house, "helper-file");
    assert_string_equal(value(&home, "gate.form", home.adult), "supervised");
    assert_false(gate_open(family_of(&home), home.adult));
    house_open_gate(&home.house, family_of(&home)->id, home.adult);
    assert_true(gate_open(family_of(&home), home.adult));
    stage_touch(home.house.stage);
    press(&home.house, "Safety gate: Sam");
    expect_text(&home.house, "Letter of the agency"); /* what was before, and why */
    choose(&home.house, "The gate is Closed");
    type_in(&home.house, "Why", "The child asked for it");
    press(&home.house, "Keep");
    assert_false(gate_open(family_of(&home), home.adult));
    house_close(&home.house);
}

/* An adult's homework begins once there is somebody to call. */
static void nothing_begins_at_home_without_a_line(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_AD, false);
    const Facts *practice = record_practice(keeper_record(home.house.cove.keeper));
    FactSubject line = {.item = practice->list[0].item};
    assert_true(note_fact(&home.house.cove, (Id){""}, "line.number", &line, "", "", NULL));
    stage_touch(home.house.stage);
    press(&home.house, "Milo");
    expect_notice(&home, "crisis line");
    expect_screen(&home.house, "door");
    assert_true(note_fact(&home.house.cove, (Id){""}, "line.number", &line, "116 111", "", NULL));
    press(&home.house, "Milo");
    assert_int_equal(record_sitting_count(keeper_record(home.house.cove.keeper)), 1);
    house_close(&home.house);
}

static void lines_are_shown_to_those_who_may_call(void **state)
{
    (void)state;
    for (Tier tier = TIER_T1; tier <= TIER_T4; tier++) {
        Home home;
        open_home(&home, tier, false);
        stage_touch(home.house.stage);
        press(&home.house, "Milo");
        press(&home.house, "I’m not OK");
        if (tier >= TIER_T3) {
            expect_text(&home.house, "000 000");
        } else {
            expect_no_text(&home.house, "000 000");
        }
        house_close(&home.house);
    }
}

/* The child's yes is asked for again after sixty days. */
static void a_yes_grows_old(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2, false);
    go_to_helper(&home.house);
    press(&home.house, "Harbor");
    expect_no_text(&home.house, "Ask Milo whether");
    home.house.time.wall += INT64_C(60) * 24 * 3600 * 1000;
    stage_touch(home.house.stage);
    expect_text(&home.house, "Ask Milo whether");
    press(&home.house, "The child’s yes: Milo");
    expect_screen(&home.house, "helper-consent");
    house_close(&home.house);
}

/* What was noted for next time stands where the next sitting begins. */
static void next_time_is_remembered(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2, false);
    press(&home.house, "Milo");
    while (stage_shows(home.house.stage, ROLE_BUTTON, "Stop")) {
        press(&home.house, "Stop");
    }
    go_to_helper(&home.house);
    press(&home.house, "Milo, 2026-01-01 00:00");
    press(&home.house, "After the sitting");
    type_in(&home.house, "For next time", "Bring the sand tray");
    press(&home.house, "Keep");
    press(&home.house, "Back");
    press(&home.house, "Harbor");
    expect_text(&home.house, "For next time: Bring the sand tray");
    house_close(&home.house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_noted_is_kept_and_shown),
        cmocka_unit_test(nothing_typed_is_lost_by_going_back),
        cmocka_unit_test(a_list_has_items_that_come_and_go),
        cmocka_unit_test(bad_answers_are_told_and_nothing_is_noted),
        cmocka_unit_test(the_gate_wants_answers_and_a_reason),
        cmocka_unit_test(nothing_begins_at_home_without_a_line),
        cmocka_unit_test(a_yes_grows_old),
        cmocka_unit_test(next_time_is_remembered),
        cmocka_unit_test(lines_are_shown_to_those_who_may_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
