/* A child is asked before a sitting begins: what it is told, each of the three answers, when it is
 * asked again, and that nothing follows from a no. */
#include "screen/house.h"

#include "family/assent.h"
#include "screen/noting.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static const int64_t day_ms = INT64_C(24) * 60 * 60 * 1000;

typedef struct Asked {
    House house;
    Tier tier;
    Id child, adult;
} Asked;

static const Record *record_of(Asked *asked)
{
    return keeper_record(asked->house.cove.keeper);
}

static const Case *family_of(Asked *asked)
{
    return record_case_at(record_of(asked), 0);
}

static const char *fact_of(Asked *asked, const char *field, Id adult)
{
    FactSubject subject = {.person = asked->child, .about = adult};
    return facts_value(&family_of(asked)->facts, field, &subject);
}

/* Nobody was asked yet. */
static void open_asked(Asked *asked, Tier tier)
{
    Id none = {""};
    asked->tier = tier;
    house_open(&asked->house, NULL, false, 1280, 720);
    asked->child = house_family(&asked->house, tier, "Milo");
    house_note(&asked->house, family_of(asked)->id, "assent.answer", asked->child, none, "");
}

static void come(Asked *asked)
{
    stage_clear_to(asked->house.stage, screen_door(&asked->house.cove, asked->house.stage));
    press(&asked->house, "Milo");
}

static void say(Asked *asked, const char *id)
{
    press(&asked->house, ui_words(&asked->house, asked->tier, id));
}

/* Turns the pages up to the question; how many there were. */
static int to_question(Asked *asked)
{
    int pages = 0;
    expect_screen(&asked->house, "assent");
    for (; tree_find_verb(stage_tree(asked->house.stage), "next", NULL); pages++) {
        say(asked, "ui.next");
    }
    return pages;
}

static const Sitting *last_sitting(Asked *asked)
{
    return record_sitting_at(record_of(asked), record_sitting_count(record_of(asked)) - 1);
}

