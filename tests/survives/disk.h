/* The disk under a whole test program. Every call of the C library that changes a file in one
 * folder is counted, may go wrong, and is written into a log when there is one: those of SQLite, of
 * the record's mark and of the keys alike, from whatever thread. disk.c defines these functions
 * (write, fsync, rename, ...) itself, and they stand before the library's. */
#ifndef TESTS_SURVIVES_DISK_H
#define TESTS_SURVIVES_DISK_H

#include <stdbool.h>
#include <stdint.h>

typedef enum CallFault {
    CALL_FINE,
    CALL_KILL,      /* SIGKILL before the call */
    CALL_KILL_TORN, /* SIGKILL after half of a write */
    CALL_FULL,      /* what needs room fails with ENOSPC */
    CALL_IO,        /* the call is not done: EIO */
    CALL_READ_ONLY  /* EROFS, opening for writing too */
} CallFault;

typedef enum DiskOpType {
    OP_NOTHING,
    OP_CREATE, /* file, name */
    OP_WRITE,  /* file, at, size, bytes behind it */
    OP_CUT,    /* file, at: its new size */
    OP_SYNC,   /* file */
    OP_SYNC_FOLDER,
    OP_RENAME, /* name, other */
    OP_UNLINK, /* name */
    OP_NOTE    /* at: what the program said is kept by now */
} DiskOpType;

enum { DISK_NAME = 64 };

typedef struct DiskOp {
    int32_t type, file; /* a file is a number, whatever it is called */
    int64_t at, size;
    char name[DISK_NAME], other[DISK_NAME];
} DiskOp;

/* `folder` is watched from now on, and holds no files yet that are written to (NULL: nothing is
 * watched); `log` is a file descriptor, or -1. Calls are counted from here. */
void disk_watch(const char *folder, int log);
/* Calls first, first + 1, ..., first + many - 1 from now (counted from 1) go wrong. */
void disk_plan(CallFault fault, long first, long many);
long disk_calls(void); /* since the plan was made */
void disk_note(int64_t value);

#endif
