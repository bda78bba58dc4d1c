#include "store/backup_files.h"

#include "base/file.h"
#include "store/backup_list.h"
#include "store/mark.h"
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool copy_bytes(int from, int to)
{
    char bytes[65536];
    for (;;) {
        ssize_t size = read(from, bytes, sizeof bytes);
        if (size <= 0) {
            return size == 0 && fsync(to) == 0;
        }
        for (ssize_t at = 0; at < size;) {
            ssize_t part = write(to, bytes + at, (size_t)(size - at));
            if (part <= 0) {
                return false;
            }
            at += part;
        }
    }
}

static bool copy_open(const char *from, const char *to, Error *error)
{
    int in = open(from, O_RDONLY | O_CLOEXEC);
    int out = in >= 0 ? open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    bool copied = out >= 0 && copy_bytes(in, out);
    int number = errno;
    if (in >= 0) {
        close(in);
    }
    if (out >= 0 && close(out) != 0) {
        copied = false;
    }
    return copied || error_set(error, ERROR_WRITE, to,
                               "This file could not be copied (%s). Make room, or choose another "
                               "place.",
                               strerror(number));
}

bool backup_copy_file(const char *from, const char *to, const char *name, Error *error)
{
    char *source = path_join(from, name), *target = path_join(to, name);
    bool copied = copy_open(source, target, error);
    free(source);
    free(target);
    return copied;
}

void backup_remove(const char *folder)
{
    static const char *const names[] = {STORE_FILE, STORE_FILE "-wal", STORE_FILE "-journal",
                                        MARK_FILE,  "vault.keys",      BACKUP_ABOUT};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = path_join(folder, names[i]);
        (void)unlink(path);
        free(path);
    }
    (void)rmdir(folder);
}
