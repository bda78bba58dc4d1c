/* Backups and damage, as a helper meets them. */
#include "screen/house.h"
#include "screen/safekeeping.h"

#include "base/file.h"
#include "record/record_copies.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WORD(id) ui_words(&house, TIER_AD, id)

enum { DAY_MS = 24 * 60 * 60 * 1000 };

/* A family in a locked record, and the helper's room. */
static void come_in(House *house)
{
    house_open(house, NULL, true, 1280, 720);
    (void)house_family(house, TIER_T2, "Ash");
    go_to_helper(house);
}

static void wait_for_backup(House *house)
{
    for (int i = 0; i < 500 && safekeeping_making(&house->cove); i++) {
        wait_ms(house, 50);
    }
    assert_false(safekeeping_making(&house->cove));
    assert_int_not_equal(house->cove.safe.said, SAFE_SAID_FAILED);
}

static size_t copies(const House *house)
{
    return record_copy_count(keeper_record(house->cove.keeper));
}

static size_t backups(const House *house)
{
    Backups all = safekeeping_backups(&house->cove);
    size_t count = all.count;
    backups_clear(&all);
    return count;
}

static char *dump_of(const House *house)
{
    return record_dump(keeper_record(house->cove.keeper));
}

static void one_is_made_each_day_the_helper_is_here(void **state)
{
    (void)state;
    House house;
    come_in(&house);
    wait_for_backup(&house);
    assert_int_equal(backups(&house), 1);
    assert_int_equal(copies(&house), 1);
    for (int day = 0; day < 3; day++) {
        house_restart(&house);
        go_to_helper(&house);
        wait_for_backup(&house);
        assert_int_equal(backups(&house), 1 + day);
        house_restart(&house); /* again on the same day: no second one */
        go_to_helper(&house);
        assert_false(safekeeping_making(&house.cove));
        house.time.wall += DAY_MS;
    }
    house_close(&house);
}

static void none_is_made_in_a_childs_sitting(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    (void)house_family(&house, TIER_T2, "Ash");
    press(&house, "Ash");
    wait_ms(&house, 2000);
    assert_int_equal(backups(&house), 0);
    house_close(&house);
}

static void what_is_being_made_ends_with_the_lock(void **state)
{
    (void)state;
    House house;
    come_in(&house);
    assert_true(safekeeping_making(&house.cove));
    press(&house, WORD("ui.lock.now"));
    assert_false(safekeeping_making(&house.cove));
    assert_int_equal(backups(&house), 0);
    house_close(&house);
}

static void a_copy_elsewhere_is_asked_for_after_a_week(void **state)
{
    (void)state;
    House house;
    char stick[300];
    come_in(&house);
    wait_for_backup(&house);
    expect_no_text(&house, WORD("ui.safe.due"));
    house.time.wall += 8 * (int64_t)DAY_MS;
    house_restart(&house);
    go_to_helper(&house);
    wait_for_backup(&house);
    expect_text(&house, WORD("ui.safe.due"));
    press(&house, WORD("ui.safe.elsewhere"));
    expect_text(&house, WORD("ui.safe.outside-none"));
    snprintf(stick, sizeof stick, "%s-stick", house.folder);
    assert_int_equal(mkdir(stick, 0700), 0);
    type_in(&house, WORD("ui.safe.folder"), stick);
    press(&house, WORD("ui.safe.copy"));
    wait_for_backup(&house);
    expect_text(&house, WORD("ui.safe.made"));
    press(&house, WORD("ui.safe.look"));
    press(&house, WORD("ui.back"));
    expect_no_text(&house, WORD("ui.safe.due"));
    Backups all = backups_in(stick);
    assert_int_equal(all.count, 1);
    backups_clear(&all);
    char command[400];
    snprintf(command, sizeof command, "rm -r '%s'", stick);
    assert_int_equal(system(command), 0);
    house_close(&house);
}

static void a_folder_that_is_not_there_is_said(void **state)
{
    (void)state;
    House house;
    come_in(&house);
    wait_for_backup(&house);
    press(&house, WORD("ui.safe.title"));
    type_in(&house, WORD("ui.safe.folder"), "/nowhere/at/all");
    press(&house, WORD("ui.safe.copy"));
    expect_text(&house, "This folder is not there");
    house_close(&house);
}

/* As it was before: the same words on every page, and what came later is kept aside. */
static void going_back_to_a_backup(void **state)
{
    (void)state;
    House house;
    come_in(&house);
    char *said = dump_of(&house);
    wait_for_backup(&house);
    type_in(&house, WORD("ui.helper.case-name"), "Another");
    press(&house, WORD("ui.helper.new-case"));
    press(&house, WORD("ui.helper.title"));
    press(&house, WORD("ui.safe.title"));
    Backups all = safekeeping_backups(&house.cove);
    press(&house, all.list[0].when);
    backups_clear(&all);
    expect_screen(&house, "helper-backup");
    expect_text(&house, "fewer than now");
    press(&house, WORD("ui.safe.go-back"));
    wait_ms(&house, 100);
    expect_text(&house, "The record is as it was on");
    press(&house, WORD("ui.safe.unlock"));
    house_unlock(&house);
    char *now = dump_of(&house);
    assert_string_equal(now, said);
    char *aside = path_join(house.folder, "replaced");
    assert_true(folder_exists(aside));
    free(aside);
    free(now);
    free(said);
    house_close(&house);
}

