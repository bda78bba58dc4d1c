/* Ten years of a practice, generated, and what a start and a case cost with them beside plain reads of
 * the same rows.
 *     bench_years make FOLDER PERCENT   60 clients in 30 cases, 3 sittings a week for ten years
 *     bench_years read FOLDER
 * Prints "name ours-ms floor-ms" lines, then "memory MiB" and "rows n". The same PERCENT makes the same
 * story each time. */
#include "base/file.h"
#include "base/memory.h"
#include "store/keeper.h"
#include "store/seal_old.h"
#include "vault/recovery.h"

#include <sqlite3.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define PASSPHRASE "five words of a bench"

enum {
    CASES = 30,
    CLIENTS = 2,            /* of each */
    SITTINGS = 1560,        /* of each client: ten years, three a week */
    MOVES = 46,             /* of each play */
    DRAWN = 14,             /* of them with a stroke, in some plays */
    BATCH = 4000,           /* events in one transaction, about */
    MODULES = 24,
    MODULE_BYTES = 24000,
    HUNDRED = 100
};

static _Noreturn void fail(const Error *error)
{
    fprintf(stderr, "bench_years: %s: %s\n", error->place, error->sentence);
    exit(1);
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* ---- the story ---- */

typedef struct Telling {
    Store *store;
    Event *events; /* of the batch that is being collected */
    size_t count, room;
    uint64_t chance;
    IdSource ids;
    int64_t wall_ms;
    Digest digests[MODULES];
    char *content;
} Telling;

typedef struct Client {
    Id family, id, given; /* `given`: what they play now */
    int module;
} Client;

static void flush(Telling *telling)
{
    Error error = {0};
    if (telling->count > 0 &&
        !store_append(telling->store, telling->events, telling->count, &error)) {
        fail(&error);
    }
    telling->count = 0;
}

static void tell(Telling *telling, Id family, Event event)
{
    list_room((void **)&telling->events, &telling->room, telling->count,
              sizeof *telling->events);
    event.belongs = family;
    event.wall_ms = telling->wall_ms;
    telling->events[telling->count++] = event;
}

static void put(char *to, size_t size, const char *text)
{
    snprintf(to, size, "%s", text);
}
#define PUT(member, text) put((member), sizeof(member), (text))

static void tell_modules(Telling *telling)
{
    telling->content = memory_new(MODULE_BYTES + 1, 1);
    memset(telling->content, 'a', MODULE_BYTES);
    for (int i = 0; i < MODULES; i++) {
        telling->content[0] = (char)('a' + i);
        telling->digests[i] = digest_of(&(DigestPart){telling->content, MODULE_BYTES}, 1);
        Event frozen = {.type = EVENT_CONTENT_FROZEN,
                        .digest = telling->digests[i],
                        .version = 1,
                        .content = telling->content};
        PUT(frozen.module, "feelings");
        tell(telling, (Id){""}, frozen);
        flush(telling);
    }
}

static Client tell_client(Telling *telling, Id family)
{
    Client client = {.family = family, .id = id_new(&telling->ids)};
    Event person = {.type = EVENT_PERSON_ADDED,
                    .case_id = family,
                    .person_id = client.id,
                    .tier = TIER_T3};
    PUT(person.name, "Robin");
    PUT(person.picture, "person/child-1");
    tell(telling, family, person);
    return client;
}

/* Something new is given each month. */
static void give(Telling *telling, Client *client)
{
    if (client->given.text[0]) {
        tell(telling, client->family,
             (Event){.type = EVENT_TAKEN_BACK,
                     .case_id = client->family,
                     .assignment_id = client->given});
    }
    client->given = id_new(&telling->ids);
    client->module = (int)chance_below(&telling->chance, MODULES);
    Event given = {.type = EVENT_ASSIGNED,
                   .case_id = client->family,
                   .person_id = client->id,
                   .assignment_id = client->given,
                   .version = 1,
                   .digest = telling->digests[client->module]};
    PUT(given.module, "feelings");
    PUT(given.activity, "faces");
    tell(telling, client->family, given);
}

static void tell_moves(Telling *telling, const Client *client, Id play, bool drawn)
{
    for (int i = 0; i < MOVES; i++) {
        Event move = {.type = EVENT_MOVE,
                      .play_id = play,
                      .move = move_of(i % 4 ? "place" : "next", "page-3", "card-little-boat")};
        if (drawn && i < DRAWN) {
            PUT(move.move.verb, "stroke");
            memset(move.move.text, 'k', 180);
        } else if (i % 16 == 15) {
            PUT(move.move.text, "we went to the harbor and looked at the boats");
        }
        tell(telling, client->family, move);
    }
}

static void tell_play(Telling *telling, const Client *client, Id sitting, PlayPart part)
{
    Id play = id_new(&telling->ids);
    Event started = {.type = EVENT_PLAY_STARTED,
                     .sitting_id = sitting,
                     .play_id = play,
                     .part = part,
                     .assignment_id = part == PART_ACTIVITY ? client->given : (Id){""},
                     .version = 1,
                     .digest = telling->digests[client->module],
                     .tier = TIER_T3,
                     .seed = 42};
    PUT(started.module, "feelings");
    PUT(started.activity, "faces");
    PUT(started.language, "en");
    PUT(started.tokens.helper, "Kim");
    PUT(started.tokens.me, "Robin");
    tell(telling, client->family, started);
    tell_moves(telling, client, play, part == PART_ACTIVITY);
    tell(telling, client->family,
         (Event){.type = EVENT_PLAY_ENDED, .play_id = play, .how = ENDING_FINISHED});
}

static void tell_sitting(Telling *telling, const Client *client)
{
    Id sitting = id_new(&telling->ids);
    tell(telling, client->family,
         (Event){.type = EVENT_SITTING_STARTED,
                 .case_id = client->family,
                 .person_id = client->id,
                 .sitting_id = sitting});
    tell_play(telling, client, sitting, PART_ARRIVING);
    tell_play(telling, client, sitting, PART_ACTIVITY);
    tell_play(telling, client, sitting, PART_LEAVING);
    Event ended = {.type = EVENT_SITTING_ENDED, .sitting_id = sitting, .how = ENDING_FINISHED};
    PUT(ended.picture, "pebble/round");
    tell(telling, client->family, ended);
    Event looked = {.type = EVENT_LOGGED,
                    .case_id = client->family,
                    .item_id = sitting,
                    .act = LOG_LOOKED,
                    .what = ACCESS_ANSWERS,
                    .times = 1};
    tell(telling, client->family, looked);
}

static void tell_years(Telling *telling, Client *clients, int percent)
{
    int rounds = SITTINGS * percent / HUNDRED;
    for (int round = 0; round < rounds; round++) {
        telling->wall_ms += INT64_C(56) * 60 * 60 * 1000; /* three in a week */
        for (int i = 0; i < CASES * CLIENTS; i++) {
            if (round % 12 == 0) {
                give(telling, &clients[i]);
            }
            tell_sitting(telling, &clients[i]);
            if (telling->count >= BATCH) {
                flush(telling);
            }
        }
    }
}

static void tell_practice(Telling *telling, int percent)
{
    Client clients[CASES * CLIENTS];
    tell_modules(telling);
    for (int i = 0; i < CASES; i++) {
        Event family = {.type = EVENT_CASE_OPENED, .case_id = id_new(&telling->ids)};
        PUT(family.name, "Harbor");
        tell(telling, family.case_id, family);
        for (int c = 0; c < CLIENTS; c++) {
            clients[i * CLIENTS + c] = tell_client(telling, family.case_id);
        }
    }
    tell_years(telling, clients, percent);
    tell(telling, (Id){""},
         (Event){.type = EVENT_FAMILY_HERE, .case_id = clients[CLIENTS].family});
    flush(telling);
}

static Vault *make_vault(const char *folder)
{
    Error error = {0};
    Vault *vault;
    Recovery code;
    IdSource chance = ids_system();
    recovery_new(&chance, &code);
    if (!folder_make(folder, &error) ||
        !vault_make(VAULT_TRIAL, PASSPHRASE, &code, &vault, &error) ||
        !vault_place(vault, folder, &error)) {
        fail(&error);
    }
    return vault;
}

static int make(const char *folder, int percent)
{
    Error error = {0};
    Vault *vault = make_vault(folder);
    Telling telling = {.chance = 7, .wall_ms = INT64_C(1400000040000)};
    telling.ids = ids_seeded(&telling.chance);
    if (!store_open_sealed(folder, vault, &telling.store, &error)) {
        fail(&error);
    }
    tell_practice(&telling, percent);
    store_close(telling.store);
    vault_close(vault);
    free(telling.events);
    free(telling.content);
    return 0;
}

/* ---- plain reads ---- */

/* Reads all columns of the rows of a question; what SQLite alone takes for them. */
static double read_rows(sqlite3 *db, const char *question, long *rows)
{
    sqlite3_stmt *found;
    double start = now_ms();
    long count = 0, bytes = 0;
    if (sqlite3_prepare_v2(db, question, -1, &found, NULL) != SQLITE_OK) {
        fprintf(stderr, "bench_years: %s\n", sqlite3_errmsg(db));
        exit(1);
    }
    while (sqlite3_step(found) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(found); i++) {
            (void)sqlite3_column_blob(found, i);
            bytes += sqlite3_column_bytes(found, i);
        }
        count++;
    }
    sqlite3_finalize(found);
    *rows = count + (bytes < 0);
    return now_ms() - start;
}

