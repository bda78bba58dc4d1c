/* A disk that takes its time, as people meet it: the picture stays, a calm page comes, nothing is
 * told to be kept before it is, and nothing is lost on the way. */
#include "screen/house.h"
#include "store/slow_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHILD(id) ui_words(house, TIER_T2, id)
#define ADULT(id) ui_words(house, TIER_AD, id)

typedef struct Slow {
    House house; /* first */
    SlowStore *disk;
    Id child;
} Slow;

/* A child of eight has come, and the feelings check is there; from now on nothing is waited for. */
static House *sit_down(Slow *slow)
{
    House *house = &slow->house;
    house_open(house, NULL, false, 1280, 720);
    slow->disk = slow_store_new();
    assert_true(keeper_open(slow_store(slow->disk), &house->cove.clock, &house->cove.keeper, NULL));
    keeper_wait(house->cove.keeper, 60000);
    slow->child = house_family(house, TIER_T2, "Ash");
    press(house, "Ash");
    expect_screen(house, "play");
    keeper_wait(house->cove.keeper, 0);
    return house;
}

static void await(House *house, Saving state)
{
    for (int i = 0; keeper_unsaved(house->cove.keeper).state != state; i++) {
        assert_true(i < 300000); /* a minute and more */
        usleep(200);
    }
}

static void tick(House *house)
{
    stage_input(house->stage, &(Input){.type = INPUT_TICK});
}

/* Until it says so to the stage. */
static void disk_does(Slow *slow, SlowDisk disk, Saving state)
{
    slow_store_set(slow->disk, disk);
    if (disk == DISK_WORKS) {
        keeper_try_again(slow->house.cove.keeper);
    }
    await(&slow->house, state);
    tick(&slow->house);
}

static bool cue_waits(House *house)
{
    Effect effect;
    return stage_take_effects(house->stage, &effect, 1) > 0;
}

static void forget_sounds(House *house)
{
    while (cue_waits(house)) {
    }
}

static size_t moves_of(const House *house)
{
    return record_play(keeper_record(house->cove.keeper), 0)->move_count;
}

/* ---- the picture stays ---- */

static void the_old_picture_stays_in_silence(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down(&slow);
    (void)stage_draw(house->stage);
    forget_sounds(house);
    size_t items = stage_draw(house->stage)->count;
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    for (int i = 0; i < 19; i++) {
        assert_false(stage_dirty(house->stage));
        assert_int_equal(stage_draw(house->stage)->count, items);
        assert_false(cue_waits(house));
        assert_in_range(stage_wait_ms(house->stage), 1, 100);
        wait_ms(house, 100);
    }
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    assert_true(stage_dirty(house->stage));
    assert_true(cue_waits(house));
    expect_screen(house, "play");
    expect_text(house, "Kept");
    house_close(house);
}

/* Whatever is pressed meanwhile is for nobody: not once and not later. */
static void nothing_is_taken_meanwhile(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down(&slow);
    const Node *next = tree_find(stage_tree(house->stage), ROLE_CHOICE, "Not sure");
    float x = next->visible.x + next->visible.width / 2;
    float y = next->visible.y + next->visible.height / 2;
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    size_t moves = moves_of(house);
    assert_int_equal(moves, 1);
    for (int i = 0; i < 5; i++) {
        stage_input(house->stage, &(Input){.type = INPUT_POINTER_DOWN, .x = x, .y = y});
        stage_input(house->stage, &(Input){.type = INPUT_POINTER_UP, .x = x, .y = y});
        stage_key(house->stage, KEY_ENTER, NULL);
        stage_key(house->stage, KEY_BREAK, NULL);
        stage_key(house->stage, KEY_ESCAPE, NULL);
        stage_key(house->stage, KEY_UNDO, NULL);
    }
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    expect_screen(house, "play");
    assert_int_equal(moves_of(house), moves);
    house_close(house);
}

/* A child is told where to go at once; that it was pressed is kept with what waits. */
static void not_ok_is_heard_while_nothing_can_be_saved(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down(&slow);
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    disk_does(&slow, DISK_FAILS, SAVING_FAILED);
    expect_text(house, CHILD("ui.saving.failed"));
    press(house, "I’m not OK");
    expect_text(house, CHILD("ui.not-ok.tell"));
    press(house, CHILD("ui.not-ok.back"));
    expect_text(house, CHILD("ui.saving.failed"));
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    expect_screen(house, "play");
    assert_int_equal(record_sitting_open(keeper_record(house->cove.keeper))->not_ok, 1);
    house_close(house);
}

