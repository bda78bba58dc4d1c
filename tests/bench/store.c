/* A kept move beside a bare durable insert of the same words with the same settings, one after the
 * other. Prints the two medians in microseconds: "keep <us> insert <us>".
 *     bench_store FOLDER COUNT */
#include "base/file.h"
#include "base/memory.h"
#include "store/keeper.h"

#include <sqlite3.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "bench_store: %s: %s\n", what, why);
    exit(1);
}

static double now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

/* ---- the bare insert ---- */

typedef struct Bare {
    sqlite3 *db;
    sqlite3_stmt *insert;
} Bare;

static Bare bare_open(const char *folder)
{
    static const char settings[] =
        "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE event(sequence INTEGER PRIMARY KEY, wall_ms INTEGER, type TEXT, body TEXT)";
    Bare bare;
    char *path = path_join(folder, "bare.db");
    if (sqlite3_open(path, &bare.db) != SQLITE_OK ||
        sqlite3_exec(bare.db, settings, NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(bare.db, "INSERT INTO event VALUES(?1, ?2, ?3, ?4)", -1, &bare.insert,
                           NULL) != SQLITE_OK) {
        fail("bare", sqlite3_errmsg(bare.db));
    }
    free(path);
    return bare;
}

static void bare_insert(Bare *bare, const Event *event, const char *body)
{
    sqlite3_bind_int64(bare->insert, 1, event->sequence);
    sqlite3_bind_int64(bare->insert, 2, event->wall_ms);
    sqlite3_bind_text(bare->insert, 3, event_type_name(event->type), -1, SQLITE_STATIC);
    sqlite3_bind_text(bare->insert, 4, body, -1, SQLITE_STATIC);
    if (sqlite3_step(bare->insert) != SQLITE_DONE) {
        fail("bare insert", sqlite3_errmsg(bare->db));
    }
    sqlite3_reset(bare->insert);
}

static void bare_close(Bare *bare)
{
    sqlite3_finalize(bare->insert);
    sqlite3_close(bare->db);
}

/* ---- a sitting with an open play ---- */

static void keep(Keeper *keeper, Event event)
{
    Error error = {0};
    if (!keeper_keep(keeper, &event, 1, &error)) {
        fail(error.place, error.sentence);
    }
}

static Vault *open_vault(void)
{
    Error error = {0};
    Vault *vault;
    Recovery code;
    IdSource chance = ids_system();
    recovery_new(&chance, &code);
    if (!vault_make(VAULT_TRIAL, "five words of a bench", &code, &vault, &error)) {
        fail(error.place, error.sentence);
    }
    return vault;
}

static Keeper *keeper_new(const char *folder, Vault *vault, const IdSource *ids, Id *play)
{
    Error error = {0};
    Store *store;
    Keeper *keeper = NULL;
    Clock clock = clock_system();
    if (!store_sqlite_open(folder, vault, &store, &error) ||
        !keeper_open(store, &clock, &keeper, &error)) {
        fail(error.place, error.sentence);
    }
    Id family = id_new(ids), person = id_new(ids), sitting = id_new(ids);
    Digest digest = digest_of(&(DigestPart){"{}", 2}, 1);
    *play = id_new(ids);
    keep(keeper, (Event){.type = EVENT_CASE_OPENED, .case_id = family, .name = "Bench"});
    keep(keeper, (Event){.type = EVENT_PERSON_ADDED,
                         .case_id = family,
                         .person_id = person,
                         .tier = TIER_T1,
                         .name = "Robin",
                         .picture = "person/child-1"});
    keep(keeper, (Event){.type = EVENT_CONTENT_FROZEN,
                         .digest = digest,
                         .module = "sitting",
                         .version = 1,
                         .content = "{}"});
    keep(keeper, (Event){.type = EVENT_SITTING_STARTED,
                         .case_id = family,
                         .person_id = person,
                         .sitting_id = sitting});
    keep(keeper, (Event){.type = EVENT_PLAY_STARTED,
                         .sitting_id = sitting,
                         .play_id = *play,
                         .part = PART_ARRIVING,
                         .module = "sitting",
                         .activity = "arrive",
                         .version = 1,
                         .digest = digest,
                         .tier = TIER_T1,
                         .language = "en"});
    return keeper;
}

/* ---- measuring ---- */

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare);
    return values[count / 2];
}

static void measure(Keeper *keeper, Id play, Bare *bare, size_t count)
{
    double *keeping = memory_new(count, sizeof *keeping);
    double *inserting = memory_new(count, sizeof *inserting);
    for (size_t i = 0; i < count; i++) {
        Event event = {.type = EVENT_MOVE,
                       .play_id = play,
                       .move = move_of("choose", "little", i % 2 ? "happy" : "sad")};
        Error error = {0};
        double start = now_us();
        if (!keeper_keep(keeper, &event, 1, &error)) {
            fail(error.place, error.sentence);
        }
        keeping[i] = now_us() - start;
        char *body = event_write_body(&event);
        start = now_us();
        bare_insert(bare, &event, body);
        inserting[i] = now_us() - start;
        free(body);
    }
    printf("keep %.1f insert %.1f\n", median(keeping, count), median(inserting, count));
    free(keeping);
    free(inserting);
}

int main(int count, char **arguments)
{
    if (count != 3) {
        fprintf(stderr, "bench_store FOLDER COUNT\n");
        return 2;
    }
    uint64_t chance = 1;
    IdSource ids = ids_seeded(&chance);
    Id play;
    Vault *vault = open_vault();
    Keeper *keeper = keeper_new(arguments[1], vault, &ids, &play);
    Bare bare = bare_open(arguments[1]);
    measure(keeper, play, &bare, (size_t)strtoul(arguments[2], NULL, 10));
    bare_close(&bare);
    keeper_close(keeper);
    vault_close(vault);
    return 0;
}
