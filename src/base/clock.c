/* The system's clock, and one that tests move by hand. */
#include "base/clock.h"

#include <assert.h>
#include <stdio.h>
#include <time.h>

static int64_t read_ms(clockid_t id)
{
    struct timespec now;
    int failed = clock_gettime(id, &now);
    assert(!failed);
    (void)failed;
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t system_wall(void *context)
{
    (void)context;
    return read_ms(CLOCK_REALTIME);
}

static int64_t system_ticks(void *context)
{
    (void)context;
    return read_ms(CLOCK_MONOTONIC);
}

Clock clock_system(void)
{
    return (Clock){.wall_ms = system_wall, .ticks_ms = system_ticks};
}

static int64_t manual_wall(void *context)
{
    return ((const ManualClock *)context)->wall;
}

static int64_t manual_ticks(void *context)
{
    return ((const ManualClock *)context)->ticks;
}

Clock clock_manual(ManualClock *manual)
{
    return (Clock){.wall_ms = manual_wall, .ticks_ms = manual_ticks, .context = manual};
}

int64_t clock_wall(const Clock *clock)
{
    return clock->wall_ms(clock->context);
}

int64_t clock_ticks(const Clock *clock)
{
    return clock->ticks_ms(clock->context);
}

static time_t whole_seconds(int64_t wall_ms)
{
    return (time_t)(wall_ms / 1000 - (wall_ms % 1000 < 0));
}

const char *clock_stamp(int64_t wall_ms, char *buffer, size_t size)
{
    assert(size >= sizeof "2026-11-22 14:05");
    time_t seconds = whole_seconds(wall_ms);
    struct tm local;
    if (!localtime_r(&seconds, &local) || !strftime(buffer, size, "%Y-%m-%d %H:%M", &local))
        snprintf(buffer, size, "no date");
    return buffer;
}

int clock_minute(int64_t wall_ms)
{
    time_t seconds = whole_seconds(wall_ms);
    struct tm local;
    return localtime_r(&seconds, &local) ? local.tm_hour * 60 + local.tm_min : 12 * 60;
}
