/* An adult's desk as four families meet it, searched in what is shown and in what is said; notes
 * that reach the helper; goals where the helper allows it. */
#include "screen/house.h"

#include "screen/noting.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of others in every family here; nothing of them may be on a desk. */
static const char *const others[] = {"Milo",    "Zora",  "Harbor",  "Moor Lane",
                                     "sitting", "score", "overdue", "2026"};

typedef struct Desk {
    House house;
    Id adult, child;
} Desk;

static const Case *family_of(Desk *desk)
{
    return record_case_at(keeper_record(desk->house.cove.keeper), 0);
}

static Id add_person(Desk *desk, PersonRole role, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(desk)->id,
                   .person_id = id_new(&desk->house.cove.ids),
                   .role = role,
                   .tier = role == PERSON_ADULT ? TIER_AD : TIER_T2,
                   .picture = "person/adult-2"};
    snprintf(event.name, sizeof event.name, "%s", name);
    assert_true(cove_keep(&desk->house.cove, &event, 1, NULL));
    return event.person_id;
}

static void note(Desk *desk, const char *field, FactSubject subject, const char *value)
{
    Error error = {0};
    if (!note_fact(&desk->house.cove, family_of(desk)->id, field, &subject, value, "for the test",
                   &error)) {
        fail_msg("%s", error.sentence);
    }
}

static void open_desk(Desk *desk, const char *name, bool with_child)
{
    house_open(&desk->house, NULL, false, 1280, 720);
    desk->adult = house_family(&desk->house, TIER_AD, name);
    if (with_child) {
        desk->child = add_person(desk, PERSON_CHILD, "Milo");
        (void)add_person(desk, PERSON_ADULT, "Zora");
        note(desk, "home.name", (FactSubject){.item = id_new(&desk->house.cove.ids)}, "Moor Lane");
    }
    note(desk, "card.words", (FactSubject){.person = {""}}, "Kim, 000 111, weekdays");
}

static void come(Desk *desk, Setting setting)
{
    House *house = &desk->house;
    sitting_begin(&house->cove, house->stage, family_of(desk)->id, desk->adult, setting);
    press(house, ui_words(house, TIER_AD, "ui.skip"));
    expect_screen(house, "cove");
}

/* All that is said of it, beside all that is shown. */
static bool is_said(House *house, const char *part)
{
    const Tree *tree = stage_tree(house->stage);
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if ((node->spoken && strstr(node->spoken, part)) ||
            (node->name && strstr(node->name, part))) {
            return true;
        }
    }
    return false;
}

static void expect_nothing_of_others(House *house)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char *dump = tree_dump(stage_tree(house->stage));
        if (strstr(dump, others[i]) || is_said(house, others[i])) {
            fail_msg("\"%s\" is on the desk:\n%s", others[i], dump);
        }
        free(dump);
    }
}

static Id add_goal(Desk *desk, const char *theirs)
{
    FactSubject subject = {.person = desk->adult, .item = id_new(&desk->house.cove.ids)};
    note(desk, "goal.words", subject, "Calm mornings");
    note(desk, "goal.low", subject, "Rushed");
    note(desk, "goal.high", subject, "Calm");
    note(desk, "goal.theirs", subject, theirs);
    return subject.item;
}

static void a_desk_fits_each_family(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool child, hidden;
    } families[] = {{"Ash", false, false}, /* a first-time parent, nothing of a child yet */
                    {"Bea, step", true, false},
                    {"Grandpa Jo", true, false},
                    {"Rae", true, true}}; /* an order: hide mode */
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        Desk desk;
        open_desk(&desk, families[i].name, families[i].child);
        (void)add_goal(&desk, "yes");
        if (families[i].hidden) {
            note(&desk, "hide.state", (FactSubject){.person = desk.adult}, "on");
        }
        come(&desk, SETTING_ROOM);
        expect_text(&desk.house, families[i].name);
        expect_text(&desk.house, "Your units");
        expect_text(&desk.house, "Kim, 000 111, weekdays");
        assert_int_equal(is_said(&desk.house, "Calm mornings"), !families[i].hidden);
        assert_int_equal(is_said(&desk.house, "Write a note"), !families[i].hidden);
        expect_nothing_of_others(&desk.house);
        house_close(&desk.house);
    }
}

