/* `pebblecove backup DIR`: a checked copy of the record in a folder elsewhere. Needs no passphrase:
 * everything in it stays locked. */
#include "app/commands.h"
#include "app/folders.h"
#include "app/kept_here.h"

#include "base/clock.h"
#include "store/backup.h"
#include "store/store_locked.h"
#include "store/swap.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { PAGES = 1024 };

static bool copy(Store *store, const char *data, const char *folder, Error *error)
{
    BackupRun *run;
    BackupStep step;
    Clock clock = clock_system();
    if (!backup_begin_outside(store, data, folder, clock_wall(&clock), &run, error)) {
        return false;
    }
    do {
        step = backup_step(run, PAGES, error);
    } while (step == BACKUP_GOES_ON);
    if (step == BACKUP_DONE) {
        printf("%s\n%" PRIu64
               " entries, copied and checked. The record itself does not know of this "
               "copy: remember where it is.\n",
               backup_place(run), backup_entries(run));
    }
    backup_end(run);
    return step == BACKUP_DONE;
}

/* Where there is nothing at all, opening it says so. */
static bool can_be_copied(const char *data, Error *error)
{
    KeptHere what = kept_here(data);
    return what == KEPT_NO_FOLDER || what == KEPT_NOTHING || what == KEPT_WHOLE ||
           kept_refuse(what, data, error);
}

static bool copy_from(const char *data, const char *folder, Error *error)
{
    Store *store;
    if (!swap_finish(data, error) || !can_be_copied(data, error) ||
        !store_locked_open(data, &store, error)) {
        return false;
    }
    bool copied = copy(store, data, folder, error);
    store_close(store);
    return copied;
}

bool cmd_backup(const Options *options, Error *error)
{
    char *data;
    int hold;
    if (!data_folder_find(options->data, &data, error)) {
        return false;
    }
    bool held = data_folder_hold(data, &hold, error);
    bool copied = held && copy_from(data, options->paths[0], error);
    if (held) {
        data_folder_release(hold);
    }
    free(data);
    return copied;
}
