#include "store/opening.h"

#include "base/memory.h"
#include "store/keeper_open.h"
#include "store/wait.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

enum { WHOLE = 100 };

struct Opening {
    Store *store; /* the keeper's, once the thread is at work */
    Clock clock;
    Progress progress;
    pthread_t thread;
    bool apart;            /* has a thread */
    pthread_mutex_t guard; /* around `over` */
    pthread_cond_t ended;
    bool over;
    Keeper *keeper; /* from here on: once it is over. NULL: it failed */
    Error error;
};

static void *run(void *context)
{
    Opening *opening = context;
    if (!keeper_open_seen(opening->store, &opening->clock, &opening->progress, &opening->keeper,
                          &opening->error)) {
        opening->keeper = NULL;
    }
    pthread_mutex_lock(&opening->guard);
    opening->over = true;
    pthread_cond_broadcast(&opening->ended);
    pthread_mutex_unlock(&opening->guard);
    return NULL;
}

Opening *opening_begin(Store *store, const Clock *clock)
{
    Opening *opening = memory_new(1, sizeof *opening);
    opening->store = store;
    opening->clock = *clock;
    pthread_mutex_init(&opening->guard, NULL);
    wait_init(&opening->ended);
    opening->apart = pthread_create(&opening->thread, NULL, run, opening) == 0;
    if (!opening->apart) {
        run(opening);
    }
    return opening;
}

bool opening_wait(Opening *opening, int64_t ms)
{
    struct timespec until = wait_until(ms);
    int late = 0;
    pthread_mutex_lock(&opening->guard);
    while (!opening->over && late != ETIMEDOUT) {
        late = pthread_cond_timedwait(&opening->ended, &opening->guard, &until);
    }
    bool over = opening->over;
    pthread_mutex_unlock(&opening->guard);
    return over;
}

int opening_percent(const Opening *opening)
{
    int64_t at = atomic_load(&opening->progress.at), last = atomic_load(&opening->progress.last);
    return last > 0 ? (int)(at * WHOLE / last) : 0;
}

static void join(Opening *opening)
{
    if (opening->apart) {
        pthread_join(opening->thread, NULL);
    }
    pthread_cond_destroy(&opening->ended);
    pthread_mutex_destroy(&opening->guard);
}

bool opening_end(Opening *opening, Keeper **out, Error *error)
{
    join(opening);
    bool opened = opening->keeper != NULL;
    if (opened) {
        *out = opening->keeper;
    } else if (error) {
        *error = opening->error;
    }
    free(opening);
    return opened;
}

void opening_stop(Opening *opening)
{
    if (opening) {
        atomic_store(&opening->progress.stop, true);
        join(opening);
        keeper_close(opening->keeper);
        free(opening);
    }
}
