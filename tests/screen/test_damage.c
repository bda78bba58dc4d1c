/* A start that has to read everything; and damage that is found while the record is used, by the
 * weekly check beside other work or because something is read. The helper is asked at once; a
 * family sees a calm word and the door. */
#include "screen/house.h"
#include "screen/safekeeping.h"

#include "base/file.h"
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WORD(id) ui_words(&house, TIER_AD, id)

enum { MANY = 1500, DAY_MS = 24 * 60 * 60 * 1000 };

/* More than a start looks at: a helper who likes to be called anew. */
static void fill(House *house)
{
    static Event events[MANY];
    for (int i = 0; i < MANY; i++) {
        events[i] = (Event){.type = EVENT_HELPER_NAMED};
        snprintf(events[i].name, sizeof events[i].name, "Kim %d", i);
    }
    assert_true(cove_keep(&house->cove, events, MANY, NULL));
}

/* One bit, in what was kept first. */
static void damage(const House *house)
{
    char *path = path_join(house->folder, "record.db"), *bytes;
    size_t size;
    assert_true(file_read(path, 1u << 24, &bytes, &size, NULL));
    assert_true(size > 200 * 4096);
    bytes[20 * 4096 + 2000] ^= 1;
    assert_true(file_write(path, bytes, size, NULL));
    free(bytes);
    free(path);
}

static void open_damaged(House *house, int days, bool damaged)
{
    house_open(house, NULL, true, 1280, 720);
    (void)house_family(house, TIER_T2, "Ash");
    fill(house);
    house_restart(house); /* what came last is read by the next start */
    cove_close(&house->cove);
    if (damaged) {
        damage(house);
    }
    house->time.wall += days * (int64_t)DAY_MS;
    house_restart(house);
}

static bool goes_on(House *house)
{
    return keeper_check(house->cove.keeper).state == CHECK_GOES_ON;
}

/* On a busy computer the check may be over before it is asked for the first time. */
static void wait_for_check(House *house)
{
    for (int64_t wait = stage_wait_ms(house->stage); goes_on(house);
         wait = stage_wait_ms(house->stage)) {
        assert_in_range(wait, 0, 1000);
        usleep(500);
    }
}

static void unlock_by_hand(House *house)
{
    press(house, ui_words(house, TIER_AD, "ui.door.helper"));
    type_in(house, ui_words(house, TIER_AD, "ui.lock.passphrase"), HOUSE_PASSPHRASE);
    press(house, ui_words(house, TIER_AD, "ui.lock.open"));
    wait_ms(house, 100);
}

/* Somebody reads what is damaged. */
static void come_to_it(House *house)
{
    LogEntry *log;
    size_t count;
    assert_false(keeper_log(house->cove.keeper, &log, &count, NULL));
    assert_non_null(keeper_damage(house->cove.keeper));
    wait_ms(house, 100);
}

static void the_check_says_that_all_is_well(void **state)
{
    (void)state;
    House house;
    open_damaged(&house, 8, false);
    wait_for_check(&house);
    go_to_helper(&house);
    expect_text(&house, WORD("ui.safe.looked"));
    house_restart(&house);
    go_to_helper(&house);
    expect_no_text(&house, WORD("ui.safe.looked"));
    house_close(&house);
}

static void the_check_finds_damage_behind_the_passphrase(void **state)
{
    (void)state;
    House house;
    open_damaged(&house, 8, true);
    stage_clear_to(house.stage, screen_helper_room(&house.cove, house.stage));
    wait_for_check(&house);
    wait_ms(&house, 100);
    expect_screen(&house, "damaged");
    assert_null(house.cove.keeper);
    press(&house, WORD("ui.safe.go-on"));
    wait_ms(&house, 100);
    expect_text(&house, "The damaged file was kept");
    press(&house, WORD("ui.safe.to-room"));
    expect_text(&house, "Harbor");
    house_close(&house);
}

/* ---- reading that takes its time ---- */

enum { LONG = 16 };

