/* The walk's way to the page of a disk that takes its time: in a house of its own, on such a
 * disk. */
#include "proof/everywhere_inside.h"

#include "screen/sitting.h"
#include "store/slow_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <unistd.h>

static SlowStore *open_on_slow_disk(Walker *walker, const Everywhere *walk)
{
    SlowStore *disk = slow_store_new();
    Cove *cove = &walker->house.cove;
    walker_open(walker, walk);
    assert_true(keeper_open(slow_store(disk), &cove->clock, &cove->keeper, NULL));
    keeper_wait(cove->keeper, 60000);
    return disk;
}

static void await_failure(Walker *walker)
{
    for (int i = 0; keeper_unsaved(walker->house.cove.keeper).state != SAVING_FAILED; i++) {
        assert_true(i < 300000); /* a minute and more */
        usleep(200);
    }
    wait_ms(&walker->house, 100);
}

static void do_something(Walker *walker)
{
    Event event = {.type = EVENT_HELPER_NAMED, .name = "Kim"};
    keeper_wait(walker->house.cove.keeper, 0);
    assert_true(cove_keep(&walker->house.cove, &event, 1, NULL));
    wait_ms(&walker->house, 2200);
}

static void see_pages(Walker *walker, SlowStore *disk, bool helper)
{
    slow_store_set(disk, DISK_HANGS);
    do_something(walker);
    walker_see(walker, "saving");
    slow_store_set(disk, DISK_FAILS);
    await_failure(walker);
    walker_see(walker, "saving-failed");
    if (!helper) {
        walker_press(walker, "what-happened", NULL);
        walker_see(walker, "saving-told");
        walker_press(walker, "what-happened", NULL);
        walker_press(walker, "not-ok", NULL);
        walker_see(walker, "saving-not-ok");
        walker_press(walker, "go-on", NULL);
    }
    assert_false(stage_may_quit(walker->house.stage));
    walker_see(walker, "saving-closing");
}

void everywhere_saving(const Everywhere *walk, Tier tier)
{
    Walker walker;
    SlowStore *disk = open_on_slow_disk(&walker, walk);
    Cove *cove = &walker.house.cove;
    Id person = house_family(&walker.house, tier, "Robin");
    sitting_begin(cove, walker.house.stage, record_case_at(keeper_record(cove->keeper), 0)->id,
                  person, tier == TIER_AD ? SETTING_HOME : SETTING_ROOM);
    walker_skip_play(&walker);
    see_pages(&walker, disk, false);
    walker_close(&walker);
}

/* A start that has to read everything, on a disk that does not answer. */
static void see_reading(const Everywhere *walk)
{
    Walker walker;
    SlowStore *disk = slow_store_new();
    walker_open(&walker, walk);
    House *house = &walker.house;
    slow_store_reads(disk);
    slow_store_set(disk, DISK_HANGS);
    house->cove.opening = opening_begin(slow_store(disk), &house->cove.clock);
    stage_clear_to(house->stage, screen_unlock(&house->cove, house->stage));
    walker_see(&walker, "unlock-reading");
    slow_store_set(disk, DISK_WORKS);
    cove_opening_stop(&house->cove);
    walker_close(&walker);
}

void everywhere_saving_desk(const Everywhere *walk)
{
    see_reading(walk);
    Walker walker;
    SlowStore *disk = open_on_slow_disk(&walker, walk);
    (void)house_family(&walker.house, TIER_T2, "Robin");
    stage_clear_to(walker.house.stage, screen_helper_room(&walker.house.cove, walker.house.stage));
    see_pages(&walker, disk, true);
    walker_close(&walker);
}
