#include "store/told_folder.h"

#include "record/story.h"
#include "store/erased_people.h"
#include "store/seal_old.h"
#include "store/sealed_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

Keeper *told_open(const char *folder, Vault *vault)
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
    return keeper;
}

static void tell(Keeper *keeper, Event event)
{
    Error error = {0};
    if (!keeper_keep(keeper, &event, 1, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

void told_moves(Keeper *keeper, int moves)
{
    for (int i = 0; i < moves; i++) {
        Event move = story_move(1, "place", "card");
        snprintf(move.move.text, sizeof move.move.text, "words of move %d", i);
        tell(keeper, move);
    }
}

void told_make(const char *folder, int moves)
{
    Event helper = {.type = EVENT_HELPER_NAMED};
    PUT(helper.name, "Kim");
    sealed_folder_make(folder);
    Vault *vault = sealed_folder_vault(folder);
    Keeper *keeper = told_open(folder, vault);
    tell(keeper, helper);
    tell(keeper, story_case(1));
    tell(keeper, story_person(1, 1, TIER_T2));
    tell(keeper, story_frozen(0, 1, "words"));
    tell(keeper, story_sitting(1, 1, 1, SETTING_ROOM));
    tell(keeper, story_play(1, 1, 0, TIER_T2));
    told_moves(keeper, moves);
    keeper_close(keeper);
    vault_close(vault);
}

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

char *told_read(const char *folder, Error *error)
{
    Store *store;
    Vault *vault = sealed_folder_vault(folder);
    Record *record = record_new();
    erased_people_tell(vault, record);
    bool read = store_open_sealed(folder, vault, &store, error);
    if (read) {
        read = store_each(store, 0, fold, record, error);
        store_close(store);
    }
    char *dump = read ? record_dump(record) : NULL;
    record_free(record);
    vault_close(vault);
    return dump;
}
