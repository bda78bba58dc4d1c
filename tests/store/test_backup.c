/* Backups: whole, checked before they are called so, kept by their dates, and never in the way of
 * what is being written. */
#include "base/file.h"
#include "record/story.h"
#include "store/backup.h"
#include "store/sqlite_check.h"
#include "store/folder.h"
#include "store/seal_old.h"
#include "store/sealed_folder.h"
#include "store/store_locked.h"
#include "store/told_folder.h"
#include "vault/key_look.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { DAY = 24 * 60 * 60 * 1000 };

static int64_t noon(int year, int month, int day)
{
    return (backup_day(year, month, day) * DAY) + DAY / 2;
}

/* ---- dates ---- */

static void test_days(void **state)
{
    (void)state;
    assert_int_equal(backup_day(1970, 1, 1), 0);
    assert_int_equal(backup_day(1969, 12, 31), -1);
    assert_int_equal(backup_day(2000, 2, 29), 11016);
    assert_int_equal(backup_day(2000, 3, 1), 11017);
    for (int64_t day = -40000; day < 80000; day += 17) {
        time_t at = (time_t)(day * 86400);
        struct tm parts;
        gmtime_r(&at, &parts);
        assert_int_equal(backup_day(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday), day);
    }
}

static size_t kept(const bool *keep, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        kept += keep[i];
    }
    return kept;
}

static uint64_t draw(uint64_t *chance)
{
    *chance = *chance * 6364136223846793005u + 1442695040888963407u;
    return *chance >> 33;
}

static int month_of(int64_t day)
{
    time_t at = (time_t)(day * 86400);
    struct tm parts;
    gmtime_r(&at, &parts);
    return parts.tm_year * 12 + parts.tm_mon;
}

/* How many days, weeks or months with a backup are newer than that of `index`. */
static int newer_spans(const BackupTime *times, size_t count, size_t index, int kind)
{
    int64_t seen[64] = {0};
    int found = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t day = times[i].day, own = times[index].day;
        int64_t span = kind == 0 ? day : kind == 1 ? (day + 3) / 7 : month_of(day);
        int64_t mine = kind == 0 ? own : kind == 1 ? (own + 3) / 7 : month_of(own);
        bool known = span <= mine;
        for (int s = 0; s < found; s++) {
            known = known || seen[s] == span;
        }
        if (!known && found < 64) {
            seen[found++] = span;
        }
    }
    return found;
}

static bool last_of_span(const BackupTime *times, size_t count, size_t index, int kind)
{
    for (size_t i = 0; i < count; i++) {
        int64_t day = times[i].day, own = times[index].day;
        bool same = kind == 0   ? day == own
                    : kind == 1 ? (day + 3) / 7 == (own + 3) / 7
                                : month_of(day) == month_of(own);
        bool later = day > own || (day == own && times[i].minute > times[index].minute);
        if (same && later) {
            return false;
        }
    }
    return true;
}

/* The rule, said the slow way. */
static void test_kept_by_dates(void **state)
{
    (void)state;
    enum { MOST = 60 };
    static const int limits[] = {BACKUP_DAYS, BACKUP_WEEKS, BACKUP_MONTHS};
    uint64_t chance = 7;
    for (int turn = 0; turn < 3000; turn++) {
        BackupTime times[MOST];
        bool keep[MOST];
        size_t count = draw(&chance) % MOST + 1;
        int64_t spread = (int64_t)(draw(&chance) % 900) + 1;
        for (size_t i = 0; i < count; i++) { /* minutes are all different: no two are one moment */
            times[i] = (BackupTime){20000 + (int64_t)draw(&chance) % spread, (int)(i * 7 % 1440)};
        }
        backup_keep(times, count, keep);
        for (size_t i = 0; i < count; i++) {
            bool stays = false;
            for (int kind = 0; kind < 3; kind++) {
                stays = stays || (last_of_span(times, count, i, kind) &&
                                  newer_spans(times, count, i, kind) < limits[kind]);
            }
            assert_int_equal(keep[i], stays);
        }
        assert_true(kept(keep, count) <= BACKUP_DAYS + BACKUP_WEEKS + BACKUP_MONTHS);
    }
}

