#include "base/file_wipe.h"

#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>
#include <unistd.h>

int file_wipe_hold(const char *path)
{
    struct stat info;
    int file = path ? open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) : -1;
    if (file >= 0 && (fstat(file, &info) != 0 || !S_ISREG(info.st_mode) || info.st_nlink != 1)) {
        close(file);
        file = -1;
    }
    return file;
}

static void overwrite(int file)
{
    static const char zeros[4096];
    struct stat info;
    bool done = fstat(file, &info) == 0;
    for (off_t at = 0; done && at < info.st_size; at += (off_t)sizeof zeros) {
        size_t left = (size_t)(info.st_size - at);
        size_t part = left < sizeof zeros ? left : sizeof zeros;
        done = pwrite(file, zeros, part, at) == (ssize_t)part;
    }
    (void)fsync(file);
}

void file_wipe_release(int held, bool wipe)
{
    if (held >= 0) {
        if (wipe) {
            overwrite(held);
        }
        close(held);
    }
}
