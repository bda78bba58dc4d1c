/* One mutex around the queue and what is known of it; never held while the store works. */
#include "store/writer.h"

#include "base/memory.h"
#include "store/wait.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum {
    CLOSE_MS = 3000,
    PAUSE_MS = 2 /* between two pieces of other work, so that others come to the store */
};

typedef struct Held {
    Event *events; /* owned, contents too; wiped */
    size_t count;
} Held;

struct Writer {
    Store *store;
    pthread_t thread;
    bool started;
    pthread_mutex_t guard;   /* around all below */
    pthread_cond_t work;     /* for the thread: there is something to do */
    pthread_cond_t answers;  /* from it: something was kept or failed, or it ends */
    Held queue[WRITER_ROOM]; /* a ring */
    size_t first, count;
    uint64_t handed, kept; /* batches, ever */
    int64_t last;          /* number of the event that was kept last */
    bool busy;             /* the store is at work on the first */
    bool failed;           /* the last try of the first did */
    Error error;
    bool closing, ended, left; /* left: nobody waits for the thread, it frees everything */
    WriterEnd *end;
    void *end_context;
    WriterWork *between; /* NULL: none, or it is over */
    WriterEnd *between_end;
    void *between_context;
};

/* ---- what is held ---- */

static Held held_of(const Event *events, size_t count)
{
    Held held = {memory_new(count, sizeof *events), count};
    memcpy(held.events, events, count * sizeof *events);
    for (size_t i = 0; i < count; i++) {
        if (events[i].content) {
            held.events[i].content = memory_copy_string(events[i].content);
        }
    }
    return held;
}

static void held_clear(Held *held)
{
    for (size_t i = 0; i < held->count; i++) {
        memory_forget((char *)held->events[i].content);
    }
    memory_forget(held->events);
    *held = (Held){0};
}

static void drop_first(Writer *writer)
{
    held_clear(&writer->queue[writer->first]);
    writer->first = (writer->first + 1) % WRITER_ROOM;
    writer->count--;
}

/* ---- the thread ---- */

typedef enum Work { WORK_WRITE, WORK_BETWEEN, WORK_END } Work;

/* Sleeps until there is something to do. While the disk fails it is left in peace. */
static Work find_work(Writer *writer)
{
    for (;;) {
        if (writer->count > 0 && !writer->failed) {
            return WORK_WRITE;
        }
        if (writer->closing) {
            return WORK_END;
        }
        if (writer->between && !writer->failed) {
            return WORK_BETWEEN;
        }
        if (!writer->failed) {
            pthread_cond_wait(&writer->work, &writer->guard);
            continue;
        }
        struct timespec again = wait_until(WRITER_RETRY_MS);
        if (pthread_cond_timedwait(&writer->work, &writer->guard, &again) == ETIMEDOUT &&
            writer->count > 0 && writer->failed) {
            return WORK_WRITE;
        }
    }
}

static void note_answer(Writer *writer, bool kept, int64_t last, const Error *error)
{
    writer->busy = false;
    writer->failed = !kept;
    if (kept) {
        writer->kept++;
        writer->last = last;
        drop_first(writer);
    } else {
        writer->error = *error;
    }
    pthread_cond_broadcast(&writer->answers);
}

static void try_first(Writer *writer)
{
    Held *held = &writer->queue[writer->first];
    Error error = {0};
    writer->busy = true;
    pthread_mutex_unlock(&writer->guard);
    bool kept = store_append(writer->store, held->events, held->count, &error);
    int64_t last = held->events[held->count - 1].sequence;
    pthread_mutex_lock(&writer->guard);
    note_answer(writer, kept, last, &error);
}

static void work_between(Writer *writer)
{
    pthread_mutex_unlock(&writer->guard);
    bool more = writer->between(writer->between_context);
    pthread_mutex_lock(&writer->guard);
    if (!more) {
        writer->between = NULL;
    } else if (writer->count == 0 && !writer->closing) {
        struct timespec pause = wait_until(PAUSE_MS);
        (void)pthread_cond_timedwait(&writer->work, &writer->guard, &pause);
    }
}

static void writer_free(Writer *writer)
{
    if (writer->between_end) {
        writer->between_end(writer->between_context);
    }
    while (writer->count > 0) {
        drop_first(writer);
    }
    store_close(writer->store);
    if (writer->end) {
        writer->end(writer->end_context);
    }
    pthread_cond_destroy(&writer->work);
    pthread_cond_destroy(&writer->answers);
    pthread_mutex_destroy(&writer->guard);
    free(writer);
}

static void *run(void *context)
{
    Writer *writer = context;
    pthread_mutex_lock(&writer->guard);
    for (Work work = find_work(writer); work != WORK_END; work = find_work(writer)) {
        (work == WORK_WRITE ? try_first : work_between)(writer);
    }
    writer->ended = true;
    bool left = writer->left;
    pthread_cond_broadcast(&writer->answers);
    pthread_mutex_unlock(&writer->guard);
    if (left) {
        writer_free(writer);
    }
    return NULL;
}

