#include "app/hold.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <sys/file.h>
#include <unistd.h>

enum { PATIENCE = 100, PAUSE_NS = 100000000 }; /* ten seconds */

static bool take(int file, int lock)
{
    return flock(file, lock | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

/* Who is closing shares the lock. */
static bool is_closing(int file)
{
    bool shared = take(file, LOCK_SH);
    (void)flock(file, LOCK_UN);
    return shared;
}

static bool wait_for(int file)
{
    const struct timespec pause = {.tv_nsec = PAUSE_NS};
    for (int i = 0; i < PATIENCE; i++) {
        if (take(file, LOCK_EX)) {
            return true;
        }
        nanosleep(&pause, NULL);
    }
    return false;
}

static bool refuse(const char *path, bool closing, Error *error)
{
    return closing ? error_set(error, ERROR_LOCKED, path,
                               "Pebble Cove was closed and still saves what was done last (%s), "
                               "but the disk does not answer. Wait a little, then start it again.",
                               path)
                   : error_set(error, ERROR_LOCKED, path,
                               "Pebble Cove is already open with this data folder (%s). Close the "
                               "other window, or choose another folder with --data.",
                               path);
}

/* Where a file system knows no such locks, SQLite's own still holds the record. */
bool data_folder_hold(const char *path, int *hold, Error *error)
{
    char *name = path_join(path, "in-use");
    int file = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    free(name);
    if (file >= 0 && !take(file, LOCK_EX)) {
        bool closing = is_closing(file);
        if (!closing || !wait_for(file)) {
            close(file);
            return refuse(path, closing, error);
        }
    }
    *hold = file;
    return true;
}

void data_folder_closing(int hold)
{
    if (hold >= 0) {
        (void)flock(hold, LOCK_SH);
    }
}

void data_folder_release(int hold)
{
    if (hold >= 0) {
        close(hold);
    }
}