/* The outline is gone, and nobody waits for what is read; false when that was over all the same. */
static bool is_seen_reading(House *house)
{
    cove_close(&house->cove);
    char *outline = path_join(house->folder, OUTLINE_FILE);
    assert_int_equal(unlink(outline), 0);
    free(outline);
    stage_clear_to(house->stage, screen_door(&house->cove, house->stage));
    int64_t usual = house->cove.keep_wait_ms;
    house->cove.keep_wait_ms = 1;
    unlock_by_hand(house);
    house->cove.keep_wait_ms = usual;
    return house->cove.opening != NULL;
}

/* On a busy computer it may be over before the page is drawn: then again. */
static void open_without_outline(House *house)
{
    int tries = 1;
    house_open(house, NULL, true, 1280, 720);
    (void)house_family(house, TIER_T2, "Ash");
    for (int i = 0; i < LONG; i++) {
        fill(house);
    }
    while (!is_seen_reading(house)) {
        assert_true(++tries < 20);
    }
    expect_screen(house, "unlock");
    expect_text(house, ui_words(house, TIER_AD, "ui.lock.reading"));
}

static void wait_for_room(House *house)
{
    for (int i = 0; house->cove.opening; i++) {
        assert_true(i < 60000);
        assert_int_equal(stage_wait_ms(house->stage), 100);
        usleep(1000);
        wait_ms(house, 100);
    }
    expect_screen(house, "helper-room");
    expect_text(house, "Harbor");
}

static void a_long_reading_is_shown_and_ends_by_itself(void **state)
{
    (void)state;
    House house;
    open_without_outline(&house);
    wait_for_room(&house);
    house_close(&house);
}

static void a_long_reading_can_be_left(void **state)
{
    (void)state;
    House house;
    open_without_outline(&house);
    press(&house, WORD("ui.lock.not-now"));
    expect_screen(&house, "door");
    assert_null(house.cove.opening);
    assert_null(house.cove.opening_vault);
    unlock_by_hand(&house);
    wait_for_room(&house);
    house_close(&house);
}

static void after_sleep_it_asks_again(void **state)
{
    (void)state;
    House house;
    open_without_outline(&house);
    house.time.wall += 10 * 60000;
    wait_ms(&house, 100);
    expect_screen(&house, "door");
    assert_null(house.cove.keeper);
    assert_null(house.cove.opening_vault);
    house_close(&house);
}

/* ---- damage that is read ---- */

static void a_page_that_reads_damage_leads_to_rescue(void **state)
{
    (void)state;
    House house;
    open_damaged(&house, 0, true);
    go_to_helper(&house);
    press(&house, WORD("ui.log.title"));
    wait_ms(&house, 100);
    expect_screen(&house, "damaged");
    press(&house, WORD("ui.safe.leave"));
    expect_screen(&house, "door");
    assert_null(house.cove.safe.rescue);
    unlock_by_hand(&house); /* and it is not forgotten */
    expect_screen(&house, "damaged");
    house_close(&house);
}

static void a_child_sees_the_door_and_the_helper_is_asked(void **state)
{
    (void)state;
    House house;
    open_damaged(&house, 0, true);
    press(&house, "Ash");
    expect_screen(&house, "play");
    come_to_it(&house);
    expect_screen(&house, "door");
    expect_text(&house, ui_words(&house, TIER_T2, "ui.safe.found"));
    expect_no_text(&house, WORD("ui.safe.damaged"));
    assert_null(house.cove.vault);
    press(&house, WORD("ui.error.go-on"));
    unlock_by_hand(&house);
    expect_screen(&house, "damaged");
    house_close(&house);
}

static void the_cover_stays_over_it(void **state)
{
    (void)state;
    House house;
    open_damaged(&house, 0, true);
    go_to_helper(&house);
    stage_cover(house.stage);
    wait_ms(&house, 16);
    come_to_it(&house);
    expect_no_text(&house, WORD("ui.safe.damaged"));
    assert_null(house.cove.vault);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_check_says_that_all_is_well),
        cmocka_unit_test(the_check_finds_damage_behind_the_passphrase),
        cmocka_unit_test(a_long_reading_is_shown_and_ends_by_itself),
        cmocka_unit_test(a_long_reading_can_be_left),
        cmocka_unit_test(after_sleep_it_asks_again),
        cmocka_unit_test(a_page_that_reads_damage_leads_to_rescue),
        cmocka_unit_test(a_child_sees_the_door_and_the_helper_is_asked),
        cmocka_unit_test(the_cover_stays_over_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
