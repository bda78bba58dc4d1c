/* Any person of any record, erased: what was theirs, alone or with one other, opens never again and
 * lies nowhere; everything else reads as it did, and the record goes on. */
#include "base/file.h"
#include "base/memory.h"
#include "store/desk.h"
#include "store/erase.h"
#include "store/erased_people.h"
#include "store/folder.h"
#include "store/kept_files.h"
#include "store/sealed_folder.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SEEDS = 6 };

/* ---- all that is kept ---- */

typedef struct Kept {
    int64_t sequence;
    Whose whose;
    char *bytes;
    size_t size;
} Kept;

typedef struct AllKept {
    Kept *list;
    size_t count, room;
} AllKept;

static bool keep_text(void *context, const StoreText *text, Error *error)
{
    AllKept *all = context;
    (void)error;
    list_room((void **)&all->list, &all->room, all->count, sizeof *all->list);
    Kept *kept = &all->list[all->count++];
    *kept = (Kept){text->sequence, text->belongs, memory_new(text->size, 1), text->size};
    memcpy(kept->bytes, text->bytes, text->size);
    return true;
}

static AllKept all_kept(const Desk *desk)
{
    AllKept all = {0};
    assert_true(store_texts(keeper_store(desk->keeper), 0, INT64_MAX, keep_text, &all, NULL));
    return all;
}

static void all_kept_clear(AllKept *all)
{
    for (size_t i = 0; i < all->count; i++) {
        free(all->list[i].bytes);
    }
    free(all->list);
}

/* What was not theirs is there, word for word, and nothing else is. Returns how much went. */
static size_t assert_others_kept(const AllKept *before, const AllKept *after, const Whose *gone)
{
    size_t at = 0;
    for (size_t i = 0; i < before->count; i++) {
        const Kept *kept = &before->list[i];
        if (whose_goes_with(&kept->whose, gone)) {
            continue;
        }
        assert_true(at < after->count);
        assert_int_equal(after->list[at].sequence, kept->sequence);
        assert_int_equal(after->list[at].size, kept->size);
        assert_memory_equal(after->list[at++].bytes, kept->bytes, kept->size);
    }
    assert_int_equal(at, after->count);
    return before->count - at;
}

/* ---- what lies in the files ---- */

/* The parts of the outline, each with the id of its key before it. */
static Rows *parts_of(const char *folder)
{
    Rows *rows = memory_new(1, sizeof *rows);
    char *path = path_join(folder, OUTLINE_FILE);
    sqlite3 *db;
    sqlite3_stmt *found;
    assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    sqlite3_prepare_v2(db, "SELECT body FROM part", -1, &found, NULL);
    while (sqlite3_step(found) == SQLITE_ROW) {
        list_room((void **)&rows->rows, &rows->room, rows->count, sizeof *rows->rows);
        Bytes *row = &rows->rows[rows->count++];
        row->size = (size_t)sqlite3_column_bytes(found, 0);
        row->bytes = memory_new(row->size, 1);
        memcpy(row->bytes, sqlite3_column_blob(found, 0), row->size);
        memcpy(row->key, row->bytes, SEAL_ID);
    }
    sqlite3_finalize(found);
    sqlite3_close(db);
    free(path);
    assert_true(rows->count > 2);
    return rows;
}

static bool opens(const Vault *vault, const Bytes *row)
{
    Sealed sealed = {.bytes = row->bytes, .size = row->size};
    char *plain = NULL;
    size_t size;
    Whose whose;
    memcpy(sealed.key, row->key, SEAL_ID);
    bool opened = vault_unseal(vault, &row->place, &sealed, &plain, &size, &whose);
    free(plain);
    return opened;
}

/* SQLite keeps what does not fit into a page in pieces of 4092 bytes. */
static bool lies_somewhere(const char *folder, const Bytes *row)
{
    enum { PIECE = 1000 };
    for (size_t at = 0; at + PIECE <= row->size; at += PIECE) {
        if (lies_in(folder, row->bytes + at, 64)) {
            return true;
        }
    }
    return lies_in(folder, row->bytes, row->size < 64 ? row->size : 64);
}

typedef struct Sealing {
    Rows *rows, *parts;
    Erased *keys;
    size_t key_count;
} Sealing;

