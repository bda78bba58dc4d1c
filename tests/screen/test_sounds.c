/* What is heard of what happens, on real screens: cues, the sound of each place, breath.
 * Nothing here makes a sound. */
#include "screen/house.h"

#include "screen/cues.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* All that was asked for since the last call, without what is said: "open @tide-pools". */
static const char *heard(House *house)
{
    static _Thread_local char line[512];
    Effect effect;
    size_t length = 0;
    line[0] = '\0';
    (void)stage_tree(house->stage);
    while (stage_take_effects(house->stage, &effect, 1) == 1) {
        const char *what = effect.type == EFFECT_CUE ? cue_name(effect.cue) : effect.text;
        if (effect.type == EFFECT_CUE || effect.type == EFFECT_AMBIENCE) {
            length +=
                (size_t)snprintf(line + length, sizeof line - length, "%s%s%s", length ? " " : "",
                                 effect.type == EFFECT_AMBIENCE ? "@" : "", what);
        }
    }
    return line;
}

#define assert_heard(house, what) assert_string_equal(heard(house), what)

static void key(House *house, Key pressed)
{
    stage_input(house->stage, &(Input){.type = INPUT_KEY, .key = pressed});
}

/* In the cove, with nothing left to hear. */
static Id arrive(House *house, Tier tier)
{
    house_open(house, NULL, false, 1280, 720);
    Id person = house_family(house, tier, "Robin");
    press(house, "Robin");
    press(house, "Skip");
    expect_screen(house, "cove");
    (void)heard(house);
    return person;
}

/* ---- cues ---- */

static void a_sitting_is_heard(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T2, "Robin");
    assert_heard(&house, "@cove");
    press(&house, "Robin");
    assert_heard(&house, "open @boathouse");
    press(&house, "Skip");
    assert_heard(&house, "next @cove");
    press(&house, "Break");
    assert_heard(&house, "calm @break");
    press(&house, "Go on");
    assert_heard(&house, "next @cove");
    key(&house, KEY_NOT_OK);
    assert_heard(&house, "calm @break");
    house_close(&house);
}

static void the_way_out_is_heard(void **state)
{
    (void)state;
    House house;
    arrive(&house, TIER_T2);
    press(&house, ui_words(&house, TIER_T2, "ui.cove.leave"));
    assert_heard(&house, "next @boathouse");
    press(&house, "Skip");
    assert_heard(&house, "next");
    press(&house, "Coral");
    assert_heard(&house, "pebble @goodbye");
    house_close(&house);
}

/* Every verb that a screen has is one row; what has none is a plain press. */
static void verbs_have_their_cues(void **state)
{
    (void)state;
    static const struct {
        const char *verb;
        Cue cue;
    } rows[] = {
        {"choose", CUE_CHOOSE}, {"set", CUE_CHOOSE},   {"put", CUE_PLACE},   {"take", CUE_TAKE},
        {"undo", CUE_TAKE},     {"next", CUE_NEXT},    {"back", CUE_BACK},   {"stop", CUE_BACK},
        {"go", CUE_OPEN},       {"break", CUE_CALM},   {"not-ok", CUE_CALM}, {"pebble", CUE_PEBBLE},
        {"begin", CUE_PRESS},   {"assign", CUE_PRESS},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        UiEvent event = {.type = UI_PRESS, .action = action_of(rows[i].verb, "", 0)};
        Cue cue;
        assert_true(cue_for(&event, NULL, &cue));
        assert_int_equal(cue, rows[i].cue);
    }
    assert_false(cue_for(&(UiEvent){.type = UI_TICK}, NULL, &(Cue){0}));
    assert_false(cue_for(&(UiEvent){.type = UI_EDIT}, NULL, &(Cue){0}));
}

/* A key sounds like its button, and like nothing where there is none. */
static void keys_are_heard_where_they_do_something(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T2, "Robin");
    (void)heard(&house);
    key(&house, KEY_BREAK);
    key(&house, KEY_UNDO);
    key(&house, KEY_ESCAPE);
    assert_heard(&house, "");
    press(&house, "Robin");
    (void)heard(&house);
    key(&house, KEY_ESCAPE);
    assert_int_equal(strncmp(heard(&house), "back", 4), 0);
    house_close(&house);
}

static const Node *first_of(House *house, Role role)
{
    const Node *root = stage_tree(house->stage)->root;
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (node->role == role) {
            return node;
        }
    }
    fail_msg("no %s here", role_name(role));
    return NULL;
}

