#include "app/hold.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

/* Where a file system knows no such locks, SQLite's own still holds the record. */
bool data_folder_hold(const char *path, int *hold, Error *error)
{
    char *name = path_join(path, "in-use");
    int file = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    free(name);
    if (file >= 0 && flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        close(file);
        return error_set(error, ERROR_LOCKED, path,
                         "Pebble Cove is already open with this data folder (%s). Close the other "
                         "window, or choose another folder with --data.",
                         path);
    }
    *hold = file;
    return true;
}

void data_folder_release(int hold)
{
    if (hold >= 0) {
        close(hold);
    }
}
