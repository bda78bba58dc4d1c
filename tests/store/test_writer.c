/* The writer's thread behind a keeper: whatever the disk does and however slow it is, nothing that
 * was called durable is missing, nothing overtakes, nothing is dropped, and the record is what the
 * store holds. */
#include "store/keeper.h"

#include "record/story.h"
#include "store/folder.h"
#include "store/sealed_folder.h"
#include "store/slow_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    STEPS = 150,
    PATIENCE = 300000, /* looks, 200 us apart: a minute and more */
    TRIES = 5          /* of what a busy computer may let come too late */
};

static Keeper *keeper_on(SlowStore *slow, ManualClock *manual, int64_t wait_ms)
{
    Keeper *keeper;
    Clock clock = clock_manual(manual);
    assert_true(keeper_open(slow_store(slow), &clock, &keeper, NULL));
    keeper_wait(keeper, wait_ms);
    return keeper;
}

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

/* Only while nothing is on its way: the store is the writer's. */
static void assert_record_is_store(const Keeper *keeper, SlowStore *slow)
{
    Record *again = record_new();
    Error error = {0};
    if (!store_each(slow_store_inside(slow), 0, fold, again, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    char *one = record_dump(keeper_record(keeper)), *other = record_dump(again);
    assert_string_equal(one, other);
    free(one);
    free(other);
    record_free(again);
}

static int64_t now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* A disk that works in the end. */
static void await_done(Keeper *keeper)
{
    for (int i = 0; keeper_unsaved(keeper).state != SAVING_DONE; i++) {
        assert_true(i < PATIENCE);
        keeper_try_again(keeper);
        usleep(200);
    }
}

static void await_state(Keeper *keeper, Saving state)
{
    for (int i = 0; keeper_unsaved(keeper).state != state; i++) {
        assert_true(i < PATIENCE);
        usleep(200);
    }
}

/* ---- any delays, any failures ---- */

/* What was handed over and not refused, in order. */
typedef struct Told {
    uint64_t sums[STEPS]; /* of type and members */
    size_t count, seen;
} Told;

static uint64_t sum_of(const Event *event)
{
    char *body = event_write_body(event);
    uint64_t sum = 1469598103934665603u;
    for (const char *at = body; *at; at++) {
        sum = (sum ^ (unsigned char)*at) * 1099511628211u;
    }
    free(body);
    return sum ^ (uint64_t)event->type;
}

static void note(Told *told, const Event *event)
{
    assert_true(told->count < STEPS);
    told->sums[told->count++] = sum_of(event);
}

static bool compare(void *context, const Event *event, Error *error)
{
    Told *told = context;
    bool same = told->seen < told->count && told->sums[told->seen] == sum_of(event);
    told->seen++;
    return same || error_set(error, ERROR_DAMAGED, "event", "Not what was told at this place.");
}

static void assert_holds_exactly(SlowStore *slow, Told *told)
{
    Error error = {0};
    told->seen = 0;
    if (!store_each(slow_store_inside(slow), 0, compare, told, &error)) {
        fail_msg("event %zu: %s", told->seen, error.sentence);
    }
    assert_int_equal(told->seen, told->count);
}

/* True when it was kept or is held; else nothing changed. */
static bool try_one(Keeper *keeper, Event *event)
{
    char *before = record_dump(keeper_record(keeper));
    Error error = {0};
    bool taken = keeper_keep(keeper, event, 1, &error);
    if (!taken) {
        char *after = record_dump(keeper_record(keeper));
        assert_int_equal(error.code, ERROR_WRITE);
        assert_string_equal(before, after);
        free(after);
    }
    free(before);
    return taken;
}

static void keep_one(Keeper *keeper, Story *story, Told *told)
{
    Event event;
    story_next(story, keeper_record(keeper), &event);
    for (int tries = 0; !try_one(keeper, &event); tries++) {
        assert_true(tries < 1000);
        keeper_try_again(keeper);
    }
    note(told, &event);
}

static void any_disk(uint64_t seed)
{
    ManualClock manual = {0};
    SlowStore *slow = slow_store_new();
    Keeper *keeper = keeper_on(slow, &manual, (int64_t)(seed % 3));
    Story story;
    Told *told = calloc(1, sizeof *told);
    uint64_t chance = seed;
    story_init(&story, seed);
    slow_store_chance(slow, seed + 1, seed % 2 ? 100 : 3000, seed % 5 ? 30 : 70);
    for (int step = 0; step < STEPS; step++) {
        keep_one(keeper, &story, told);
        if (chance_below(&chance, 4) == 0) {
            keeper_try_again(keeper);
        }
        if (chance_below(&chance, 8) == 0) {
            await_done(keeper);
        }
        if (keeper_unsaved(keeper).state == SAVING_DONE) {
            assert_holds_exactly(slow, told);
        }
    }
    await_done(keeper);
    assert_holds_exactly(slow, told);
    assert_record_is_store(keeper, slow);
    assert_int_equal(told->count, STEPS);
    free(told);
    keeper_close(keeper);
}

static void test_any_disk(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        any_disk(seed);
    }
}

/* ---- one thing at a time ---- */

static void test_quick_is_kept_and_numbered(void **state)
{
    (void)state;
    ManualClock manual = {0};
    SlowStore *slow = slow_store_new();
    Keeper *keeper = keeper_on(slow, &manual, 60000);
    Event events[] = {story_case(1), story_person(1, 1, TIER_T2), story_person(1, 2, TIER_AD)};
    assert_true(keeper_keep(keeper, events, 3, NULL));
    for (int i = 0; i < 3; i++) {
        assert_int_equal(events[i].sequence, i + 1);
    }
    assert_int_equal(keeper_unsaved(keeper).state, SAVING_DONE);
    assert_int_equal(keeper_unsaved(keeper).events, 0);
    keeper_close(keeper);
}

static void test_refused_at_once_is_nowhere(void **state)
{
    (void)state;
    ManualClock manual = {0};
    SlowStore *slow = slow_store_new();
    Keeper *keeper = keeper_on(slow, &manual, 60000);
    Event event = story_case(1);
    Error error = {0};
    slow_store_set(slow, DISK_FAILS);
    assert_false(keeper_keep(keeper, &event, 1, &error));
    assert_string_equal(error.sentence, "The disk is full. Make room, then try again.");
    assert_int_equal(record_case_count(keeper_record(keeper)), 0);
    assert_int_equal(keeper_unsaved(keeper).state, SAVING_DONE);
    slow_store_set(slow, DISK_WORKS);
    assert_true(keeper_keep(keeper, &event, 1, &error));
    assert_int_equal(event.sequence, 1);
    assert_record_is_store(keeper, slow);
    keeper_close(keeper);
}

/* The answer comes too late for the one who asked: the record goes on, the batches are held. */
static void test_held_in_order_and_tried_again(void **state)
{
    (void)state;
    ManualClock manual = {0};
    SlowStore *slow = slow_store_new();
    Keeper *keeper = keeper_on(slow, &manual, 5);
    Event one = story_case(1), two = story_person(1, 1, TIER_T2);
    slow_store_set(slow, DISK_HANGS);
    assert_true(keeper_keep(keeper, &one, 1, NULL));
    assert_true(keeper_keep(keeper, &two, 1, NULL));
    assert_int_equal(one.sequence, 1); /* the number it will have */
    assert_int_equal(keeper_unsaved(keeper).state, SAVING_ON_ITS_WAY);
    assert_int_equal(keeper_unsaved(keeper).events, 2);
    assert_int_equal(record_case_count(keeper_record(keeper)), 1);
    slow_store_set(slow, DISK_FAILS);
    await_state(keeper, SAVING_FAILED);
    assert_int_equal(keeper_unsaved(keeper).events, 2);
    assert_int_equal(keeper_unsaved(keeper).error.code, ERROR_WRITE);
    slow_store_set(slow, DISK_WORKS);
    keeper_try_again(keeper);
    await_state(keeper, SAVING_DONE);
    assert_record_is_store(keeper, slow);
    keeper_close(keeper);
}

static void test_tried_again_by_itself(void **state)
{
    (void)state;
    ManualClock manual = {0};
    SlowStore *slow = slow_store_new();
    Keeper *keeper = keeper_on(slow, &manual, 5);
    Event event = story_case(1);
    slow_store_set(slow, DISK_HANGS);
    assert_true(keeper_keep(keeper, &event, 1, NULL));
    int64_t before = now_ms();
    slow_store_set(slow, DISK_FAILS);
    await_state(keeper, SAVING_FAILED);
    slow_store_set(slow, DISK_WORKS);
    await_state(keeper, SAVING_DONE);
    assert_in_range(slow_store_tries(slow), 2, 1 + (now_ms() - before) / WRITER_RETRY_MS);
    assert_record_is_store(keeper, slow);
    keeper_close(keeper);
}

static void test_full_queue_refuses(void **state)
{
    (void)state;
    ManualClock manual = {0};
    SlowStore *slow = slow_store_new();
    Keeper *keeper = keeper_on(slow, &manual, 1);
    Error error = {0};
    slow_store_set(slow, DISK_HANGS);
    for (int i = 0; i < WRITER_ROOM; i++) {
        Event event = story_case(i + 1);
        assert_true(keeper_keep(keeper, &event, 1, NULL));
    }
    Event event = story_case(99);
    assert_false(keeper_keep(keeper, &event, 1, &error));
    assert_int_equal(error.code, ERROR_WRITE);
    assert_non_null(strstr(error.sentence, "still saving"));
    assert_int_equal(record_case_count(keeper_record(keeper)), WRITER_ROOM);
    slow_store_set(slow, DISK_WORKS);
    await_state(keeper, SAVING_DONE);
    assert_record_is_store(keeper, slow);
    keeper_close(keeper);
}

/* Words of a module live in the batch: the caller's may go at once. */
static void test_content_is_copied(void **state)
{
    (void)state;
    ManualClock manual = {0};
    SlowStore *slow = slow_store_new();
    Keeper *keeper = keeper_on(slow, &manual, 1);
    char words[] = "words of a module";
    Event event = story_frozen(0, 1, words);
    slow_store_set(slow, DISK_HANGS);
    assert_true(keeper_keep(keeper, &event, 1, NULL));
    memset(words, 'x', sizeof words - 1);
    slow_store_set(slow, DISK_WORKS);
    await_state(keeper, SAVING_DONE);
    assert_record_is_store(keeper, slow);
    keeper_close(keeper);
}

/* ---- closing ---- */

static void end(void *context)
{
    atomic_fetch_add((atomic_int *)context, 1);
}

static void await_end(atomic_int *ended)
{
    for (int i = 0; atomic_load(ended) == 0; i++) {
        assert_true(i < PATIENCE);
        usleep(200);
    }
}

typedef struct Opening {
    SlowStore *slow;
    int open_after_ms;
} Opening;

static void *open_later(void *context)
{
    const Opening *opening = context;
    usleep((useconds_t)opening->open_after_ms * 1000);
    slow_store_set(opening->slow, DISK_WORKS);
    return NULL;
}

/* Whether it ended within closing, and sooner than that is given up. */
static bool closes_with_the_disk(void)
{
    ManualClock manual = {0};
    SlowStore *slow = slow_store_new();
    Keeper *keeper = keeper_on(slow, &manual, 1);
    Event event = story_case(1);
    atomic_int ended = 0;
    slow_store_set(slow, DISK_HANGS);
    assert_true(keeper_keep(keeper, &event, 1, NULL));
    Opening opening = {slow, 100};
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, open_later, &opening), 0);
    int64_t before = now_ms();
    keeper_close_then(keeper, end, &ended);
    bool soon = now_ms() - before < 2500 && atomic_load(&ended) == 1;
    pthread_join(thread, NULL);
    await_end(&ended);
    return soon;
}