static size_t times_put_back(const House *house)
{
    const Record *record = keeper_record(house->cove.keeper);
    size_t times = 0;
    for (size_t i = 0; i < record_log_count(record); i++) {
        times += record_log_at(record, i)->act == LOG_RESTORED;
    }
    return times;
}

static void going_back_is_in_the_log_once(void **state)
{
    (void)state;
    House house;
    come_in(&house);
    wait_for_backup(&house);
    press(&house, WORD("ui.safe.title"));
    Backups all = safekeeping_backups(&house.cove);
    press(&house, all.list[0].when);
    backups_clear(&all);
    press(&house, WORD("ui.safe.go-back"));
    wait_ms(&house, 100);
    press(&house, WORD("ui.safe.unlock"));
    for (int times = 0; times < 2; times++) {
        type_in(&house, WORD("ui.lock.passphrase"), HOUSE_PASSPHRASE);
        press(&house, WORD("ui.lock.open"));
        wait_ms(&house, 100);
        assert_int_equal(times_put_back(&house), 1);
        press(&house, WORD("ui.lock.now"));
        press(&house, WORD("ui.door.helper"));
    }
    house_close(&house);
}

/* ---- damage ---- */

static void damage(const House *house, const char *how)
{
    char *path = path_join(house->folder, "record.db"), *bytes;
    size_t size;
    assert_true(file_read(path, 1u << 24, &bytes, &size, NULL));
    if (strcmp(how, "all") == 0) {
        memset(bytes, 'x', size);
    } else {
        bytes[size - 200] ^= 1; /* in an entry: they fill pages from their ends */
    }
    assert_true(file_write(path, bytes, size, NULL));
    free(bytes);
    free(path);
}

static void lock_and_damage(House *house, const char *how)
{
    press(house, ui_words(house, TIER_AD, "ui.lock.now"));
    damage(house, how);
    press(house, ui_words(house, TIER_AD, "ui.door.helper"));
    type_in(house, ui_words(house, TIER_AD, "ui.lock.passphrase"), HOUSE_PASSPHRASE);
    press(house, ui_words(house, TIER_AD, "ui.lock.open"));
    wait_ms(house, 100);
    expect_screen(house, "damaged");
}

static void goes_on_with_what_can_be_read(void **state)
{
    (void)state;
    House house;
    come_in(&house);
    wait_for_backup(&house);
    lock_and_damage(&house, "bit");
    press(&house, WORD("ui.safe.go-on"));
    wait_ms(&house, 100);
    expect_text(&house, "The damaged file was kept");
    press(&house, WORD("ui.safe.to-room"));
    expect_screen(&house, "helper-room");
    expect_text(&house, "Harbor");
    press(&house, WORD("ui.safe.title"));
    expect_text(&house, WORD("ui.safe.lost-title"));
    assert_int_equal(times_put_back(&house), 1);
    house_restart(&house); /* and it stays so */
    go_to_helper(&house);
    expect_text(&house, "Harbor");
    house_close(&house);
}

static void nothing_can_be_read_but_a_backup(void **state)
{
    (void)state;
    House house;
    come_in(&house);
    char *said = dump_of(&house);
    wait_for_backup(&house);
    lock_and_damage(&house, "all");
    press(&house, WORD("ui.safe.choose"));
    Backups all = safekeeping_backups(&house.cove);
    press(&house, all.list[0].when);
    backups_clear(&all);
    press(&house, WORD("ui.safe.go-back"));
    wait_ms(&house, 100);
    press(&house, WORD("ui.safe.unlock"));
    house_unlock(&house);
    char *now = dump_of(&house);
    assert_string_equal(now, said);
    free(now);
    free(said);
    house_close(&house);
}

static void left_alone_it_stays_as_it_is(void **state)
{
    (void)state;
    House house;
    come_in(&house);
    wait_for_backup(&house);
    lock_and_damage(&house, "bit");
    press(&house, WORD("ui.safe.leave"));
    expect_screen(&house, "door");
    assert_null(house.cove.safe.rescue);
    char *kept = path_join(house.folder, "damaged");
    assert_false(folder_exists(kept));
    free(kept);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_is_made_each_day_the_helper_is_here),
        cmocka_unit_test(none_is_made_in_a_childs_sitting),
        cmocka_unit_test(what_is_being_made_ends_with_the_lock),
        cmocka_unit_test(a_copy_elsewhere_is_asked_for_after_a_week),
        cmocka_unit_test(a_folder_that_is_not_there_is_said),
        cmocka_unit_test(going_back_to_a_backup),
        cmocka_unit_test(going_back_is_in_the_log_once),
        cmocka_unit_test(goes_on_with_what_can_be_read),
        cmocka_unit_test(nothing_can_be_read_but_a_backup),
        cmocka_unit_test(left_alone_it_stays_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