static sqlite3 *open_plain(const char *folder, const char *name)
{
    sqlite3 *db;
    char *path = path_join(folder, name);
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
        fprintf(stderr, "bench_years: %s\n", sqlite3_errmsg(db));
        exit(1);
    }
    free(path);
    return db;
}

static void print_row(const char *name, double ours, double floor)
{
    printf("%s %.1f %.1f\n", name, ours, floor);
    fflush(stdout);
}

/* ---- a start, a case, a play ---- */

typedef struct Desk {
    Vault *vault;
    Keeper *keeper;
} Desk;

static Desk unlock(const char *folder, double *took)
{
    Desk desk;
    Store *store;
    Error error = {0};
    Clock clock = clock_system();
    if (!vault_open(folder, VAULT_TRIAL, PASSPHRASE, &desk.vault, &error)) {
        fail(&error);
    }
    double start = now_ms();
    if (!store_open_sealed(folder, desk.vault, &store, &error) ||
        !keeper_open(store, &clock, &desk.keeper, &error)) {
        fail(&error);
    }
    *took = now_ms() - start;
    return desk;
}

static void lock(Desk *desk)
{
    keeper_close(desk->keeper);
    vault_close(desk->vault);
}

static double need(const Desk *desk, size_t index)
{
    Error error = {0};
    double start = now_ms();
    if (!keeper_need(desk->keeper, record_case_at(keeper_record(desk->keeper), index)->id,
                     &error)) {
        fail(&error);
    }
    return now_ms() - start;
}

