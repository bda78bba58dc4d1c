/* The keeper: tried, made durable, or nothing at all. Over both stores, and over one that fails. */
#include "store/keeper.h"

#include "base/memory.h"
#include "record/story.h"
#include "store/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A memory store that refuses when told to, and counts. */
typedef struct FailingStore {
    Store store;
    Store *inside;
    bool fails;
    int appends, closed;
} FailingStore;

static bool failing_append(Store *store, Event *events, size_t count, Error *error)
{
    FailingStore *failing = (FailingStore *)store;
    failing->appends++;
    return failing->fails ? error_set(error, ERROR_WRITE, "store", "The disk is full.")
                          : store_append(failing->inside, events, count, error);
}

static bool failing_each(Store *store, int64_t after, StoreVisit *visit, void *context,
                         Error *error)
{
    FailingStore *failing = (FailingStore *)store;
    return failing->fails ? error_set(error, ERROR_DAMAGED, "store", "Damaged.")
                          : store_each(failing->inside, after, visit, context, error);
}

static void failing_close(Store *store)
{
    FailingStore *failing = (FailingStore *)store;
    failing->closed++;
    store_close(failing->inside);
    failing->inside = NULL;
}

static const StoreOps failing_ops = {
    .name = "failing", .append = failing_append, .each = failing_each, .close = failing_close};

