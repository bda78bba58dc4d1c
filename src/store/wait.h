/* Waiting for another thread, by the clock that nobody can set. Private to store/. */
#ifndef STORE_WAIT_H
#define STORE_WAIT_H

#include <pthread.h>
#include <stdint.h>
#include <time.h>

struct timespec wait_until(int64_t ms); /* so long from now, for pthread_cond_timedwait */
void wait_init(pthread_cond_t *condition);

#endif
