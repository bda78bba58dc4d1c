/* Two houses in step: in one the helper pauses, skips, opens and closes the strip at random places;
 * in the other nobody does, and what is skipped the child skips. Both records are the same to the
 * last move, and every play can be played back. */
#include "screen/house.h"

#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 60, SEEDS = 6 };

static const Record *record_of(House *house)
{
    return keeper_record(house->cove.keeper);
}

static bool is_the_childs(const Node *node)
{
    return node_acts(node) && !node_is_aside(node) && node->look != LOOK_SAFETY &&
           node->role != ROLE_FIELD && strcmp(node->action.verb, "settings") != 0;
}

static const Node *nth_of_page(House *house, size_t index, size_t *count)
{
    const Tree *tree = stage_tree(house->stage);
    const Node *found = NULL;
    *count = 0;
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (is_the_childs(node) && (*count)++ == index) {
            found = node;
        }
    }
    return found;
}

/* By keys: it does not matter where the thing lies. */
static void go_and_press(House *house, const Node *node)
{
    Input go = {.type = INPUT_GO};
    snprintf(go.text, sizeof go.text, "%s", node->key);
    stage_input(house->stage, &go);
    stage_key(house->stage, KEY_ENTER, NULL);
}

static void press_nth(House *house, size_t index)
{
    size_t count;
    const Node *node = nth_of_page(house, index, &count);
    if (node) {
        go_and_press(house, node);
    }
}

static bool strip_act(House *house, const char *act)
{
    const Node *node = tree_find_verb(stage_tree(house->stage), "strip", act);
    if (node && node_acts(node)) {
        go_and_press(house, node);
        return true;
    }
    return false;
}

static void open_strip(House *house, bool open)
{
    if ((tree_find_key(stage_tree(house->stage), "strip") != NULL) != open) {
        stage_key(house->stage, KEY_STRIP, NULL);
    }
}

static void pause(House *house)
{
    open_strip(house, true);
    char *before = tree_dump(stage_tree(house->stage));
    if (strip_act(house, "pause")) {
        size_t count;
        assert_null(tree_find_verb(stage_tree(house->stage), "skip", ""));
        (void)nth_of_page(house, 0, &count);
        assert_in_range(count, 0, 1); /* no more than hearing it again */
        assert_true(strip_act(house, "go-on"));
    }
    char *after = tree_dump(stage_tree(house->stage));
    assert_string_equal(before, after);
    free(before);
    free(after);
}

static void skip_step(House *with, House *without)
{
    const Node *node = tree_find_verb(stage_tree(without->stage), "skip", "");
    open_strip(with, true);
    assert_int_equal(strip_act(with, "skip"), node != NULL);
    if (node) {
        go_and_press(without, node);
    }
}

static void same_page(House *with, House *without, size_t *count)
{
    size_t other;
    (void)nth_of_page(with, 0, count);
    (void)nth_of_page(without, 0, &other);
    if (*count != other) {
        char *mine = tree_dump(stage_tree(with->stage));
        fail_msg("%zu and %zu things to press:\n%s\n%s", *count, other, mine,
                 tree_dump(stage_tree(without->stage)));
    }
    assert_string_equal(stage_screen_name(with->stage), stage_screen_name(without->stage));
}

static void take_step(House *with, House *without, uint64_t *chance)
{
    size_t count;
    same_page(with, without, &count);
    switch (chance_below(chance, 6)) {
    case 0: pause(with); break;
    case 1: skip_step(with, without); break;
    case 2: open_strip(with, chance_below(chance, 2)); break;
    default: {
        size_t index = count ? chance_below(chance, count) : 0;
        press_nth(with, index);
        press_nth(without, index);
    }
    }
    wait_ms(with, 100);
    wait_ms(without, 100);
}

static void every_play_plays_back(House *house)
{
    const Sitting *sitting = record_sitting_at(record_of(house), 0);
    for (size_t i = 0; i < sitting->play_count; i++) {
        ReplayedPlay played;
        Error error = {0};
        const PlayRecord *play = record_play(record_of(house), sitting->plays[i]);
        if (!played_open(&house->cove, play, PLAYED_ALL, &played, &error)) {
            fail_msg("%s", error.sentence);
        }
        assert_int_equal(play_move_count(played.play), play->move_count);
        played_close(&played);
    }
}

/* In a window high enough for the page beside the strip to look as without it, and where a first
 * press acts. */
static void sit_down(House *house, Tier tier)
{
    house_open(house, NULL, false, 1280, 1300);
    Event event = {.type = EVENT_PREFS, .person_id = house_family(house, tier, "Ash")};
    prefs_choose(&event.prefs, prefs_field("first-tap"), 0);
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
    press(house, "Ash");
}

static void one(Tier tier, uint64_t seed)
{
    House with, without;
    uint64_t chance = seed;
    sit_down(&with, tier);
    sit_down(&without, tier);
    for (int i = 0; i < STEPS && record_sitting_open(record_of(&with)); i++) {
        take_step(&with, &without, &chance);
    }
    char *mine = record_dump(record_of(&with)), *theirs = record_dump(record_of(&without));
    assert_string_equal(mine, theirs);
    every_play_plays_back(&with);
    free(mine);
    free(theirs);
    house_close(&with);
    house_close(&without);
}

static void the_record_is_the_same_with_and_without(void **state)
{
    (void)state;
    for (Tier tier = TIER_T1; tier <= TIER_T4; tier++) {
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            one(tier, seed * 7919 + tier);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_record_is_the_same_with_and_without),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
