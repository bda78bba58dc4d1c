/* Settings as people meet them: each person's own, kept over a restart, set by themselves or by the
 * helper, reached by keyboard alone. */
#include "screen/house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Prefs prefs_of(House *house, Id person, Tier tier)
{
    return record_prefs(keeper_record(house->cove.keeper), person, tier);
}

static const Manner *manner_of(House *house)
{
    (void)stage_tree(house->stage);
    return stage_manner(house->stage);
}

/* From the door into the person's own settings. */
static void open_own(House *house, const char *name)
{
    press(house, name);
    press(house, "Skip");
    expect_screen(house, "cove");
    const Node *gear = tree_find_verb(stage_tree(house->stage), "settings", "");
    assert_non_null(gear);
    press(house, gear->name);
    expect_screen(house, "settings");
}

static void open_section(House *house, Tier tier, const char *section)
{
    char id[64];
    snprintf(id, sizeof id, "ui.prefs.section.%s", section);
    press(house, ui_words(house, tier, id));
}

static void a_change_shows_at_once_and_is_kept(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    Id ash = house_family(&house, TIER_T3, "Ash");
    open_own(&house, "Ash");
    expect_no_text(&house, "Kept");
    press(&house, "Bigger letters");
    press(&house, "Bigger letters");
    expect_text(&house, "Kept");
    expect_text(&house, "150 %");
    assert_float_equal(manner_of(&house)->text_scale, 1.5f, 0.001f);
    choose(&house, "OpenDyslexic");
    choose(&house, ui_words(&house, TIER_T3, "ui.prefs.spacing"));
    assert_int_equal(manner_of(&house)->font, FONT_OPENDYSLEXIC);
    assert_true(manner_of(&house)->wide);
    open_section(&house, TIER_T3, "colors");
    expect_no_text(&house, "Kept");
    choose(&house, ui_words(&house, TIER_T3, "ui.prefs.theme.dusk"));
    choose(&house, ui_words(&house, TIER_T3, "ui.prefs.calm-motion"));
    assert_int_equal(manner_of(&house)->theme, THEME_DUSK);
    assert_true(manner_of(&house)->calm_motion);
    house_restart(&house);
    Prefs prefs = prefs_of(&house, ash, TIER_T3);
    assert_int_equal(prefs.text, 150);
    assert_int_equal(prefs.font, PREF_OPENDYSLEXIC);
    assert_int_equal(prefs.theme, PREF_DUSK);
    assert_int_equal(prefs.calm_motion, 1);
    assert_int_equal(manner_of(&house)->theme, THEME_DAY); /* the door is the helper's */
    press(&house, "Go on as Ash");
    assert_int_equal(manner_of(&house)->theme, THEME_DUSK);
    assert_float_equal(manner_of(&house)->text_scale, 1.5f, 0.001f);
    house_close(&house);
}

static void what_the_command_line_asks_for_holds_until_somebody_chooses(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T4, "Noor");
    stage_text_scale(house.stage, 2.0f);
    stage_theme(house.stage, THEME_CONTRAST);
    open_own(&house, "Noor");
    assert_float_equal(manner_of(&house)->text_scale, 2.0f, 0.001f);
    open_section(&house, TIER_T4, "colors");
    choose(&house, ui_words(&house, TIER_T4, "ui.prefs.theme.day"));
    assert_int_equal(manner_of(&house)->theme, THEME_DAY);
    assert_float_equal(manner_of(&house)->text_scale, 2.0f, 0.001f);
    house_close(&house);
}

