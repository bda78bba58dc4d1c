/* The time line and the same question over time, through the tree as the helper reads them. */
#include "screen/house.h"

#include "screen/noting.h"
#include "screen/plot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

/* A sitting in which this was felt on arriving, left by Stop. */
static void feel(House *house, const char *feeling)
{
    stage_touch(house->stage);
    press(house, "Milo");
    for (int set = 0; set < 8 && !stage_shows(house->stage, ROLE_CHOICE, feeling); set++) {
        press(house, "More words");
    }
    choose(house, feeling);
    press(house, "Next");
    expect_screen(house, "cove");
    while (stage_shows(house->stage, ROLE_BUTTON, "Stop")) {
        press(house, "Stop");
    }
    expect_screen(house, "door");
}

static void rate(House *house, Id person, Id goal, const char *value)
{
    FactSubject subject = {.person = person, .item = goal};
    assert_true(
        note_fact(&house->cove, family_of(house)->id, "goal.now", &subject, value, "", NULL));
}

static char *dump(House *house)
{
    return tree_dump(stage_tree(house->stage));
}

static void all_of_it_newest_first(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id person = house_family(&house, TIER_T4, "Milo");
    FactSubject mark = {.item = id_new(&house.cove.ids)};
    Id family = family_of(&house)->id;
    assert_true(note_fact(&house.cove, family, "mark.words", &mark, "A new school", "", NULL));
    assert_true(note_fact(&house.cove, family, "mark.date", &mark, "2025-09-01", "", NULL));
    feel(&house, "Calm");
    house.time.wall += INT64_C(7) * 24 * 3600 * 1000;
    feel(&house, "Torn");
    go_to_helper(&house);
    press(&house, "Harbor");
    press(&house, "Time line: Milo");
    char *text = dump(&house);
    const char *torn = strstr(text, "Torn"), *calm = strstr(text, "Calm");
    const char *school = strstr(text, "2025-09-01 \xc2\xb7 What else happened: A new school");
    assert_true(torn && calm && school && torn < calm && calm < school);
    free(text);

    Id goal = id_new(&house.cove.ids);
    rate(&house, person, goal, "3");
    rate(&house, person, goal, "5");
    stage_touch(house.stage);
    press(&house, "The same question over time");
    assert_non_null(tree_find_key(stage_tree(house.stage), goal.text)); /* a plot of the goal */
    press(&house, "How I come in");
    text = dump(&house);
    calm = strstr(text, "Calm"), torn = strstr(text, "Torn");
    assert_true(calm && torn && calm < torn); /* oldest first */
    free(text);
    house_close(&house);
}

/* As ordinary as what was finished: they stand beside it. */
static void skips_and_stops_stand_on_it(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    (void)house_family(&house, TIER_T2, "Milo");
    press(&house, "Milo");
    press(&house, "Skip");
    press_there(&house, "All my feelings");
    press_there(&house, "Inside weather");
    press(&house, "Skip");
    while (stage_shows(house.stage, ROLE_BUTTON, "Stop")) {
        press(&house, "Stop");
    }
    go_to_helper(&house);
    press(&house, "Harbor");
    press(&house, "Time line: Milo");
    expect_text(&house, "1 activity \xc2\xb7 1 page skipped \xc2\xb7 1 stopped");
    house_close(&house);
}

/* With the words and the day, for the child and for the adult. */
static void small_promises_stand_on_it(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id child = house_family(&house, TIER_T2, "Milo");
    Id family = family_of(&house)->id, adult = id_new(&house.cove.ids);
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family,
                   .person_id = adult,
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .picture = "person/adult-2",
                   .name = "Sam"};
    assert_true(cove_keep(&house.cove, &event, 1, NULL));
    FactSubject promise = {child, adult, id_new(&house.cove.ids)};
    const char *const notes[][2] = {{"promise.words", "A card by Friday"},
                                    {"promise.day", "2026-03-06"},
                                    {"promise.went", "late"}};
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        assert_true(note_fact(&house.cove, family, notes[i][0], &promise, notes[i][1], "", NULL));
    }
    go_to_helper(&house);
    press(&house, "Harbor");
    press(&house, "Time line: Milo");
    expect_text(&house,
                "2026-03-06 \xc2\xb7 Small promises, Sam: A card by Friday \xc2\xb7 Kept, later");
    press(&house, "Harbor");
    press(&house, "Time line: Sam");
    expect_text(&house, "A card by Friday");
    house_close(&house);
}

static void an_empty_line_says_what_will_stand_there(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    (void)house_family(&house, TIER_AD, "Milo");
    go_to_helper(&house);
    press(&house, "Harbor");
    press(&house, "Time line: Milo");
    expect_text(&house, "Nothing yet.");
    press(&house, "The same question over time");
    expect_text(&house, "Nothing was done more than once yet.");
    house_close(&house);
}

/* Any numbers, also far too many and out of range, stay on the sheet. */
static void plots_stay_on_the_sheet(void **state)
{
    (void)state;
    int values[100];
    for (int count = 1; count <= 100; count++) {
        Arena *arena = arena_new();
        for (int i = 0; i < count; i++) {
            values[i] = i % 14 - 2;
        }
        const Sheet *sheet = plot_make(arena, values, (size_t)count);
        for (int m = 0; m < sheet->count; m++) {
            for (int s = 0; s < sheet->marks[m].count; s++) {
                Spot spot = sheet->marks[m].spots[s];
                assert_in_range(spot.x, 0, PAPER_WIDTH - 1);
                assert_in_range(spot.y, 0, PAPER_HEIGHT - 1);
            }
        }
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_it_newest_first),
        cmocka_unit_test(skips_and_stops_stand_on_it),
        cmocka_unit_test(small_promises_stand_on_it),
        cmocka_unit_test(an_empty_line_says_what_will_stand_there),
        cmocka_unit_test(plots_stay_on_the_sheet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
