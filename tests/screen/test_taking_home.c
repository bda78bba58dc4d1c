/* Cards to take home: what somebody made in a play that is over, once they said yes; never what
 * they left out, and noted as what left. And the practice's contact card. */
#include "screen/house.h"

#include "base/file.h"
#include "screen/noting.h"
#include "screen/sitting.h"
#include "screen/taking_home.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const Record *record_of(const House *house)
{
    return keeper_record(house->cove.keeper);
}

static const Case *family_of(const House *house)
{
    return record_case_at(record_of(house), 0);
}

/* Robin sits in the room and opens the calm kit. */
static void open_kit(House *house)
{
    house_open(house, NULL, false, 1280, 720);
    house_give_folder(house);
    house_family(house, TIER_T1, "Robin");
    house->cove.paper_folder = house->folder;
    press(house, "Robin");
    press(house, "Skip");
    const Case *family = family_of(house);
    for (size_t i = 0; i < family->assignment_count; i++) {
        if (strcmp(family->assignments[i].activity, "kit") == 0) {
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

static bool on_play(House *house)
{
    const Node *root = stage_tree(house->stage)->root;
    return tree_find_verb(stage_tree(house->stage), "next", "") ||
           (root && tree_find_verb(stage_tree(house->stage), "skip", ""));
}

static void go_through(House *house)
{
    while (on_play(house)) {
        press(house, tree_find_verb(stage_tree(house->stage), "next", "") ? "Next" : "Skip");
    }
}

static Id kit_play(const House *house)
{
    const Sitting *sitting = record_sitting_at(record_of(house), 0);
    for (size_t i = 0; i < sitting->play_count; i++) {
        const PlayRecord *play = record_play(record_of(house), sitting->plays[i]);
        if (strcmp(play->activity, "kit") == 0) {
            return play->id;
        }
    }
    fail();
    return (Id){""};
}

static char *saved_file(House *house, const char *stem)
{
    char *bytes, *path, name[64], stamp[32];
    size_t size;
    clock_stamp(clock_wall(&house->cove.clock), stamp, sizeof stamp);
    snprintf(name, sizeof name, "%s-%.10s.html", stem, stamp);
    path = path_join(house->folder, name);
    assert_true(file_read(path, 1 << 22, &bytes, &size, NULL));
    free(path);
    return bytes;
}

static void only_what_they_kept_and_only_with_their_yes(void **state)
{
    (void)state;
    House house;
    open_kit(&house);
    put_in_bag(&house, "Hug a toy");
    assert_false(taking_home_any(&house.cove, kit_play(&house))); /* it is not over */
    go_through(&house);
    assert_true(taking_home_any(&house.cove, kit_play(&house)));
    stage_clear_to(house.stage, screen_helper_cards(&house.cove, house.stage, kit_play(&house)));
    expect_text(&house, "Hug a toy");
    expect_no_text(&house, "Sip some water");
    press(&house, "Save as HTML");
    expect_text(&house, "tick their yes");
    assert_int_equal(family_of(&house)->left_count, 0);
    press(&house, "Go on");
    choose(&house, "They want to take it home");
    press(&house, "Save as HTML");
    char *html = saved_file(&house, "cards");
    assert_non_null(strstr(html, "Hug a toy"));
    assert_null(strstr(html, "Robin"));
    free(html);
    assert_int_equal(family_of(&house)->left_count, 1);
    assert_string_equal(family_of(&house)->left[0].audience, "home");
    house_close(&house);
}

static void nothing_made_no_cards(void **state)
{
    (void)state;
    House house;
    open_kit(&house);
    go_through(&house);
    assert_false(taking_home_any(&house.cove, kit_play(&house)));
    assert_false(taking_home_any(&house.cove, (Id){"nothing"}));
    house_close(&house);
}

static void the_contact_card(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_give_folder(&house);
    house_family(&house, TIER_T1, "Robin");
    house.cove.paper_folder = house.folder;
    FactSubject nobody = {.item = {""}};
    assert_true(
        note_fact(&house.cove, (Id){""}, "practice.name", &nobody, "Harbor & Co", "", NULL));
    go_to_helper(&house);
    press(&house, "Harbor");
    press(&house, "Case file");
    press(&house, "Contact card");
    type_in(&house, "Words on the card", "Mondays, 0800 5");
    press(&house, "Print it");
    expect_screen(&house, "helper-cards");
    expect_text(&house, "Mondays, 0800 5");
    press(&house, "Save as HTML");
    char *html = saved_file(&house, "sheet");
    assert_non_null(strstr(html, "Harbor &amp; Co"));
    assert_non_null(strstr(html, "000 000"));
    assert_null(strstr(html, "Robin"));
    free(html);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_they_kept_and_only_with_their_yes),
        cmocka_unit_test(nothing_made_no_cards),
        cmocka_unit_test(the_contact_card),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
