/* The must-nots that are about what the program does with what people do, one test each. */
#include "must_nots/guest.h"

#include "base/text.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WRITTEN "Quillfeather"

enum { PLAYS = 100, SOME = 16, DAY_MS = 24 * 3600 * 1000 };

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

static Id add_person(House *house, Tier tier, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(house)->id,
                   .person_id = id_new(&house->cove.ids),
                   .role = tier == TIER_AD ? PERSON_ADULT : PERSON_CHILD,
                   .tier = tier,
                   .picture = "person/adult-2"};
    snprintf(event.name, sizeof event.name, "%s", name);
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
    return event.person_id;
}

static void give_all(House *house, Id person, Setting setting)
{
    for (size_t i = 0; i < library_count(house->cove.library); i++) {
        const Module *module = library_at(house->cove.library, i);
        size_t given;
        assert_true(strcmp(module->id, SITTING_MODULE) == 0 ||
                    assign(&house->cove, family_of(house)->id, person, module, NULL, setting, "",
                           &given, NULL));
    }
}

static void sit(House *house, Id person, Setting setting)
{
    sitting_begin(&house->cove, house->stage, family_of(house)->id, person, setting);
    (void)guest_says_yes(house);
}

static void see_no_words(void *context, House *house)
{
    expect_no_text(house, context);
}

/* ---- show one adult the other's data; let an adult write straight to a child ---- */

/* An adult types the same word wherever words can be typed. */
static void adult_writes(House *house, Id adult)
{
    Guest writer = {.house = house, .chance = 3, .words = WRITTEN};
    sit(house, adult, SETTING_HOME);
    guest_sits(&writer, PLAYS);
    assert_true(writer.typed > 5);
}

static void one_adult_meets_nothing_of_another(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id adult = house_family(&house, TIER_AD, "Sam");
    Id other = add_person(&house, TIER_AD, "Noor");
    give_all(&house, other, SETTING_HOME);
    adult_writes(&house, adult);
    Guest reader = {
        .house = &house, .chance = 5, .see = see_no_words, .context = (void *)(size_t)WRITTEN};
    sit(&house, other, SETTING_HOME);
    guest_sits(&reader, PLAYS);
    assert_true(reader.pages > 50);
    house_close(&house);
}

static void no_adult_writes_to_a_child(void **state)
{
    (void)state;
    static const Tier tiers[] = {TIER_T1, TIER_T3};
    for (size_t i = 0; i < 2; i++) {
        Tier tier = tiers[i];
        House house;
        house_open(&house, NULL, false, 1280, 720);
        Id adult = house_family(&house, TIER_AD, "Sam"), child = add_person(&house, tier, "Milo");
        give_all(&house, child, SETTING_ROOM);
        adult_writes(&house, adult);
        Guest reader = {
            .house = &house, .chance = 5, .see = see_no_words, .context = (void *)(size_t)WRITTEN};
        sit(&house, child, SETTING_ROOM);
        guest_sits(&reader, PLAYS);
        assert_true(reader.pages > 50);
        house_close(&house);
    }
}

/* ---- reward telling ---- */

/* All but the way to showing something: without answers there is nothing to show. */
static void add_what_is_shown(void *context, House *house)
{
    if (!guest_on(house, "pebble") && !guest_on(house, "goodbye")) {
        return;
    }
    const Node *root = stage_tree(house->stage)->root;
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (node->name[0] && strcmp(node->action.verb, "showing") != 0) {
            text_addf(context, "%s %s\n", role_name(node->role), node->name);
        }
    }
}

static char *ending_of(Tier tier, bool skips)
{
    House house;
    Text shown;
    text_init(&shown);
    house_open(&house, NULL, false, 1280, 720);
    Id child = house_family(&house, tier, "Milo");
    Guest guest = {.house = &house,
                   .chance = 9,
                   .words = skips ? NULL : WRITTEN,
                   .skips = skips,
                   .see = add_what_is_shown,
                   .context = &shown};
    sit(&house, child, SETTING_ROOM);
    guest_sits(&guest, skips ? 0 : SOME);
    house_close(&house);
    return text_take(&shown);
}

/* Whoever told everything and whoever skipped everything leave with the same pebbles to choose
 * from, the same jar and the same words. */
static void nothing_is_won_by_telling(void **state)
{
    (void)state;
    for (Tier tier = TIER_T1; tier <= TIER_T4; tier++) {
        char *told = ending_of(tier, false), *skipped = ending_of(tier, true);
        assert_true(strlen(told) > 100);
        assert_string_equal(told, skipped);
        free(told);
        free(skipped);
    }
}

/* ---- count days or streaks ---- */

/* What door and cove show, so many days after the last sitting. */
static char *shown_after(Tier tier, int days)
{
    House house;
    Text shown;
    text_init(&shown);
    house_open(&house, NULL, false, 1280, 720);
    Id person = house_family(&house, tier, "Milo");
    Setting setting = tier == TIER_AD ? SETTING_HOME : SETTING_ROOM;
    Guest guest = {.house = &house, .chance = 2, .skips = true};
    sit(&house, person, setting);
    guest_sits(&guest, 1);
    house.time.wall += (int64_t)days * DAY_MS;
    stage_touch(house.stage);
    for (int page = 0; page < 2; page++) {
        char *dump = tree_dump(stage_tree(house.stage));
        text_add(&shown, dump);
        free(dump);
        if (page == 0) {
            sit(&house, person, setting);
            guest_plays(&guest);
            assert_true(guest_on(&house, "cove"));
        }
    }
    house_close(&house);
    return text_take(&shown);
}

