/* Files and folders. What the machine refuses is said in a sentence, never in an errno. */
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- why the machine said no ---- */

typedef struct Refusal {
    int number;
    ErrorCode code; /* ERROR_NONE: as the caller says, reading or writing */
    const char *sentence;
} Refusal;

static const Refusal refusals[] = {
    {ENOENT, ERROR_MISSING, "There is no such file or folder: check the name."},
    {ENOTDIR, ERROR_MISSING, "A part of this path is not a folder: check the name."},
    {EACCES, ERROR_NONE, "There is no permission for this: change it, or choose another place."},
    {EPERM, ERROR_NONE, "There is no permission for this: change it, or choose another place."},
    {EROFS, ERROR_NONE, "This place is read-only: choose another."},
    {ENOSPC, ERROR_NONE, "The disk is full: make room and try again."},
    {EDQUOT, ERROR_NONE, "Your share of the disk is full: make room and try again."},
    {EISDIR, ERROR_NONE, "This is a folder and not a file: choose another name."},
    {ENAMETOOLONG, ERROR_NONE, "This name is too long: choose a shorter one."},
    {EIO, ERROR_NONE, "The disk reports a fault: check it, and use another."},
};

static bool refuse(Error *error, ErrorCode code, const char *path, int number)
{
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; ++i) {
        const Refusal *refusal = &refusals[i];
        if (refusal->number == number)
            return error_set(error, refusal->code ? refusal->code : code, path, "%s",
                             refusal->sentence);
    }
    return error_set(error, code, path, "The system refuses (%s): try another place.",
                     strerror(number));
}

/* ---- reading ---- */

/* Fills `buffer`; *got is less than `size` only at the end of the file. */
static bool read_fully(int file, char *buffer, size_t size, size_t *got)
{
    size_t total = 0;
    while (total < size) {
        ssize_t part = read(file, buffer + total, size - total);
        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0)
            return false;
        if (part == 0)
            break;
        total += (size_t)part;
    }
    *got = total;
    return true;
}

static bool check_readable(int file, const char *path, size_t limit, size_t *size, Error *error)
{
    struct stat info;
    if (fstat(file, &info) != 0)
        return refuse(error, ERROR_READ, path, errno);
    if (!S_ISREG(info.st_mode))
        return error_set(error, ERROR_READ, path, "This is not a file but a %s: choose a file.",
                         S_ISDIR(info.st_mode) ? "folder" : "device");
    if ((uintmax_t)info.st_size > limit)
        return error_set(error, ERROR_READ, path,
                         "This file has %jd bytes, and %zu are allowed: choose a smaller one.",
                         (intmax_t)info.st_size, limit);
    *size = (size_t)info.st_size;
    return true;
}

static bool read_open(int file, const char *path, size_t limit, char **bytes, size_t *size,
                      Error *error)
{
    size_t expected = 0, got = 0;
    if (!check_readable(file, path, limit, &expected, error))
        return false;
    char *buffer = memory_new(expected + 1, 1);
    if (!read_fully(file, buffer, expected + 1, &got)) {
        free(buffer);
        return refuse(error, ERROR_READ, path, errno);
    }
    if (got > expected) {
        free(buffer);
        return error_set(error, ERROR_READ, path,
                         "This file grew while it was read: wait until it is whole and try again.");
    }
    buffer[got] = '\0';
    *bytes = buffer;
    *size = got;
    return true;
}

bool file_read(const char *path, size_t limit, char **bytes, size_t *size, Error *error)
{
    /* O_NONBLOCK: opening a pipe must not wait for its other end. */
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0)
        return refuse(error, ERROR_READ, path, errno);
    bool done = read_open(file, path, limit, bytes, size, error);
    close(file);
    return done;
}

/* ---- writing ---- */

static char *folder_of(const char *path)
{
    size_t length = (size_t)(path_name(path) - path);
    if (length == 0)
        return memory_copy_string(".");
    while (length > 1 && path[length - 1] == '/')
        --length;
    char *folder = memory_new(length + 1, 1);
    return memcpy(folder, path, length);
}

static bool write_fully(int file, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t part = write(file, bytes, size);
        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0)
            return false;
        bytes += part;
        size -= (size_t)part;
    }
    return true;
}

