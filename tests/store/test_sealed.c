/* A sealed record in the hands of somebody else: nothing can be read, and whatever is changed,
 * moved, cut off or put back is noticed. */
#include "base/file.h"
#include "record/story.h"
#include "store/entry.h"
#include "store/folder.h"
#include "store/keeper.h"
#include "store/mark.h"
#include "store/seal_old.h"
#include "store/sealed_folder.h"
#include "store/sqlite_file.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

enum { MOVES = 30, EVENTS = 6 + MOVES };

#define NAME "Zephyrine Quillfeather"
#define TYPED "the lighthouse keeper knows"

/* ---- a record to meddle with ---- */

static void tell(Keeper *keeper, Event event)
{
    Error error = {0};
    if (!keeper_keep(keeper, &event, 1, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

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
    keeper_wait(keeper, 60000);
    return keeper;
}

static void move_on(Keeper *keeper, int moves)
{
    for (int i = 0; i < moves; i++) {
        Event move = story_move(1, "place", "card");
        PUT(move.move.text, TYPED);
        tell(keeper, move);
    }
}

static void make_record(const char *folder)
{
    Event helper = {.type = EVENT_HELPER_NAMED}, family = story_case(1);
    sealed_folder_make(folder);
    Vault *vault = sealed_folder_vault(folder);
    Keeper *keeper = keeper_in(folder, vault);
    PUT(helper.name, NAME);
    PUT(family.name, NAME);
    tell(keeper, helper);
    tell(keeper, family);
    tell(keeper, story_person(1, 1, TIER_T2));
    tell(keeper, story_frozen(0, 1, "words"));
    tell(keeper, story_sitting(1, 1, 1, SETTING_ROOM));
    tell(keeper, story_play(1, 1, 0, TIER_T2));
    move_on(keeper, MOVES);
    keeper_close(keeper);
    vault_close(vault);
}

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

/* Everything, as the program reads it at its start. */
static bool reads(const char *folder, char **dump, Error *error)
{
    Store *store;
    Vault *vault = sealed_folder_vault(folder);
    Record *record = record_new();
    bool read = store_open_sealed(folder, vault, &store, error);
    if (read) {
        read = store_each(store, 0, fold, record, error);
        store_close(store);
    }
    *dump = read ? record_dump(record) : NULL;
    record_free(record);
    vault_close(vault);
    return read;
}

static void assert_refused_now(const char *folder, const char *says)
{
    char *dump;
    Error error = {0};
    if (reads(folder, &dump, &error)) {
        fail_msg("expected ...%s..., and it was read", says);
    }
    if (error.code != ERROR_DAMAGED || !strstr(error.sentence, says)) {
        fail_msg("expected ...%s..., got %d %s: %s", says, error.code, error.place, error.sentence);
    }
}

static void assert_reads_all(const char *folder)
{
    char *dump;
    Error error = {0};
    if (!reads(folder, &dump, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    assert_non_null(strstr(dump, TYPED));
    free(dump);
}

/* ---- files ---- */

static char *file_bytes(const char *folder, const char *name, size_t *size)
{
    char *path = path_join(folder, name), *bytes;
    assert_true(file_read(path, 1u << 26, &bytes, size, NULL));
    free(path);
    return bytes;
}

/* In place: a mark that is another file belongs to a copy. */
static void put_file(const char *folder, const char *name, const char *bytes, size_t size)
{
    char *path = path_join(folder, name);
    FILE *file = fopen(path, "r+b");
    file = file ? file : fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
    free(path);
}

static void copy_file(const char *from, const char *to, const char *name)
{
    size_t size;
    char *bytes = file_bytes(from, name, &size);
    put_file(to, name, bytes, size);
    free(bytes);
}

static void copy_folder(const char *from, const char *to)
{
    assert_true(folder_make(to, NULL));
    copy_file(from, to, "record.db");
    copy_file(from, to, MARK_FILE);
    copy_file(from, to, VAULT_FILE);
}

#define WITHOUT_TRIGGERS                                                                           \
    "DROP TRIGGER entry_in_order; DROP TRIGGER entry_stays; DROP TRIGGER entry_unchanged;"

/* ---- nothing can be read ---- */

static void assert_nowhere(const char *folder, const char *words)
{
    char **names;
    size_t count, size;
    assert_true(folder_list(folder, &names, &count, NULL));
    assert_true(count >= 3);
    for (size_t i = 0; i < count; i++) {
        char *bytes = file_bytes(folder, names[i], &size);
        if (memmem(bytes, size, words, strlen(words))) {
            fail_msg("\"%s\" is in %s", words, names[i]);
        }
        free(bytes);
    }
    file_names_free(names, count);
}

static void test_nothing_readable(void **state)
{
    make_record(*state);
    static const char *const words[] = {NAME,   "Quillfeather", TYPED,  "keeper knows", "place",
                                        "move", "play-started", "card", "case-opened",  "person"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_nowhere(*state, words[i]);
    }
    assert_nowhere(*state, story_id('c', 1).text);
    assert_reads_all(*state);
}

/* Same sizes for short and long words, and for every type of event without a text. */
static void test_sizes_tell_little(void **state)
{
    make_record(*state);
    sqlite3 *db;
    sqlite3_stmt *found;
    char *path = record_in(*state);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db,
                                        "SELECT count(DISTINCT length(body)),"
                                        " min(length(body)), max(length(body)) FROM entry",
                                        -1, &found, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(found), SQLITE_ROW);
    assert_true(sqlite3_column_int(found, 0) <= 3);
    assert_int_equal(sqlite3_column_int(found, 1), 256 + 40);
    assert_int_equal((sqlite3_column_int(found, 2) - 40) % 256, 0);
    sqlite3_finalize(found);
    sqlite3_close(db);
    free(path);
}

/* ---- changed ---- */

static void test_meddled(void **state)
{
    static const struct {
        const char *sql, *says;
    } rows[] = {
        {"UPDATE entry SET body = zeroblob(length(body)) WHERE sequence = 9", "changed or damaged"},
        {"UPDATE entry SET key = (SELECT key FROM entry WHERE sequence = 1) WHERE sequence = 9",
         "changed or damaged"},
        {"UPDATE entry SET body = (SELECT body FROM entry WHERE sequence = 10) WHERE sequence = 9",
         "changed or damaged"},
        {"DELETE FROM entry WHERE sequence = 9", "event 9 is missing"},
        {"DELETE FROM entry WHERE sequence = 36", "The end of the record is missing"},
        {"DELETE FROM entry WHERE sequence > 9", "The end of the record is missing"},
        {"DELETE FROM entry", "The end of the record is missing"},
        {"UPDATE entry SET sequence = 99 WHERE sequence = 9; UPDATE entry SET sequence = 9 WHERE "
         "sequence = 10; UPDATE entry SET sequence = 10 WHERE sequence = 99",
         "changed or damaged"},
        {"UPDATE entry SET epoch = 2 WHERE sequence = 1", "changed or damaged"},
        {"UPDATE entry SET form = 0 WHERE sequence = 9", "changed or damaged"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        make_record(*state);
        assert_reads_all(*state);
        sql_in(*state, WITHOUT_TRIGGERS);
        sql_in(*state, rows[i].sql);
        assert_refused_now(*state, rows[i].says);
        folder_empty(*state);
    }
}

/* All hashes made right again by somebody who knows how: what is sealed still does not open. */
static void test_hashed_again(void **state)
{
    make_record(*state);
    sql_in(*state, WITHOUT_TRIGGERS);
    sql_in(*state, "UPDATE entry SET sequence = 99 WHERE sequence = 9;"
                   "UPDATE entry SET sequence = 9 WHERE sequence = 10;"
                   "UPDATE entry SET sequence = 10 WHERE sequence = 99;");
    sqlite3 *db;
    sqlite3_stmt *found, *change;
    char *path = record_in(*state);
    SealPlace place = {0};
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_prepare_v2(db, "SELECT sequence, device, epoch, key, body, hash FROM entry ORDER BY 1",
                       -1, &found, NULL);
    sqlite3_prepare_v2(db, "UPDATE entry SET before = ?1, hash = ?2 WHERE sequence = ?3", -1,
                       &change, NULL);
    while (sqlite3_step(found) == SQLITE_ROW) {
        Sealed sealed = {.bytes = (uint8_t *)sqlite3_column_blob(found, 4),
                         .size = (size_t)sqlite3_column_bytes(found, 4)};
        uint8_t hash[SEAL_HASH];
        place.sequence = (uint64_t)sqlite3_column_int64(found, 0);
        place.epoch = (uint64_t)sqlite3_column_int64(found, 2);
        memcpy(place.device, sqlite3_column_blob(found, 1), SEAL_ID);
        memcpy(sealed.key, sqlite3_column_blob(found, 3), SEAL_ID);
        memcpy(hash, sqlite3_column_blob(found, 5), SEAL_HASH);
        if (place.sequence >= 8) {
            seal_hash(&place, ENTRY_SEALED, &sealed, hash);
            sqlite3_bind_blob(change, 1, place.before, SEAL_HASH, SQLITE_TRANSIENT);
            sqlite3_bind_blob(change, 2, hash, SEAL_HASH, SQLITE_TRANSIENT);
            sqlite3_bind_int64(change, 3, (int64_t)place.sequence);
            assert_int_equal(sqlite3_step(change), SQLITE_DONE);
            sqlite3_reset(change);
        }
        memcpy(place.before, hash, SEAL_HASH);
    }
    sqlite3_finalize(found);
    sqlite3_finalize(change);
    sqlite3_close(db);
    free(path);
    char *dump;
    Error error = {0};
    assert_false(reads(*state, &dump, &error));
    assert_int_equal(error.code, ERROR_DAMAGED);
}

/* A single bit anywhere in the file: what is read is all of it, or it is refused. */
static void test_bit_flips(void **state)
{
    char *before, *dump;
    size_t size;
    uint64_t chance = 4711;
    int noticed = 0;
    make_record(*state);
    assert_true(reads(*state, &before, NULL));
    char *bytes = file_bytes(*state, "record.db", &size);
    for (int i = 0; i < 400; i++) {
        size_t bit = chance_below(&chance, size * 8);
        bytes[bit / 8] ^= (char)(1 << bit % 8);
        put_file(*state, "record.db", bytes, size);
        if (reads(*state, &dump, NULL)) {
            assert_string_equal(dump, before);
            free(dump);
        } else {
            noticed++;
        }
        bytes[bit / 8] ^= (char)(1 << bit % 8);
        put_file(*state, "record.db", bytes, size);
    }
    printf("%d of 400 bit flips noticed, the others changed no entry\n", noticed);
    assert_true(noticed > 150);
    assert_reads_all(*state);
    free(bytes);
    free(before);
}

/* ---- put back, or put in its place ---- */

/* An older record with today's mark. */
static void test_rolled_back(void **state)
{
    size_t size;
    make_record(*state);
    char *old = file_bytes(*state, "record.db", &size);
    Vault *vault = sealed_folder_vault(*state);
    Keeper *keeper = keeper_in(*state, vault);
    move_on(keeper, 3);
    keeper_close(keeper);
    vault_close(vault);
    char *path = record_in(*state);
    assert_true(file_write(path, old, size, NULL));
    assert_refused_now(*state, "The end of the record is missing");
    free(path);
    free(old);
}

/* As long as the right one, but not the same. */
static void test_another_branch(void **state)
{
    char *away = path_join(*state, "away");
    make_record(*state);
    copy_folder(*state, away);
    for (int i = 0; i < 2; i++) {
        const char *folder = i ? away : *state;
        Vault *vault = sealed_folder_vault(folder);
        Keeper *keeper = keeper_in(folder, vault);
        move_on(keeper, 2);
        keeper_close(keeper);
        vault_close(vault);
    }
    copy_file(away, *state, "record.db");
    assert_refused_now(*state, "The record is damaged");
    free(away);
}

static void test_mark_gone(void **state)
{
    static const char zeros[1024];
    char *mark = path_join(*state, MARK_FILE);
    make_record(*state);
    put_file(*state, MARK_FILE, zeros, sizeof zeros);
    assert_refused_now(*state, "how far the record got is missing or damaged");
    assert_int_equal(remove(mark), 0);
    assert_refused_now(*state, "how far the record got is missing or damaged");
    free(mark);
}

/* Nothing at all where a record was: that is no fresh start. */
static void test_all_gone(void **state)
{
    char *mark = path_join(*state, MARK_FILE), *record = record_in(*state);
    make_record(*state);
    assert_int_equal(remove(mark) | remove(record), 0);
    assert_refused_now(*state, "how far the record got is missing or damaged");
    free(mark);
    free(record);
}

/* Half of the mark is lost in a power cut: the other half is enough. */
static void test_half_a_mark(void **state)
{
    size_t size;
    make_record(*state);
    char *bytes = file_bytes(*state, MARK_FILE, &size);
    assert_true(size > 512 + 100);
    for (int half = 0; half < 2; half++) {
        char *cut = malloc(size);
        memcpy(cut, bytes, size);
        memset(cut + (half ? 512 : 0), 'x', 100);
        put_file(*state, MARK_FILE, cut, size);
        assert_reads_all(*state);
        free(cut);
    }
    free(bytes);
}

static void test_unsealed_in_its_place(void **state)
{
    make_record(*state);
    char *path = record_in(*state);
    assert_int_equal(remove(path), 0);
    Store *plain;
    Event event = story_case(1);
    assert_true(store_sqlite_open(*state, NULL, &plain, NULL));
    assert_true(store_append(plain, &event, 1, NULL));
    store_close(plain);
    assert_refused_now(*state, "");
    free(path);
}

static void test_strange_keys(void **state)
{
    make_record(*state);
    char *keys = path_join(*state, VAULT_FILE);
    assert_int_equal(remove(keys), 0);
    sealed_folder_make(*state);
    assert_refused_now(*state, "");
    free(keys);
}

/* ---- a cloned folder ---- */

typedef struct Written {
    SealPlace place[EVENTS + 8];
    int count;
} Written;

static Written written_in(const char *folder)
{
    Written written = {.count = 0};
    sqlite3 *db;
    sqlite3_stmt *found;
    char *path = record_in(folder);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_prepare_v2(db, "SELECT device, epoch, sequence FROM entry", -1, &found, NULL);
    while (sqlite3_step(found) == SQLITE_ROW) {
        SealPlace *place = &written.place[written.count++];
        memcpy(place->device, sqlite3_column_blob(found, 0), SEAL_ID);
        place->epoch = (uint64_t)sqlite3_column_int64(found, 1);
        place->sequence = (uint64_t)sqlite3_column_int64(found, 2);
    }
    sqlite3_finalize(found);
    sqlite3_close(db);
    free(path);
    return written;
}

static void go_on(const char *folder)
{
    Vault *vault = sealed_folder_vault(folder);
    Keeper *keeper = keeper_in(folder, vault);
    move_on(keeper, 2);
    keeper_close(keeper);
    vault_close(vault);
}

static bool same_writer(const SealPlace *a, const SealPlace *b)
{
    return memcmp(a->device, b->device, SEAL_ID) == 0 && a->epoch == b->epoch;
}

/* Three copies go on, each for itself: no two ever write under the same device and epoch. */
static void test_cloned(void **state)
{
    char *second = path_join(*state, "second"), *third = path_join(*state, "third");
    make_record(*state);
    copy_folder(*state, second);
    copy_folder(*state, third);
    go_on(*state);
    go_on(second);
    go_on(third);
    Written one = written_in(*state), two = written_in(second), three = written_in(third);
    assert_int_equal(one.count, EVENTS + 2);
    assert_int_equal(two.count, EVENTS + 2);
    assert_true(same_writer(&one.place[0], &one.place[EVENTS + 1])); /* the first stays itself */
    assert_true(same_writer(&one.place[0], &two.place[EVENTS - 1]));
    assert_false(same_writer(&one.place[EVENTS], &two.place[EVENTS]));
    assert_false(same_writer(&one.place[EVENTS], &three.place[EVENTS]));
    assert_false(same_writer(&two.place[EVENTS], &three.place[EVENTS]));
    assert_int_equal(two.place[EVENTS].epoch, one.place[EVENTS].epoch + 1);
    assert_reads_all(second);
    free(second);
    free(third);
}

/* ---- keys ---- */

/* What belongs to a case is under its own key, each person's under theirs, the rest under another.
 */
static void test_keys(void **state)
{
    make_record(*state);
    sqlite3 *db;
    sqlite3_stmt *found;
    char *path = record_in(*state);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_prepare_v2(db, "SELECT group_concat(sequence) FROM entry GROUP BY key ORDER BY 1", -1,
                       &found, NULL);
    assert_int_equal(sqlite3_step(found), SQLITE_ROW);
    assert_string_equal(sqlite3_column_text(found, 0), "1,4"); /* the name, the frozen words */
    assert_int_equal(sqlite3_step(found), SQLITE_ROW);
    assert_string_equal(sqlite3_column_text(found, 0), "2"); /* that there is a case */
    assert_int_equal(sqlite3_step(found), SQLITE_ROW);
    assert_memory_equal(sqlite3_column_text(found, 0), "3,5,6,7,8", 9);
    assert_int_equal(sqlite3_step(found), SQLITE_DONE);
    sqlite3_finalize(found);
    sqlite3_close(db);
    free(path);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_nothing_readable),
        IN_FOLDER(test_sizes_tell_little),
        IN_FOLDER(test_meddled),
        IN_FOLDER(test_hashed_again),
        IN_FOLDER(test_bit_flips),
        IN_FOLDER(test_rolled_back),
        IN_FOLDER(test_another_branch),
        IN_FOLDER(test_mark_gone),
        IN_FOLDER(test_all_gone),
        IN_FOLDER(test_half_a_mark),
        IN_FOLDER(test_unsealed_in_its_place),
        IN_FOLDER(test_strange_keys),
        IN_FOLDER(test_cloned),
        IN_FOLDER(test_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