/* The screen that was asked for comes when it may, and not before. */
static void the_next_screen_waits(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down(&slow);
    slow_store_set(slow.disk, DISK_HANGS);
    press(house, "Stop");
    wait_ms(house, 500);
    expect_screen(house, "saving");
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    expect_no_text(house, CHILD("ui.saving.wait"));
    assert_string_not_equal(stage_screen_name(house->stage), "saving");
    assert_string_not_equal(stage_screen_name(house->stage), "play");
    house_close(house);
}

/* ---- the page ---- */

static void after_two_seconds_a_page_says_so(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down(&slow);
    (void)stage_draw(house->stage);
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    wait_ms(house, 1900);
    assert_false(stage_dirty(house->stage));
    wait_ms(house, 200);
    assert_true(stage_dirty(house->stage));
    expect_text(house, CHILD("ui.saving.wait"));
    expect_no_text(house, CHILD("ui.saving.failed"));
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    expect_text(house, "Kept");
    house_close(house);
}

static void a_failing_disk_is_told_to_the_child_and_tried_again(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down(&slow);
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    disk_does(&slow, DISK_FAILS, SAVING_FAILED);
    expect_text(house, CHILD("ui.saving.failed"));
    expect_no_text(house, "disk is full");
    press(house, CHILD("ui.saving.what-happened"));
    expect_text(house, "The disk is full");
    press(house, CHILD("ui.saving.what-happened"));
    expect_no_text(house, "disk is full");
    int tries = slow_store_tries(slow.disk);
    press(house, CHILD("ui.saving.try-again"));
    slow_store_await_tries(slow.disk, tries + 1);
    await(house, SAVING_FAILED);
    tick(house);
    expect_text(house, CHILD("ui.saving.failed"));
    slow_store_set(slow.disk, DISK_WORKS);
    press(house, CHILD("ui.saving.try-again"));
    await(house, SAVING_DONE);
    tick(house);
    expect_screen(house, "play");
    expect_text(house, "Kept");
    assert_int_equal(moves_of(house), 1);
    house_close(house);
}

/* On the helper's pages the reason stands there at once. */
static void the_helper_reads_what_happened(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down(&slow);
    keeper_wait(house->cove.keeper, 60000);
    stage_clear_to(house->stage, screen_helper_room(&house->cove, house->stage));
    tick(house);
    keeper_wait(house->cove.keeper, 0);
    slow_store_set(slow.disk, DISK_HANGS);
    type_in(house, ADULT("ui.helper.case-name"), "Tide");
    press(house, ADULT("ui.helper.new-case"));
    disk_does(&slow, DISK_FAILS, SAVING_FAILED);
    expect_text(house, "The disk is full. Make room, then try again.");
    expect_text(house, "1 thing that was done just now is held");
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    expect_text(house, "Tide");
    house_close(house);
}

/* ---- cover, lock, window ---- */

static void the_cover_comes_at_once(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down(&slow);
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    stage_key(house->stage, KEY_COVER, NULL);
    assert_true(stage_covered(house->stage));
    expect_screen(house, "cover");
    wait_ms(house, 3000);
    expect_screen(house, "cover");
    expect_no_text(house, CHILD("ui.saving.wait"));
    stage_pop(house->stage);
    tick(house);
    expect_screen(house, "saving");
    expect_text(house, CHILD("ui.saving.wait"));
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    expect_screen(house, "play");
    house_close(house);
}

static void covered_until_all_is_kept(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down(&slow);
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    stage_key(house->stage, KEY_COVER, NULL);
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    expect_screen(house, "cover");
    stage_pop(house->stage);
    tick(house);
    expect_screen(house, "play");
    expect_text(house, "Kept");
    house_close(house);
}

static void closing_asks_once(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down(&slow);
    assert_true(stage_may_quit(house->stage));
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    assert_false(stage_may_quit(house->stage));
    expect_text(house, CHILD("ui.saving.then-close"));
    disk_does(&slow, DISK_FAILS, SAVING_FAILED);
    expect_text(house, CHILD("ui.saving.lost-if-closed"));
    press(house, CHILD("ui.saving.keep-open"));
    expect_no_text(house, CHILD("ui.saving.lost-if-closed"));
    assert_false(stage_may_quit(house->stage));
    assert_false(stage_quitting(house->stage));
    assert_true(stage_may_quit(house->stage));
    press(house, CHILD("ui.saving.close-anyway"));
    assert_true(stage_quitting(house->stage));
    house_close(house);
}

static void closed_as_soon_as_it_is_saved(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down(&slow);
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    assert_false(stage_may_quit(house->stage));
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    assert_true(stage_quitting(house->stage));
    house_close(house);
}

/* ---- with keys ---- */