/* A clock that was wrong for a day costs at most one of the days, weeks and months. */
static void test_clock_jumps(void **state)
{
    (void)state;
    enum { DAYS = 400 };
    BackupTime times[DAYS + 1];
    bool before[DAYS + 1], after[DAYS + 1];
    for (int i = 0; i < DAYS; i++) {
        times[i] = (BackupTime){20000 + i, 600};
    }
    static const int64_t jumps[] = {0, 20000 - 3650, 20000 + DAYS + 3650, 2932896};
    for (size_t jump = 0; jump < sizeof jumps / sizeof *jumps; jump++) {
        times[DAYS] = (BackupTime){jumps[jump], 600};
        backup_keep(times, DAYS, before);
        backup_keep(times, DAYS + 1, after);
        int lost = 0;
        for (int i = 0; i < DAYS; i++) {
            lost += before[i] && !after[i];
        }
        assert_true(lost <= 3);
        assert_true(after[DAYS - 1]);
    }
}

static void test_names(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",
                                        "2026-11-22",
                                        "2026-11-22-1405.part",
                                        "2026-11-22-1405-",
                                        "2026-11-22-1405-x",
                                        "2026-11-22-1405-2-3",
                                        "2026-13-22-1405",
                                        "2026-00-22-1405",
                                        "2026-11-32-1405",
                                        "2026-11-22-2460",
                                        "2026-11-22-14050",
                                        "pebblecove-",
                                        "pebblecove-2026-11-22",
                                        "pebblecove-pebblecove-2026-11-22-1405"};
    Backup backup;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        if (backup_name_read(wrong[i], &backup)) {
            fail_msg("\"%s\" was taken for a backup", wrong[i]);
        }
    }
    assert_true(backup_name_read("pebblecove-2026-11-22-1405-12", &backup));
    assert_string_equal(backup.when, "2026-11-22 14:05");
    assert_int_equal(backup.time.day, backup_day(2026, 11, 22));
    assert_int_equal(backup.time.minute, 14 * 60 + 5);
}

/* ---- making ---- */

