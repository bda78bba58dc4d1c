#include "screen/safekeeping.h"

#include "base/file.h"
#include "base/text.h"
#include "record/record_copies.h"
#include "screen/logging.h"
#include "store/restore.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGES_AT_ONCE = 128, WEEK_MS = 7 * 24 * 60 * 60 * 1000 };

bool safekeeping_open(const Cove *cove)
{
    return cove->keeper && cove->vault && cove->data_folder;
}

Backups safekeeping_backups(const Cove *cove)
{
    char *place = path_join(cove->data_folder, BACKUPS_FOLDER);
    Backups found = backups_in(place);
    free(place);
    return found;
}

/* ---- making ---- */

bool safekeeping_making(const Cove *cove)
{
    return cove->safe.run != NULL;
}

bool safekeeping_begin(Cove *cove, const char *folder, Error *error)
{
    Safekeeping *safe = &cove->safe;
    int64_t now = clock_wall(&cove->clock);
    Store *store = keeper_store(cove->keeper);
    if (safe->run) {
        return error_set(error, ERROR_REFUSED, "backup", "A backup is being made already.");
    }
    safe->said = SAFE_SAID_NOTHING;
    return folder ? backup_begin_outside(store, cove->data_folder, folder, now, &safe->run, error)
                  : backup_begin(store, cove->data_folder, now, &safe->run, error);
}

/* There is one of today. */
static bool made_today(const Cove *cove)
{
    char today[17];
    bool made = false;
    Backups all = safekeeping_backups(cove);
    clock_stamp(clock_wall(&cove->clock), today, sizeof today);
    for (size_t i = 0; i < all.count; i++) {
        made = made || strncmp(all.list[i].when, today, 10) == 0;
    }
    backups_clear(&all);
    return made;
}

static void fail(Safekeeping *safe, const Error *error)
{
    safe->said = SAFE_SAID_FAILED;
    safe->fault = *error;
}

void safekeeping_daily(Cove *cove)
{
    Error error = {0};
    if (!safekeeping_open(cove) || cove->safe.daily) {
        return;
    }
    cove->safe.daily = true;
    if (!made_today(cove) && !safekeeping_begin(cove, NULL, &error)) {
        fail(&cove->safe, &error);
    }
}

static bool note_copy(Cove *cove, const char *place, Error *error)
{
    Event event = {.type = EVENT_COPIED};
    snprintf(event.value, sizeof event.value, "%s", place);
    return cove_keep(cove, &event, 1, error);
}

void safekeeping_step(Cove *cove)
{
    Error error = {0};
    Safekeeping *safe = &cove->safe;
    BackupStep step = safe->run ? backup_step(safe->run, PAGES_AT_ONCE, &error) : BACKUP_GOES_ON;
    if (step == BACKUP_GOES_ON) {
        return;
    }
    if (step == BACKUP_DONE && note_copy(cove, backup_place(safe->run), &error)) {
        safe->said = SAFE_SAID_MADE;
    } else {
        fail(safe, &error);
    }
    backup_end(safe->run);
    safe->run = NULL;
}

void safekeeping_close(Safekeeping *safe)
{
    backup_end(safe->run);
    vault_close(safe->rescue);
    *safe = (Safekeeping){0};
}

/* ---- copies elsewhere ---- */

int64_t safekeeping_outside(const Cove *cove)
{
    const Record *record = keeper_record(cove->keeper);
    char *own = path_join(cove->data_folder, BACKUPS_FOLDER "/");
    int64_t last = 0;
    for (size_t i = record_copy_count(record); i > 0 && last == 0; i--) {
        const Copy *copy = record_copy_at(record, i - 1);
        last = text_starts(copy->place, own) ? 0 : copy->at;
    }
    free(own);
    return last;
}

bool safekeeping_due(const Cove *cove)
{
    if (!safekeeping_open(cove)) {
        return false;
    }
    const Record *record = keeper_record(cove->keeper);
    int64_t since = safekeeping_outside(cove);
    if (since == 0 && record_copy_count(record) > 0) {
        since = record_copy_at(record, 0)->at;
    }
    return since > 0 && clock_wall(&cove->clock) - since > WEEK_MS;
}

/* ---- after damage ---- */

bool safekeeping_damaged(const Cove *cove)
{
    return cove->safe.rescue != NULL;
}

void safekeeping_rescue(Cove *cove)
{
    Vault *vault = cove->vault;
    safekeeping_close(&cove->safe);
    keeper_close(cove->keeper);
    cove->keeper = NULL;
    cove->vault = NULL;
    cove_close(cove);
    cove->safe.rescue = vault;
}

bool safekeeping_salvage(Cove *cove, SalvageTold *told, Error *error)
{
    Vault *vault = cove->safe.rescue;
    if (!store_salvage(cove->data_folder, vault, clock_wall(&cove->clock), told, error)) {
        return false;
    }
    cove->safe.rescue = NULL;
    if (!cove_open_record(cove, vault, error)) {
        return false;
    }
    log_put_here(cove);
    return true;
}

bool safekeeping_restore(Cove *cove, const Backup *backup, Error *error)
{
    cove_close(cove);
    return restore_do(cove->data_folder, backup, clock_wall(&cove->clock), error);
}
