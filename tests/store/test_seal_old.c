/* A record that an earlier version kept unsealed: sealed without loss, and nothing of it is left;
 * also when that is cut short, anywhere. */
#include "base/file.h"
#include "record/record.h"
#include "record/story.h"
#include "store/fault_vfs.h"
#include "store/folder.h"
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
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define TYPED "the lighthouse keeper knows"

enum { EVENTS = 12 };

/* ---- a record of version 1 ---- */

static Event event_at(int index)
{
    Event move = story_move(1, "place", "card");
    switch (index) {
    case 0: return story_case(1);
    case 1: return story_person(1, 1, TIER_T2);
    case 2: return story_frozen(0, 1, "words");
    case 3: return story_sitting(1, 1, 1, SETTING_ROOM);
    case 4: return story_play(1, 1, 0, TIER_T2);
    default: PUT(move.move.text, TYPED); return move;
    }
}

static void make_old(const char *folder)
{
    sql_in(folder, "PRAGMA application_id=1348617078; PRAGMA user_version=1;"
                   "CREATE TABLE event(sequence INTEGER PRIMARY KEY, wall_ms INTEGER NOT NULL,"
                   " type TEXT NOT NULL, body TEXT NOT NULL) STRICT;");
    sqlite3 *db;
    sqlite3_stmt *insert;
    char *path = record_in(folder);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_prepare_v2(db, "INSERT INTO event VALUES(?1, ?2, ?3, ?4)", -1, &insert, NULL);
    for (int i = 0; i < EVENTS; i++) {
        Event event = event_at(i);
        char *body = event_write_body(&event);
        sqlite3_bind_int64(insert, 1, i + 1);
        sqlite3_bind_int64(insert, 2, 60000 * i);
        sqlite3_bind_text(insert, 3, event_type_name(event.type), -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 4, body, -1, SQLITE_STATIC);
        assert_int_equal(sqlite3_step(insert), SQLITE_DONE);
        sqlite3_reset(insert);
        free(body);
    }
    sqlite3_finalize(insert);
    sqlite3_close(db);
    free(path);
}

typedef struct Seen {
    int count;
} Seen;

static bool see(void *context, const Event *event, Error *error)
{
    Seen *seen = context;
    Event told = event_at(seen->count);
    char *one = event_write_body(&told), *other = event_write_body(event);
    bool same = strcmp(one, other) == 0 && event->wall_ms == 60000 * seen->count;
    seen->count++;
    free(one);
    free(other);
    return same || error_set(error, ERROR_DAMAGED, "event", "Not what was told.");
}

