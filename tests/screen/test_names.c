/* What a child calls people: chosen in a play, said by every later screen of this child, and of no
 * other. */
#include "screen/house.h"

#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

typedef struct Two {
    House house;
    Id child, sibling;
    char word[256]; /* chosen last */
} Two;

static const Case *family_of(Two *two)
{
    return record_case_at(keeper_record(two->house.cove.keeper), 0);
}

static Id add_person(Two *two, PersonRole role, Tier tier, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(two)->id,
                   .person_id = id_new(&two->house.cove.ids),
                   .role = role,
                   .tier = tier};
    snprintf(event.name, sizeof event.name, "%s", name);
    assert_true(cove_keep(&two->house.cove, &event, 1, NULL));
    return event.person_id;
}

static void open_two(Two *two)
{
    house_open(&two->house, NULL, true, 1280, 720);
    two->child = house_family(&two->house, TIER_T2, "Ash");
    add_person(two, PERSON_ADULT, TIER_AD, "Alex");
    two->sibling = add_person(two, PERSON_CHILD, TIER_T2, "Bo");
}

static void assert_called(Two *two, Id child, const char *word)
{
    Tokens tokens;
    case_tokens(family_of(two), case_person(family_of(two), child), "Kim", &tokens);
    assert_string_equal(tokens.adults[0], word);
}

static void press_verb(Two *two, const char *verb)
{
    const Tree *tree = stage_tree(two->house.stage);
    const Node *node = tree->root;
    while (node && strcmp(node->action.verb, verb) != 0) {
        node = node_following(node, tree->root);
    }
    assert_non_null(node);
    char name[256];
    snprintf(name, sizeof name, "%s", node->name);
    if (strcmp(verb, "pick") == 0) {
        snprintf(two->word, sizeof two->word, "%s", name);
    }
    assert_true(stage_press(two->house.stage, node->role, name, NULL));
}

static bool offers(Two *two, const char *verb)
{
    return tree_find_verb(stage_tree(two->house.stage), verb, "") != NULL;
}

static void go_on(Two *two)
{
    press_verb(two, offers(two, "next") ? "next" : "skip");
}

/* Begins the activity and puts the `nth` card on the only line. */
static void choose_word(Two *two, int nth)
{
    const Case *family = family_of(two);
    const Assignment *given = family->assignments;
    while (strcmp(given->module, "welcome") != 0 || strcmp(given->activity, "words") != 0) {
        given++;
        assert_true(given < family->assignments + family->assignment_count);
    }
    const Record *record = keeper_record(two->house.cove.keeper);
    sitting_play(&two->house.cove, two->house.stage, record_sitting_open(record)->id, given->id);
    go_on(two);
    for (int turn = 0; turn < nth; turn++) {
        press_verb(two, "more");
    }
    press_verb(two, "pick");
    press_verb(two, "spot");
}

static void begin(Two *two)
{
    sitting_begin(&two->house.cove, two->house.stage, family_of(two)->id, two->child, SETTING_ROOM);
    go_on(two);
    expect_screen(&two->house, "cove");
}

static void finish(Two *two)
{
    for (int page = 0; page < 9; page++) {
        (void)stage_tree(two->house.stage);
        if (strcmp(stage_screen_name(two->house.stage), "play") != 0) {
            return;
        }
        go_on(two);
    }
    fail();
}

static void a_chosen_word_is_said_from_then_on(void **state)
{
    (void)state;
    Two two = {0};
    open_two(&two);
    begin(&two);
    assert_called(&two, two.child, "Alex");
    choose_word(&two, 0);
    assert_called(&two, two.child, "Alex"); /* not before the end */
    finish(&two);
    assert_string_not_equal(two.word, "Alex");
    assert_called(&two, two.child, two.word);
    assert_called(&two, two.sibling, "Alex");
    house_restart(&two.house);
    assert_called(&two, two.child, two.word);
    assert_string_equal(case_adult(family_of(&two), 0)->name, "Alex"); /* as the helper wrote it */
    house_close(&two.house);
}

/* Turns on until the card with these words is there, and puts it on the only line. */
static void choose_card(Two *two, const char *words)
{
    choose_word(two, 0);
    while (!stage_shows(two->house.stage, ROLE_CARD, words)) {
        press_verb(two, "more");
    }
    assert_true(stage_press(two->house.stage, ROLE_CARD, words, NULL));
    press_verb(two, "spot");
}

static void a_word_can_be_taken_back(void **state)
{
    (void)state;
    Two two = {0};
    open_two(&two);
    begin(&two);
    choose_card(&two, "Mama");
    finish(&two);
    assert_called(&two, two.child, "Mama");
    choose_card(&two, "Their first name");
    finish(&two);
    assert_called(&two, two.child, "Alex");
    house_close(&two.house);
}

static void playing_again_changes_it_and_stopping_does_not(void **state)
{
    (void)state;
    Two two = {0};
    open_two(&two);
    begin(&two);
    choose_word(&two, 0);
    finish(&two);
    char before[sizeof two.word];
    memcpy(before, two.word, sizeof before);
    choose_word(&two, 1);
    press_verb(&two, "stop");
    assert_string_not_equal(two.word, before);
    assert_called(&two, two.child, before);
    choose_word(&two, 1);
    expect_text(&two.house, before); /* the line is called what the child calls it */
    finish(&two);
    assert_called(&two, two.child, two.word);
    assert_called(&two, two.sibling, "Alex");
    house_close(&two.house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chosen_word_is_said_from_then_on),
        cmocka_unit_test(a_word_can_be_taken_back),
        cmocka_unit_test(playing_again_changes_it_and_stopping_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