static Sealing sealing_of(const char *folder, const Whose *gone)
{
    Sealing sealing = {.rows = rows_of(folder), .parts = parts_of(folder)};
    Vault *vault = sealed_folder_vault(folder);
    sealing.key_count = vault_keys_of(vault, gone, &sealing.keys);
    vault_close(vault);
    assert_true(sealing.key_count > 0);
    return sealing;
}

static void assert_nowhere(const char *folder, const Vault *vault, const Sealing *sealing)
{
    for (size_t i = 0; i < sealing->rows->count; i++) {
        const Bytes *row = &sealing->rows->rows[i];
        if (row->size == 0) {
            continue; /* somebody else's, who was erased before */
        }
        bool theirs = is_among(sealing->keys, sealing->key_count, row->key);
        assert_int_equal(opens(vault, row), !theirs);
        assert_int_equal(lies_in(folder, row->bytes, 64), !theirs);
    }
    for (size_t i = 0; i < sealing->parts->count; i++) {
        const Bytes *part = &sealing->parts->rows[i];
        if (is_among(sealing->keys, sealing->key_count, part->key)) {
            assert_false(lies_somewhere(folder, part));
        }
    }
}

static void sealing_clear(Sealing *sealing)
{
    rows_free(sealing->rows);
    rows_free(sealing->parts);
    free(sealing->keys);
}

/* ---- any record, any of its people ---- */

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

/* The whole record, read anew. */
static Record *folded(const Desk *desk)
{
    Record *record = record_new();
    Error error = {0};
    erased_people_tell(desk->vault, record);
    if (!store_each(keeper_store(desk->keeper), 0, fold, record, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    return record;
}

static bool any_person(Story *story, const Record *record, Whose *out)
{
    for (int turn = 0; turn < 50 && record_case_count(record) > 0; turn++) {
        const Case *family =
            record_case_at(record, chance_below(&story->chance, record_case_count(record)));
        if (family->people_count > 1) {
            size_t any = chance_below(&story->chance, family->people_count);
            *out = whose_person(family->id, family->people[any].id);
            return true;
        }
    }
    return false;
}

/* What is in memory says of each case as much as what is kept. */
static void assert_in_memory(Desk *desk)
{
    for (size_t i = 0; i < record_case_count(desk->whole); i++) {
        desk_assert_whole(desk, record_case_at(desk->whole, i)->id);
    }
}

static void erase_surely(const char *folder, const Whose *whose)
{
    Error error = {0};
    Vault *vault = sealed_folder_vault(folder);
    if (!store_erase(folder, vault, whose, 1, WALL, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    vault_close(vault);
}

static void erase_one(Desk *desk, const Whose *gone)
{
    AllKept before = all_kept(desk);
    desk_lock(desk);
    desk_unlock(desk); /* the outline has all of it */
    desk_lock(desk);
    Sealing sealing = sealing_of(desk->folder, gone);
    erase_surely(desk->folder, gone);
    desk_unlock(desk);
    AllKept after = all_kept(desk);
    assert_true(assert_others_kept(&before, &after, gone) > 0);
    assert_nowhere(desk->folder, desk->vault, &sealing);
    assert_true(record_is_gone(keeper_record(desk->keeper), gone->one));
    record_free(desk->whole);
    desk->whole = folded(desk);
    assert_in_memory(desk);
    desk_tell(
        desk,
        (Event){.type = EVENT_PERSON_ERASED, .case_id = gone->family, .person_id = gone->one});
    desk_tell_more(desk, 60);
    sealing_clear(&sealing);
    all_kept_clear(&before);
    all_kept_clear(&after);
}

static void any_person_of_any_record(void **state)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        Desk desk;
        Whose gone;
        desk_open(&desk, *state, seed);
        desk_tell_more(&desk, 300);
        for (int turn = 0; turn < 2; turn++) {
            if (any_person(&desk.story, desk.whole, &gone)) {
                erase_one(&desk, &gone);
            }
        }
        desk_lock(&desk);
        desk_unlock(&desk);
        assert_in_memory(&desk);
        desk_close(&desk);
        folder_empty(*state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(any_person_of_any_record, folder_set_up, folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
