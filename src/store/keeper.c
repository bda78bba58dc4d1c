/* The keeper. One path for one event and for many: each is applied to the record at once, so that
 * the next is judged with it in place; then the writer is asked; if anything refuses, what was
 * applied is taken back, newest first. What the writer holds was not refused. No part of the record
 * is ever copied. */
#include "store/keeper.h"

#include "base/memory.h"

#include <assert.h>
#include <stdlib.h>

enum { WAIT_MS = 200 }; /* nobody notices; nearly every answer comes within a few */

struct Keeper {
    Writer *writer; /* owns the store */
    int64_t wait_ms;
    Clock clock;
    Record *record;
};

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

bool keeper_open(Store *store, const Clock *clock, Keeper **out, Error *error)
{
    Keeper *keeper = memory_new(1, sizeof *keeper);
    *keeper = (Keeper){.writer = writer_new(store),
                       .wait_ms = WAIT_MS,
                       .clock = *clock,
                       .record = record_new()};
    if (!store_each(store, 0, fold, keeper->record, error)) {
        keeper_close(keeper);
        return false;
    }
    *out = keeper;
    return true;
}

void keeper_close_then(Keeper *keeper, WriterEnd *end, void *context)
{
    if (keeper) {
        writer_close(keeper->writer, end, context);
        record_free(keeper->record);
        free(keeper);
    } else if (end) {
        end(context);
    }
}

void keeper_close(Keeper *keeper)
{
    keeper_close_then(keeper, NULL, NULL);
}

const Record *keeper_record(const Keeper *keeper)
{
    return keeper->record;
}

Store *keeper_store(const Keeper *keeper)
{
    return writer_store(keeper->writer);
}

/* ---- time: when something was, never how long an answer took (blueprint 3) ---- */

static int64_t whole_minute(int64_t wall_ms)
{
    const int64_t minute = 60000;
    int64_t past = wall_ms % minute;
    return wall_ms - (past < 0 ? past + minute : past);
}

/* The play may have been started by an event of the same batch, which is applied by now. */
static int64_t stamp(const Record *record, const Event *event, int64_t now)
{
    const PlayRecord *play =
        event->type == EVENT_MOVE ? record_play_by_id(record, event->play_id) : NULL;
    return play ? play->started : whole_minute(now);
}

/* How many of the events could be stamped and applied, one after the other. */
static size_t apply_all(Record *record, Event *events, size_t count, int64_t now, Error *error)
{
    for (size_t i = 0; i < count; i++) {
        events[i].wall_ms = stamp(record, &events[i], now);
        if (!event_check(&events[i], error) || !record_apply(record, &events[i], error)) {
            return i;
        }
        events[i].belongs = record_case_of(record, &events[i]);
    }
    return count;
}

bool keeper_keep(Keeper *keeper, Event *events, size_t count, Error *error)
{
    assert(count > 0);
    int64_t now = clock_wall(&keeper->clock);
    size_t applied = apply_all(keeper->record, events, count, now, error);
    if (applied == count &&
        writer_keep(keeper->writer, events, count, keeper->wait_ms, error) != WRITER_REFUSED) {
        return true;
    }
    while (applied > 0) {
        record_take_back(keeper->record, &events[--applied]);
    }
    return false;
}

/* ---- what is not durable yet ---- */

Unsaved keeper_unsaved(const Keeper *keeper)
{
    return writer_unsaved(keeper->writer);
}

void keeper_try_again(const Keeper *keeper)
{
    writer_try_again(keeper->writer);
}

void keeper_wait(Keeper *keeper, int64_t ms)
{
    keeper->wait_ms = ms;
}
