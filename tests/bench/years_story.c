#include "years_story.h"

#include "base/file.h"
#include "base/memory.h"
#include "store/seal_old.h"
#include "vault/recovery.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    CLIENTS = 2,     /* of each */
    SITTINGS = 1560, /* of each client: ten years, three a week */
    MOVES = 46,      /* of each play */
    DRAWN = 14,      /* of them with a stroke, in some plays */
    BATCH = 4000,    /* events in one transaction, about */
    MODULES = 24,
    MODULE_BYTES = 24000,
    HUNDRED = 100
};

void bench_fail(const Error *error)
{
    fprintf(stderr, "bench_years: %s: %s\n", error->place, error->sentence);
    exit(1);
}

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
        bench_fail(&error);
    }
    telling->count = 0;
}

static void tell(Telling *telling, Whose whose, Event event)
{
    list_room((void **)&telling->events, &telling->room, telling->count, sizeof *telling->events);
    event.belongs = whose;
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
        tell(telling, whose_case((Id){""}), frozen);
        flush(telling);
    }
}

static Whose whose_of(const Client *client)
{
    return whose_person(client->family, client->id);
}

static Client tell_client(Telling *telling, Id family)
{
    Client client = {.family = family, .id = id_new(&telling->ids)};
    Event person = {
        .type = EVENT_PERSON_ADDED, .case_id = family, .person_id = client.id, .tier = TIER_T3};
    PUT(person.name, "Robin");
    PUT(person.picture, "person/child-1");
    tell(telling, whose_person(family, client.id), person);
    return client;
}

/* Something new is given each month. */
static void give(Telling *telling, Client *client)
{
    if (client->given.text[0]) {
        tell(telling, whose_of(client),
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
    tell(telling, whose_of(client), given);
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
        tell(telling, whose_of(client), move);
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
    tell(telling, whose_of(client), started);
    tell_moves(telling, client, play, part == PART_ACTIVITY);
    tell(telling, whose_of(client),
         (Event){.type = EVENT_PLAY_ENDED, .play_id = play, .how = ENDING_FINISHED});
}

static void tell_sitting(Telling *telling, const Client *client)
{
    Id sitting = id_new(&telling->ids);
    tell(telling, whose_of(client),
         (Event){.type = EVENT_SITTING_STARTED,
                 .case_id = client->family,
                 .person_id = client->id,
                 .sitting_id = sitting});
    tell_play(telling, client, sitting, PART_ARRIVING);
    tell_play(telling, client, sitting, PART_ACTIVITY);
    tell_play(telling, client, sitting, PART_LEAVING);
    Event ended = {.type = EVENT_SITTING_ENDED, .sitting_id = sitting, .how = ENDING_FINISHED};
    PUT(ended.picture, "pebble/round");
    tell(telling, whose_of(client), ended);
    Event looked = {.type = EVENT_LOGGED,
                    .case_id = client->family,
                    .person_id = client->id,
                    .item_id = sitting,
                    .act = LOG_LOOKED,
                    .what = ACCESS_ANSWERS,
                    .times = 1};
    tell(telling, whose_of(client), looked);
}

static void tell_years(Telling *telling, Client *clients, int percent)
{
    int rounds = SITTINGS * percent / HUNDRED;
    for (int round = 0; round < rounds; round++) {
        telling->wall_ms += INT64_C(56) * 60 * 60 * 1000; /* three in a week */
        for (int i = 0; i < YEARS_CASES * CLIENTS; i++) {
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
    Client clients[YEARS_CASES * CLIENTS];
    tell_modules(telling);
    for (int i = 0; i < YEARS_CASES; i++) {
        Event family = {.type = EVENT_CASE_OPENED, .case_id = id_new(&telling->ids)};
        PUT(family.name, "Harbor");
        tell(telling, whose_case(family.case_id), family);
        for (int c = 0; c < CLIENTS; c++) {
            clients[i * CLIENTS + c] = tell_client(telling, family.case_id);
        }
    }
    tell_years(telling, clients, percent);
    tell(telling, whose_case((Id){""}),
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
        !vault_make(VAULT_TRIAL, YEARS_PASSPHRASE, &code, &vault, &error) ||
        !vault_place(vault, folder, &error)) {
        bench_fail(&error);
    }
    return vault;
}

void years_make(const char *folder, int percent)
{
    Error error = {0};
    Vault *vault = make_vault(folder);
    Telling telling = {.chance = 7, .wall_ms = INT64_C(1400000040000)};
    telling.ids = ids_seeded(&telling.chance);
    if (!store_open_sealed(folder, vault, &telling.store, &error)) {
        bench_fail(&error);
    }
    tell_practice(&telling, percent);
    store_close(telling.store);
    vault_close(vault);
    free(telling.events);
    free(telling.content);
}
