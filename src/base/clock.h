/* Time, injected: the program asks this, never the system, so that tests own the clock. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stddef.h>
#include <stdint.h>

typedef struct Clock {
    int64_t (*wall_ms)(void *context);  /* milliseconds since 1970-01-01 UTC; may jump */
    int64_t (*ticks_ms)(void *context); /* never goes back; for animation only */
    void *context;
} Clock;

Clock clock_system(void);

/* A clock that stands still until told. */
typedef struct ManualClock {
    int64_t wall;
    int64_t ticks;
} ManualClock;

Clock clock_manual(ManualClock *manual);
int64_t clock_wall(const Clock *clock);
int64_t clock_ticks(const Clock *clock);

/* "2026-11-22 14:05" in local time; `buffer` of at least 17 bytes; returns buffer. */
const char *clock_stamp(int64_t wall_ms, char *buffer, size_t size);

int clock_minute(int64_t wall_ms); /* of the local day, 0 .. 1439 */

#endif
