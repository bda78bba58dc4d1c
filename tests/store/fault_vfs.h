/* A layer between SQLite and the disk that counts every call which changes something (write, sync,
 * truncate, delete) and lets chosen ones go wrong. Its files have no shared memory, so a store that
 * works on it needs none. One plan at a time for the whole test program. */
#ifndef TESTS_STORE_FAULT_VFS_H
#define TESTS_STORE_FAULT_VFS_H

#include <stdbool.h>

typedef enum DiskFault {
    DISK_FINE,
    DISK_KILL,      /* SIGKILL before the call */
    DISK_KILL_TORN, /* SIGKILL after half of a write */
    DISK_FULL,      /* writes find no room; other calls work */
    DISK_IO,        /* the call is not done and fails */
    DISK_IO_DONE,   /* the call is done and says it failed */
    DISK_COUNT
} DiskFault;

void fault_vfs_install(void); /* the default from now on */
/* Calls first, first + 1, ..., first + many - 1 from now (counted from 1) go wrong. */
void fault_vfs_plan(DiskFault fault, long first, long many);
long fault_vfs_calls(void);                 /* since the plan was made */
void fault_vfs_refuse_opening(bool refuse); /* as if the disk were gone */

#endif
