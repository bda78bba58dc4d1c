/* A case with many sittings, as the helper meets it on a locked record: the newest are listed,
 * earlier ones when they are asked for, and one of another case opens from the helper's room. */
#include "screen/house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { SITTINGS = 70, DAY_MS = 24 * 60 * 60 * 1000 };

static void keep(House *house, Event *events, size_t count)
{
    Error error = {0};
    if (!cove_keep(&house->cove, events, count, &error)) {
        fail_msg("%s", error.sentence);
    }
}

static void sit_often(House *house, Id person)
{
    Id family = record_case_at(keeper_record(house->cove.keeper), 0)->id;
    for (int i = 0; i < SITTINGS; i++) {
        Id sitting = id_new(&house->cove.ids);
        Event events[] = {
            {.type = EVENT_SITTING_STARTED,
             .case_id = family,
             .person_id = person,
             .sitting_id = sitting},
            {.type = EVENT_SITTING_ENDED, .sitting_id = sitting, .how = ENDING_FINISHED}};
        house->time.wall += DAY_MS;
        keep(house, events, 2);
    }
    Event nobody = {.type = EVENT_FAMILY_HERE};
    keep(house, &nobody, 1);
}

static size_t rows_on(House *house)
{
    size_t count = 0;
    char *dump = tree_dump(stage_tree(house->stage));
    for (const char *at = dump; (at = strstr(at, "Milo, 20")) != NULL; at++) {
        count++;
    }
    free(dump);
    return count;
}

static void earlier_ones_when_asked(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    sit_often(&house, house_family(&house, TIER_T3, "Milo"));
    house_restart(&house);
    go_to_helper(&house);
    press(&house, "Harbor");
    expect_screen(&house, "helper-case");
    size_t first = rows_on(&house);
    assert_true(first > 0);
    press(&house, "Earlier sittings");
    size_t second = rows_on(&house);
    assert_true(second > first);
    press(&house, "Earlier sittings");
    assert_true(rows_on(&house) > second);
    expect_no_text(&house, "Earlier sittings");
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(earlier_ones_when_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