static bool start(Writer *writer, Error *error)
{
    writer->started = writer->started || pthread_create(&writer->thread, NULL, run, writer) == 0;
    return writer->started || error_set(error, ERROR_SYSTEM, "record",
                                        "The computer is too busy to save anything now. Close "
                                        "other programs, then try again.");
}

void writer_between(Writer *writer, WriterWork *work, WriterEnd *end, void *context)
{
    pthread_mutex_lock(&writer->guard);
    assert(!writer->between_end);
    writer->between = work;
    writer->between_end = end;
    writer->between_context = context;
    (void)start(writer, NULL); /* else it begins with the first batch */
    pthread_cond_signal(&writer->work);
    pthread_mutex_unlock(&writer->guard);
}

/* ---- handing over ---- */

Writer *writer_new(Store *store)
{
    Writer *writer = memory_new(1, sizeof *writer);
    writer->store = store;
    pthread_mutex_init(&writer->guard, NULL);
    wait_init(&writer->work);
    wait_init(&writer->answers);
    return writer;
}

Store *writer_store(const Writer *writer)
{
    return writer->store;
}

static bool enter(Writer *writer, const Event *events, size_t count, Error *error)
{
    if (writer->count == WRITER_ROOM) {
        return error_set(error, ERROR_WRITE, "record",
                         "The computer is still saving what was done before. Wait a little, then "
                         "do this again.");
    }
    writer->queue[(writer->first + writer->count) % WRITER_ROOM] = held_of(events, count);
    writer->count++;
    writer->handed++;
    pthread_cond_signal(&writer->work);
    return true;
}

static void number(Event *events, size_t count, int64_t last)
{
    for (size_t i = 0; i < count; i++) {
        events[i].sequence = last - (int64_t)(count - 1 - i);
    }
}

/* Of the batch that was handed over last and stands alone. */
static WriterAnswer answer_within(Writer *writer, Event *events, size_t count, int64_t wait_ms,
                                  Error *error)
{
    struct timespec until = wait_until(wait_ms);
    int late = 0;
    while (late != ETIMEDOUT && writer->count > 0 && !writer->failed) {
        late = pthread_cond_timedwait(&writer->answers, &writer->guard, &until);
    }
    if (writer->count == 0) {
        number(events, count, writer->last);
        return WRITER_KEPT;
    }
    if (!writer->failed || writer->busy) {
        return WRITER_HOLDS;
    }
    if (error) {
        *error = writer->error;
    }
    writer->failed = false;
    drop_first(writer);
    return WRITER_REFUSED;
}

static WriterAnswer hand_over(Writer *writer, Event *events, size_t count, int64_t wait_ms,
                              Error *error)
{
    bool alone = writer->count == 0;
    if (!start(writer, error) || !enter(writer, events, count, error)) {
        return WRITER_REFUSED;
    }
    return alone ? answer_within(writer, events, count, wait_ms, error) : WRITER_HOLDS;
}

WriterAnswer writer_keep(Writer *writer, Event *events, size_t count, int64_t wait_ms, Error *error)
{
    assert(count > 0);
    if (!writer->store->ops->waits) {
        return store_append(writer->store, events, count, error) ? WRITER_KEPT : WRITER_REFUSED;
    }
    pthread_mutex_lock(&writer->guard);
    WriterAnswer answer = hand_over(writer, events, count, wait_ms, error);
    pthread_mutex_unlock(&writer->guard);
    return answer;
}

/* ---- how it stands ---- */

Unsaved writer_unsaved(Writer *writer)
{
    Unsaved unsaved = {.state = SAVING_DONE};
    pthread_mutex_lock(&writer->guard);
    for (size_t i = 0; i < writer->count; i++) {
        unsaved.events += writer->queue[(writer->first + i) % WRITER_ROOM].count;
    }
    if (writer->count > 0) {
        unsaved.state = writer->failed ? SAVING_FAILED : SAVING_ON_ITS_WAY;
        unsaved.error = writer->error;
    }
    pthread_mutex_unlock(&writer->guard);
    return unsaved;
}

void writer_try_again(Writer *writer)
{
    pthread_mutex_lock(&writer->guard);
    writer->failed = false;
    pthread_cond_signal(&writer->work);
    pthread_mutex_unlock(&writer->guard);
}

/* ---- closing ---- */

/* False: the thread does not come back in time, and frees everything when it does. */
static bool end_thread(Writer *writer)
{
    struct timespec until = wait_until(CLOSE_MS);
    int late = 0;
    pthread_mutex_lock(&writer->guard);
    writer->closing = true;
    writer->failed = false; /* one more try */
    pthread_cond_signal(&writer->work);
    while (late != ETIMEDOUT && !writer->ended) {
        late = pthread_cond_timedwait(&writer->answers, &writer->guard, &until);
    }
    bool ended = writer->ended;
    writer->left = !ended;
    pthread_t thread = writer->thread;
    pthread_mutex_unlock(&writer->guard);
    if (ended) {
        pthread_join(thread, NULL);
    } else {
        pthread_detach(thread);
    }
    return ended;
}

void writer_close(Writer *writer, WriterEnd *end, void *context)
{
    if (!writer) {
        return;
    }
    writer->end = end;
    writer->end_context = context;
    if (!writer->started || end_thread(writer)) {
        writer_free(writer);
    }
}
