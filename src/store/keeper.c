/* The keeper. One path for one event and for many: each is applied to the record at once, so that
 * the next is judged with it in place; then the writer is asked; if anything refuses, what was
 * applied is taken back, newest first. What the writer holds was not refused. No part of the record
 * is ever copied. */
#include "store/keeper.h"

#include "base/memory.h"
#include "store/cases.h"
#include "store/keeper_open.h"
#include "store/watch.h"

#include <assert.h>
#include <stdlib.h>

enum { WAIT_MS = 200 }; /* nobody notices; nearly every answer comes within a few */

struct Keeper {
    Writer *writer; /* owns the store */
    int64_t wait_ms;
    Clock clock;
    Record *record;
    Cases *cases;
    Watch watch;
    int64_t last; /* number of the event that was kept last */
};

bool keeper_open(Store *store, const Clock *clock, Keeper **out, Error *error)
{
    return keeper_open_seen(store, clock, NULL, out, error);
}

bool keeper_open_seen(Store *store, const Clock *clock, Progress *progress, Keeper **out,
                      Error *error)
{
    Keeper *keeper = memory_new(1, sizeof *keeper);
    *keeper = (Keeper){.writer = writer_new(store), .wait_ms = WAIT_MS, .clock = *clock};
    if (!cases_open(store, clock, progress, &keeper->cases, &keeper->record, error)) {
        keeper_close(keeper);
        return false;
    }
    keeper->last = cases_last(keeper->cases);
    watch_begin(&keeper->watch, keeper->cases, keeper->writer, clock);
    *out = keeper;
    return true;
}

void keeper_close_then(Keeper *keeper, WriterEnd *end, void *context)
{
    if (keeper) {
        if (writer_unsaved(keeper->writer).state == SAVING_DONE) {
            watch_end(&keeper->watch); /* else the disk is not to be waited for once more */
        }
        cases_close(keeper->cases);
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

uint64_t keeper_entries(const Keeper *keeper)
{
    return (uint64_t)keeper->last;
}

Store *keeper_store(const Keeper *keeper)
{
    return writer_store(keeper->writer);
}

/* ---- the log ---- */

typedef struct Log {
    LogEntry *list;
    size_t count, room;
} Log;

static bool see(void *context, const Event *event, Error *error)
{
    Log *log = context;
    LogEntry entry;
    (void)error;
    if (record_log_entry(event, &entry)) {
        list_room((void **)&log->list, &log->room, log->count, sizeof *log->list);
        log->list[log->count++] = entry;
    }
    return true;
}

bool keeper_log(Keeper *keeper, LogEntry **list, size_t *count, Error *error)
{
    Log log = {0};
    Error found = {0};
    bool read = store_each(writer_store(keeper->writer), 0, see, &log, &found);
    if (!watch_read(&keeper->watch, read, &found, error)) {
        memory_forget(log.list);
        return false;
    }
    *list = log.list;
    *count = log.count;
    return true;
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

/* How many of the events could be stamped, numbered and applied, one after the other. */
static size_t apply_all(Record *record, Event *events, size_t count, int64_t now, int64_t last,
                        Error *error)
{
    for (size_t i = 0; i < count; i++) {
        events[i].sequence = last + 1 + (int64_t)i;
        events[i].wall_ms = stamp(record, &events[i], now);
        if (!event_check(&events[i], error) || !record_apply(record, &events[i], error)) {
            return i;
        }
        events[i].belongs = record_whose(record, &events[i]);
    }
    return count;
}

/* ---- cases ---- */

/* What is not durable yet is in the record alone: then no case may be read anew. */
static bool is_saved(Keeper *keeper, Error *error)
{
    return writer_unsaved(keeper->writer).state == SAVING_DONE ||
           error_set(error, ERROR_WRITE, "record",
                     "The computer is still saving what was done before. Wait a little, then do "
                     "this again.");
}

bool keeper_need(Keeper *keeper, Id family, Error *error)
{
    Error found = {0};
    bool whole = cases_is_whole(keeper->cases, family) || !record_case(keeper->record, family);
    bool read = (whole || is_saved(keeper, &found)) && cases_need(keeper->cases, family, &found);
    return watch_read(&keeper->watch, read, &found, error);
}

/* An event is judged with its whole case in place. */
static bool need_all(Keeper *keeper, const Event *events, size_t count, Error *error)
{
    for (size_t i = 0; i < count; i++) {
        Id here = events[i].case_id, about = record_case_of(keeper->record, &events[i]);
        if (!keeper_need(keeper, here, error) || !keeper_need(keeper, about, error)) {
            return false;
        }
    }
    return true;
}

static void note_opened(Keeper *keeper, const Event *events, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (events[i].type == EVENT_CASE_OPENED) {
            cases_opened(keeper->cases, events[i].case_id);
        }
    }
}

bool keeper_moves(Keeper *keeper, const PlayRecord *play, PlayMoves *out, Error *error)
{
    *out = (PlayMoves){.list = play->moves, .count = play->move_count};
    if (!play->away) {
        return true;
    }
    Error found = {0};
    bool read = cases_moves(keeper->cases, play, &out->read, &out->count, &found);
    out->list = out->read;
    return watch_read(&keeper->watch, read, &found, error);
}

void play_moves_clear(PlayMoves *moves)
{
    memory_forget(moves->read);
    *moves = (PlayMoves){0};
}

/* ---- the weekly check, and damage ---- */

KeeperCheck keeper_check(Keeper *keeper)
{
    const Watch *watch = &keeper->watch;
    watch_look(&keeper->watch);
    return (KeeperCheck){watch->state, (int)(watch->at * 100 / (keeper->last + 1))};
}

const Error *keeper_damage(const Keeper *keeper)
{
    return keeper->watch.damage.code == ERROR_NONE ? NULL : &keeper->watch.damage;
}

static bool is_whole(const Keeper *keeper, Error *error)
{
    const Error *damage = keeper_damage(keeper);
    if (damage && error) {
        *error = *damage;
    }
    return !damage;
}

/* ---- keeping ---- */

bool keeper_keep(Keeper *keeper, Event *events, size_t count, Error *error)
{
    assert(count > 0);
    int64_t now = clock_wall(&keeper->clock);
    if (!is_whole(keeper, error) || !need_all(keeper, events, count, error)) {
        return false;
    }
    size_t applied = apply_all(keeper->record, events, count, now, keeper->last, error);
    if (applied == count &&
        writer_keep(keeper->writer, events, count, keeper->wait_ms, error) != WRITER_REFUSED) {
        keeper->last += (int64_t)count;
        note_opened(keeper, events, count);
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
