/* Done on paper: noted beside what was given, seen on the time line and counted in a report, never
 * taken for a play; and taken back without a trace on either. */
#include "screen/house.h"

#include "report/build.h"
#include "screen/noting.h"
#include "screen/reporting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

static void open_case(House *house)
{
    house_open(house, NULL, false, 1280, 720);
    (void)house_family(house, TIER_T3, "Milo");
    go_to_helper(house);
    press(house, "Harbor");
}

static void note(House *house)
{
    press(house, "Done on paper: Inside weather, Milo");
    expect_screen(house, "helper-fact");
    type_in(house, "Who was present", "Milo and Kim");
    type_in(house, "What they want kept, in their words", "Mostly fog");
    press(house, "Keep");
    expect_screen(house, "helper-case");
}

static const char *report_words(House *house, Arena *arena)
{
    const ReportFrom from = reporting_from(&house->cove);
    ReportWish wish = {.family = family_of(house)->id,
                       .child = family_of(house)->people[0].id,
                       .audience = REPORT_COURT};
    wish.parts[REPORT_ATTENDANCE] = true;
    ReportPage page = {.arena = arena};
    report_build(&from, &wish, &page);
    const char *words = "";
    for (size_t i = 0; i < page.count; i++) {
        words = arena_format(arena, "%s%s\n", words, page.blocks[i].text);
    }
    return words;
}

static void noted_and_seen(void **state)
{
    (void)state;
    House house;
    Arena *arena = arena_new();
    open_case(&house);
    note(&house);
    expect_text(&house, "On paper, 20");
    expect_text(&house, "done 0 times");
    press(&house, "Time line: Milo");
    expect_text(&house, "Inside weather \xc2\xb7 Milo and Kim");
    expect_text(&house, "Mostly fog");
    assert_non_null(strstr(report_words(&house, arena), "1 activity was done on paper."));
    assert_null(strstr(report_words(&house, arena), "Mostly fog"));
    assert_int_equal(record_sitting_count(keeper_record(house.cove.keeper)), 0);
    arena_free(arena);
    house_close(&house);
}

static void taken_back(void **state)
{
    (void)state;
    House house;
    Arena *arena = arena_new();
    open_case(&house);
    note(&house);
    const Case *family = family_of(&house);
    const Facts *facts = &family->facts;
    const char *day = NULL;
    for (size_t i = 0; i < facts->count; i++) {
        day = strcmp(facts->list[i].field, "paper.date") == 0 ? facts->list[i].value : day;
    }
    press(&house, arena_format(arena, "On paper, %s: Inside weather, Milo", day));
    press(&house, "Take out");
    expect_no_text(&house, "On paper, ");
    press(&house, "Time line: Milo");
    expect_no_text(&house, "Inside weather");
    assert_null(strstr(report_words(&house, arena), "on paper"));
    arena_free(arena);
    house_close(&house);
}

/* It is about something that was given to this person, and about nothing else. */
static void about_nothing_else(void **state)
{
    (void)state;
    House house;
    Error error = {0};
    open_case(&house);
    const Case *family = family_of(&house);
    const Assignment *given = &family->assignments[0];
    FactSubject right = {.person = given->person, .item = given->id};
    FactSubject nobody = {.item = given->id};
    FactSubject nothing = {.person = given->person, .item = id_new(&house.cove.ids)};
    FactSubject pair = {given->person, given->person, given->id};
    Id id = family->id;
    assert_false(note_fact(&house.cove, id, "paper.date", &nobody, "2026-03-02", "", &error));
    assert_false(note_fact(&house.cove, id, "paper.date", &nothing, "2026-03-02", "", &error));
    assert_false(note_fact(&house.cove, id, "paper.date", &pair, "2026-03-02", "", &error));
    assert_false(note_fact(&house.cove, id, "paper.date", &right, "some day", "", &error));
    assert_true(note_fact(&house.cove, id, "paper.date", &right, "2026-03-02", "", &error));
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(noted_and_seen),
        cmocka_unit_test(taken_back),
        cmocka_unit_test(about_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
