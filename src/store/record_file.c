/* Nothing here opens a record that is there: closing it again would give up the locks that this
 * process may hold on it (POSIX). */
#include "store/record_file.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/record_format.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool may(const char *path, int rights)
{
    return faccessat(AT_FDCWD, path, rights, AT_EACCESS) == 0;
}

static bool check_folder(const char *folder, Error *error)
{
    if (may(folder, R_OK | W_OK | X_OK)) {
        return true;
    }
    return error_set(error, ERROR_WRITE, folder,
                     "Nothing can be kept in this folder: it is not yours or read-only. Change its "
                     "permissions, or choose another folder with --data.");
}

static bool make_file(const char *path, Error *error)
{
    int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool made = file >= 0 && fchmod(file, 0600) == 0;
    int number = errno;
    if (file >= 0) {
        close(file);
    }
    return made || error_set(error, ERROR_WRITE, path,
                             "The record cannot be made here (%s). Make room or change the "
                             "permissions, or choose another folder with --data.",
                             strerror(number));
}

static bool check_file(const char *path, const struct stat *info, Error *error)
{
    if (!S_ISREG(info->st_mode)) {
        return error_set(error, ERROR_READ, path,
                         "This is not a file, but the record should be here. Move it away, or "
                         "choose another folder with --data.");
    }
    if (info->st_size > 0 && info->st_size < RECORD_HEADER) {
        return record_refuse(RECORD_FOREIGN, path, error); /* SQLite takes one byte for none */
    }
    if (!may(path, R_OK | W_OK)) {
        return error_set(error, ERROR_WRITE, path,
                         "The record cannot be written: it is not yours or read-only. Change its "
                         "permissions, or choose another folder with --data.");
    }
    return true;
}

bool record_file_prepare(const char *folder, char **path, Error *error)
{
    if (!folder_make(folder, error) || !check_folder(folder, error)) {
        return false;
    }
    char *file = path_join(folder, "record.db");
    struct stat info;
    bool fine = stat(file, &info) == 0 ? check_file(file, &info, error) : make_file(file, error);
    if (!fine) {
        free(file);
        return false;
    }
    *path = file;
    return true;
}

static char *beside(const char *path, const char *ending)
{
    Text name;
    text_init(&name);
    text_addf(&name, "%s%s", path, ending);
    return text_take(&name);
}

bool record_file_has_journal(const char *path)
{
    char *journal = beside(path, "-journal");
    bool has = file_exists(journal);
    free(journal);
    return has;
}

void record_file_close_to_others(const char *path)
{
    static const char *const endings[] = {"", "-wal"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        char *name = beside(path, endings[i]);
        struct stat info;
        if (stat(name, &info) == 0 && (info.st_mode & 077) != 0) {
            (void)chmod(name, 0600); /* a file system without rights is no reason to stop */
        }
        free(name);
    }
}

/* ---- moving and removing ---- */

int64_t record_file_version(const char *path)
{
    char header[RECORD_HEADER];
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) {
        return 0;
    }
    bool read_all = read(file, header, sizeof header) == (ssize_t)sizeof header;
    close(file);
    return read_all ? record_header_version(header) : 0;
}

static bool sync_folder_of(const char *path)
{
    char *folder = memory_copy_string(path);
    folder[path_name(path) - path] = '\0';
    int file = open(folder[0] ? folder : ".", O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    bool synced = file >= 0 && (fsync(file) == 0 || errno == EINVAL);
    if (file >= 0) {
        close(file);
    }
    free(folder);
    return synced;
}

static bool cannot(const char *path, Error *error)
{
    return error_set(error, ERROR_WRITE, path,
                     "This file cannot be moved or removed (%s). Change its permissions, and try "
                     "again.",
                     strerror(errno));
}

bool record_file_move(const char *from, const char *to, Error *error)
{
    char *log = beside(from, "-wal");
    bool tidy = !file_exists(log) || record_refuse(RECORD_OTHER, from, error);
    free(log);
    return tidy && ((rename(from, to) == 0 && sync_folder_of(to)) || cannot(from, error));
}

static bool overwrite(int file)
{
    static const char zeros[4096];
    struct stat info;
    bool done = fstat(file, &info) == 0;
    for (off_t at = 0; done && at < info.st_size; at += (off_t)sizeof zeros) {
        done = pwrite(file, zeros, sizeof zeros, at) == (ssize_t)sizeof zeros;
    }
    return done && fsync(file) == 0;
}

static bool wipe_one(const char *path, Error *error)
{
    int file = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) {
        return errno == ENOENT || cannot(path, error);
    }
    bool wiped = overwrite(file);
    close(file);
    return (wiped && unlink(path) == 0 && sync_folder_of(path)) || cannot(path, error);
}

bool record_file_wipe(const char *path, Error *error)
{
    static const char *const endings[] = {"-wal", "-journal", ""};
    bool wiped = true;
    for (size_t i = 0; i < sizeof endings / sizeof *endings && wiped; i++) {
        char *name = beside(path, endings[i]);
        wiped = wipe_one(name, error);
        free(name);
    }
    return wiped;
}
