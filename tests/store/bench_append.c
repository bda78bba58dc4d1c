/* How long a durable append of one move takes beside a bare prepared insert of the same text into a
 * table, on the same disk with the same settings; sealed and not. Prints the medians and their
 * ratios; wanted: at most 1.5 sealed. */
#include "base/file.h"
#include "record/story.h"
#include "store/folder.h"
#include "store/keeper.h"
#include "store/sealed_folder.h"

#include <sqlite3.h>

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 4000 };

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int compare(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

static double median_us(int64_t *times)
{
    qsort(times, ROUNDS, sizeof *times, compare);
    return (double)times[ROUNDS / 2] / 1000;
}

static sqlite3_stmt *bare(const char *folder, sqlite3 **db)
{
    static const char settings[] =
        "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE event(sequence INTEGER PRIMARY KEY, wall_ms INTEGER NOT NULL,"
        " type TEXT NOT NULL, body TEXT NOT NULL) STRICT;";
    sqlite3_stmt *insert;
    char *path = path_join(folder, "bare.db");
    int result = sqlite3_open(path, db);
    result = result ? result : sqlite3_exec(*db, settings, NULL, NULL, NULL);
    result = result ? result
                    : sqlite3_prepare_v2(*db, "INSERT INTO event VALUES(?1, ?2, ?3, ?4)", -1,
                                         &insert, NULL);
    assert(result == SQLITE_OK);
    free(path);
    return insert;
}

static int64_t time_bare(sqlite3_stmt *insert, int64_t sequence, const char *body)
{
    int64_t start = now_ns();
    sqlite3_bind_int64(insert, 1, sequence);
    sqlite3_bind_int64(insert, 2, 1700000000000);
    sqlite3_bind_text(insert, 3, "move", -1, SQLITE_STATIC);
    sqlite3_bind_text(insert, 4, body, -1, SQLITE_STATIC);
    int result = sqlite3_step(insert);
    assert(result == SQLITE_DONE);
    sqlite3_reset(insert);
    return now_ns() - start;
}

static int64_t time_kept(Keeper *keeper, Event event)
{
    int64_t start = now_ns();
    bool kept = keeper_keep(keeper, &event, 1, NULL);
    assert(kept);
    return now_ns() - start;
}

static Keeper *keeper_in_play(const char *folder, Vault *vault)
{
    Store *store;
    Keeper *keeper;
    Clock clock = clock_system();
    Event events[] = {story_case(1), story_person(1, 1, TIER_T2), story_frozen(0, 1, "words"),
                      story_sitting(1, 1, 1, SETTING_ROOM), story_play(1, 1, 0, TIER_T2)};
    bool ready = store_sqlite_open(folder, vault, &store, NULL) &&
                 keeper_open(store, &clock, &keeper, NULL) &&
                 keeper_keep(keeper, events, sizeof events / sizeof *events, NULL);
    assert(ready);
    return keeper;
}

/* `bare` and kept moves in turn, so that both meet the same disk. */
static void measure(const char *folder, const char *name, Vault *vault, sqlite3_stmt *insert)
{
    static int64_t bare_times[ROUNDS], kept_times[ROUNDS], first;
    Keeper *keeper = keeper_in_play(folder, vault);
    Event move = story_move(1, "place", "card-with-a-name");
    char *body = event_write_body(&move);
    for (int i = 0; i < ROUNDS; i++) {
        bare_times[i] = time_bare(insert, ++first, body);
        kept_times[i] = time_kept(keeper, move);
    }
    double one = median_us(bare_times), other = median_us(kept_times);
    printf("%s: bare insert %.1f us, kept %.1f us, ratio %.3f\n", name, one, other, other / one);
    keeper_close(keeper);
    free(body);
}

int main(void)
{
    void *folder;
    int failed = folder_set_up(&folder);
    assert(!failed);
    sqlite3 *db;
    sqlite3_stmt *insert = bare(folder, &db);
    char *sealed = path_join(folder, "sealed"), *open = path_join(folder, "open");
    sealed_folder_make(sealed);
    Vault *vault = sealed_folder_vault(sealed);
    measure(open, "unsealed", NULL, insert);
    measure(sealed, "sealed", vault, insert);
    vault_close(vault);
    sqlite3_finalize(insert);
    sqlite3_close(db);
    free(sealed);
    free(open);
    return folder_tear_down(&folder);
}