static void todays_unit_begins_at_once_and_another_is_next(void **state)
{
    (void)state;
    Desk desk;
    open_desk(&desk, "Ash", false);
    come(&desk, SETTING_HOME);
    char first[256];
    const Node *today = tree_find_verb(stage_tree(desk.house.stage), "today", NULL);
    assert_non_null(today);
    snprintf(first, sizeof first, "%s", today->name);
    press(&desk.house, first);
    expect_screen(&desk.house, "play");
    press(&desk.house, ui_words(&desk.house, TIER_AD, "ui.stop"));
    expect_screen(&desk.house, "cove");
    assert_string_not_equal(tree_find_verb(stage_tree(desk.house.stage), "today", NULL)->name,
                            first);
    house_close(&desk.house);
}

/* At the page of a note. */
static House *open_note(Desk *desk)
{
    open_desk(desk, "Ash", false);
    come(desk, SETTING_HOME);
    press(&desk->house, "Write a note");
    return &desk->house;
}

static void a_note_reaches_the_helper_and_leaves_the_desk(void **state)
{
    (void)state;
    Desk desk;
    House *house = open_note(&desk);
    press(house, "Leave it for Kim"); /* nothing written: nothing kept */
    expect_text(house, "Your note");
    type_in(house, "Your note", "May we talk about bedtime?");
    press(house, "Leave it for Kim");
    expect_text(house, "Kept for Kim.");
    expect_no_text(house, "bedtime");
    press(house, ui_words(house, TIER_AD, "ui.back"));
    expect_no_text(house, "bedtime");
    stage_clear_to(house->stage, screen_helper_room(&house->cove, house->stage));
    expect_text(house, "May we talk about bedtime?");
    press(house, "Ash");
    press(house, "May we talk about bedtime?");
    choose(house, "You have Read it");
    press(house, "Keep");
    stage_clear_to(house->stage, screen_helper_room(&house->cove, house->stage));
    expect_no_text(house, "bedtime");
    house_close(house);
}

static void spaces_are_no_note(void **state)
{
    (void)state;
    Desk desk;
    House *house = open_note(&desk);
    type_in(house, "Your note", "  ");
    press(house, "Leave it for Kim");
    expect_text(house, "Your note"); /* still here */
    expect_no_text(house, "Kept for Kim.");
    house_close(house);
}

static void goals_change_where_the_helper_allows_it(void **state)
{
    (void)state;
    Desk desk;
    open_desk(&desk, "Ash", false);
    FactSubject goal = {.person = desk.adult, .item = add_goal(&desk, "no")};
    House *house = &desk.house;
    come(&desk, SETTING_ROOM);
    assert_null(tree_find_verb(stage_tree(house->stage), "goal", NULL));
    note(&desk, "goal.theirs", goal, "yes");
    stage_touch(house->stage);
    press(house, "Calm mornings");
    expect_text(house, "10: Calm");
    choose(house, "6");
    type_in(house, "A few words, if you like", "Two good days");
    press(house, "Keep it");
    expect_text(house, "Two good days");
    const Facts *facts = &family_of(&desk)->facts;
    assert_string_equal(facts_value(facts, "goal.own-now", &goal), "6");
    assert_string_equal(facts_value(facts, "goal.now", &goal), ""); /* the helper's own stays */
    house_close(house);
}

/* Home is not private: what was said of a goal is read there by whoever signed in alone. */
static void at_home_goals_need_a_sign_in(void **state)
{
    (void)state;
    for (int signs = 0; signs < 2; signs++) {
        Desk desk;
        open_desk(&desk, "Ash", false);
        (void)add_goal(&desk, "yes");
        if (signs) {
            assert_true(
                sign_in_keep(&desk.house.cove, desk.adult, SIGN_IN_PIN, "", "739150", NULL));
        }
        come(&desk, SETTING_HOME);
        assert_int_equal(tree_find_verb(stage_tree(desk.house.stage), "goal", NULL) != NULL, signs);
        house_close(&desk.house);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_desk_fits_each_family),
        cmocka_unit_test(todays_unit_begins_at_once_and_another_is_next),
        cmocka_unit_test(a_note_reaches_the_helper_and_leaves_the_desk),
        cmocka_unit_test(spaces_are_no_note),
        cmocka_unit_test(goals_change_where_the_helper_allows_it),
        cmocka_unit_test(at_home_goals_need_a_sign_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
