/* How far a long reading got, seen from another thread, and the wish that it end. Private to
 * store/.
 */
#ifndef STORE_PROGRESS_H
#define STORE_PROGRESS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct Progress {
    atomic_int_least64_t at, last; /* numbers of entries */
    atomic_bool stop;
} Progress;

/* NULL: nobody looks. */
static inline bool progress_stopped(const Progress *progress)
{
    return progress && atomic_load(&progress->stop);
}

static inline void progress_note(Progress *progress, int64_t at, int64_t last)
{
    if (progress) {
        atomic_store(&progress->at, at);
        atomic_store(&progress->last, last);
    }
}

#endif
