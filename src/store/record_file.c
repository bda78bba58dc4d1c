/* Nothing here opens a record that is there: closing it again would give up the locks that this
 * process may hold on it (POSIX). */
#include "store/record_file.h"

#include "base/file.h"
#include "base/text.h"
#include "store/record_format.h"

#include <errno.h>
#include <fcntl.h>
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
