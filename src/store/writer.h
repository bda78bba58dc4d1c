/* The writer: a thread of its own that makes batches of events durable, one after the other, so
 * that the window never waits for a disk; and the bounded queue before it. What stands in the queue
 * is held until it is durable, also when the disk fails: then the first one is tried again and
 * again, and nothing behind it overtakes it.
 *
 * A store that does not wait for anything (StoreOps.waits) is asked at once, without a thread. */
#ifndef STORE_WRITER_H
#define STORE_WRITER_H

#include "store/store.h"

enum {
    WRITER_ROOM = 64,      /* batches in the queue */
    WRITER_RETRY_MS = 4000 /* between two tries of what failed */
};

typedef struct Writer Writer;

typedef enum WriterAnswer {
    WRITER_KEPT,    /* durable */
    WRITER_REFUSED, /* nothing of it is anywhere; *error says why */
    WRITER_HOLDS    /* not durable yet: it stands in the queue */
} WriterAnswer;

/* How what was handed over stands. */
typedef enum Saving { SAVING_DONE, SAVING_ON_ITS_WAY, SAVING_FAILED } Saving;

typedef struct Unsaved {
    Saving state;
    size_t events; /* that are not durable */
    Error error;   /* SAVING_FAILED: of the last try */
} Unsaved;

/* Takes the store over. The thread begins with the first batch. */
Writer *writer_new(Store *store);
Store *writer_store(const Writer *writer); /* for reading and copying */
/* Hands a copy of the events over and waits at most `wait_ms` for the answer; not at all when
 * others stand before it. When it is durable the events have their numbers. Refused: the queue is
 * full, or it failed within that time and stood alone. */
WriterAnswer writer_keep(Writer *writer, Event *events, size_t count, int64_t wait_ms,
                         Error *error);
Unsaved writer_unsaved(Writer *writer);
void writer_try_again(Writer *writer); /* now, what failed */

/* Called when the store was closed, perhaps by the writer's thread. */
typedef void WriterEnd(void *context);

/* Work for times in which nothing is to be written: done on the writer's thread, again and again
 * with a pause between, until `work` returns false or the writer is closed; each time for a moment,
 * as what is handed over meanwhile waits for it. `end` frees the context, with the writer or
 * before. */
typedef bool WriterWork(void *context);
void writer_between(Writer *writer, WriterWork *work, WriterEnd *end, void *context);

/* Tries for a few seconds to make durable what stands in the queue, forgets what could not be, and
 * closes the store. A disk that does not even answer is left to the thread: then the store is
 * closed, and `end` called, when it does. `end` may be NULL. */
void writer_close(Writer *writer, WriterEnd *end, void *context);

#endif
