/* `pebblecove restore BACKUP`: says what would come and what is there; with --yes it does it. What
 * is there goes aside, whole. */
#include "app/commands.h"
#include "app/folders.h"

#include "base/clock.h"
#include "store/restore.h"
#include "store/swap.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static void print_view(const Backup *backup, const RestoreView *view)
{
    printf("This backup is of %s and has %" PRIu64 " entries", backup->when, view->entries);
    if (view->now > view->entries) {
        printf(", %" PRIu64 " fewer than now.\n", view->now - view->entries);
    } else if (view->now == view->entries) {
        printf(", as many as now.\n");
    } else if (view->now > 0) {
        printf(", %" PRIu64 " more than now.\n", view->entries - view->now);
    } else {
        printf(". There is no record now, or it cannot be read.\n");
    }
    if (view->other) {
        printf("It is of another record and opens with the passphrase of that one.\n");
    }
}

static void print_how(const Options *options, const Backup *backup)
{
    const char *data = options->data;
    printf("Nothing was changed. To go back to it: pebblecove restore --yes%s%s%s '%s'\n",
           data ? " --data '" : "", data ? data : "", data ? "'" : "", backup->path);
}

static bool do_it(const Options *options, const char *data, const Backup *backup, Error *error)
{
    Clock clock = clock_system();
    RestoreView view;
    if (!restore_look(data, backup, 0, &view, error)) {
        return false;
    }
    print_view(backup, &view);
    if (!options->yes) {
        print_how(options, backup);
        return true;
    }
    if (!restore_do(data, backup, clock_wall(&clock), error)) {
        return false;
    }
    printf("Done. What was there before is in the folder replaced, in %s.\n", data);
    return true;
}

static bool restore_held(const Options *options, const Backup *backup, Error *error)
{
    char *data;
    int hold;
    if (!data_folder_find(options->data, &data, error)) {
        return false;
    }
    bool held = data_folder_ready(data, error) && data_folder_hold(data, &hold, error);
    bool done = held && swap_finish(data, error) && do_it(options, data, backup, error);
    if (held) {
        data_folder_release(hold);
    }
    free(data);
    return done;
}

bool cmd_restore(const Options *options, Error *error)
{
    Backup backup;
    if (!backup_read(options->paths[0], &backup, error)) {
        return false;
    }
    bool done = restore_held(options, &backup, error);
    free(backup.path);
    return done;
}