static void nobody_counts_the_days(void **state)
{
    (void)state;
    static const int days[] = {1, 2, 7, 40, 400};
    for (Tier tier = TIER_T1; tier <= TIER_AD; tier++) {
        char *same_day = shown_after(tier, 0);
        for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
            char *later = shown_after(tier, days[i]);
            assert_string_equal(same_day, later);
            free(later);
        }
        free(same_day);
    }
}

/* ---- nag ---- */

/* Two hours without a touch: the page stays as it is, nothing is said, and no sound but the sea. */
static void expect_patience(House *house)
{
    Effect heard[32];
    char *before = tree_dump(stage_tree(house->stage));
    (void)stage_take_effects(house->stage, heard, 32);
    for (int minute = 0; minute < 120; minute++) {
        house->time.wall += 60000;
        house->time.ticks += 59900;
        wait_ms(house, 100);
        stage_touch(house->stage);
        size_t count = stage_take_effects(house->stage, heard, 32);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(heard[i].type, EFFECT_AMBIENCE);
        }
    }
    char *after = tree_dump(stage_tree(house->stage));
    assert_string_equal(before, after);
    free(before);
    free(after);
}

static void nobody_is_hurried_or_called_back(void **state)
{
    (void)state;
    for (Tier tier = TIER_T1; tier <= TIER_AD; tier++) {
        House house;
        house_open(&house, NULL, false, 1280, 720);
        Id person = house_family(&house, tier, "Milo");
        expect_patience(&house);
        Guest guest = {.house = &house, .chance = 2, .skips = true};
        sit(&house, person, tier == TIER_AD ? SETTING_HOME : SETTING_ROOM);
        expect_patience(&house);
        guest_plays(&guest);
        expect_patience(&house);
        guest_presses(&house, "break", NULL);
        expect_patience(&house);
        house_close(&house);
    }
}

/* ---- read drawings ---- */

static const char *drawing_content(void)
{
    static const char folder[] = COVE_SCRATCH_DIR "/drawings";
    char command[2048];
    snprintf(command, sizeof command,
             "rm -rf '%s' && mkdir -p '%s' && cp -r '%s/content/ui' '%s/content/sitting' "
             "'%s/tests/data/kinds/paper' '%s'",
             folder, folder, COVE_SOURCE_DIR, COVE_SOURCE_DIR, COVE_SOURCE_DIR, folder);
    assert_int_equal(system(command), 0);
    return folder;
}

/* What the helper reads about a drawing whose one line lies in this part of the sheet. */
static char *read_about(const char *part)
{
    House house;
    house_open(&house, drawing_content(), false, 1280, 720);
    Id child = house_family(&house, TIER_T3, "Milo");
    Guest guest = {.house = &house, .skips = true};
    sit(&house, child, SETTING_ROOM);
    guest_plays(&guest);
    const Sitting *sitting = record_sitting_open(keeper_record(house.cove.keeper));
    sitting_play(&house.cove, house.stage, sitting->id, family_of(&house)->assignments[0].id);
    guest_presses(&house, "tool", "cells");
    guest_presses(&house, "tool", part);
    guest_presses(&house, "line", NULL);
    const PlayRecord *play = record_play_open(keeper_record(house.cove.keeper), sitting);
    assert_true(play->move_count > 0);
    guest_plays(&guest);
    stage_clear_to(house.stage, screen_helper_sitting(&house.cove, house.stage, sitting->id));
    char *dump = tree_dump(stage_tree(house.stage));
    house_close(&house);
    return dump;
}

static void drawings_are_not_read(void **state)
{
    (void)state;
    char *one = read_about("frame-1.0"), *other = read_about("frame-1.2");
    assert_string_equal(one, other);
    assert_non_null(strstr(one, "not evidence"));
    free(one);
    free(other);
}

/* ---- an AI chat ---- */

static void add_page(void *context, House *house)
{
    char *dump = tree_dump(stage_tree(house->stage));
    text_add(context, dump);
    free(dump);
}

/* `words` in the dump as if they were these. */
static void put_in_place(char *dump, const char *words)
{
    for (char *at = dump; (at = strstr(at, words)) != NULL; at += strlen(words)) {
        memset(at, '#', strlen(words));
    }
}

static char *pages_with(Tier tier, const char *words, size_t *typed)
{
    House house;
    Text shown;
    text_init(&shown);
    house_open(&house, NULL, false, 1280, 720);
    Id child = house_family(&house, tier, "Milo");
    Guest guest = {
        .house = &house, .chance = 4, .words = words, .see = add_page, .context = &shown};
    sit(&house, child, SETTING_ROOM);
    guest_sits(&guest, SOME);
    *typed = guest.typed;
    house_close(&house);
    char *pages = text_take(&shown);
    put_in_place(pages, words);
    return pages;
}

/* What somebody types is shown as typed, and nothing else on any page depends on it. */
static void nothing_answers_what_is_typed(void **state)
{
    (void)state;
    for (Tier tier = TIER_T3; tier <= TIER_T4; tier++) {
        size_t typed, typed_too;
        char *one = pages_with(tier, "I am so scared", &typed);
        char *other = pages_with(tier, "we ate noodles", &typed_too);
        assert_true(typed > 5);
        assert_int_equal(typed, typed_too);
        assert_string_equal(one, other);
        free(one);
        free(other);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_adult_meets_nothing_of_another),
        cmocka_unit_test(no_adult_writes_to_a_child),
        cmocka_unit_test(nothing_is_won_by_telling),
        cmocka_unit_test(nobody_counts_the_days),
        cmocka_unit_test(nobody_is_hurried_or_called_back),
        cmocka_unit_test(drawings_are_not_read),
        cmocka_unit_test(nothing_answers_what_is_typed),
    };
    return cmocka_run_group_tests_name("must_nots_conduct", tests, NULL, NULL);
}
