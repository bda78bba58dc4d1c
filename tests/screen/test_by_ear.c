/* A sitting with eyes closed: what is said is enough to follow it, and silence falls when it has
 * to. */
#include "screen/house.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PAGES_MOST = 200, STEPS_MOST = 60 };

/* Everything said since the last time, a line each; "-" for silence asked for. free() it. */
static char *listen(House *house)
{
    Effect effect;
    Text heard;
    text_init(&heard);
    (void)stage_tree(house->stage);
    while (stage_take_effects(house->stage, &effect, 1) == 1) {
        if (effect.type == EFFECT_SAY) {
            text_addf(&heard, "%s\n", effect.text);
        } else if (effect.type == EFFECT_HUSH) {
            text_add(&heard, "-\n");
        }
    }
    return text_take(&heard);
}

static void expect_said(House *house, const char *words)
{
    char *heard = listen(house);
    if (!strstr(heard, words)) {
        fail_msg("\"%s\" was not said, but: %s", words, heard);
    }
    free(heard);
}

static void expect_silence(House *house)
{
    char *heard = listen(house);
    assert_string_equal(heard, "");
    free(heard);
}

static const char *guide_words(House *house)
{
    const Node *guide = tree_find_key(stage_tree(house->stage), "guide");
    return guide ? node_spoken(guide) : "";
}

static void key(House *house, Key pressed)
{
    stage_input(house->stage, &(Input){.type = INPUT_KEY, .key = pressed});
}

/* ---- going round ---- */

static void check_words(const char *name, const char *heard)
{
    if (heard[0] == '\0' || heard[0] == '\n' || strpbrk(heard, "{}")) {
        fail_msg("\"%s\" is said as \"%s\"", name, heard);
    }
}

/* Tab through the whole screen: wherever focus comes to, it is said what is there. */
static void go_round(House *house)
{
    char first[KEY_MAX] = "";
    free(listen(house));
    for (int step = 0; step < STEPS_MOST; step++) {
        key(house, KEY_TAB);
        char *heard = listen(house);
        const Focus *focus = stage_focus(house->stage);
        const Node *node = tree_find_key(stage_tree(house->stage), focus->key);
        assert_non_null(node);
        bool round = strcmp(first, node->key) == 0;
        if (!round) {
            check_words(node->name, heard);
            assert_non_null(strstr(heard, node_spoken(node)));
        }
        free(heard);
        if (round) {
            return;
        }
        if (step == 0) {
            snprintf(first, sizeof first, "%s", node->key);
        }
    }
    fail_msg("focus does not come round on \"%s\"", stage_screen_name(house->stage));
}

/* Every page of the open play, left unanswered one by one: its words are heard, and all that is on
 * it. */
static void hear_pages(House *house)
{
    char words[SAY_MAX];
    for (int page = 0; page < PAGES_MOST && strcmp(stage_screen_name(house->stage), "play") == 0;
         page++) {
        snprintf(words, sizeof words, "%s", guide_words(house));
        expect_said(house, words);
        go_round(house);
        const Node *next = tree_find_verb(stage_tree(house->stage), "next", NULL);
        press(house, ui_words(house, TIER_T1, next ? "ui.next" : "ui.skip"));
        (void)stage_tree(house->stage);
    }
}

static void hear_place(House *house, const char *place)
{
    press(house, place);
    expect_said(house, place);
    go_round(house);
    size_t count = 0;
    char titles[16][64];
    const Node *root = stage_tree(house->stage)->root;
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (strcmp(node->action.verb, "play") == 0) {
            snprintf(titles[count++], sizeof titles[0], "%s", node->name);
        }
    }
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        press(house, titles[i]);
        hear_pages(house);
        expect_screen(house, "cove");
        press(house, place);
    }
    press(house, ui_words(house, TIER_T1, "ui.back"));
}

static size_t places_of(House *house, char places[16][64])
{
    size_t count = 0;
    const Node *root = stage_tree(house->stage)->root;
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (strcmp(node->action.verb, "go") == 0) {
            snprintf(places[count++], sizeof places[0], "%s", node->name);
        }
    }
    return count;
}

static void a_whole_sitting_can_be_followed(void **state)
{
    (void)state;
    House house;
    char places[16][64];
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T1, "Robin");
    press(&house, "Robin");
    hear_pages(&house);
    expect_screen(&house, "cove");
    expect_said(&house, "Robin");
    go_round(&house);
    size_t count = places_of(&house, places);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        hear_place(&house, places[i]);
    }
    press(&house, ui_words(&house, TIER_T1, "ui.cove.leave"));
    hear_pages(&house);
    expect_said(&house, ui_words(&house, TIER_T1, "ui.pebble.ask"));
    go_round(&house);
    press(&house, ui_words(&house, TIER_T1, "ui.pebble.none"));
    expect_screen(&house, "goodbye");
    expect_said(&house, "Robin");
    house_close(&house);
}

static void break_and_not_ok_say_their_words(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T1, "Robin");
    press(&house, "Robin");
    press(&house, ui_words(&house, TIER_T1, "ui.break"));
    expect_said(&house, ui_words(&house, TIER_T1, "ui.break.text"));
    press(&house, ui_words(&house, TIER_T1, "ui.not-ok"));
    expect_said(&house, ui_words(&house, TIER_T1, "ui.not-ok.text"));
    house_close(&house);
}

/* ---- silence ---- */

static void stop_is_silence(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T1, "Robin");
    press(&house, "Robin");
    free(listen(&house));
    press(&house, ui_words(&house, TIER_T1, "ui.stop"));
    expect_said(&house, "-\n");
    house_close(&house);
}

static void the_door_and_the_helper_are_not_spoken_to(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T3, "Noor");
    expect_silence(&house);
    go_to_helper(&house);
    expect_screen(&house, "helper-room");
    key(&house, KEY_TAB);
    key(&house, KEY_TAB);
    expect_silence(&house);
    key(&house, KEY_HEAR);
    expect_said(&house, stage_tree(house.stage)->root->name);
    house_close(&house);
}

static void older_ones_are_read_to_when_they_ask(void **state)
{
    (void)state;
    House house;
    char words[SAY_MAX];
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T3, "Noor");
    press(&house, "Noor");
    expect_screen(&house, "play");
    expect_silence(&house);
    snprintf(words, sizeof words, "%s", guide_words(&house));
    press(&house, ui_words(&house, TIER_T3, "ui.hear"));
    expect_said(&house, words);
    key(&house, KEY_HEAR);
    expect_said(&house, words);
    house_close(&house);
}

/* ---- recordings ---- */

static void a_sentence_without_names_has_its_recording(void **state)
{
    (void)state;
    House house;
    Effect effect = {.type = EFFECT_HUSH};
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T1, "Robin");
    press(&house, "Robin");
    (void)stage_tree(house.stage);
    while (effect.type != EFFECT_SAY) {
        assert_int_equal(stage_take_effects(house.stage, &effect, 1), 1);
    }
    assert_string_equal(effect.language, "en");
    assert_string_equal(effect.key, "guide");
    assert_true(text_starts(effect.clip, SITTING_MODULE "/en/"));
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_sitting_can_be_followed),
        cmocka_unit_test(break_and_not_ok_say_their_words),
        cmocka_unit_test(stop_is_silence),
        cmocka_unit_test(the_door_and_the_helper_are_not_spoken_to),
        cmocka_unit_test(older_ones_are_read_to_when_they_ask),
        cmocka_unit_test(a_sentence_without_names_has_its_recording),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
