/* Passed on by system call: what the C library would do is not needed. */
#include "survives/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { HANDLES = 1024, FILES = 256, NO_FILE = 0, THE_FOLDER = -1 };

static struct {
    pthread_mutex_t guard;
    char folder[512]; /* "": nothing is watched */
    int log;
    CallFault fault;
    long first, many, calls;
    int handles[HANDLES];         /* file of a descriptor */
    char names[FILES][DISK_NAME]; /* of files that are there; file 1 is names[0] */
    int count;
} disk = {.guard = PTHREAD_MUTEX_INITIALIZER, .log = -1};

/* ---- what is told ---- */

static void log_bytes(const void *bytes, size_t size)
{
    if (disk.log >= 0 && size > 0) {
        (void)!syscall(SYS_write, disk.log, bytes, size);
    }
}

static void log_op(DiskOpType type, int file, int64_t at, const void *bytes, size_t size)
{
    DiskOp op = {.type = (int32_t)type, .file = file, .at = at, .size = (int64_t)size};
    log_bytes(&op, sizeof op);
    log_bytes(bytes, size);
}

static void log_names(DiskOpType type, int file, const char *name, const char *other)
{
    DiskOp op = {.type = (int32_t)type, .file = file};
    snprintf(op.name, sizeof op.name, "%s", name);
    snprintf(op.other, sizeof op.other, "%s", other);
    log_bytes(&op, sizeof op);
}

void disk_note(int64_t value)
{
    pthread_mutex_lock(&disk.guard);
    log_op(OP_NOTE, NO_FILE, value, NULL, 0);
    pthread_mutex_unlock(&disk.guard);
}

/* ---- what is planned ---- */

void disk_watch(const char *folder, int log)
{
    pthread_mutex_lock(&disk.guard);
    snprintf(disk.folder, sizeof disk.folder, "%s", folder ? folder : "");
    disk.log = log;
    disk.count = 0;
    disk.calls = 0;
    disk.fault = CALL_FINE;
    memset(disk.handles, 0, sizeof disk.handles);
    pthread_mutex_unlock(&disk.guard);
}

void disk_plan(CallFault fault, long first, long many)
{
    pthread_mutex_lock(&disk.guard);
    disk.fault = fault;
    disk.first = first;
    disk.many = many;
    disk.calls = 0;
    pthread_mutex_unlock(&disk.guard);
}

long disk_calls(void)
{
    pthread_mutex_lock(&disk.guard);
    long calls = disk.calls;
    pthread_mutex_unlock(&disk.guard);
    return calls;
}

static CallFault next_call(void)
{
    long call = ++disk.calls;
    bool planned = call >= disk.first && call - disk.first < disk.many;
    return planned ? disk.fault : CALL_FINE;
}

/* Whether the call is not done; errno says why. */
static bool fails(CallFault fault, bool needs_room)
{
    switch (fault) {
    case CALL_KILL:
    case CALL_KILL_TORN: raise(SIGKILL); return true;
    case CALL_FULL: errno = ENOSPC; return needs_room;
    case CALL_IO: errno = EIO; return true;
    case CALL_READ_ONLY: errno = EROFS; return true;
    default: return false;
    }
}

/* ---- names and descriptors ---- */

/* The part behind the folder, "" for the folder itself; NULL: not watched. */
static const char *inside(const char *path)
{
    size_t length = strlen(disk.folder);
    if (length == 0 || strncmp(path, disk.folder, length) != 0) {
        return NULL;
    }
    return path[length] == '/' ? path + length + 1 : path[length] == '\0' ? "" : NULL;
}

static int find(const char *name)
{
    for (int i = 0; i < disk.count; i++) {
        if (strcmp(disk.names[i], name) == 0) {
            return i + 1;
        }
    }
    return NO_FILE;
}

static int add(const char *name)
{
    if (disk.count == FILES) {
        abort();
    }
    snprintf(disk.names[disk.count++], DISK_NAME, "%s", name);
    log_names(OP_CREATE, disk.count, name, "");
    return disk.count;
}

static int file_of(int handle)
{
    return handle >= 0 && handle < HANDLES ? disk.handles[handle] : NO_FILE;
}