static void assert_sealed(const char *folder)
{
    Store *store;
    Seen seen = {0};
    Error error = {0};
    Vault *vault = sealed_folder_vault(folder);
    if (!store_open_sealed(folder, vault, &store, &error) ||
        !store_each(store, 0, see, &seen, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    assert_int_equal(seen.count, EVENTS);
    store_close(store);
    vault_close(vault);
    assert_false(store_is_unsealed(folder));
}

static void assert_nothing_left(const char *folder)
{
    static const char *const expected[] = {"record.db", "record.mark", "vault.keys"};
    char **names;
    size_t count, size;
    assert_true(folder_list(folder, &names, &count, NULL));
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++) {
        char *path = path_join(folder, names[i]), *bytes;
        assert_string_equal(names[i], expected[i]);
        assert_true(file_read(path, 1u << 26, &bytes, &size, NULL));
        assert_null(memmem(bytes, size, TYPED, strlen(TYPED)));
        free(bytes);
        free(path);
    }
    file_names_free(names, count);
}

/* ---- whole ---- */

static void test_sealed(void **state)
{
    make_old(*state);
    assert_true(store_is_unsealed(*state));
    sealed_folder_make(*state);
    assert_sealed(*state);
    assert_nothing_left(*state);
    assert_sealed(*state);
}

static void test_nothing_to_seal(void **state)
{
    assert_false(store_is_unsealed(*state));
    sealed_folder_make(*state);
    Vault *vault = sealed_folder_vault(*state);
    Store *store;
    assert_true(store_open_sealed(*state, vault, &store, NULL));
    store_close(store);
    vault_close(vault);
    assert_false(store_is_unsealed(*state));
    assert_nothing_left(*state);
}

/* One that does not hold together is left as it is, and so is everything else. */
static void test_damaged_one(void **state)
{
    make_old(*state);
    sealed_folder_make(*state);
    sql_in(*state, "UPDATE event SET body = '{}' WHERE sequence = 7");
    Vault *vault = sealed_folder_vault(*state);
    Store *store;
    Error error = {0};
    assert_false(store_open_sealed(*state, vault, &store, &error));
    assert_int_equal(error.code, ERROR_DAMAGED);
    assert_true(store_is_unsealed(*state));
    vault_close(vault);
    sql_in(*state, "PRAGMA locking_mode=EXCLUSIVE;"
                   "UPDATE event SET body = (SELECT body FROM event WHERE sequence = 8)"
                   " WHERE sequence = 7");
    assert_sealed(*state);
    assert_nothing_left(*state);
}

/* With keys that have a record already, an unsealed one was put there by somebody else. */
static void test_put_in_its_place(void **state)
{
    make_old(*state);
    sealed_folder_make(*state);
    assert_sealed(*state);
    char *path = record_in(*state);
    assert_int_equal(remove(path), 0);
    make_old(*state);
    Vault *vault = sealed_folder_vault(*state);
    Store *store;
    Error error = {0};
    assert_false(store_open_sealed(*state, vault, &store, &error));
    assert_non_null(strstr(error.sentence, "is not locked, where the locked one was"));
    vault_close(vault);
    free(path);
}

/* ---- cut short ---- */

static bool seal_in_a_child(const char *folder, long at)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        Store *store;
        Vault *vault = sealed_folder_vault(folder);
        fault_vfs_plan(DISK_KILL, at, 1);
        bool opened = store_open_sealed(folder, vault, &store, NULL);
        _exit(opened ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    bool killed = WIFSIGNALED(status);
    assert_true(killed || WEXITSTATUS(status) == 0);
    return killed;
}

/* Killed at every call that changes the database's files. */
static void test_killed(void **state)
{
    bool killed = true;
    long at = 0;
    while (killed) {
        make_old(*state);
        sealed_folder_make(*state);
        killed = seal_in_a_child(*state, ++at);
        assert_sealed(*state);
        assert_nothing_left(*state);
        folder_empty(*state);
    }
    assert_true(at > 40);
    printf("killed at %ld calls\n", at - 1);
}

static void move_in(const char *folder, const char *from, const char *to)
{
    char *old = path_join(folder, from), *new = path_join(folder, to);
    assert_int_equal(rename(old, new), 0);
    free(old);
    free(new);
}

/* Cut short between the steps that move files. */
static void test_between_the_steps(void **state)
{
    static const char *const later[][2] = {
        {"record.db", "sealing/record.db"},     /* the copy is done, the old one moved away */
        {"record.mark", "sealing/record.mark"}, /* and its mark moved already */
    };
    for (int step = 0; step < 3; step++) {
        char *old = path_join(*state, "record-wiping.db"), *sealing = path_join(*state, "sealing");
        make_old(*state);
        move_in(*state, "record.db", "elsewhere.db");
        sealed_folder_make(*state);
        Vault *vault = sealed_folder_vault(*state);
        Store *store;
        move_in(*state, "elsewhere.db", "record.db");
        assert_true(store_open_sealed(*state, vault, &store, NULL));
        store_close(store);
        vault_close(vault);
        assert_int_equal(mkdir(sealing, 0700), 0);
        for (int i = 0; i < 2 - step; i++) {
            move_in(*state, later[i][0], later[i][1]);
        }
        assert_true(file_write(old, TYPED, strlen(TYPED), NULL));
        assert_true(store_is_unsealed(*state));
        assert_sealed(*state);
        assert_nothing_left(*state);
        folder_empty(*state);
        free(old);
        free(sealing);
    }
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    fault_vfs_install();
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_sealed),      IN_FOLDER(test_nothing_to_seal),
        IN_FOLDER(test_damaged_one), IN_FOLDER(test_put_in_its_place),
        IN_FOLDER(test_killed),      IN_FOLDER(test_between_the_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
