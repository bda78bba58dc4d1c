/* Damaged records: every damage that changes an answer is noticed, what is not damaged is read, and
 * the damaged file stays. COVE_FLIPS and COVE_PAGES ask for more turns: tools/soak corrupt. */
#include "base/file.h"
#include "base/memory.h"
#include "record/record_copies.h"
#include "record/story.h"
#include "store/backup.h"
#include "store/carve.h"
#include "store/erase.h"
#include "store/folder.h"
#include "store/mark.h"
#include "store/salvage.h"
#include "store/seal_old.h"
#include "store/sealed_folder.h"
#include "store/told_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { MOVES = 60, PAGE = 4096, NOON = 12 * 60 * 60 * 1000 };

static uint64_t draw(uint64_t *chance)
{
    *chance = *chance * 6364136223846793005u + 1442695040888963407u;
    return *chance >> 33;
}

/* ---- files ---- */

typedef struct Bytes {
    char *bytes;
    size_t size;
} Bytes;

static const char *const names[] = {STORE_FILE, MARK_FILE, VAULT_FILE};

enum { FILES = sizeof names / sizeof *names };

static Bytes take(const char *folder, const char *name)
{
    Bytes file = {0};
    char *path = path_join(folder, name);
    assert_true(file_read(path, 1u << 26, &file.bytes, &file.size, NULL));
    free(path);
    return file;
}

static void put(const char *folder, const char *name, const Bytes *file)
{
    char *path = path_join(folder, name);
    assert_true(file_write(path, file->bytes, file->size, NULL));
    free(path);
}

static void put_all(const char *folder, const Bytes files[FILES])
{
    folder_empty(folder);
    for (size_t i = 0; i < FILES; i++) {
        put(folder, names[i], &files[i]);
    }
}

static void take_all(const char *folder, Bytes files[FILES])
{
    for (size_t i = 0; i < FILES; i++) {
        files[i] = take(folder, names[i]);
    }
}

static void clear_all(Bytes files[FILES])
{
    for (size_t i = 0; i < FILES; i++) {
        free(files[i].bytes);
    }
}

/* Large and small entries, so that some have pages of their own. */
static void make_record(const char *folder)
{
    told_make(folder, MOVES);
    Vault *vault = sealed_folder_vault(folder);
    Keeper *keeper = told_open(folder, vault);
    for (int i = 0; i < 4; i++) {
        char words[20000];
        memset(words, 'a' + i, sizeof words - 1);
        words[sizeof words - 1] = '\0';
        Event large = story_frozen(1, 1 + i, words);
        assert_true(keeper_keep(keeper, &large, 1, NULL));
        told_moves(keeper, 5);
    }
    keeper_close(keeper);
    vault_close(vault);
}

enum { ENTRIES = TOLD_BEFORE_MOVES + MOVES + 4 * 6 };

/* ---- damage ---- */