static void finish(BackupRun *run)
{
    Error error = {0};
    BackupStep step;
    do {
        step = backup_step(run, 3, &error);
    } while (step == BACKUP_GOES_ON);
    if (step != BACKUP_DONE) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

static char *make_one(const char *folder, int64_t wall)
{
    BackupRun *run;
    Vault *vault = sealed_folder_vault(folder);
    Store *store;
    assert_true(store_open_sealed(folder, vault, &store, NULL));
    assert_true(backup_begin(store, folder, wall, &run, NULL));
    finish(run);
    char *path = path_join(backup_place(run), "");
    backup_end(run);
    store_close(store);
    vault_close(vault);
    return path;
}

/* A backup is a whole data folder: it opens with the same passphrase and says the same. */
static void test_is_the_record(void **state)
{
    const char *folder = *state;
    told_make(folder, 200);
    char *said = told_read(folder, NULL);
    char *path = make_one(folder, noon(2026, 11, 22));
    Backups all;
    char *place = path_join(folder, BACKUPS_FOLDER);
    all = backups_in(place);
    assert_int_equal(all.count, 1);
    assert_int_equal(all.list[0].entries, 200 + TOLD_BEFORE_MOVES);
    backups_clear(&all);
    Error error = {0};
    char *copied = told_read(path, &error);
    assert_non_null(copied);
    assert_string_equal(copied, said);
    folder_empty(folder);
    free(copied);
    free(said);
    free(path);
    free(place);
}

/* What is kept while it is copied is in the copy or is not, and all of it is in the record. */
static void test_goes_on_meanwhile(void **state)
{
    const char *folder = *state;
    told_make(folder, 300);
    Vault *vault = sealed_folder_vault(folder);
    Store *store;
    BackupRun *run;
    Error error = {0};
    assert_true(store_open_sealed(folder, vault, &store, NULL));
    assert_true(backup_begin(store, folder, noon(2026, 11, 22), &run, NULL));
    BackupStep step;
    int more = 0;
    do {
        Event move = story_move(1, "place", "card");
        move.belongs = whose_case(story_id('c', 1));
        assert_true(more >= 20 || store_append(store, &move, 1, &error));
        more++;
        step = backup_step(run, 1, &error);
    } while (step == BACKUP_GOES_ON);
    assert_int_equal(step, BACKUP_DONE);
    assert_true(more > 20);
    assert_int_equal(backup_entries(run), 300 + TOLD_BEFORE_MOVES + 20);
    char *copied = told_read(backup_place(run), &error);
    backup_end(run);
    store_close(store);
    vault_close(vault);
    char *said = told_read(folder, NULL);
    assert_string_equal(copied, said);
    free(copied);
    free(said);
}

static void test_given_up(void **state)
{
    const char *folder = *state;
    told_make(folder, 100);
    Vault *vault = sealed_folder_vault(folder);
    Store *store;
    BackupRun *run;
    assert_true(store_open_sealed(folder, vault, &store, NULL));
    for (int turn = 0; turn < 3; turn++) {
        assert_true(backup_begin(store, folder, noon(2026, 11, 22), &run, NULL));
        assert_int_equal(backup_step(run, 2, NULL), BACKUP_GOES_ON);
        assert_false(folder_exists(backup_place(run)));
        backup_end(run);
    }
    char *place = path_join(folder, BACKUPS_FOLDER), **names;
    size_t count;
    assert_true(folder_list(place, &names, &count, NULL));
    assert_int_equal(count, 0);
    file_names_free(names, count);
    free(place);
    assert_true(backup_begin(store, folder, noon(2026, 11, 22), &run, NULL));
    finish(run); /* another one begun before does not end in this one */
    backup_end(run);
    store_close(store);
    vault_close(vault);
}

/* Four hundred days of use. */
static void test_old_ones_make_room(void **state)
{
    const char *folder = *state;
    told_make(folder, 3);
    Vault *vault = sealed_folder_vault(folder);
    Store *store;
    assert_true(store_open_sealed(folder, vault, &store, NULL));
    for (int day = 0; day < 400; day += day < 380 ? 6 : 1) {
        BackupRun *run;
        assert_true(backup_begin(store, folder, noon(2026, 1, 1) + (int64_t)day * DAY, &run, NULL));
        finish(run);
        assert_true(folder_exists(backup_place(run)));
        backup_end(run);
    }
    store_close(store);
    vault_close(vault);
    char *place = path_join(folder, BACKUPS_FOLDER);
    Backups all = backups_in(place);
    assert_in_range(all.count, BACKUP_MONTHS + 6, BACKUP_DAYS + BACKUP_WEEKS + BACKUP_MONTHS);
    backups_clear(&all);
    free(place);
}

static void test_outside(void **state)
{
    const char *folder = *state;
    told_make(folder, 5);
    char *stick = path_join(folder, "stick");
    BackupRun *run;
    Store *store;
    Error error = {0};
    assert_true(store_locked_open(folder, &store, &error)); /* nobody knows the passphrase */
    assert_false(backup_begin_outside(store, folder, stick, noon(2026, 11, 22), &run, &error));
    assert_non_null(strstr(error.sentence, "not there"));
    assert_true(folder_make(stick, NULL));
    for (int turn = 0; turn < 2; turn++) {
        assert_true(backup_begin_outside(store, folder, stick, noon(2026, 11, 22), &run, &error));
        finish(run);
        backup_end(run);
    }
    store_close(store);
    Backups all = backups_in(stick);
    assert_int_equal(all.count, 2);
    char *copied = told_read(all.list[1].path, NULL), *said = told_read(folder, NULL);
    assert_string_equal(copied, said);
    free(copied);
    free(said);
    backups_clear(&all);
    free(stick);
}

/* ---- checking ---- */

/* Of every changed byte: noticed, or no entry says anything else. */
static void test_check_notices(void **state)
{
    const char *folder = *state;
    told_make(folder, 20);
    char *copy = make_one(folder, noon(2026, 11, 22)), *path = path_join(copy, STORE_FILE);
    char *bytes;
    size_t size;
    KeyLook keys;
    RecordCheck first, found;
    assert_true(vault_look(folder, &keys, NULL));
    assert_true(record_check(path, keys.store, RECORD_TIDIED, &first, NULL));
    assert_true(file_read(path, 1u << 24, &bytes, &size, NULL));
    uint64_t chance = 3;
    int noticed = 0;
    for (int turn = 0; turn < 300; turn++) {
        size_t at = draw(&chance) % size;
        char bit = (char)(1u << draw(&chance) % 8);
        Error error = {0};
        bytes[at] = (char)(bytes[at] ^ bit);
        assert_true(file_write(path, bytes, size, NULL));
        bytes[at] = (char)(bytes[at] ^ bit);
        if (record_check(path, keys.store, RECORD_AS_FOUND, &found, &error)) {
            assert_int_equal(found.entries, first.entries);
            assert_memory_equal(found.head, first.head, SEAL_HASH);
        } else {
            assert_true(error.sentence[0]);
            noticed++;
        }
    }
    assert_true(noticed > 30); /* most of the bytes of a small file are in no entry */
    free(bytes);
    free(copy);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_kept_by_dates),
        cmocka_unit_test(test_clock_jumps),
        cmocka_unit_test(test_names),
        cmocka_unit_test_setup_teardown(test_is_the_record, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_goes_on_meanwhile, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_given_up, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_old_ones_make_room, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_outside, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_check_notices, folder_set_up, folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