/* Makes a rename or a new folder survive a power cut. Some file systems cannot, and say EINVAL. */
static bool sync_folder(const char *path)
{
    int folder = open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (folder < 0)
        return false;
    bool synced = fsync(folder) == 0 || errno == EINVAL;
    int number = errno;
    close(folder);
    errno = number;
    return synced;
}

/* Writes, syncs and closes; errno tells why not. */
static bool write_and_close(int file, const void *bytes, size_t size)
{
    bool done = write_fully(file, bytes, size) && fsync(file) == 0;
    int number = errno;
    if (close(file) != 0 && done)
        return false;
    errno = number;
    return done;
}

static bool replace_in(const char *folder, const char *path, const void *bytes, size_t size)
{
    char *beside = path_join(folder, ".pebblecove-XXXXXX");
    int file = mkostemp(beside, O_CLOEXEC);
    bool done = file >= 0 && write_and_close(file, bytes, size) && rename(beside, path) == 0;
    int number = errno;
    if (file >= 0 && !done)
        unlink(beside);
    free(beside);
    errno = number;
    return done && sync_folder(folder);
}

bool file_write(const char *path, const void *bytes, size_t size, Error *error)
{
    char *folder = folder_of(path);
    bool done = replace_in(folder, path, bytes, size);
    int number = errno;
    free(folder);
    return done || refuse(error, ERROR_WRITE, path, number);
}

/* ---- folders ---- */

static bool is_kind(const char *path, mode_t kind)
{
    struct stat info;
    return stat(path, &info) == 0 && (info.st_mode & S_IFMT) == kind;
}

bool file_exists(const char *path)
{
    return is_kind(path, S_IFREG);
}

bool folder_exists(const char *path)
{
    return is_kind(path, S_IFDIR);
}

static bool make_one(const char *path, Error *error)
{
    if (folder_exists(path))
        return true;
    if (mkdir(path, 0700) != 0) {
        int number = errno;
        if (number != EEXIST)
            return refuse(error, ERROR_WRITE, path, number);
        return folder_exists(path) ||
               error_set(error, ERROR_WRITE, path,
                         "A file of this name is in the way: choose another name.");
    }
    char *parent = folder_of(path);
    bool synced = sync_folder(parent);
    int number = errno;
    free(parent);
    return synced || refuse(error, ERROR_WRITE, path, number);
}

bool folder_make(const char *path, Error *error)
{
    char *step = memory_copy_string(path);
    bool made = true;
    for (char *slash = strchr(step + (*step == '/'), '/'); slash && made;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        made = make_one(step, error);
        *slash = '/';
    }
    size_t length = strlen(step);
    if (made && length > 0 && step[length - 1] != '/')
        made = make_one(step, error);
    free(step);
    return made;
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Adds the names to *names and *count; 0, or the errno that stopped it. */
static int read_names(DIR *folder, char ***names, size_t *count)
{
    size_t capacity = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (!entry)
            return errno;
        if (entry->d_name[0] == '.')
            continue;
        list_room((void **)names, &capacity, *count, sizeof **names);
        (*names)[(*count)++] = memory_copy_string(entry->d_name);
    }
}

bool folder_list(const char *path, char ***names, size_t *count, Error *error)
{
    DIR *folder = opendir(path);
    if (!folder)
        return refuse(error, ERROR_READ, path, errno);
    char **list = NULL;
    size_t used = 0;
    int number = read_names(folder, &list, &used);
    closedir(folder);
    if (number) {
        file_names_free(list, used);
        return refuse(error, ERROR_READ, path, number);
    }
    if (used > 1)
        qsort(list, used, sizeof *list, compare_names);
    *names = list;
    *count = used;
    return true;
}

void file_names_free(char **names, size_t count)
{
    for (size_t i = 0; i < count; ++i)
        free(names[i]);
    free(names);
}

/* ---- paths ---- */

char *path_join(const char *folder, const char *name)
{
    size_t length = strlen(folder);
    Text path;
    text_init(&path);
    text_addf(&path, "%s%s%s", folder, length == 0 || folder[length - 1] == '/' ? "" : "/", name);
    return text_take(&path);
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool path_of_program(char **path, Error *error)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length < 0)
        return refuse(error, ERROR_SYSTEM, "/proc/self/exe", errno);
    program[length] = '\0';
    *path = folder_of(program);
    return true;
}
