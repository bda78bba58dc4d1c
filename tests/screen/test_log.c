/* Who looked at what: written when the helper looks, unlocks and changes locks; read on its page;
 * and what cannot be written is not shown. */
#include "screen/house.h"

#include "base/memory.h"
#include "screen/logging.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const Record *record_of(House *house)
{
    return keeper_record(house->cove.keeper);
}

static const LogEntry *last_entry(House *house)
{
    size_t count = record_log_count(record_of(house));
    assert_true(count > 0);
    return record_log_at(record_of(house), count - 1);
}

/* A sitting of Milo's with one play, left at once. */
static void sit_once(House *house, Id person)
{
    const Case *family = record_case_at(record_of(house), 0);
    sitting_begin(&house->cove, house->stage, family->id, person, SETTING_ROOM);
    choose(house, "Not sure");
    const Sitting *open = record_sitting_open(record_of(house));
    Id sitting = open->id;
    sitting_play_over(&house->cove, house->stage, record_play_open(record_of(house), open)->id,
                      ENDING_FINISHED);
    sitting_stop(&house->cove, house->stage, sitting);
    stage_clear_to(house->stage, screen_door(&house->cove, house->stage));
    (void)stage_tree(house->stage);
}

static void open_sitting(House *house)
{
    const Node *row = tree_find_verb(stage_tree(house->stage), "sitting", NULL);
    assert_non_null(row);
    press(house, row->name);
}

static void open_log(House *house)
{
    go_to_helper(house);
    press(house, "Who looked at what");
    expect_screen(house, "helper-log");
}

/* ---- what is written ---- */

static void looking_is_written(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    Id milo = house_family(&house, TIER_T2, "Milo");
    sit_once(&house, milo);
    assert_int_equal(record_log_count(record_of(&house)), 0); /* a child's own play is not in it */
    go_to_helper(&house);
    assert_int_equal(last_entry(&house)->act, LOG_UNLOCKED);
    open_sitting(&house);
    expect_screen(&house, "helper-sitting");
    const LogEntry *looked = last_entry(&house);
    assert_int_equal(looked->act, LOG_LOOKED);
    assert_int_equal(looked->what, ACCESS_ANSWERS);
    assert_true(id_same(looked->person, milo));
    assert_true(id_same(looked->item, record_sitting_at(record_of(&house), 0)->id));
    const Node *replay = tree_find_verb(stage_tree(house.stage), "replay", NULL);
    press(&house, replay->name);
    expect_screen(&house, "helper-replay");
    assert_int_equal(last_entry(&house)->act, LOG_REPLAYED);
    assert_int_equal(last_entry(&house)->what, ACCESS_FEELINGS);
    house_close(&house);
}

static void looking_over_time_is_written(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    Id milo = house_family(&house, TIER_T2, "Milo");
    sit_once(&house, milo);
    go_to_helper(&house);
    press(&house, "Harbor");
    press(&house, tree_find_verb(stage_tree(house.stage), "timeline", NULL)->name);
    expect_screen(&house, "helper-timeline");
    assert_int_equal(last_entry(&house)->act, LOG_OVER_TIME);
    assert_true(id_same(last_entry(&house)->person, milo));
    open_sitting(&house);
    expect_screen(&house, "helper-sitting");
    assert_int_equal(last_entry(&house)->act, LOG_LOOKED);
    house_close(&house);
}

static void wrong_tries_are_told_at_the_next_unlocking(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    (void)house_family(&house, TIER_T2, "Milo");
    for (int i = 0; i < 3; i++) {
        Error error = {0};
        house.time.ticks += 10000;
        assert_false(cove_is_passphrase(&house.cove, "not the right words", &error));
    }
    assert_int_equal(record_log_count(record_of(&house)), 0);
    house.time.ticks += 10000;
    go_to_helper(&house);
    assert_int_equal(record_log_count(record_of(&house)), 2);
    assert_int_equal(record_log_at(record_of(&house), 0)->act, LOG_TRIED);
    assert_int_equal(record_log_at(record_of(&house), 0)->times, 3);
    assert_int_equal(last_entry(&house)->act, LOG_UNLOCKED);
    press(&house, ui_words(&house, TIER_AD, "ui.helper.back-to-door"));
    go_to_helper(&house);
    assert_int_equal(record_log_count(record_of(&house)), 3); /* told once */
    house_close(&house);
}

static void another_passphrase_is_written(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    (void)house_family(&house, TIER_T2, "Milo");
    go_to_helper(&house);
    press(&house, ui_words(&house, TIER_AD, "ui.lock.title"));
    press(&house, ui_words(&house, TIER_AD, "ui.lock.change"));
    expect_screen(&house, "passphrase-now");
    type_in(&house, ui_words(&house, TIER_AD, "ui.rewrap.now"), "not these words at all");
    press(&house, ui_words(&house, TIER_AD, "ui.lock.go-on"));
    wait_ms(&house, 100);
    expect_screen(&house, "passphrase-now"); /* nobody else changes it while the room is open */
    wait_ms(&house, 3000);                   /* until it may be tried again */
    type_in(&house, ui_words(&house, TIER_AD, "ui.rewrap.now"), HOUSE_PASSPHRASE);
    press(&house, ui_words(&house, TIER_AD, "ui.lock.go-on"));
    wait_ms(&house, 100);
    expect_screen(&house, "passphrase");
    type_in(&house, ui_words(&house, TIER_AD, "ui.lock.passphrase"), "quite other words here");
    type_in(&house, ui_words(&house, TIER_AD, "ui.lock.again"), "quite other words here");
    press(&house, ui_words(&house, TIER_AD, "ui.lock.go-on"));
    wait_ms(&house, 100);
    expect_screen(&house, "helper-room");
    assert_int_equal(last_entry(&house)->act, LOG_LOCK_CHANGED);
    house_close(&house);
}

