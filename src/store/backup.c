#include "store/backup.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/backup_files.h"
#include "store/sqlite_check.h"
#include "store/record_file.h"
#include "vault/key_look.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

#define PART ".part"

enum { MOMENT_NS = 2000000 };

typedef enum Phase { PHASE_COPY, PHASE_CHECK, PHASE_OVER } Phase;

struct BackupRun {
    Store *store;       /* borrowed */
    char *data, *place; /* place: the folder it stands in */
    char *path, *part;  /* the backup; the same while it is made */
    char when[17];
    bool own; /* in the data folder: old ones make room */
    Phase phase;
    thrd_t thread;
    atomic_bool checked; /* the thread is done */
    bool whole;
    RecordCheck found;
    Error error; /* of the thread */
};

/* ---- beginning ---- */

/* "2026-11-22-1405", with "-2" and so on behind it where there is one already. */
static char *free_path(const BackupRun *run)
{
    for (int turn = 1;; turn++) {
        Text name;
        text_init(&name);
        text_addf(&name, "%s%.10s-%.2s%.2s", run->own ? "" : "pebblecove-", run->when,
                  run->when + 11, run->when + 14);
        if (turn > 1) {
            text_addf(&name, "-%d", turn);
        }
        char *path = path_join(run->place, name.bytes);
        text_clear(&name);
        if (turn == 999 || !folder_exists(path)) {
            return path;
        }
        free(path);
    }
}

static bool begin(BackupRun *run, int64_t wall_ms, Error *error)
{
    Text part;
    clock_stamp(wall_ms, run->when, sizeof run->when);
    run->path = free_path(run);
    text_init(&part);
    text_addf(&part, "%s%s", run->path, PART);
    run->part = text_take(&part);
    backup_remove(run->part);
    return folder_make(run->part, error);
}

static bool begin_run(BackupRun *run, int64_t wall_ms, BackupRun **out, Error *error)
{
    if (!begin(run, wall_ms, error)) {
        run->phase = PHASE_OVER;
        backup_end(run);
        return false;
    }
    *out = run;
    return true;
}

/* What a start that was cut short left behind. */
static void remove_parts(const char *place)
{
    char **names;
    size_t count;
    if (!folder_list(place, &names, &count, NULL)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (text_stem(names[i], PART) > 0) {
            char *path = path_join(place, names[i]);
            backup_remove(path);
            free(path);
        }
    }
    file_names_free(names, count);
}

bool backup_begin(Store *store, const char *data, int64_t wall_ms, BackupRun **out, Error *error)
{
    BackupRun *run = memory_new(1, sizeof *run);
    run->store = store;
    run->data = memory_copy_string(data);
    run->place = path_join(data, BACKUPS_FOLDER);
    run->own = true;
    remove_parts(run->place);
    return begin_run(run, wall_ms, out, error);
}

bool backup_begin_outside(Store *store, const char *data, const char *folder, int64_t wall_ms,
                          BackupRun **out, Error *error)
{
    if (!folder_exists(folder)) {
        return error_set(error, ERROR_MISSING, folder,
                         "This folder is not there. Plug in the disk, or name another folder.");
    }
    BackupRun *run = memory_new(1, sizeof *run);
    run->store = store;
    run->data = memory_copy_string(data);
    run->place = memory_copy_string(folder);
    return begin_run(run, wall_ms, out, error);
}

/* ---- checking: on a thread, for a file that nobody else knows ---- */

static bool check(BackupRun *run, Error *error)
{
    KeyLook keys;
    char *path = path_join(run->part, STORE_FILE);
    bool whole = vault_look(run->part, &keys, error) &&
                 record_check(path, keys.store, RECORD_TIDIED, &run->found, error);
    record_file_close_to_others(path);
    free(path);
    return whole;
}

static int check_apart(void *context)
{
    BackupRun *run = context;
    run->whole = check(run, &run->error);
    atomic_store(&run->checked, true);
    return 0;
}

static void start_check(BackupRun *run)
{
    run->phase = PHASE_CHECK;
    if (thrd_create(&run->thread, check_apart, run) != thrd_success) {
        run->phase = PHASE_OVER;
        check_apart(run);
    }
}

/* ---- ending ---- */

static bool write_about(const BackupRun *run, Error *error)
{
    Json *about = json_object_new();
    json_add_integer(about, "format", 1);
    json_add_string(about, "made", run->when);
    json_add_integer(about, "entries", (int64_t)run->found.entries);
    char *bytes = json_print(about, true), *path = path_join(run->part, BACKUP_ABOUT);
    bool written = file_write(path, bytes, strlen(bytes), error);
    json_free(about);
    free(bytes);
    free(path);
    return written;
}

static void make_room(const BackupRun *run)
{
    Backups all = backups_in(run->place);
    bool *keep = memory_new(all.count + 1, sizeof *keep);
    BackupTime *times = memory_new(all.count + 1, sizeof *times);
    for (size_t i = 0; i < all.count; i++) {
        times[i] = all.list[i].time;
    }
    backup_keep(times, all.count, keep);
    for (size_t i = 0; i < all.count; i++) {
        if (!keep[i] && strcmp(all.list[i].path, run->path) != 0) {
            backup_remove(all.list[i].path);
        }
    }
    free(times);
    free(keep);
    backups_clear(&all);
}

static BackupStep finish(BackupRun *run, Error *error)
{
    if (run->phase == PHASE_CHECK) {
        thrd_join(run->thread, NULL);
        run->phase = PHASE_OVER;
    }
    if (!run->whole) {
        if (error) {
            *error = run->error;
        }
        return BACKUP_FAILED;
    }
    if (!write_about(run, error) || !record_file_move(run->part, run->path, error)) {
        return BACKUP_FAILED;
    }
    if (run->own) {
        make_room(run);
    }
    return BACKUP_DONE;
}

static BackupStep copy_some(BackupRun *run, int pages, Error *error)
{
    bool done = false;
    if (!store_copy(run->store, run->part, pages, &done, error)) {
        return BACKUP_FAILED;
    }
    if (done) {
        if (!backup_copy_file(run->data, run->part, VAULT_FILE, error)) {
            return BACKUP_FAILED;
        }
        start_check(run);
    }
    return BACKUP_GOES_ON;
}

BackupStep backup_step(BackupRun *run, int pages, Error *error)
{
    if (run->phase == PHASE_COPY) {
        return copy_some(run, pages, error);
    }
    if (!atomic_load(&run->checked)) {
        const struct timespec moment = {.tv_nsec = MOMENT_NS};
        thrd_sleep(&moment, NULL); /* so that asking again and again keeps nobody busy */
        return BACKUP_GOES_ON;
    }
    return finish(run, error);
}

const char *backup_place(const BackupRun *run)
{
    return run->path;
}

uint64_t backup_entries(const BackupRun *run)
{
    return run->found.entries;
}

void backup_end(BackupRun *run)
{
    if (!run) {
        return;
    }
    if (run->phase == PHASE_CHECK) {
        thrd_join(run->thread, NULL);
    }
    store_copy_stop(run->store);
    if (run->part) {
        backup_remove(run->part);
    }
    free(run->data);
    free(run->place);
    free(run->path);
    free(run->part);
    free(run);
}
