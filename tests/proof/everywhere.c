/* The walk through whole sittings. */
#include "proof/everywhere_inside.h"

#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>

static void see_places(Walker *walker, Id sitting, const char *after)
{
    Stage *stage = walker->house.stage;
    for (size_t i = 0; i < library_count(walker_cove(walker)->library); i++) {
        const char *module = library_at(walker_cove(walker)->library, i)->id;
        stage_push(stage, screen_place(walker_cove(walker), stage, sitting, module));
        if (walker_offers(walker, "play")) {
            walker_see(walker, "place-%s%s", module, after);
        }
        if (walker_offers(walker, "more")) {
            walker_press(walker, "more", NULL);
            walker_see(walker, "place-%s%s-more", module, after);
        }
        stage_pop(stage);
    }
}

static void see_more_places(Walker *walker)
{
    if (walker_offers(walker, "more")) {
        walker_press(walker, "more", NULL);
        walker_see(walker, "cove-more");
    }
}

static void see_activities(Walker *walker, Id sitting)
{
    char name[2 * ID_MAX + 2];
    const Case *family = record_case_at(walker_record(walker), 0);
    for (size_t i = 0; i < family->assignment_count; i++) {
        const Assignment *given = &family->assignments[i];
        snprintf(name, sizeof name, "%s-%s", given->module, given->activity);
        sitting_play(walker_cove(walker), walker->house.stage, sitting, given->id);
        walker_play(walker, name);
    }
}

static void see_safety(Walker *walker)
{
    Stage *stage = walker->house.stage;
    Error error = {.code = ERROR_WRITE,
                   .sentence = "The disk is full. Nothing that was kept is lost: make room and try "
                               "again."};
    walker_press(walker, "break", NULL);
    walker_see(walker, "break");
    walker_press(walker, "begin", NULL);
    wait_ms(&walker->house, 2500);
    walker_see(walker, "break-moving");
    stage_pop(stage);
    walker_press(walker, "not-ok", NULL);
    walker_see(walker, "not-ok");
    stage_pop(stage);
    stage_notice(stage, &error);
    walker_see(walker, "notice");
    walker_press(walker, "notice-close", NULL);
}

/* Every section, and every further page of it. */
static void see_settings(Walker *walker)
{
    static const char *const sections[] = {"letters", "colors", "voice", "sounds", "touch"};
    walker_press(walker, "settings", NULL);
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        walker_press(walker, "section", sections[i]);
        walker_see(walker, "settings-%s", sections[i]);
        int page = 1;
        while (tree_find_key(stage_tree(walker->house.stage), "ui.next")) {
            Error error = {0};
            const Node *next = tree_find_key(stage_tree(walker->house.stage), "ui.next");
            assert_true(stage_press(walker->house.stage, ROLE_BUTTON, next->name, &error));
            walker_see(walker, "settings-%s-%d", sections[i], ++page);
        }
    }
    walker_press(walker, "done", NULL);
}

/* Every part of the figure, from a new one to a choice that is kept. */
static void see_figure(Walker *walker)
{
    if (!walker_offers(walker, "me")) {
        return; /* a grown-up's */
    }
    walker_press(walker, "me", NULL);
    for (int part = 1; tree_find_key(stage_tree(walker->house.stage), "ui.figure.next"); part++) {
        Error error = {0};
        const Node *next = tree_find_key(stage_tree(walker->house.stage), "ui.figure.next");
        walker_see(walker, "figure-%d", part);
        assert_true(stage_press(walker->house.stage, ROLE_BUTTON, next->name, &error));
    }
    walker_see(walker, "figure-extras");
    walker_press(walker, "figure", NULL);
}

/* F9: nothing of the sitting is there, and everything on it can be reached. */
static void see_cover(Walker *walker)
{
    stage_cover(walker->house.stage);
    walker_see(walker, "cover");
    stage_pop(walker->house.stage);
}