static void yes_leads_to_the_sitting_and_is_kept_with_its_words(void **state)
{
    (void)state;
    static const struct {
        Tier tier;
        int pages;
        const char *version;
    } rows[] = {
        {TIER_T1, 3, "t1-2"}, {TIER_T2, 3, "t2-2"}, {TIER_T3, 4, "t3-2"}, {TIER_T4, 5, "t4-2"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Asked asked;
        open_asked(&asked, rows[i].tier);
        come(&asked);
        assert_int_equal(last_sitting(&asked)->play_count, 0); /* nothing before the yes */
        assert_int_equal(to_question(&asked), rows[i].pages);
        say(&asked, "ui.assent.yes");
        expect_screen(&asked.house, "play");
        assert_string_equal(fact_of(&asked, "assent.answer", (Id){""}), "yes");
        assert_string_equal(fact_of(&asked, "assent.version", (Id){""}), rows[i].version);
        house_close(&asked.house);
    }
}

/* Private, and that the helper may have to tell: on one page, for each age that reads. */
static void what_is_private_and_what_is_not_stand_together(void **state)
{
    (void)state;
    for (int tier = TIER_T2; tier <= TIER_T4; tier++) {
        Asked asked;
        open_asked(&asked, (Tier)tier);
        come(&asked);
        say(&asked, "ui.next");
        expect_text(&asked.house, "private");
        expect_text(&asked.house, "to tell");
        house_close(&asked.house);
    }
}

static void not_now_leads_to_rest_and_is_asked_another_day(void **state)
{
    (void)state;
    Asked asked;
    open_asked(&asked, TIER_T2);
    come(&asked);
    (void)to_question(&asked);
    say(&asked, "ui.assent.not-now");
    expect_screen(&asked.house, "assent");
    expect_text(&asked.house, "Kim is with you");
    assert_null(tree_find_verb(stage_tree(asked.house.stage), "answer", NULL)); /* not again */
    assert_null(tree_find_verb(stage_tree(asked.house.stage), "pebble", NULL));
    say(&asked, "ui.assent.breathe");
    expect_screen(&asked.house, "break");
    say(&asked, "ui.break.enough"); /* no question about feelings either */
    expect_screen(&asked.house, "goodbye");
    assert_string_equal(fact_of(&asked, "assent.answer", (Id){""}), "not-now");
    assert_int_equal(last_sitting(&asked)->play_count, 0);
    come(&asked);
    expect_screen(&asked.house, "assent");
    house_close(&asked.house);
}

static void a_question_first_leaves_yes_and_not_now(void **state)
{
    (void)state;
    Asked asked;
    open_asked(&asked, TIER_T3);
    come(&asked);
    (void)to_question(&asked);
    say(&asked, "ui.assent.question");
    assert_string_equal(fact_of(&asked, "assent.answer", (Id){""}), "ask");
    expect_text(&asked.house, "Ask whatever you like");
    say(&asked, "ui.assent.yes");
    expect_screen(&asked.house, "play");
    house_close(&asked.house);
}

static void stop_and_break_are_there_and_no_answer_is_none(void **state)
{
    (void)state;
    Asked asked;
    open_asked(&asked, TIER_T1);
    come(&asked);
    say(&asked, "ui.break");
    expect_screen(&asked.house, "break");
    say(&asked, "ui.break.go-on");
    expect_screen(&asked.house, "assent");
    say(&asked, "ui.stop");
    expect_screen(&asked.house, "goodbye");
    assert_string_equal(fact_of(&asked, "assent.answer", (Id){""}), "");
    come(&asked);
    expect_screen(&asked.house, "assent");
    house_close(&asked.house);
}

/* The helper sits there too: notes, and ends softly; there is no skipping of the question. */
static void the_helper_has_the_strip(void **state)
{
    (void)state;
    Asked asked;
    open_asked(&asked, TIER_T2);
    come(&asked);
    stage_key(asked.house.stage, KEY_STRIP, NULL);
    assert_false(node_acts(tree_find_key(stage_tree(asked.house.stage), "strip-skip")));
    press(&asked.house, "Note");
    type_in(&asked.house, "What you saw or heard", "Wanted to know who reads it");
    press(&asked.house, "Note it");
    expect_text(&asked.house, "Noted");
    press(&asked.house, "Back to all of it");
    press(&asked.house, "End softly");
    press(&asked.house, "End now");
    expect_screen(&asked.house, "goodbye"); /* nothing was asked of who did not say yes */
    assert_string_equal(fact_of(&asked, "assent.answer", (Id){""}), "");
    assert_int_equal(last_sitting(&asked)->play_count, 0);
    house_close(&asked.house);
}

static void it_is_asked_again_after_sixty_days_and_of_another_age(void **state)
{
    (void)state;
    static const struct {
        int days;
        const char *version;
        const char *screen;
    } rows[] = {{0, "t2-1", "play"},   {59, "t2-1", "play"}, {60, "t2-1", "assent"},
                {0, "t1-1", "assent"}, {0, "", "play"},      {0, "t3-1", "assent"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Asked asked;
        open_asked(&asked, TIER_T2);
        Id family = family_of(&asked)->id, none = {""};
        house_note(&asked.house, family, "assent.version", asked.child, none, rows[i].version);
        house_note(&asked.house, family, "assent.answer", asked.child, none, "yes");
        asked.house.time.wall += rows[i].days * day_ms;
        come(&asked);
        expect_screen(&asked.house, rows[i].screen);
        house_close(&asked.house);
    }
}

/* ---- before playing with an adult ---- */

static void open_pair(Asked *asked)
{
    open_asked(asked, TIER_T2);
    Event events[] = {{.type = EVENT_PERSON_ADDED,
                       .case_id = family_of(asked)->id,
                       .person_id = id_new(&asked->house.cove.ids),
                       .role = PERSON_ADULT,
                       .tier = TIER_AD,
                       .name = "Sam",
                       .picture = "person/adult-2"},
                      {.type = EVENT_CONTACT_JUDGED,
                       .case_id = family_of(asked)->id,
                       .person_id = asked->child,
                       .contact = CONTACT_SAFE}};
    asked->adult = events[1].about_id = events[0].person_id;
    assert_true(cove_keep(&asked->house.cove, events, 2, NULL));
    house_open_gate(&asked->house, family_of(asked)->id, asked->adult);
}

static void want_asked(Asked *asked)
{
    go_to_helper(&asked->house);
    press(&asked->house, "Harbor");
    press(&asked->house, "Play together: Milo");
    choose(&asked->house, "Sam");
    expect_text(&asked->house, "Not asked within 60 days");
    press(&asked->house, "Ask at the next sitting");
    expect_text(&asked->house, "To be asked at the next sitting");
}

static void playing_together_is_asked_of_the_child_alone(void **state)
{
    (void)state;
    static const char *const answers[] = {"ui.assent.yes", "ui.assent.not-now"};
    for (int i = 0; i < 2; i++) {
        Asked asked;
        open_pair(&asked);
        want_asked(&asked);
        come(&asked);
        (void)to_question(&asked);
        expect_no_text(&asked.house, "Sam");
        say(&asked, "ui.assent.yes");
        assert_int_equal(to_question(&asked), 1);
        assert_int_equal(last_sitting(&asked)->setting, SETTING_ROOM);
        say(&asked, answers[i]);
        expect_screen(&asked.house, "play"); /* the own time goes on, whatever was said */
        assert_int_equal(assent_holds_with(family_of(&asked),
                                           case_person(family_of(&asked), asked.child), asked.adult,
                                           asked.house.time.wall),
                         i == 0);
        house_close(&asked.house);
    }
}

static void it_is_not_asked_while_contact_is_closed(void **state)
{
    (void)state;
    Asked asked;
    open_pair(&asked);
    want_asked(&asked);
    FactSubject sam = {.person = asked.adult};
    assert_true(note_fact(&asked.house.cove, family_of(&asked)->id, "gate.state", &sam, "closed",
                          "for the test", NULL));
    come(&asked);
    (void)to_question(&asked);
    say(&asked, "ui.assent.yes");
    expect_screen(&asked.house, "play");
    house_close(&asked.house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(yes_leads_to_the_sitting_and_is_kept_with_its_words),
        cmocka_unit_test(what_is_private_and_what_is_not_stand_together),
        cmocka_unit_test(not_now_leads_to_rest_and_is_asked_another_day),
        cmocka_unit_test(a_question_first_leaves_yes_and_not_now),
        cmocka_unit_test(stop_and_break_are_there_and_no_answer_is_none),
        cmocka_unit_test(the_helper_has_the_strip),
        cmocka_unit_test(it_is_asked_again_after_sixty_days_and_of_another_age),
        cmocka_unit_test(playing_together_is_asked_of_the_child_alone),
        cmocka_unit_test(it_is_not_asked_while_contact_is_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