static double play_moves(const Desk *desk, size_t *count)
{
    const Record *record = keeper_record(desk->keeper);
    const Sitting *sitting = record_sitting_at(record, record_sitting_count(record) / 2);
    PlayMoves moves;
    Error error = {0};
    double start = now_ms();
    if (!keeper_moves(desk->keeper, record_play(record, sitting->plays[1]), &moves, &error)) {
        fail(&error);
    }
    double took = now_ms() - start;
    *count = moves.count;
    play_moves_clear(&moves);
    return took;
}

static double peak_mib(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

static double measure_chain(const char *folder)
{
    Error error = {0};
    Store *store;
    Vault *vault;
    if (!vault_open(folder, VAULT_TRIAL, PASSPHRASE, &vault, &error) ||
        !store_open_sealed(folder, vault, &store, &error)) {
        fail(&error);
    }
    double start = now_ms();
    if (!store_check_chain(store, 0, &error)) {
        fail(&error);
    }
    double took = now_ms() - start;
    store_close(store);
    vault_close(vault);
    return took;
}

/* Before everything else: memory is that of starts and cases, not of making the outline. */
static void measure_starts(const char *folder, double *start, double cases[3], double *moves)
{
    size_t count;
    double again;
    Desk desk = unlock(folder, start);
    *moves = play_moves(&desk, &count);
    for (int i = 0; i < 3; i++) {
        cases[i] = need(&desk, (size_t)(CASES - 1 - i));
    }
    lock(&desk);
    desk = unlock(folder, &again);
    *start = again < *start ? again : *start;
    lock(&desk);
}

static int read_all(const char *folder)
{
    long rows, parts;
    double start, cases[3], moves, memory, chain;
    measure_starts(folder, &start, cases, &moves);
    memory = peak_mib();
    chain = measure_chain(folder);
    sqlite3 *outline = open_plain(folder, OUTLINE_FILE), *record = open_plain(folder, STORE_FILE);
    double list = read_rows(outline,
                            "SELECT body FROM part AS p WHERE number >= "
                            "(SELECT max(number) - 1 FROM part WHERE stream = p.stream)",
                            &parts);
    double last = read_rows(record, "SELECT * FROM entry ORDER BY sequence DESC LIMIT 1000", &rows);
    double one = read_rows(outline, "SELECT body FROM part WHERE stream = 4", &parts);
    double play = read_rows(record, "SELECT * FROM entry WHERE sequence > 100 LIMIT 48", &rows);
    double all = read_rows(record, "SELECT * FROM entry ORDER BY sequence", &rows);
    print_row("start", start, list + last);
    print_row("case", (cases[0] + cases[1] + cases[2]) / 3, one);
    print_row("play", moves, play);
    print_row("chain", chain, all);
    printf("memory %.0f\nrows %ld\n", memory, rows);
    sqlite3_close(outline);
    sqlite3_close(record);
    return 0;
}

static int make_outline(const char *folder)
{
    double first;
    Desk desk = unlock(folder, &first);
    lock(&desk);
    printf("outline %.1f\nmemory %.0f\n", first, peak_mib());
    return 0;
}

int main(int count, char **arguments)
{
    const char *what = count > 2 ? arguments[1] : "";
    if (count == 4 && strcmp(what, "make") == 0) {
        return make(arguments[2], (int)strtol(arguments[3], NULL, 10));
    }
    if (count == 3 && strcmp(what, "outline") == 0) {
        return make_outline(arguments[2]);
    }
    if (count == 3 && strcmp(what, "read") == 0) {
        return read_all(arguments[2]);
    }
    fprintf(stderr, "bench_years make FOLDER PERCENT | outline FOLDER | read FOLDER\n");
    return 2;
}