static void open_activity(House *house, const char *module, const char *activity)
{
    const Module *found = library_module(house->cove.library, module);
    const Strings *words = library_strings(house->cove.library, found);
    press_there(house, strings_get(words, found->child_title, TIER_T2));
    press_there(house, strings_get(words, module_activity(found, activity)->title, TIER_T2));
    (void)heard(house);
}

static void cards_are_heard(void **state)
{
    (void)state;
    House house;
    char card[256], basket[256];
    Error error = {0};
    arrive(&house, TIER_T2);
    open_activity(&house, "coping", "fits");
    snprintf(card, sizeof card, "%s", first_of(&house, ROLE_CARD)->name);
    snprintf(basket, sizeof basket, "%s", first_of(&house, ROLE_TARGET)->name);
    if (!stage_press(house.stage, ROLE_CARD, card, &error)) {
        fail_msg("%s", error.sentence);
    }
    assert_heard(&house, "pick");
    stage_press(house.stage, ROLE_CARD, card, &error);
    assert_heard(&house, "take");
    if (!stage_place(house.stage, card, basket, &error)) {
        fail_msg("%s", error.sentence);
    }
    assert_heard(&house, "pick place");
    house_close(&house);
}

static void a_notice_is_heard_softly(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    press(&house, ui_words(&house, TIER_AD, "ui.door.new"));
    (void)heard(&house);
    press(&house, ui_words(&house, TIER_AD, "ui.setup.go"));
    assert_heard(&house, "open notice");
    house_close(&house);
}

/* ---- breath ---- */

static void a_breath_is_heard_when_it_turns(void **state)
{
    (void)state;
    House house;
    arrive(&house, TIER_T2);
    press(&house, "Break");
    (void)heard(&house);
    press(&house, ui_words(&house, TIER_T2, "ui.begin"));
    assert_heard(&house, "press breathe-in");
    wait_ms(&house, 2000);
    assert_heard(&house, "");
    wait_ms(&house, 5000);
    assert_heard(&house, "breathe-out");
    house_close(&house);
}

/* ---- places ---- */

static void every_scene_has_its_sound(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"scene/door", "cove"},
        {"scene/cove", "cove"},
        {"scene/cove-teen", "cove"},
        {"scene/cove-calm", "cove"},
        {"scene/tide-pools", "tide-pools"},
        {"scene/quiet-cave", "quiet-cave"},
        {"scene/signal-mast", "signal-mast"},
        {"scene/two-jetties", "two-jetties"},
        {"scene/boathouse", "boathouse"},
        {"scene/lighthouse", "boathouse"},
        {"scene/break", "break"},
        {"scene/goodbye", "goodbye"},
        {"scene/desk", ""},
        {"scene/covered", ""},
        {"face/happy", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Tree tree;
        tree_init(&tree);
        node_image(&tree, node_add(&tree, NULL, ROLE_SCREEN, "screen", "A"), rows[i][0], "", 0, 0);
        assert_string_equal(ambience_for(&tree), rows[i][1]);
        tree_clear(&tree);
    }
}

static void the_helpers_desk_is_silent(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T2, "Robin");
    (void)heard(&house);
    go_to_helper(&house);
    assert_heard(&house, "open @");
    house_close(&house);
}

/* Nobody takes them: the last ones are there, and no more than a few. */
static void untaken_effects_do_not_pile_up(void **state)
{
    (void)state;
    Effects effects = {0};
    Effect out[100];
    for (int i = 0; i < 1000; i++) {
        effects_add(&effects,
                    &(Effect){.type = EFFECT_CUE, .cue = i == 999 ? CUE_CALM : CUE_PRESS});
    }
    size_t count = effects_take(&effects, out, 100);
    assert_in_range(count, 10, 100);
    assert_int_equal(out[count - 1].cue, CUE_CALM);
    assert_int_equal(effects_take(&effects, out, 100), 0);
    effects_clear(&effects);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sitting_is_heard),
        cmocka_unit_test(the_way_out_is_heard),
        cmocka_unit_test(verbs_have_their_cues),
        cmocka_unit_test(keys_are_heard_where_they_do_something),
        cmocka_unit_test(cards_are_heard),
        cmocka_unit_test(a_notice_is_heard_softly),
        cmocka_unit_test(a_breath_is_heard_when_it_turns),
        cmocka_unit_test(every_scene_has_its_sound),
        cmocka_unit_test(the_helpers_desk_is_silent),
        cmocka_unit_test(untaken_effects_do_not_pile_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