static void choose_captions(Walker *walker, Id person, int on)
{
    PrefChoices choices = record_pref_choices(walker_record(walker), person);
    prefs_choose(&choices, prefs_field("captions"), on);
    Event event = {.type = EVENT_PREFS, .person_id = person, .prefs = choices};
    assert_true(cove_keep(walker_cove(walker), &event, 1, NULL));
    stage_touch(walker->house.stage);
}

/* The pages with the least room to spare, with captions below them. */
static void see_captioned(Walker *walker, Id person)
{
    choose_captions(walker, person, 1);
    walker_see(walker, "cove-captioned");
    walker_press(walker, "not-ok", NULL);
    walker_see(walker, "not-ok-captioned");
    stage_pop(walker->house.stage);
    const Case *family = record_case_at(walker_record(walker), 0);
    sitting_play(walker_cove(walker), walker->house.stage,
                 record_sitting_at(walker_record(walker), 0)->id, family->assignments[0].id);
    walker_see(walker, "play-captioned");
    walker_skip_play(walker);
    choose_captions(walker, person, 0);
}

/* In the room the helper sits beside. */
static void see_beside(Walker *walker, Id sitting)
{
    const Case *family = record_case_at(walker_record(walker), 0);
    sitting_play(walker_cove(walker), walker->house.stage, sitting, family->assignments[0].id);
    walker_strip(walker);
    walker_skip_play(walker);
}

static void see_leaving(Walker *walker)
{
    walker_press(walker, "leave", NULL);
    walker_play(walker, "leave");
    walker_see(walker, "pebble");
    walker_sharing(walker);
    walker_press(walker, "pebble", NULL);
    walker_see(walker, "goodbye");
}

static void take_everything_back(Walker *walker)
{
    const Case *family = record_case_at(walker_record(walker), 0);
    for (size_t i = 0; i < family->assignment_count; i++) {
        Event event = {.type = EVENT_TAKEN_BACK,
                       .case_id = family->id,
                       .assignment_id = family->assignments[i].id};
        assert_true(cove_keep(walker_cove(walker), &event, 1, NULL));
    }
}

static void see_empty_cove(Walker *walker, Id person, Setting setting)
{
    take_everything_back(walker);
    sitting_begin(walker_cove(walker), walker->house.stage,
                  record_case_at(walker_record(walker), 0)->id, person, setting);
    walker_skip_play(walker);
    walker_see(walker, "cove-empty");
}

/* Somebody to have words for. */
static void add_grown_up(House *house)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = record_case_at(keeper_record(house->cove.keeper), 0)->id,
                   .person_id = id_new(&house->cove.ids),
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .name = "Alexandra",
                   .picture = "person/adult-3"};
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
}

void everywhere_sitting(const Everywhere *walk, Tier tier)
{
    Walker walker;
    walker_open(&walker, walk);
    Setting setting = tier == TIER_AD ? SETTING_HOME : SETTING_ROOM;
    Id person = house_family(&walker.house, tier, "Robin");
    add_grown_up(&walker.house);
    Stage *stage = walker.house.stage;
    sitting_begin(&walker.house.cove, stage, record_case_at(walker_record(&walker), 0)->id, person,
                  setting);
    walker_play(&walker, "arrive");
    walker_see(&walker, "cove");
    Id sitting = record_sitting_at(walker_record(&walker), 0)->id;
    see_more_places(&walker);
    see_places(&walker, sitting, "");
    see_safety(&walker);
    see_settings(&walker);
    walker_desk(&walker, sitting);
    see_figure(&walker);
    see_cover(&walker);
    see_captioned(&walker, person);
    if (setting == SETTING_ROOM) {
        see_beside(&walker, sitting);
    }
    see_activities(&walker, sitting);
    see_places(&walker, sitting, "-after");
    see_leaving(&walker);
    if (setting == SETTING_ROOM) {
        walker_strip_after(&walker);
    }
    see_empty_cove(&walker, person, setting);
    walker_close(&walker);
    everywhere_asked(walk, tier);
    everywhere_saving(walk, tier);
}