/* The same record behind a vault: only what has keys can be locked. */
static House *sit_down_locked(Slow *slow)
{
    House *house = sit_down(slow);
    Recovery code;
    recovery_new(&house->cove.ids, &code);
    assert_true(vault_make(VAULT_TRIAL, HOUSE_PASSPHRASE, &code, &house->cove.vault, NULL));
    return house;
}

static void locking_waits_until_it_is_saved(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down_locked(&slow);
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    stage_key(house->stage, KEY_LOCK, NULL);
    assert_non_null(house->cove.keeper);
    expect_text(house, CHILD("ui.saving.then-lock"));
    expect_no_text(house, "Ash");
    wait_ms(house, 5000);
    assert_non_null(house->cove.keeper);
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    assert_null(house->cove.keeper);
    assert_null(house->cove.vault);
    expect_screen(house, "door");
    expect_no_text(house, ADULT("ui.saving.lost"));
    house_close(house);
}

static void locking_does_not_wait_for_ever(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down_locked(&slow);
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    disk_does(&slow, DISK_FAILS, SAVING_FAILED);
    stage_key(house->stage, KEY_LOCK, NULL);
    wait_ms(house, 9000);
    assert_non_null(house->cove.keeper);
    wait_ms(house, 1200);
    assert_null(house->cove.keeper);
    assert_null(house->cove.vault);
    expect_text(house, ADULT("ui.saving.lost"));
    house_close(house);
}

static void unlock_by_hand(House *house)
{
    press(house, ADULT("ui.door.helper"));
    type_in(house, ADULT("ui.lock.passphrase"), HOUSE_PASSPHRASE);
    press(house, ADULT("ui.lock.open"));
    wait_ms(house, 100);
}

/* The record before is still on its way to the disk: it is not opened a second time. */
static void what_still_closes_is_not_opened(void **state)
{
    (void)state;
    Slow slow;
    House *house = &slow.house;
    Event event = {.type = EVENT_HELPER_NAMED, .name = "Kim"};
    house_open(house, NULL, true, 1280, 720);
    (void)house_family(house, TIER_T2, "Ash");
    slow.disk = slow_store_new();
    keeper_close(house->cove.keeper);
    assert_true(keeper_open(slow_store(slow.disk), &house->cove.clock, &house->cove.keeper, NULL));
    slow_store_set(slow.disk, DISK_HANGS);
    keeper_wait(house->cove.keeper, 0);
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
    stage_clear_to(house->stage, screen_door(&house->cove, house->stage));
    assert_false(cove_close(&house->cove));
    unlock_by_hand(house);
    expect_text(house, "The disk has not answered yet");
    assert_null(house->cove.keeper);
    press(house, ADULT("ui.error.go-on"));
    press(house, ADULT("ui.back"));
    slow_store_set(slow.disk, DISK_WORKS);
    for (int i = 0; !closing_over(&house->cove.closing); i++) {
        assert_true(i < 300000); /* a minute and more */
        usleep(500);
    }
    unlock_by_hand(house);
    expect_screen(house, "helper-room");
    expect_text(house, "Harbor");
    house_close(house);
}

/* Nobody touched anything: the page shows nothing of anybody, and what is held is worth waiting
 * for. */
static void locking_by_time_waits_longer(void **state)
{
    (void)state;
    Slow slow;
    House *house = sit_down_locked(&slow);
    slow_store_set(slow.disk, DISK_HANGS);
    choose(house, "Not sure");
    disk_does(&slow, DISK_FAILS, SAVING_FAILED);
    wait_ms(house, 16 * 60000);
    assert_non_null(house->cove.keeper);
    press(house, CHILD("ui.saving.try-again"));
    assert_non_null(house->cove.keeper);
    await(house, SAVING_FAILED);
    wait_ms(house, 15 * 60000);
    assert_null(house->cove.keeper);
    house_close(house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_old_picture_stays_in_silence),
        cmocka_unit_test(nothing_is_taken_meanwhile),
        cmocka_unit_test(not_ok_is_heard_while_nothing_can_be_saved),
        cmocka_unit_test(the_next_screen_waits),
        cmocka_unit_test(after_two_seconds_a_page_says_so),
        cmocka_unit_test(a_failing_disk_is_told_to_the_child_and_tried_again),
        cmocka_unit_test(the_helper_reads_what_happened),
        cmocka_unit_test(the_cover_comes_at_once),
        cmocka_unit_test(covered_until_all_is_kept),
        cmocka_unit_test(closing_asks_once),
        cmocka_unit_test(closed_as_soon_as_it_is_saved),
        cmocka_unit_test(locking_waits_until_it_is_saved),
        cmocka_unit_test(locking_does_not_wait_for_ever),
        cmocka_unit_test(what_still_closes_is_not_opened),
        cmocka_unit_test(locking_by_time_waits_longer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