static void test_closing_waits_for_the_disk(void **state)
{
    (void)state;
    int tries = 1;
    while (!closes_with_the_disk()) {
        assert_true(++tries <= TRIES);
    }
}

/* The keys must live as long as the store, and that as long as the disk is at work on it. */
static void test_closing_leaves_a_disk_that_hangs(void **state)
{
    (void)state;
    ManualClock manual = {0};
    SlowStore *slow = slow_store_new();
    Keeper *keeper = keeper_on(slow, &manual, 1);
    Event event = story_case(1);
    atomic_int ended = 0;
    slow_store_set(slow, DISK_HANGS);
    assert_true(keeper_keep(keeper, &event, 1, NULL));
    int64_t before = now_ms();
    keeper_close_then(keeper, end, &ended);
    assert_in_range(now_ms() - before, 2000, 20000);
    assert_int_equal(ended, 0);
    slow_store_set(slow, DISK_WORKS);
    await_end(&ended);
}

static bool gives_up_at_once(void)
{
    ManualClock manual = {0};
    SlowStore *slow = slow_store_new();
    Keeper *keeper = keeper_on(slow, &manual, 1);
    Event event = story_case(1);
    atomic_int ended = 0;
    slow_store_set(slow, DISK_HANGS);
    assert_true(keeper_keep(keeper, &event, 1, NULL));
    slow_store_set(slow, DISK_FAILS);
    await_state(keeper, SAVING_FAILED);
    int64_t before = now_ms();
    keeper_close_then(keeper, end, &ended);
    bool soon = now_ms() - before < 2500 && atomic_load(&ended) == 1;
    await_end(&ended);
    return soon;
}