static Keeper *keeper_on(Store *store, ManualClock *manual)
{
    Keeper *keeper;
    Error error = {0};
    Clock clock = clock_manual(manual);
    if (!keeper_open(store, &clock, &keeper, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    keeper_wait(keeper, 60000);
    return keeper;
}

static void keep(Keeper *keeper, Event *events, size_t count)
{
    Error error = {0};
    if (!keeper_keep(keeper, events, count, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

static bool count_one(void *context, const Event *event, Error *error)
{
    (void)event, (void)error;
    ++*(int *)context;
    return true;
}

static int kept_in(Store *store)
{
    int count = 0;
    assert_true(store_each(store, 0, count_one, &count, NULL));
    return count;
}

static void test_stamps_and_numbers(void **state)
{
    (void)state;
    ManualClock manual = {.wall = 5 * 60000 + 12345};
    Keeper *keeper = keeper_on(store_memory_new(NULL), &manual);
    Event events[] = {story_case(1), story_person(1, 1, TIER_T1)};
    keep(keeper, events, 2);
    assert_int_equal(events[0].wall_ms, 5 * 60000);
    assert_int_equal(events[1].wall_ms, 5 * 60000);
    assert_int_equal(events[1].sequence, 2);
    assert_int_equal(record_case_count(keeper_record(keeper)), 1);
    keeper_close(keeper);
}

static bool note_time(void *context, const Event *event, Error *error)
{
    (void)error;
    ((int64_t *)context)[event->sequence] = event->wall_ms;
    return true;
}

/* How fast somebody answers cannot be read from the store: a move has the time of its play, all
 * else that of the whole minute. */
static void test_no_answer_is_timed(void **state)
{
    (void)state;
    const int64_t minute = 60000, noon = 1767225600000;
    ManualClock manual = {.wall = noon + 17345};
    Store *store = store_memory_new(NULL);
    Keeper *keeper = keeper_on(store, &manual);
    Event desk[] = {story_case(1), story_person(1, 1, TIER_T2), story_frozen(0, 1, "words"),
                    story_assigned(1, 1, 1, SETTING_ROOM)};
    Event begin[] = {story_sitting(1, 1, 1, SETTING_ROOM), story_play(1, 1, 1, TIER_T2),
                     story_move(1, "next", "")};
    keep(keeper, desk, COUNT(desk));
    keep(keeper, begin, COUNT(begin));
    for (int i = 0; i < 9; i++) {
        manual.wall += 10000;
        Event move = story_move(1, "next", "");
        keep(keeper, &move, 1);
    }
    Event end = story_play_ended(1, ENDING_FINISHED);
    keep(keeper, &end, 1);
    int64_t times[18] = {0};
    assert_true(store_each(store, 0, note_time, times, NULL));
    for (int sequence = 1; sequence <= 16; sequence++) {
        assert_int_equal(times[sequence], noon);
    }
    assert_int_equal(times[17], noon + minute);
    keeper_close(keeper);
}

static void test_minutes_before_1970_are_whole(void **state)
{
    (void)state;
    ManualClock manual = {.wall = -1};
    Keeper *keeper = keeper_on(store_memory_new(NULL), &manual);
    Event events[] = {story_case(1), story_person(1, 1, TIER_T2),
                      story_sitting(1, 1, 1, SETTING_ROOM)};
    keep(keeper, events, COUNT(events));
    assert_int_equal(events[2].wall_ms, -60000);
    keeper_close(keeper);
}

/* The batches that screens make: a later event needs an earlier one of the same batch. */
static void test_batches(void **state)
{
    (void)state;
    ManualClock manual = {0};
    Keeper *keeper = keeper_on(store_memory_new(NULL), &manual);
    Event desk[] = {story_case(1), story_person(1, 1, TIER_T2), story_frozen(0, 1, "words"),
                    story_assigned(1, 1, 1, SETTING_ROOM), story_assigned(1, 1, 2, SETTING_ROOM)};
    Event begin[] = {story_sitting(1, 1, 1, SETTING_ROOM), story_play(1, 1, 0, TIER_T2)};
    Event leave[] = {story_play_ended(1, ENDING_LEFT), story_play(1, 2, 0, TIER_T2)};
    leave[1].part = PART_LEAVING;
    keep(keeper, desk, COUNT(desk));
    keep(keeper, begin, COUNT(begin));
    keep(keeper, leave, COUNT(leave));
    const Record *record = keeper_record(keeper);
    assert_string_equal(record_play_open(record, record_sitting_open(record))->id.text,
                        story_id('q', 2).text);
    keeper_close(keeper);
}

/* Whatever stands at whatever place of a batch: one that cannot be leaves nothing behind. */
static void test_refused_batch(void **state)
{
    (void)state;
    ManualClock manual = {0};
    Store *store = store_memory_new(NULL);
    Keeper *keeper = keeper_on(store, &manual);
    Event good[] = {story_case(1),
                    story_person(1, 1, TIER_T2),
                    story_frozen(0, 1, "words"),
                    story_assigned(1, 1, 1, SETTING_ROOM),
                    story_sitting(1, 1, 1, SETTING_ROOM),
                    story_play(1, 1, 1, TIER_T2),
                    story_move(1, "next", "")};
    Event bad[] = {story_move(9, "next", ""), story_person(9, 9, TIER_T1), story_case(1)};
    PUT(bad[2].name, "\xFF");
    char *before = record_dump(keeper_record(keeper));
    for (size_t b = 0; b < COUNT(bad); b++) {
        for (size_t at = 0; at < COUNT(good); at++) {
            Event batch[COUNT(good) + 1];
            memcpy(batch, good, sizeof good);
            batch[at] = bad[b];
            Error error = {0};
            assert_false(keeper_keep(keeper, batch, COUNT(good), &error));
            assert_true(error.code == ERROR_DAMAGED || error.code == ERROR_REFUSED);
            char *after = record_dump(keeper_record(keeper));
            assert_string_equal(before, after);
            assert_int_equal(kept_in(store), 0);
            free(after);
        }
    }
    keep(keeper, good, COUNT(good));
    assert_int_equal(kept_in(store), COUNT(good));
    free(before);
    keeper_close(keeper);
}

static void test_store_fails(void **state)
{
    (void)state;
    ManualClock manual = {0};
    FailingStore failing = {.store = {.ops = &failing_ops}, .inside = store_memory_new(NULL)};
    Keeper *keeper = keeper_on(&failing.store, &manual);
    Story story;
    story_init(&story, 5);
    for (int i = 0; i < 500; i++) {
        Event event;
        Error error = {0};
        story_next(&story, keeper_record(keeper), &event);
        char *before = record_dump(keeper_record(keeper));
        failing.fails = true;
        assert_false(keeper_keep(keeper, &event, 1, &error));
        assert_int_equal(error.code, ERROR_WRITE);
        char *after = record_dump(keeper_record(keeper));
        assert_string_equal(before, after);
        failing.fails = false;
        keep(keeper, &event, 1);
        assert_int_equal(event.sequence, i + 1);
        free(before);
        free(after);
    }
    assert_int_equal(failing.appends, 1000);
    keeper_close(keeper);
    assert_int_equal(failing.closed, 1);
}

/* What cannot follow is not even tried on the store. */
static void test_refused_before_store(void **state)
{
    (void)state;
    ManualClock manual = {0};
    FailingStore failing = {.store = {.ops = &failing_ops}, .inside = store_memory_new(NULL)};
    Keeper *keeper = keeper_on(&failing.store, &manual);
    Event event = story_move(1, "next", "");
    assert_false(keeper_keep(keeper, &event, 1, NULL));
    assert_int_equal(failing.appends, 0);
    keeper_close(keeper);
}

static void test_open_fails(void **state)
{
    (void)state;
    ManualClock manual = {0};
    Clock clock = clock_manual(&manual);
    FailingStore failing = {
        .store = {.ops = &failing_ops}, .inside = store_memory_new(NULL), .fails = true};
    Keeper *keeper = NULL;
    Error error = {0};
    assert_false(keeper_open(&failing.store, &clock, &keeper, &error));
    assert_null(keeper);
    assert_int_equal(error.code, ERROR_DAMAGED);
    assert_int_equal(failing.closed, 1);
    keeper_close(NULL);
}

/* A store whose events cannot follow each other is not opened. */
static void test_impossible_store(void **state)
{
    (void)state;
    ManualClock manual = {0};
    Clock clock = clock_manual(&manual);
    Store *store = store_memory_new(NULL);
    Event events[] = {story_case(1), story_move(1, "next", "")};
    assert_true(store_append(store, events, 2, NULL));
    Keeper *keeper = NULL;
    Error error = {0};
    assert_false(keeper_open(store, &clock, &keeper, &error));
    assert_int_equal(error.code, ERROR_DAMAGED);
    assert_string_equal(error.place, "event 2 (move)");
}

/* ---- random stories in random batches: kept, opened again, the same ---- */

enum { WALL = 13 * 60000 }; /* a whole minute: every event is stamped with it */

static size_t tell(Story *story, Record *shadow, Event *events, size_t most)
{
    size_t count = 0, wanted = 1 + chance_below(&story->chance, most);
    while (count < wanted) {
        story_next(story, shadow, &events[count]);
        events[count].wall_ms = WALL; /* as the clock will stamp it */
        assert_true(record_apply(shadow, &events[count], NULL));
        /* the story has room for the content of one frozen module */
        if (events[count++].type == EVENT_CONTENT_FROZEN) {
            break;
        }
    }
    return count;
}

static void assert_same_record(const Record *a, const Record *b)
{
    char *one = record_dump(a), *other = record_dump(b);
    assert_string_equal(one, other);
    free(one);
    free(other);
}

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

static void assert_story_kept(Store *store, const char *folder, uint64_t seed)
{
    ManualClock manual = {.wall = WALL};
    Keeper *keeper = keeper_on(store, &manual);
    Record *shadow = record_new(), *again = record_new();
    Story story;
    story_init(&story, seed);
    for (int i = 0; i < 150; i++) {
        Event events[4];
        size_t count = tell(&story, shadow, events, COUNT(events));
        keep(keeper, events, count);
    }
    assert_same_record(shadow, keeper_record(keeper));
    assert_true(store_each(store, 0, fold, again, NULL));
    assert_same_record(shadow, again);
    keeper_close(keeper);
    if (folder) {
        assert_true(store_sqlite_open(folder, NULL, &store, NULL));
        keeper = keeper_on(store, &manual);
        assert_same_record(shadow, keeper_record(keeper));
        keeper_close(keeper);
    }
    record_free(shadow);
    record_free(again);
}

static void test_stories(void **state)
{
    for (uint64_t seed = 1; seed <= 8; seed++) {
        Store *store;
        assert_story_kept(store_memory_new(NULL), NULL, seed);
        assert_true(store_sqlite_open(*state, NULL, &store, NULL));
        assert_story_kept(store, *state, seed);
        folder_empty(*state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stamps_and_numbers),
        cmocka_unit_test(test_no_answer_is_timed),
        cmocka_unit_test(test_minutes_before_1970_are_whole),
        cmocka_unit_test(test_batches),
        cmocka_unit_test(test_refused_batch),
        cmocka_unit_test(test_store_fails),
        cmocka_unit_test(test_refused_before_store),
        cmocka_unit_test(test_open_fails),
        cmocka_unit_test(test_impossible_store),
        cmocka_unit_test_setup_teardown(test_stories, folder_set_up, folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