static int raw_open(const char *path, int flags, mode_t mode)
{
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

/* Making a file is a call that changes something; opening one is not. */
static int watched_open(const char *path, const char *name, int flags, mode_t mode)
{
    bool writes = (flags & O_ACCMODE) != O_RDONLY;
    bool makes = (flags & O_CREAT) && find(name) == NO_FILE;
    if (makes && fails(next_call(), true)) {
        return -1;
    }
    if (writes && disk.fault == CALL_READ_ONLY && disk.calls >= disk.first) {
        errno = EROFS;
        return -1;
    }
    int handle = raw_open(path, flags, mode);
    if (handle >= 0 && handle < HANDLES) {
        int file = name[0] ? find(name) : THE_FOLDER;
        disk.handles[handle] = file == NO_FILE && writes ? add(name) : file;
    }
    return handle;
}

static int any_open(const char *path, int flags, mode_t mode)
{
    pthread_mutex_lock(&disk.guard);
    const char *name = inside(path);
    int handle = name ? watched_open(path, name, flags, mode) : raw_open(path, flags, mode);
    int number = errno;
    pthread_mutex_unlock(&disk.guard);
    errno = number;
    return handle;
}

/* ---- calls that change ---- */

static ssize_t raw_write(int handle, const void *bytes, size_t size, off_t at)
{
    return at < 0 ? syscall(SYS_write, handle, bytes, size)
                  : syscall(SYS_pwrite64, handle, bytes, size, at);
}

static ssize_t watched_write(int handle, const void *bytes, size_t size, off_t at)
{
    CallFault fault = next_call();
    if (fault == CALL_KILL_TORN) {
        (void)!raw_write(handle, bytes, size / 2, at);
    }
    if (fails(fault, true)) {
        return -1;
    }
    off_t place = at < 0 ? lseek(handle, 0, SEEK_CUR) : at;
    ssize_t done = raw_write(handle, bytes, size, at);
    if (done > 0) {
        log_op(OP_WRITE, file_of(handle), place, bytes, (size_t)done);
    }
    return done;
}

static ssize_t any_write(int handle, const void *bytes, size_t size, off_t at)
{
    pthread_mutex_lock(&disk.guard);
    ssize_t done = file_of(handle) > 0 ? watched_write(handle, bytes, size, at)
                                       : raw_write(handle, bytes, size, at);
    int number = errno;
    pthread_mutex_unlock(&disk.guard);
    errno = number;
    return done;
}

/* What is watched is not really synced: who is killed loses nothing by that, and whose power is cut
 * is played from the log. */
static int watched_sync(int file)
{
    if (fails(next_call(), false)) {
        return -1;
    }
    log_op(file == THE_FOLDER ? OP_SYNC_FOLDER : OP_SYNC, file, 0, NULL, 0);
    return 0;
}

static int any_sync(int handle, long call)
{
    pthread_mutex_lock(&disk.guard);
    int file = file_of(handle);
    int result = file != NO_FILE ? watched_sync(file) : (int)syscall(call, handle);
    int number = errno;
    pthread_mutex_unlock(&disk.guard);
    errno = number;
    return result;
}

static int any_cut(int handle, off_t size)
{
    pthread_mutex_lock(&disk.guard);
    int file = file_of(handle);
    int result =
        file > 0 && fails(next_call(), false) ? -1 : (int)syscall(SYS_ftruncate, handle, size);
    int number = errno;
    if (file > 0 && result == 0) {
        log_op(OP_CUT, file, size, NULL, 0);
    }
    pthread_mutex_unlock(&disk.guard);
    errno = number;
    return result;
}

/* ---- in the place of the C library's ---- */

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return any_open(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return any_open(path, flags, mode);
}

/* Names in order instead of by chance. */
int mkostemp(char *pattern, int flags)
{
    static int made;
    char *end = pattern + strlen(pattern) - 6;
    for (;;) {
        char number[16];
        snprintf(number, sizeof number, "%06d", made++);
        memcpy(end, number, 6);
        int handle = any_open(pattern, flags | O_RDWR | O_CREAT | O_EXCL, 0600);
        if (handle >= 0 || errno != EEXIST) {
            return handle;
        }
    }
}

int close(int handle)
{
    pthread_mutex_lock(&disk.guard);
    if (handle >= 0 && handle < HANDLES) {
        disk.handles[handle] = NO_FILE;
    }
    pthread_mutex_unlock(&disk.guard);
    return (int)syscall(SYS_close, handle);
}

ssize_t write(int handle, const void *bytes, size_t size)
{
    return any_write(handle, bytes, size, -1);
}

ssize_t pwrite(int handle, const void *bytes, size_t size, off_t at)
{
    return any_write(handle, bytes, size, at);
}

ssize_t pwrite64(int handle, const void *bytes, size_t size, off64_t at)
{
    return any_write(handle, bytes, size, at);
}

int fsync(int handle)
{
    return any_sync(handle, SYS_fsync);
}

int fdatasync(int handle)
{
    return any_sync(handle, SYS_fdatasync);
}

int ftruncate(int handle, off_t size)
{
    return any_cut(handle, size);
}

int ftruncate64(int handle, off64_t size)
{
    return any_cut(handle, size);
}

static void forget_name(const char *name)
{
    int file = find(name);
    if (file != NO_FILE) {
        disk.names[file - 1][0] = '\0';
    }
}

int unlink(const char *path)
{
    pthread_mutex_lock(&disk.guard);
    const char *name = inside(path);
    bool there = name && find(name) != NO_FILE;
    int result = there && fails(next_call(), false) ? -1 : (int)syscall(SYS_unlink, path);
    int number = errno;
    if (there && result == 0) {
        forget_name(name);
        log_names(OP_UNLINK, NO_FILE, name, "");
    }
    pthread_mutex_unlock(&disk.guard);
    errno = number;
    return result;
}

int rename(const char *from, const char *to)
{
    pthread_mutex_lock(&disk.guard);
    const char *name = inside(from), *other = inside(to);
    int file = name && other ? find(name) : NO_FILE;
    int result =
        file != NO_FILE && fails(next_call(), true) ? -1 : (int)syscall(SYS_rename, from, to);
    int number = errno;
    if (file != NO_FILE && result == 0) {
        forget_name(other);
        snprintf(disk.names[file - 1], DISK_NAME, "%s", other);
        log_names(OP_RENAME, file, name, other);
    }
    pthread_mutex_unlock(&disk.guard);
    errno = number;
    return result;
}