/* ---- a store that fails when told to ---- */

typedef struct Failing {
    Store store; /* first */
    Store *below;
    bool appends_fail, reads_fail;
} Failing;

static bool fail_append(Store *store, Event *events, size_t count, Error *error)
{
    Failing *failing = (Failing *)store;
    return failing->appends_fail ? error_set(error, ERROR_WRITE, "disk", "The disk is full.")
                                 : store_append(failing->below, events, count, error);
}

static bool fail_each(Store *store, int64_t after, StoreVisit *visit, void *context, Error *error)
{
    Failing *failing = (Failing *)store;
    return failing->reads_fail
               ? error_set(error, ERROR_DAMAGED, "event 7", "The record was changed here.")
               : store_each(failing->below, after, visit, context, error);
}

static void fail_close(Store *store)
{
    store_close(((Failing *)store)->below);
    free(store);
}

static const StoreOps failing_ops = {
    .name = "failing", .append = fail_append, .each = fail_each, .close = fail_close};

static Failing *open_failing(House *house)
{
    Failing *failing = memory_new(1, sizeof *failing);
    *failing = (Failing){.store.ops = &failing_ops, .below = store_memory_new(NULL)};
    house_open(house, NULL, false, 1280, 720);
    assert_true(keeper_open(&failing->store, &house->cove.clock, &house->cove.keeper, NULL));
    return failing;
}

static void what_is_not_written_is_not_shown(void **state)
{
    (void)state;
    House house;
    Failing *failing = open_failing(&house);
    Id milo = house_family(&house, TIER_T2, "Milo");
    sit_once(&house, milo);
    go_to_helper(&house);
    failing->appends_fail = true;
    open_sitting(&house);
    expect_text(&house, "The disk is full.");
    press(&house, ui_words(&house, TIER_AD, "ui.error.go-on"));
    expect_screen(&house, "helper-room");
    failing->appends_fail = false;
    open_sitting(&house);
    expect_screen(&house, "helper-sitting");
    house_close(&house);
}

static void a_broken_chain_is_shown(void **state)
{
    (void)state;
    House house;
    Failing *failing = open_failing(&house);
    (void)house_family(&house, TIER_T2, "Milo");
    open_log(&house);
    expect_text(&house, "One moment.");
    failing->reads_fail = true;
    wait_ms(&house, 100);
    expect_text(&house, "does not hold together");
    expect_text(&house, "The record was changed here.");
    house_close(&house);
}

/* ---- the page ---- */

static void the_page_says_it_in_sentences(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    Id milo = house_family(&house, TIER_T2, "Milo");
    sit_once(&house, milo);
    go_to_helper(&house);
    open_sitting(&house);
    press(&house, ui_words(&house, TIER_AD, "ui.back"));
    press(&house, "Who looked at what");
    wait_ms(&house, 100);
    expect_text(&house, "The chain of the record is whole");
    expect_text(&house, "You looked at a sitting of Milo.");
    expect_text(&house, "was opened with the passphrase");
    type_in(&house, "Only about", "MIL");
    expect_text(&house, "You looked at a sitting of Milo.");
    expect_no_text(&house, "was opened with the passphrase");
    type_in(&house, "Only about", "Somebody else");
    expect_text(&house, "Nothing in the log is about this name.");
    house_close(&house);
}

static void older_ones_come_when_asked_for(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    (void)house_family(&house, TIER_T2, "Milo");
    assert_true(log_keep(&house.cove, LOG_RESTORED, ACCESS_KEYS, (Id){""}, NULL));
    for (int i = 0; i < 20; i++) {
        assert_true(log_keep(&house.cove, LOG_BACKED_UP, ACCESS_KEYS, (Id){""}, NULL));
    }
    open_log(&house);
    wait_ms(&house, 100);
    expect_text(&house, "A backup was made.");
    expect_no_text(&house, "The record was put back");
    press(&house, "Older ones");
    expect_text(&house, "The record was put back");
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looking_is_written),
        cmocka_unit_test(looking_over_time_is_written),
        cmocka_unit_test(wrong_tries_are_told_at_the_next_unlocking),
        cmocka_unit_test(another_passphrase_is_written),
        cmocka_unit_test(what_is_not_written_is_not_shown),
        cmocka_unit_test(a_broken_chain_is_shown),
        cmocka_unit_test(the_page_says_it_in_sentences),
        cmocka_unit_test(older_ones_come_when_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
