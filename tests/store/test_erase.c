/* Erasing one of three cases: nothing of it opens any more, the others are untouched, the chain
 * still checks, and whatever is cut short or changed leaves the record as it was, or erased. */
#include "store/erase.h"

#include "base/file.h"
#include "base/memory.h"
#include "record/story.h"
#include "store/fault_vfs.h"
#include "store/folder.h"
#include "store/keeper.h"
#include "store/seal_old.h"
#include "store/kept_files.h"
#include "store/sealed_folder.h"
#include "store/sqlite_file.h"
#include "vault/erased.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define TYPED "the lighthouse keeper knows"
#define NOTED "a word of the third family"

enum { ROUNDS = 6, WHEN = 1767225 };

/* ---- a record with three cases, one through the other ---- */

static Keeper *keeper_in(const char *folder, Vault *vault)
{
    static ManualClock manual = {.wall = 60000};
    Clock clock = clock_manual(&manual);
    Store *store;
    Keeper *keeper = NULL;
    Error error = {0};
    if (!store_open_sealed(folder, vault, &store, &error) ||
        !keeper_open(store, &clock, &keeper, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    keeper_wait(keeper, 60000); /* however busy the disk is */
    return keeper;
}

static void tell(Keeper *keeper, Event event)
{
    Error error = {0};
    if (!keeper_keep(keeper, &event, 1, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

static void play_a_round(Keeper *keeper, int round)
{
    int family = 1 + round % 3;
    tell(keeper, (Event){.type = EVENT_FAMILY_HERE, .case_id = story_id('c', family)});
    tell(keeper, story_sitting(family, family, round + 1, SETTING_ROOM));
    tell(keeper, story_play(round + 1, round + 1, 0, TIER_T2));
    for (int i = 0; i < 5; i++) {
        Event move = story_move(round + 1, "place", "card");
        PUT(move.move.text, family == 2 ? TYPED : NOTED);
        tell(keeper, move);
    }
    tell(keeper, story_play_ended(round + 1, ENDING_FINISHED));
    tell(keeper, story_sitting_ended(round + 1, ENDING_FINISHED, ""));
}

static void make_record(const char *folder)
{
    sealed_folder_make(folder);
    Vault *vault = sealed_folder_vault(folder);
    Keeper *keeper = keeper_in(folder, vault);
    tell(keeper, story_frozen(0, 1, "words"));
    for (int family = 1; family <= 3; family++) {
        tell(keeper, story_case(family));
        tell(keeper, story_person(family, family, TIER_T2));
    }
    for (int round = 0; round < ROUNDS; round++) {
        play_a_round(keeper, round);
    }
    keeper_close(keeper);
    vault_close(vault);
}

/* What the record says; NULL and *error when it does not open. */
static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

static char *says(const char *folder, Error *error)
{
    Store *store;
    char *dump = NULL;
    Vault *vault = sealed_folder_vault(folder);
    if (store_open_sealed(folder, vault, &store, error)) {
        Record *record = record_new();
        dump = store_each(store, 0, fold, record, error) ? record_dump(record) : NULL;
        record_free(record);
        store_close(store);
    }
    vault_close(vault);
    return dump;
}

static char *says_surely(const char *folder)
{
    Error error = {0};
    char *dump = says(folder, &error);
    if (!dump) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    return dump;
}

static bool erase_case(const char *folder, Vault *vault, int family, Error *error)
{
    const Whose whose = whose_case(story_id('c', family));
    return store_erase(folder, vault, &whose, 1, WHEN, error);
}

static bool erase_second(const char *folder, Error *error)
{
    Vault *vault = sealed_folder_vault(folder);
    bool erased = erase_case(folder, vault, 2, error);
    vault_close(vault);
    return erased;
}

static void erase_surely(const char *folder)
{
    Error error = {0};
    if (!erase_second(folder, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

/* ---- what it must be ---- */

static void assert_erased(const char *dump)
{
    assert_null(strstr(dump, TYPED));
    assert_null(strstr(dump, story_id('p', 2).text));
    assert_non_null(strstr(dump, NOTED));
    assert_non_null(strstr(dump, story_id('p', 1).text));
    assert_non_null(strstr(dump, story_id('p', 3).text));
}

/* Line by line: what the whole record said of the others, the erased one says too. */
static void assert_others_untouched(const char *before, const char *after)
{
    char *copy = memory_copy_string(after), *rest = NULL;
    size_t lines = 0;
    for (char *line = strtok_r(copy, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        bool counts = strncmp(line, "here", 4) == 0 || strncmp(line, "plays", 5) == 0;
        if (!counts && !strstr(before, line)) {
            fail_msg("new after the erasure: %s", line);
        }
        lines++;
    }
    assert_true(lines > 20);
    free(copy);
}

/* ---- whole ---- */

/* With passphrase and all files of the folder: no row of that case opens, and none of its sealed
 * bytes lies anywhere. */
static void nothing_of_it_opens(void **state)
{
    make_record(*state);
    Vault *vault = sealed_folder_vault(*state);
    const Whose second = whose_case(story_id('c', 2));
    Erased *keys;
    size_t key_count = vault_keys_of(vault, &second, &keys);
    assert_int_equal(key_count, 2); /* of the case, of its one person */
    vault_close(vault);
    Rows *rows = rows_of(*state);
    erase_surely(*state);
    vault = sealed_folder_vault(*state);
    size_t gone = 0;
    for (size_t i = 0; i < rows->count; i++) {
        Bytes *row = &rows->rows[i];
        Sealed sealed = {.bytes = row->bytes, .size = row->size};
        memcpy(sealed.key, row->key, SEAL_ID);
        char *plain = NULL;
        size_t size;
        Whose whose;
        bool ours = is_among(keys, key_count, row->key);
        assert_int_equal(vault_unseal(vault, &row->place, &sealed, &plain, &size, &whose), !ours);
        free(plain);
        assert_int_equal(lies_in(*state, row->bytes, row->size), !ours);
        gone += ours;
    }
    assert_true(gone > 15);
    vault_close(vault);
    free(keys);
    rows_free(rows);
}

static void assert_tidy(const char *folder)
{
    char **names;
    size_t count;
    assert_true(folder_list(folder, &names, &count, NULL));
    assert_int_equal(count, 4); /* record, its outline, mark and keys; no log, no journal */
    file_names_free(names, count);
}

static void the_others_are_untouched(void **state)
{
    make_record(*state);
    char *before = says_surely(*state);
    erase_surely(*state);
    char *after = says_surely(*state);
    assert_erased(after);
    assert_others_untouched(before, after);
    assert_tidy(*state);
    free(before);
    free(after);
}

/* The record goes on: new events, another start, another erasure. */
static void the_record_goes_on(void **state)
{
    make_record(*state);
    erase_surely(*state);
    Vault *vault = sealed_folder_vault(*state);
    Keeper *keeper = keeper_in(*state, vault);
    Event again = story_case(2);
    Error error = {0};
    assert_false(keeper_keep(keeper, &again, 1, &error)); /* there is no key for it any more */
    assert_non_null(strstr(error.sentence, "was erased"));
    tell(keeper, (Event){.type = EVENT_ERASED, .case_id = story_id('c', 2)});
    tell(keeper, story_case(7));
    keeper_close(keeper);
    assert_true(erase_case(*state, vault, 3, NULL));
    assert_false(erase_case(*state, vault, 3, &error));
    assert_int_equal(error.code, ERROR_MISSING);
    vault_close(vault);
    char *after = says_surely(*state);
    assert_null(strstr(after, TYPED));
    assert_non_null(strstr(after, story_id('c', 7).text));
    assert_null(strstr(after, story_id('p', 3).text));
    free(after);
}

/* ---- cut short ---- */

static bool erase_in_a_child(const char *folder, DiskFault fault, long at)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        fault_vfs_plan(fault, at, fault == DISK_FULL ? 1000000 : 1);
        (void)erase_second(folder, NULL);
        _exit(fault_vfs_calls() < at ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) || WEXITSTATUS(status) == 1; /* the fault was met */
}

/* With this fault at every call that changes the record's files: as it was, or erased. */
static void cut_short_everywhere(const char *folder, DiskFault fault)
{
    bool met = true;
    long at = 0, kept = 0;
    folder_empty(folder);
    make_record(folder);
    char *before = says_surely(folder);
    Snapshot snapshot = snapshot_of(folder);
    while (met) {
        put_back(&snapshot, folder);
        met = erase_in_a_child(folder, fault, ++at);
        char *after = says_surely(folder);
        if (strcmp(before, after) == 0) {
            kept++;
        } else {
            assert_erased(after);
            assert_others_untouched(before, after);
        }
        free(after);
    }
    snapshot_clear(&snapshot);
    free(before);
    assert_true(at > 10);
    printf("fault %d at %ld calls; the record as it was: %ld times\n", (int)fault, at - 1, kept);
}

static void killed_anywhere(void **state)
{
    cut_short_everywhere(*state, DISK_KILL);
}

static void killed_half_way_through_a_write(void **state)
{
    cut_short_everywhere(*state, DISK_KILL_TORN);
}

static void a_disk_that_fails(void **state)
{
    cut_short_everywhere(*state, DISK_FULL);
    cut_short_everywhere(*state, DISK_IO);
}

/* The key alone was destroyed, and with a sum that is not that of its rows. */
static void a_wrong_sum_is_refused(void **state)
{
    make_record(*state);
    Vault *vault = sealed_folder_vault(*state);
    const Whose second = whose_case(story_id('c', 2));
    Erased *keys;
    size_t count = vault_keys_of(vault, &second, &keys);
    Error error = {0};
    assert_true(vault_erase(vault, keys, count, NULL));
    free(keys);
    vault_close(vault);
    assert_null(says(*state, &error));
    assert_int_equal(error.code, ERROR_DAMAGED);
}

/* ---- in the hands of somebody else ---- */

#define OPENED                                                                                     \
    "PRAGMA locking_mode=EXCLUSIVE; DROP TRIGGER entry_unchanged;"                                 \
    "DROP TRIGGER entry_stays; DROP TRIGGER entry_in_order;"

static void changes_are_noticed(void **state)
{
    static const char *const changes[] = {
        /* another row passes for an erased one: with its own key, with that of the erased case */
        OPENED "UPDATE entry SET form = 2, body = x'' WHERE sequence = 2",
        OPENED "UPDATE entry SET form = 2, body = x'', key = (SELECT key FROM entry WHERE form = 2)"
               " WHERE sequence = 2",
        OPENED "UPDATE entry SET form = 2, body = x'', key = (SELECT key FROM entry WHERE form = 2)"
               " WHERE sequence = (SELECT max(sequence) FROM entry)",
        /* an erased row is filled, is no erased one, goes, is of another device */
        OPENED "UPDATE entry SET body = x'00' WHERE sequence = (SELECT min(sequence) FROM entry"
               " WHERE form = 2)",
        OPENED "UPDATE entry SET form = 1 WHERE sequence = (SELECT min(sequence) FROM entry"
               " WHERE form = 2)",
        OPENED "UPDATE entry SET device = randomblob(16) WHERE sequence = (SELECT min(sequence)"
               " FROM entry WHERE form = 2)",
        /* hashes between two erased rows */
        OPENED "CREATE TEMP TABLE two AS SELECT e.sequence AS s FROM entry e JOIN entry f"
               " ON f.sequence = e.sequence + 1 WHERE e.form = 2 AND f.form = 2 LIMIT 1;"
               "UPDATE entry SET hash = zeroblob(32) WHERE sequence = (SELECT s FROM two);"
               "UPDATE entry SET before = zeroblob(32) WHERE sequence = (SELECT s FROM two) + 1",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        Error error = {0};
        make_record(*state);
        erase_surely(*state);
        sql_in(*state, changes[i]);
        char *dump = says(*state, &error);
        if (dump) {
            fail_msg("change %zu was not noticed", i);
        }
        assert_int_equal(error.code, ERROR_DAMAGED);
        folder_empty(*state);
    }
}

/* Record and mark of before the erasure, put back beside the keys of after it, as from a backup:
 * the case does not come back. */
static void an_old_record_is_emptied_too(void **state)
{
    make_record(*state);
    char *record = record_in(*state), *mark = path_join(*state, "record.mark");
    char *bytes, *marked;
    size_t size, mark_size;
    assert_true(file_read(record, 1u << 26, &bytes, &size, NULL));
    assert_true(file_read(mark, 1u << 16, &marked, &mark_size, NULL));
    erase_surely(*state);
    Vault *vault = sealed_folder_vault(*state);
    Keeper *keeper = keeper_in(*state, vault);
    tell(keeper, story_case(7));
    keeper_close(keeper);
    vault_close(vault);
    write_record(*state, bytes, size);
    assert_true(file_write(mark, marked, mark_size, NULL));
    char *after = says_surely(*state);
    assert_erased(after);
    assert_null(strstr(after, story_id('c', 7).text));
    char *again = says_surely(*state);
    assert_string_equal(after, again);
    free(again);
    free(after);
    free(marked);
    free(mark);
    free(bytes);
    free(record);
}

/* The record alone: its mark says that it went further. */
static void an_old_record_is_refused(void **state)
{
    make_record(*state);
    char *record = record_in(*state), *bytes;
    size_t size;
    assert_true(file_read(record, 1u << 26, &bytes, &size, NULL));
    erase_surely(*state);
    Vault *vault = sealed_folder_vault(*state);
    Keeper *keeper = keeper_in(*state, vault);
    tell(keeper, story_case(7));
    keeper_close(keeper);
    vault_close(vault);
    write_record(*state, bytes, size);
    Error error = {0};
    assert_null(says(*state, &error));
    assert_int_equal(error.code, ERROR_DAMAGED);
    free(bytes);
    free(record);
}

/* Through the connection the program uses nothing can be emptied. */
static void not_without_erasing(void **state)
{
    make_record(*state);
    sql_in(*state, "PRAGMA locking_mode=EXCLUSIVE");
    char *before = says_surely(*state);
    Vault *vault = sealed_folder_vault(*state);
    assert_false(erase_case(*state, vault, 9, NULL));
    vault_close(vault);
    char *after = says_surely(*state);
    assert_string_equal(before, after);
    free(before);
    free(after);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, folder_set_up, folder_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_of_it_opens),
        TEST(the_others_are_untouched),
        TEST(the_record_goes_on),
        TEST(killed_anywhere),
        TEST(killed_half_way_through_a_write),
        TEST(a_disk_that_fails),
        TEST(a_wrong_sum_is_refused),
        TEST(changes_are_noticed),
        TEST(an_old_record_is_emptied_too),
        TEST(an_old_record_is_refused),
        TEST(not_without_erasing),
    };
    fault_vfs_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