static void the_helper_sets_them_for_a_child(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    Id robin = house_family(&house, TIER_T1, "Robin");
    go_to_helper(&house);
    press(&house, "Harbor");
    press(&house, "Settings for Robin");
    expect_screen(&house, "helper-settings");
    choose(&house, "Comic Neue");
    choose(&house, ui_words(&house, TIER_AD, "ui.prefs.theme.contrast"));
    choose(&house, ui_words(&house, TIER_AD, "ui.prefs.first-tap"));
    choose(&house, ui_words(&house, TIER_AD, "ui.prefs.scan.auto"));
    press(&house, "Longer stay");
    expect_text(&house, "1.8");
    expect_text(&house, "Kept");
    assert_int_equal(manner_of(&house)->theme, THEME_DAY); /* the page stays the helper's */
    assert_int_equal(stage_prefs(house.stage)->scan, SCAN_OFF);
    press(&house, ui_words(&house, TIER_AD, "ui.back"));
    expect_screen(&house, "helper-case");
    house_restart(&house);
    Prefs prefs = prefs_of(&house, robin, TIER_T1);
    assert_int_equal(prefs.font, PREF_COMIC_NEUE);
    assert_int_equal(prefs.theme, PREF_CONTRAST);
    assert_int_equal(prefs.first_tap, 0);
    assert_int_equal(prefs.scan, SCAN_AUTO);
    assert_int_equal(prefs.dwell, 1800);
    Prefs helper = prefs_of(&house, (Id){""}, TIER_AD), usual = prefs_usual(TIER_AD);
    assert_true(prefs_same(&helper, &usual));
    house_close(&house);
}

static void the_helper_has_settings_too(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    Id ash = house_family(&house, TIER_T2, "Ash");
    go_to_helper(&house);
    press(&house, ui_words(&house, TIER_AD, "ui.prefs.mine"));
    choose(&house, ui_words(&house, TIER_AD, "ui.prefs.theme.dusk"));
    assert_int_equal(manner_of(&house)->theme, THEME_DUSK);
    stage_key(house.stage, KEY_ESCAPE, NULL);
    expect_screen(&house, "helper-room");
    house_restart(&house);
    assert_int_equal(prefs_of(&house, (Id){""}, TIER_AD).theme, PREF_DUSK);
    assert_int_equal(prefs_of(&house, ash, TIER_T2).theme, PREF_DAY);
    house_close(&house);
}

/* Presses Tab until the focus is there. */
static void tab_to(House *house, const char *verb, const char *item, int value)
{
    for (int i = 0; i < 60; i++) {
        stage_key(house->stage, KEY_TAB, NULL);
        const Node *node = tree_find_key(stage_tree(house->stage), stage_focus(house->stage)->key);
        if (node && strcmp(node->action.verb, verb) == 0 && strcmp(node->action.item, item) == 0 &&
            node->action.value == value) {
            return;
        }
    }
    fail_msg("Tab does not come to \"%s %s %d\"", verb, item, value);
}

/* Of the helper alone, with what it is about: the lock, the strip beside a sitting. */
static bool is_elsewhere(const PrefField *field)
{
    return strcmp(field->name, "lock-minutes") == 0 || strcmp(field->name, "strip-window") == 0;
}

/* The value a control offers that does not hold now. */
static int other_value(const Prefs *prefs, const PrefField *field)
{
    int value = prefs_get(prefs, field);
    bool stepped = field->max - field->min > 3;
    if (stepped) {
        return value + field->step <= field->max ? value + field->step : value - field->step;
    }
    return value == field->max ? field->min : value + 1;
}

static void every_setting_changes_by_keyboard(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T1, "Robin");
    go_to_helper(&house);
    press(&house, "Harbor");
    press(&house, "Settings for Robin");
    choose(&house, ui_words(&house, TIER_AD, "ui.prefs.scan.auto")); /* brings the dwell time */
    Id robin = record_case_here(keeper_record(house.cove.keeper))->people[0].id;
    size_t count;
    const PrefField *fields = prefs_fields(&count);
    for (size_t i = count; i-- > 0;) { /* dwell before scan, which would take it away */
        if (is_elsewhere(&fields[i])) {
            continue;
        }
        Prefs before = prefs_of(&house, robin, TIER_T1);
        int wanted = other_value(&before, &fields[i]);
        tab_to(&house, "pref", fields[i].name, wanted);
        stage_key(house.stage, KEY_ENTER, NULL);
        Prefs after = prefs_of(&house, robin, TIER_T1);
        assert_int_equal(prefs_get(&after, &fields[i]), wanted);
        prefs_set(&before, &fields[i], wanted);
        assert_true(prefs_same(&before, &after));
    }
    house_close(&house);
}

