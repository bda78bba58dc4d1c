/* What Break offers: the kit and the resting place of the person who sits there, from the latest
 * play that holds them, and nobody else's. */
#include "screen/house.h"

#include "base/file.h"
#include "screen/kit.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* The program's own words, the sitting, and activities of these kinds. */
static char *content_folder(void)
{
    static const char parts[] = "ui rules sitting";
    char command[2048];
    char *folder = path_join(COVE_SCRATCH_DIR, "kit-content");
    snprintf(command, sizeof command,
             "rm -rf '%s' && mkdir -p '%s' && cd '%s/content' && cp -r %s '%s' && cp -r "
             "'%s/tests/data/kinds/making' '%s'",
             folder, folder, COVE_SOURCE_DIR, parts, folder, COVE_SOURCE_DIR, folder);
    assert_int_equal(system(command), 0);
    return folder;
}

static void open_house(House *house, Tier tier)
{
    char *content = content_folder();
    house_open(house, content, false, 1280, 720);
    house_family(house, tier, "Robin");
    press(house, "Robin");
    press(house, "Skip");
    expect_screen(house, "cove");
    free(content);
}

static const Record *record_of(const House *house)
{
    return keeper_record(house->cove.keeper);
}

static void open_activity(House *house, const char *activity)
{
    const Case *family = record_case_at(record_of(house), 0);
    for (size_t i = 0; i < family->assignment_count; i++) {
        if (strcmp(family->assignments[i].activity, activity) == 0) {
            sitting_play(&house->cove, house->stage, record_sitting_at(record_of(house), 0)->id,
                         family->assignments[i].id);
        }
    }
    expect_screen(house, "play");
}

static void put_in_bag(House *house, const char *tool)
{
    Error error = {0};
    while (!tree_find(stage_tree(house->stage), ROLE_CARD, tool)) {
        press(house, "More");
    }
    assert_true(stage_press(house->stage, ROLE_CARD, tool, &error));
    assert_true(stage_press(house->stage, ROLE_TARGET, "My bag", &error));
}

/* The backdrop: the picture that fills the page. */
static const char *scene_of(House *house)
{
    const Node *node = stage_tree(house->stage)->root;
    while (node && !node->cover) {
        node = node_following(node, stage_tree(house->stage)->root);
    }
    return node ? node->picture : "";
}

static void break_has_the_usual_sea_and_breath(void **state)
{
    (void)state;
    House house;
    open_house(&house, TIER_T1);
    press(&house, "Break");
    assert_non_null(tree_find_verb(stage_tree(house.stage), "begin", ""));
    assert_null(tree_find_verb(stage_tree(house.stage), "open-tool", ""));
    assert_string_equal(scene_of(&house), "scene/break");
    house_close(&house);
}

static void tools_in_the_bag_are_in_every_break(void **state)
{
    (void)state;
    House house;
    open_house(&house, TIER_T1);
    open_activity(&house, "kit");
    put_in_bag(&house, "Drink some water");
    put_in_bag(&house, "Draw");
    press(&house, "Break"); /* the kit of the play that is still open */
    expect_text(&house, "Drink some water");
    press(&house, "Drink some water");
    expect_text(&house, "Take small sips. Feel the cold.");
    expect_no_text(&house, "Slow breaths");
    press(&house, "Put it back");
    press(&house, "Slow breaths");
    assert_non_null(tree_find_verb(stage_tree(house.stage), "begin", ""));
    press(&house, "Go on");
    expect_screen(&house, "play");
    press(&house, "Stop"); /* a kit that was left is a kit */
    press(&house, "Break");
    expect_text(&house, "Draw");
    house_close(&house);
}

static void the_latest_kit_counts_and_an_empty_one_does_not(void **state)
{
    (void)state;
    House house;
    open_house(&house, TIER_T1);
    open_activity(&house, "kit");
    put_in_bag(&house, "Draw");
    press(&house, "Stop");
    open_activity(&house, "kit");
    put_in_bag(&house, "Run about");
    press(&house, "Stop");
    open_activity(&house, "kit");
    put_in_bag(&house, "Hug a toy");
    press(&house, "Take it back");
    press(&house, "Stop");
    press(&house, "Break");
    expect_text(&house, "Run about");
    expect_no_text(&house, "Draw");
    expect_no_text(&house, "Hug a toy");
    house_close(&house);
}

static void a_chosen_place_is_what_break_opens(void **state)
{
    (void)state;
    House house;
    open_house(&house, TIER_T2);
    open_activity(&house, "place");
    choose(&house, "Rain");
    press(&house, "Next");
    press(&house, "Break");
    assert_string_equal(scene_of(&house), "rest/rain");
    assert_null(tree_find_verb(stage_tree(house.stage), "begin", ""));
    house_close(&house);
}

static void a_kit_is_the_persons_own(void **state)
{
    (void)state;
    House house;
    open_house(&house, TIER_T1);
    open_activity(&house, "kit");
    put_in_bag(&house, "Draw");
    Kit mine = {.arena = arena_new()}, theirs = {.arena = mine.arena};
    kit_of_person(&house.cove, record_sitting_at(record_of(&house), 0)->person, &mine);
    kit_of_person(&house.cove, (Id){"nobody-at-all-00"}, &theirs);
    assert_int_equal(mine.count, 1);
    assert_int_equal(theirs.count, 0);
    arena_free(mine.arena);
    house_close(&house);
}

/* After a word the helper asked to see, and after no other. */
static void goodbye_has_it_after_a_word_to_look_at(void **state)
{
    static const char *const watched[] = {"Scared", "Proud"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        House house;
        open_house(&house, TIER_T1);
        const Sitting *sitting = record_sitting_at(record_of(&house), 0);
        house_note(&house, sitting->case_id, "watch.words", sitting->person, (Id){""}, watched[i]);
        open_activity(&house, "kit");
        put_in_bag(&house, "Draw");
        press(&house, "Stop");
        press(&house, ui_words(&house, TIER_T1, "ui.cove.leave"));
        while (!stage_shows(house.stage, ROLE_CHOICE, "Scared")) {
            press(&house, "More faces");
        }
        choose(&house, "Scared");
        press(&house, "Next");
        press(&house, "Coral");
        expect_screen(&house, "goodbye");
        assert_int_equal(stage_shows(house.stage, ROLE_BUTTON, "My bag"), i == 0);
        if (i == 0) {
            press(&house, "My bag");
            press(&house, "Draw");
            press(&house, "Put it back");
            press(&house, "Go on");
            expect_screen(&house, "goodbye");
        }
        house_close(&house);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(break_has_the_usual_sea_and_breath),
        cmocka_unit_test(tools_in_the_bag_are_in_every_break),
        cmocka_unit_test(the_latest_kit_counts_and_an_empty_one_does_not),
        cmocka_unit_test(a_chosen_place_is_what_break_opens),
        cmocka_unit_test(a_kit_is_the_persons_own),
        cmocka_unit_test(goodbye_has_it_after_a_word_to_look_at),
    };
    return cmocka_run_group_tests_name("kit", tests, NULL, NULL);
}
