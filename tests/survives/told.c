#include "survives/told.h"

#include "record/story.h"
#include "store/seal_old.h"
#include "store/sealed_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { MOST = 3 };

static size_t batch(int number, Event *events)
{
    switch (number) {
    case 0:
        events[0] = story_case(1);
        events[1] = story_person(1, 1, TIER_T2);
        events[2] = story_frozen(0, 1, "words of a module");
        return 3;
    case 1: events[0] = story_case(2); return 1;
    case 2:
        events[0] = story_sitting(1, 1, 1, SETTING_ROOM);
        events[1] = story_play(1, 1, 0, TIER_T2);
        return 2;
    default:
        events[0] = story_move(1, "choose", "happy");
        events[0].move.value = number;
        return 1;
    }
}

size_t told_events(int batches)
{
    Event events[MOST];
    size_t count = 0;
    for (int i = 0; i < batches; i++) {
        count += batch(i, events);
    }
    return count;
}

bool told_open(Told *told, const char *folder, Error *error)
{
    Store *store;
    Clock clock = clock_manual(&told->time);
    if (!vault_open(folder, VAULT_TRIAL, SEALED_FOLDER_PASSPHRASE, &told->vault, error)) {
        return false;
    }
    if (!store_open_sealed(folder, told->vault, &store, error) ||
        !keeper_open(store, &clock, &told->keeper, error)) {
        vault_close(told->vault);
        return false;
    }
    keeper_wait(told->keeper, 60000);
    return true;
}

void told_close(Told *told)
{
    keeper_close(told->keeper);
    vault_close(told->vault);
}

bool told_keep(Told *told, int number, Error *error)
{
    Event events[MOST];
    size_t count = batch(number, events);
    return keeper_keep(told->keeper, events, count, error);
}

static bool count_one(void *context, const Event *event, Error *error)
{
    size_t *count = context;
    return event->sequence == (int64_t)++ * count ||
           error_set(error, ERROR_DAMAGED, "event", "Out of order.");
}

void told_check(const char *folder, int batches)
{
    Told told = {.time.wall = 0};
    Error error = {0};
    size_t found = 0;
    if (!told_open(&told, folder, &error) ||
        !store_each(keeper_store(told.keeper), 0, count_one, &found, &error)) {
        fail_msg("after %d batches: %s: %s", batches, error.place, error.sentence);
    }
    batches += found == told_events(batches + 1); /* was written, and the disk said it was not */
    assert_int_equal(found, told_events(batches));
    if (batches < TOLD_BATCHES) {
        assert_true(told_keep(&told, batches, &error));
    }
    told_close(&told);
}
