#include "store/fault_vfs.h"

#include <sqlite3.h>

#include <assert.h>
#include <signal.h>
#include <string.h>

typedef struct File {
    sqlite3_file file;  /* first */
    sqlite3_file *real; /* in the same block, behind */
} File;

static struct {
    sqlite3_vfs vfs;
    sqlite3_vfs *real;
    DiskFault fault;
    long first, many, calls;
    bool refuse_opening;
} layer;

static sqlite3_file *real(sqlite3_file *file)
{
    return ((File *)file)->real;
}

/* The fault of this call. */
static DiskFault next_call(void)
{
    long call = ++layer.calls;
    int planned = call >= layer.first && call - layer.first < layer.many;
    return planned ? layer.fault : DISK_FINE;
}

static int do_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at)
{
    return real(file)->pMethods->xWrite(real(file), bytes, size, at);
}

static int on_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at)
{
    switch (next_call()) {
    case DISK_KILL_TORN:
        do_write(file, bytes, size / 2, at);
        raise(SIGKILL);
        break;
    case DISK_KILL: raise(SIGKILL); break;
    case DISK_FULL: return SQLITE_FULL;
    case DISK_IO: return SQLITE_IOERR_WRITE;
    case DISK_IO_DONE: do_write(file, bytes, size, at); return SQLITE_IOERR_WRITE;
    default: break;
    }
    return do_write(file, bytes, size, at);
}

/* Whether a call other than a write is done, and what it says then. */
static int done(int (*call)(sqlite3_file *file, sqlite3_int64 value), sqlite3_file *file,
                sqlite3_int64 value, int failure)
{
    switch (next_call()) {
    case DISK_KILL:
    case DISK_KILL_TORN: raise(SIGKILL); break;
    case DISK_IO: return failure;
    case DISK_IO_DONE: call(file, value); return failure;
    default: break;
    }
    return call(file, value);
}

static int do_sync(sqlite3_file *file, sqlite3_int64 flags)
{
    return real(file)->pMethods->xSync(real(file), (int)flags);
}

static int on_sync(sqlite3_file *file, int flags)
{
    return done(do_sync, file, flags, SQLITE_IOERR_FSYNC);
}

static int do_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return real(file)->pMethods->xTruncate(real(file), size);
}

static int on_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return done(do_truncate, file, size, SQLITE_IOERR_TRUNCATE);
}

static int on_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
    (void)vfs;
    switch (next_call()) {
    case DISK_KILL:
    case DISK_KILL_TORN: raise(SIGKILL); break;
    case DISK_IO: return SQLITE_IOERR_DELETE;
    case DISK_IO_DONE: layer.real->xDelete(layer.real, name, sync); return SQLITE_IOERR_DELETE;
    default: break;
    }
    return layer.real->xDelete(layer.real, name, sync);
}

/* ---- passed on as it is ---- */

static int on_close(sqlite3_file *file)
{
    return real(file)->pMethods->xClose(real(file));
}

static int on_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 at)
{
    return real(file)->pMethods->xRead(real(file), bytes, size, at);
}

static int on_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

static int on_lock(sqlite3_file *file, int lock)
{
    return real(file)->pMethods->xLock(real(file), lock);
}

static int on_unlock(sqlite3_file *file, int lock)
{
    return real(file)->pMethods->xUnlock(real(file), lock);
}

static int on_reserved(sqlite3_file *file, int *reserved)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
}

static int on_control(sqlite3_file *file, int operation, void *value)
{
    return real(file)->pMethods->xFileControl(real(file), operation, value);
}

static int on_sector(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

static int on_characteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

static const sqlite3_io_methods methods = {
    .iVersion = 1, /* no shared memory */
    .xClose = on_close,
    .xRead = on_read,
    .xWrite = on_write,
    .xTruncate = on_truncate,
    .xSync = on_sync,
    .xFileSize = on_size,
    .xLock = on_lock,
    .xUnlock = on_unlock,
    .xCheckReservedLock = on_reserved,
    .xFileControl = on_control,
    .xSectorSize = on_sector,
    .xDeviceCharacteristics = on_characteristics,
};

static int on_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
    (void)vfs;
    file->pMethods = NULL;
    if (layer.refuse_opening) {
        return SQLITE_CANTOPEN;
    }
    File *own = (File *)file;
    own->real = (sqlite3_file *)(own + 1);
    int result = layer.real->xOpen(layer.real, name, own->real, flags, out);
    own->file.pMethods = own->real->pMethods ? &methods : NULL;
    return result;
}

void fault_vfs_install(void)
{
    layer.real = sqlite3_vfs_find(NULL);
    layer.vfs = *layer.real;
    layer.vfs.zName = "fault";
    layer.vfs.szOsFile = (int)sizeof(File) + layer.real->szOsFile;
    layer.vfs.xOpen = on_open;
    layer.vfs.xDelete = on_delete;
    int result = sqlite3_vfs_register(&layer.vfs, 1);
    assert(result == SQLITE_OK);
}

void fault_vfs_plan(DiskFault fault, long first, long many)
{
    layer.fault = fault;
    layer.first = first;
    layer.many = many;
    layer.calls = 0;
}

long fault_vfs_calls(void)
{
    return layer.calls;
}

void fault_vfs_refuse_opening(bool refuse)
{
    layer.refuse_opening = refuse;
}