static void test_closing_gives_up_what_fails(void **state)
{
    (void)state;
    atomic_int ended = 0;
    int tries = 1;
    while (!gives_up_at_once()) {
        assert_true(++tries <= TRIES);
    }
    keeper_close_then(NULL, end, &ended);
    assert_int_equal(ended, 1);
}

/* ---- sealed, on disk, while keys are looked at and changed ---- */

static void change_keys(Vault *vault, IdSource *ids)
{
    Recovery code;
    recovery_new(ids, &code);
    assert_true(vault_is_passphrase(vault, SEALED_FOLDER_PASSPHRASE, NULL));
    assert_true(vault_change_code(vault, &code, NULL));
}

/* Each case gets its own key, kept by the writer's thread. */
static void test_sealed_while_keys_change(void **state)
{
    enum { CASES = 40 };
    ManualClock manual = {0};
    Clock clock = clock_manual(&manual);
    IdSource ids = ids_system();
    Store *store;
    Keeper *keeper;
    sealed_folder_make(*state);
    Vault *vault = sealed_folder_vault(*state);
    assert_true(store_sqlite_open(*state, vault, &store, NULL));
    assert_true(keeper_open(store, &clock, &keeper, NULL));
    keeper_wait(keeper, 0);
    for (int i = 0; i < CASES; i++) {
        Event event = story_case(i + 1);
        assert_true(keeper_keep(keeper, &event, 1, NULL));
        change_keys(vault, &ids);
    }
    await_state(keeper, SAVING_DONE);
    keeper_close(keeper);
    vault_close(vault);
    vault = sealed_folder_vault(*state);
    assert_true(store_sqlite_open(*state, vault, &store, NULL));
    assert_true(keeper_open(store, &clock, &keeper, NULL));
    assert_int_equal(record_case_count(keeper_record(keeper)), CASES);
    keeper_close(keeper);
    vault_close(vault);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_disk),
        cmocka_unit_test(test_quick_is_kept_and_numbered),
        cmocka_unit_test(test_refused_at_once_is_nowhere),
        cmocka_unit_test(test_held_in_order_and_tried_again),
        cmocka_unit_test(test_tried_again_by_itself),
        cmocka_unit_test(test_full_queue_refuses),
        cmocka_unit_test(test_content_is_copied),
        cmocka_unit_test(test_closing_waits_for_the_disk),
        cmocka_unit_test(test_closing_leaves_a_disk_that_hangs),
        cmocka_unit_test(test_closing_gives_up_what_fails),
        cmocka_unit_test_setup_teardown(test_sealed_while_keys_change, folder_set_up,
                                        folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