/* A child's own page has every setting too, however many pages it takes. */
static void every_tier_reaches_every_setting(void **state)
{
    (void)state;
    for (Tier tier = 0; tier < TIER_COUNT; tier++) {
        House house;
        house_open(&house, NULL, false, 1280, 720);
        house_family(&house, tier, "Ash");
        open_own(&house, "Ash");
        unsigned seen = 0;
        size_t count;
        const PrefField *fields = prefs_fields(&count);
        static const char *const sections[] = {"letters", "colors", "voice", "sounds", "touch"};
        for (size_t s = 0; s < 5; s++) {
            open_section(&house, tier, sections[s]);
            bool more = true;
            while (more) {
                for (size_t i = 0; i < count; i++) {
                    bool here = tree_find_verb(stage_tree(house.stage), "pref", fields[i].name);
                    seen |= (here ? 1u : 0u) << i;
                }
                more = stage_shows(house.stage, ROLE_BUTTON, "Next");
                if (more) {
                    press(&house, "Next");
                }
            }
        }
        /* how long to stay: where it is waited for; how soon it locks: the helper's page */
        for (size_t i = 0; i < count; i++) {
            bool elsewhere = strcmp(fields[i].name, "dwell") == 0 || is_elsewhere(&fields[i]);
            assert_true((seen >> i & 1u) || elsewhere);
        }
        press(&house, ui_words(&house, tier, "ui.done"));
        expect_screen(&house, "cove");
        house_close(&house);
    }
}

static void safety_is_there_and_stop_stops(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T1, "Robin");
    open_own(&house, "Robin");
    press(&house, "Break");
    expect_screen(&house, "break");
    press(&house, ui_words(&house, TIER_T1, "ui.break.go-on"));
    expect_screen(&house, "settings");
    stage_key(house.stage, KEY_NOT_OK, NULL);
    expect_screen(&house, "not-ok");
    press(&house, ui_words(&house, TIER_T1, "ui.not-ok.back"));
    stage_key(house.stage, KEY_ESCAPE, NULL);
    expect_screen(&house, "goodbye");
    house_close(&house);
}

/* A font that is not installed says so and cannot be chosen; what says so names the package. */
static void a_missing_font_is_said(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id noor = house_family(&house, TIER_T4, "Noor");
    Ruler ruler = ruler_fixed();
    ruler.lacks = 1u << FONT_COMIC_NEUE;
    stage_free(house.stage);
    house.stage = stage_new(&house.cove.clock, &ruler, 1280, 720);
    stage_push(house.stage, screen_door(&house.cove, house.stage));
    open_own(&house, "Noor");
    expect_text(&house, "fonts-comic-neue");
    expect_no_text(&house, "fonts-opendyslexic");
    const Node *choice = tree_find(stage_tree(house.stage), ROLE_CHOICE, "Comic Neue");
    assert_true(choice->state.disabled);
    choose(&house, "OpenDyslexic");
    assert_int_equal(prefs_of(&house, noor, TIER_T4).font, PREF_OPENDYSLEXIC);
    house_close(&house);
}

static void the_sample_familys_settings_are_gone_with_it(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    press(&house, ui_words(&house, TIER_AD, "ui.door.look-around"));
    open_own(&house, "Noor");
    press(&house, "Bigger letters");
    assert_float_equal(manner_of(&house)->text_scale, 1.25f, 0.001f);
    cove_close(&house.cove);
    assert_int_equal(cove_state(&house.cove), COVE_NEW);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_shows_at_once_and_is_kept),
        cmocka_unit_test(what_the_command_line_asks_for_holds_until_somebody_chooses),
        cmocka_unit_test(the_helper_sets_them_for_a_child),
        cmocka_unit_test(the_helper_has_settings_too),
        cmocka_unit_test(every_setting_changes_by_keyboard),
        cmocka_unit_test(every_tier_reaches_every_setting),
        cmocka_unit_test(safety_is_there_and_stop_stops),
        cmocka_unit_test(a_missing_font_is_said),
        cmocka_unit_test(the_sample_familys_settings_are_gone_with_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
