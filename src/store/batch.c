/* Rows: events encoded to be kept, and decoded strictly when they come back. */
#include "store/batch.h"

#include "base/memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool row_make(const Event *event, Row *row, Error *error)
{
    if (!event_check(event, error)) {
        return false;
    }
    char *body = event_write_body(event);
    if (strlen(body) > JSON_MAX_BYTES) {
        free(body);
        return error_set(error, ERROR_REFUSED, event_type_name(event->type),
                         "This is too large to be kept: %d bytes are allowed.", JSON_MAX_BYTES);
    }
    row->wall_ms = event->wall_ms;
    row->type = event_type_name(event->type);
    row->body = body;
    return true;
}

bool batch_make(const Event *events, size_t count, int64_t first, Batch *out, Error *error)
{
    Batch batch = {.rows = memory_new(count, sizeof *batch.rows)};
    for (size_t i = 0; i < count; i++) {
        batch.rows[i].sequence = first + (int64_t)i;
        if (!row_make(&events[i], &batch.rows[i], error)) {
            batch_clear(&batch);
            return false;
        }
        batch.count++;
    }
    *out = batch;
    return true;
}

void batch_clear(Batch *batch)
{
    for (size_t i = 0; i < batch->count; i++) {
        free(batch->rows[i].body);
    }
    free(batch->rows);
    *batch = (Batch){0};
}

void batch_number(const Batch *batch, Event *events)
{
    for (size_t i = 0; i < batch->count; i++) {
        events[i].sequence = batch->rows[i].sequence;
    }
}

bool row_same(Row a, Row b)
{
    return a.sequence == b.sequence && a.wall_ms == b.wall_ms && strcmp(a.type, b.type) == 0 &&
           strcmp(a.body, b.body) == 0;
}

static bool row_read(const Row *row, const char *place, Event *out, char **storage, Error *error)
{
    EventType type;
    if (!event_type_parse(row->type, &type)) {
        return error_set(error, ERROR_DAMAGED, place,
                         "Pebble Cove knows no such event. Put back a copy of the record.");
    }
    if (!event_read_body(type, row->body, strlen(row->body), place, out, storage, error)) {
        return false;
    }
    out->sequence = row->sequence;
    out->wall_ms = row->wall_ms;
    return true;
}

bool row_visit(const Row *row, int64_t expected, StoreVisit *visit, void *context, Error *error)
{
    char place[64];
    snprintf(place, sizeof place, "event %" PRId64 " (%.32s)", row->sequence, row->type);
    if (row->sequence != expected) {
        return error_set(error, ERROR_DAMAGED, place,
                         "The record is damaged: event %" PRId64 " is missing. Put back a copy of "
                         "the record.",
                         expected);
    }
    Event event;
    char *storage;
    if (!row_read(row, place, &event, &storage, error)) {
        return false;
    }
    bool done = visit(context, &event, error);
    free(storage);
    return done;
}
