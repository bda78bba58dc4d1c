/* The walk through the log, keeping and erasing: with keys, for only then can something be
 * erased. */
#include "proof/everywhere_inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { LOOKED_AT_ONCE = 1100 }; /* more than a start looks at */
static const int64_t day_ms = INT64_C(24) * 60 * 60 * 1000;

static void keep(House *house, Event event)
{
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
}

static void note(House *house, Id family, const char *fact, const char *value)
{
    Event event = {.type = EVENT_NOTED, .case_id = family, .note = "because"};
    snprintf(event.fact, sizeof event.fact, "%s", fact);
    snprintf(event.value, sizeof event.value, "%s", value);
    keep(house, event);
}

static void open_data(House *house)
{
    snprintf(house->folder, sizeof house->folder, "%s/keeping-XXXXXX", COVE_SCRATCH_DIR);
    assert_non_null(mkdtemp(house->folder));
    house->cove.data_folder = house->folder;
    house->cove.kind = VAULT_TRIAL;
}

static void see_log(Walker *walker)
{
    Stage *stage = walker->house.stage;
    stage_clear_to(stage, screen_helper_log(&walker->house.cove, stage));
    walker_see(walker, "log-checking");
    wait_ms(&walker->house, 100);
    walker_see(walker, "log");
}

static void see_erasing(Walker *walker, Id family)
{
    Stage *stage = walker->house.stage;
    stage_clear_to(stage, screen_helper_erase(&walker->house.cove, stage, family));
    walker_see(walker, "erase");
    Id one = record_case(walker_record(walker), family)->people[0].id;
    walker_press(walker, "whom", one.text);
    walker_see(walker, "erase-person");
    walker_press(walker, "why", NULL);
    walker_see(walker, "erase-why");
    walker_press(walker, "go-on", NULL);
    walker_press(walker, "erase", NULL);
    walker_see(walker, "erase-last-step");
}

/* The room a week later, when all that is kept was looked through. */
static void see_weekly_look(Walker *walker)
{
    House *house = &walker->house;
    Event *events = calloc(LOOKED_AT_ONCE, sizeof *events);
    for (int i = 0; i < LOOKED_AT_ONCE; i++) {
        events[i] = (Event){.type = EVENT_HELPER_NAMED, .name = "Kim"};
    }
    assert_true(cove_keep(&house->cove, events, LOOKED_AT_ONCE, NULL));
    free(events);
    house->time.wall += 8 * day_ms;
    stage_key(house->stage, KEY_TAB, NULL); /* which locks, and is the last touch for long */
    assert_true(walker_on(walker, "door"));
    house_unlock(house);
    while (keeper_check(house->cove.keeper).state == CHECK_GOES_ON) {
        usleep(500);
    }
    stage_clear_to(house->stage, screen_helper_room(&house->cove, house->stage));
    walker_see(walker, "room-looked");
}

void walker_keeping(const Everywhere *walk)
{
    Walker walker;
    walker_open(&walker, walk);
    House *house = &walker.house;
    Stage *stage = house->stage;
    open_data(house);
    (void)house_family(house, TIER_T2, "Robin");
    Id family = record_case_at(keeper_record(house->cove.keeper), 0)->id;
    note(house, (Id){""}, "keep.months", "12");
    note(house, family, "end.date", "2020-06-30");
    see_log(&walker);
    stage_clear_to(stage, screen_helper_keeping(&house->cove, stage));
    walker_see(&walker, "keeping");
    see_erasing(&walker, family);
    note(house, family, "hold.state", "on");
    stage_clear_to(stage, screen_helper_erase(&house->cove, stage, family));
    walker_see(&walker, "erase-held");
    Id erased = id_new(&house->cove.ids), person = id_new(&house->cove.ids);
    keep(house, (Event){.type = EVENT_ERASED, .case_id = erased});
    keep(house, (Event){.type = EVENT_PERSON_ERASED, .case_id = family, .person_id = person});
    house->cove.paper_folder = house->folder;
    stage_clear_to(stage, screen_certificate(&house->cove, stage, erased));
    walker_see(&walker, "certificate");
    stage_clear_to(stage, screen_certificate(&house->cove, stage, person));
    walker_see(&walker, "certificate-person");
    stage_clear_to(stage, screen_helper_keeping(&house->cove, stage));
    walker_see(&walker, "keeping-erased");
    see_weekly_look(&walker);
    walker_close(&walker);
}
