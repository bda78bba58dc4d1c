#include "store/wait.h"

enum { MS_NS = 1000000, SECOND_MS = 1000 };

struct timespec wait_until(int64_t ms)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    int64_t nanos = time.tv_nsec + ms % SECOND_MS * MS_NS;
    time.tv_sec += (time_t)(ms / SECOND_MS + nanos / (SECOND_MS * MS_NS));
    time.tv_nsec = (long)(nanos % (SECOND_MS * MS_NS));
    return time;
}

void wait_init(pthread_cond_t *condition)
{
    pthread_condattr_t kind;
    pthread_condattr_init(&kind);
    pthread_condattr_setclock(&kind, CLOCK_MONOTONIC);
    pthread_cond_init(condition, &kind);
    pthread_condattr_destroy(&kind);
}