static SalvageTold salvage_in(const char *folder)
{
    SalvageTold told;
    Error error = {0};
    Vault *vault = sealed_folder_vault(folder);
    if (!store_salvage(folder, vault, NOON, &told, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    vault_close(vault);
    return told;
}

static void assert_kept(const char *folder, const Bytes *damaged)
{
    char *kept = path_join(folder, "damaged/1970-01-01-1200");
    Bytes file = take(kept, STORE_FILE);
    assert_int_equal(file.size, damaged->size);
    assert_memory_equal(file.bytes, damaged->bytes, file.size);
    free(file.bytes);
    free(kept);
}

static void assert_opens(const char *folder)
{
    Error error = {0};
    char *dump = told_read(folder, &error);
    if (!dump) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    free(dump);
}

/* Returns how many entries were lost; -1 when nothing was noticed, and so nothing was changed. */
static int64_t try_damage(const char *folder, const Bytes files[FILES], const char *said)
{
    put_all(folder, files);
    char *dump = told_read(folder, NULL);
    if (dump) {
        assert_string_equal(dump, said);
        free(dump);
        return -1;
    }
    put(folder, STORE_FILE, &files[0]); /* SQLite may have looked into it */
    SalvageTold told = salvage_in(folder);
    assert_kept(folder, &files[0]);
    assert_opens(folder);
    assert_int_equal(told.entries, ENTRIES);
    return (int64_t)(told.entries - told.read);
}

static int turns(const char *name, int usual)
{
    const char *asked = getenv(name);
    return asked ? (int)strtol(asked, NULL, 10) : usual;
}

typedef struct Damages {
    const char *folder;
    Bytes files[FILES];
    char *said;
    uint64_t chance;
    int noticed;
    int64_t lost;
} Damages;

static void damages_begin(Damages *damages, const char *folder)
{
    make_record(folder);
    *damages = (Damages){.folder = folder, .chance = 5, .said = told_read(folder, NULL)};
    take_all(folder, damages->files);
}

static void damages_end(Damages *damages, const char *what, int count)
{
    printf("%d %s: %d noticed, %d changed nothing that is read; %lld entries of %lld lost\n", count,
           what, damages->noticed, count - damages->noticed, (long long)damages->lost,
           (long long)damages->noticed * ENTRIES);
    clear_all(damages->files);
    free(damages->said);
}

/* One bit is in one entry, so at most one is lost. */
static void test_flipped_bits(void **state)
{
    Damages damages;
    int count = turns("COVE_FLIPS", 60);
    damages_begin(&damages, *state);
    Bytes *record = &damages.files[0];
    for (int i = 0; i < count; i++) {
        size_t at = draw(&damages.chance) % record->size;
        char bit = (char)(1u << draw(&damages.chance) % 8);
        record->bytes[at] = (char)(record->bytes[at] ^ bit);
        int64_t lost = try_damage(damages.folder, damages.files, damages.said);
        record->bytes[at] = (char)(record->bytes[at] ^ bit);
        assert_true(lost <= 1);
        damages.noticed += lost >= 0;
        damages.lost += lost > 0 ? lost : 0;
    }
    assert_true(damages.noticed > 0);
    damages_end(&damages, "flipped bits", count);
}

typedef struct OnPage {
    uint64_t page;
    int count;
} OnPage;

static void count_on_page(void *context, const Entry *entry, uint64_t at)
{
    OnPage *on = context;
    (void)entry;
    on->count += at / PAGE == on->page;
}

/* How many entries begin on a page; one that begins elsewhere may go on there. */
static int entries_on(const char *folder, uint64_t page)
{
    OnPage on = {page, 0};
    char *path = path_join(folder, STORE_FILE);
    Carver *carver = carve_open(path);
    carve_all(carver, count_on_page, &on);
    carve_close(carver);
    free(path);
    return on.count > 0 ? on.count : 1;
}

static void break_page(char *page, int kind, uint64_t *chance)
{
    for (int i = 0; i < PAGE; i++) {
        page[i] = kind == 0 ? 0 : (char)draw(chance);
    }
}

static void test_broken_pages(void **state)
{
    Damages damages;
    int count = turns("COVE_PAGES", 30);
    damages_begin(&damages, *state);
    Bytes *record = &damages.files[0];
    for (int i = 0; i < count; i++) {
        char before[PAGE];
        uint64_t page = draw(&damages.chance) % (record->size / PAGE);
        put_all(damages.folder, damages.files);
        int there = entries_on(damages.folder, page);
        memcpy(before, record->bytes + page * PAGE, PAGE);
        break_page(record->bytes + page * PAGE, i % 2, &damages.chance);
        int64_t lost = try_damage(damages.folder, damages.files, damages.said);
        memcpy(record->bytes + page * PAGE, before, PAGE);
        assert_true(lost <= there);
        damages.noticed += lost >= 0;
        damages.lost += lost > 0 ? lost : 0;
    }
    assert_true(damages.noticed > 0);
    damages_end(&damages, "broken pages", count);
}

static void test_cut_short(void **state)
{
    Damages damages;
    damages_begin(&damages, *state);
    size_t whole = damages.files[0].size;
    for (size_t size = 4 * PAGE; size < whole; size += 5 * PAGE + 777) {
        damages.files[0].size = size;
        int64_t lost = try_damage(damages.folder, damages.files, damages.said);
        assert_true(lost != 0);
    }
    damages.files[0].size = whole;
    damages_end(&damages, "cuts", 0);
}

/* What was written last lies in the log, until it is tidied. */
static void test_reads_the_log(void **state)
{
    const char *folder = *state;
    Bytes files[FILES], log;
    told_make(folder, 10);
    Vault *vault = sealed_folder_vault(folder);
    Keeper *keeper = told_open(folder, vault);
    told_moves(keeper, 20);
    take_all(folder, files);
    log = take(folder, STORE_FILE "-wal");
    keeper_close(keeper);
    vault_close(vault);
    char *said = told_read(folder, NULL);
    memset(files[0].bytes, 0, 200); /* neither header nor root of the file */
    put_all(folder, files);
    put(folder, STORE_FILE "-wal", &log);
    SalvageTold told = salvage_in(folder);
    assert_int_equal(told.entries, TOLD_BEFORE_MOVES + 30);
    assert_int_equal(told.read, told.entries);
    char *read = told_read(folder, NULL);
    assert_non_null(strstr(read, "salvage at "));
    assert_memory_equal(read, said, strlen("helper \"Kim\""));
    free(read);
    free(said);
    free(log.bytes);
    clear_all(files);
}

/* ---- what can be made whole, and what cannot ---- */

typedef struct Wreck {
    uint64_t sequence, at;
} Wreck;

static void find_it(void *context, const Entry *entry, uint64_t at)
{
    Wreck *wreck = context;
    if (entry->place.sequence == wreck->sequence) {
        wreck->at = at;
    }
}

/* One bit of its hash: nothing else can be wrong. */
static void wreck_entry(const char *folder, uint64_t sequence)
{
    Wreck wreck = {sequence, 0};
    char *path = path_join(folder, STORE_FILE);
    Carver *carver = carve_open(path);
    carve_all(carver, find_it, &wreck);
    carve_close(carver);
    assert_true(wreck.at > 0);
    Bytes file = take(folder, STORE_FILE);
    file.bytes[wreck.at + 40] ^= 1;
    put(folder, STORE_FILE, &file);
    free(file.bytes);
    free(path);
}

static void back_up(const char *folder)
{
    BackupRun *run;
    BackupStep step;
    Vault *vault = sealed_folder_vault(folder);
    Store *store;
    assert_true(store_open_sealed(folder, vault, &store, NULL));
    assert_true(backup_begin(store, folder, NOON, &run, NULL));
    do {
        step = backup_step(run, 100, NULL);
    } while (step == BACKUP_GOES_ON);
    assert_int_equal(step, BACKUP_DONE);
    backup_end(run);
    store_close(store);
    vault_close(vault);
}

static void test_takes_from_the_backup(void **state)
{
    const char *folder = *state;
    told_make(folder, 20);
    back_up(folder);
    Vault *vault = sealed_folder_vault(folder);
    Keeper *keeper = told_open(folder, vault);
    told_moves(keeper, 5);
    keeper_close(keeper);
    vault_close(vault);
    char *said = told_read(folder, NULL);
    wreck_entry(folder, 2);
    wreck_entry(folder, 9);
    SalvageTold told = salvage_in(folder);
    assert_int_equal(told.entries, TOLD_BEFORE_MOVES + 25);
    assert_int_equal(told.read, told.entries);
    assert_int_equal(told.from_backup, 2);
    assert_int_equal(told.aside + told.mended, 0);
    char *read = told_read(folder, NULL);
    char *more = strstr(read, "salvage at ");
    assert_non_null(more);
    assert_non_null(strstr(more, "\"lost\":[]"));
    assert_memory_equal(read, said, strlen(said));
    free(read);
    free(said);
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = strstr(text, part); at; at = strstr(at + 1, part)) {
        count++;
    }
    return count;
}

/* The case itself is lost: people and sittings of it go on under a sign for it. */
static void test_mends(void **state)
{
    const char *folder = *state;
    told_make(folder, 8);
    wreck_entry(folder, 2);
    SalvageTold told = salvage_in(folder);
    assert_int_equal(told.entries - told.read, 1);
    assert_int_equal(told.mended, 1);
    assert_int_equal(told.aside, 0);
    char *read = told_read(folder, NULL);
    assert_int_equal(count_of(read, "words of move"), 8);
    assert_non_null(strstr(read, "\"lost\":[[2,2]]"));
    free(read);
}

/* The play's start is lost: its moves say nothing without it, and are kept all the same. */
static void test_keeps_aside(void **state)
{
    const char *folder = *state;
    told_make(folder, 8);
    wreck_entry(folder, TOLD_BEFORE_MOVES);
    SalvageTold told = salvage_in(folder);
    assert_int_equal(told.aside, 8);
    assert_int_equal(told.entries - told.read, 1);
    char *read = told_read(folder, NULL);
    assert_non_null(strstr(read, "asides 8"));
    free(read);
}

/* Twice damaged, twice salvaged: what was said of the first time is still there. */
static void test_again(void **state)
{
    const char *folder = *state;
    told_make(folder, 8);
    wreck_entry(folder, 10);
    (void)salvage_in(folder);
    wreck_entry(folder, 3);
    SalvageTold told = salvage_in(folder);
    assert_int_equal(told.entries - told.read, 1);
    char *read = told_read(folder, NULL);
    assert_int_equal(count_of(read, "salvage at "), 2);
    free(read);
    char *second = path_join(folder, "damaged/1970-01-01-1200-2");
    assert_true(folder_exists(second));
    free(second);
}

static void test_nothing_left(void **state)
{
    const char *folder = *state;
    SalvageTold told;
    Error error = {0};
    told_make(folder, 8);
    Bytes file = take(folder, STORE_FILE);
    memset(file.bytes, 'x', file.size);
    put(folder, STORE_FILE, &file);
    Vault *vault = sealed_folder_vault(folder);
    assert_false(store_salvage(folder, vault, NOON, &told, &error));
    assert_int_equal(error.code, ERROR_DAMAGED);
    assert_non_null(strstr(error.sentence, "Nothing of the record can be read"));
    vault_close(vault);
    Bytes after = take(folder, STORE_FILE);
    assert_memory_equal(after.bytes, file.bytes, file.size);
    free(after.bytes);
    free(file.bytes);
}

/* What was erased is not lost, stays erased, and does not come back from a backup. */
static void test_erased_stays_erased(void **state)
{
    const char *folder = *state;
    told_make(folder, 8);
    back_up(folder);
    Vault *vault = sealed_folder_vault(folder);
    Keeper *keeper = told_open(folder, vault);
    Event other = story_case(2);
    assert_true(keeper_keep(keeper, &other, 1, NULL));
    keeper_close(keeper);
    Error error = {0};
    const Whose first = whose_case(story_id('c', 1));
    if (!store_erase(folder, vault, &first, 0, NOON, &error)) {
        fail_msg("%s", error.sentence);
    }
    vault_close(vault);
    wreck_entry(folder, 1);
    SalvageTold told = salvage_in(folder);
    assert_int_equal(told.entries, TOLD_BEFORE_MOVES + 8 + 1);
    assert_int_equal(told.read + told.erased, told.entries);
    assert_int_equal(told.from_backup, 1);
    assert_true(told.erased >= 8);
    char *read = told_read(folder, &error);
    assert_non_null(read);
    assert_null(strstr(read, "words of move"));
    assert_non_null(strstr(read, "helper \"Kim\""));
    free(read);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_flipped_bits, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_broken_pages, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_cut_short, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_reads_the_log, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_takes_from_the_backup, folder_set_up,
                                        folder_tear_down),
        cmocka_unit_test_setup_teardown(test_mends, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_keeps_aside, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_again, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_left, folder_set_up, folder_tear_down),
        cmocka_unit_test_setup_teardown(test_erased_stays_erased, folder_set_up, folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
