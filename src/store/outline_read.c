#include "store/outline_read.h"

#include "base/memory.h"
#include "store/entry.h"

#include <stdlib.h>

/* ---- how far back a list goes ---- */

/* A body that is gone through backwards, part by part. */
typedef struct Body {
    const Stream *stream;
    size_t part; /* this one and those behind it are read */
} Body;

typedef struct Recent {
    Body *bodies;
    size_t count;
} Recent;

static Recent recent_new(const Stream *const *streams, size_t count)
{
    Recent recent = {.bodies = memory_new(count + 1, sizeof *recent.bodies)};
    for (size_t i = 0; i < count; i++) {
        if (streams[i]->kind == STREAM_BODY) {
            recent.bodies[recent.count++] = (Body){streams[i], streams[i]->part_count};
        }
    }
    return recent;
}

/* From this event on, all of the body is read. */
static int64_t read_from(const Body *body)
{
    if (body->part == body->stream->part_count) {
        return body->part > 0 ? INT64_MAX : 0;
    }
    return body->part > 0 ? body->stream->parts[body->part].first : 0;
}

/* The body of which the least is read. */
static Body *least_read(const Recent *recent)
{
    Body *least = &recent->bodies[0];
    for (size_t i = 1; i < recent->count; i++) {
        if (read_from(&recent->bodies[i]) > read_from(least)) {
            least = &recent->bodies[i];
        }
    }
    return least;
}

/* How many sittings begin in parts that begin at `from` or later. */
static int64_t sittings_from(const Recent *recent, int64_t from)
{
    int64_t count = 0;
    for (size_t i = 0; i < recent->count; i++) {
        const Body *body = &recent->bodies[i];
        for (size_t part = body->part; part < body->stream->part_count; part++) {
            const Part *one = &body->stream->parts[part];
            count += one->first >= from ? one->sittings : 0;
        }
    }
    return count;
}

/* From which event on a list is told, so that there are sittings enough; 0: from the first. */
static int64_t recent_from(Recent *recent)
{
    if (recent->count == 0) {
        return 0;
    }
    Body *least = least_read(recent);
    while (read_from(least) > 0 && sittings_from(recent, read_from(least)) < OUTLINE_SITTINGS) {
        least->part--;
        least = least_read(recent);
    }
    return read_from(least);
}

/* ---- reading ---- */

typedef struct Reading {
    Cursor *cursors; /* one for each stream */
    size_t count;
    OutlineDepth depth;
    int64_t from; /* bodies are told from the first sitting on that begins here or later */
    bool begun;   /* it did */
    StoreVisit *visit;
    void *context;
} Reading;

static size_t first_part(const Recent *recent, const Stream *stream)
{
    for (size_t i = 0; i < recent->count; i++) {
        if (recent->bodies[i].stream == stream) {
            return recent->bodies[i].part;
        }
    }
    return 0;
}

static bool begin(Reading *reading, const Stream *const *streams, size_t count,
                  const StreamPlace *place)
{
    Recent recent = {0};
    bool begun = true;
    if (reading->depth == OUTLINE_LIST) {
        recent = recent_new(streams, count);
        reading->from = recent_from(&recent);
    }
    reading->begun = reading->from == 0;
    for (size_t i = 0; begun && i < count; i++) {
        size_t part = first_part(&recent, streams[i]);
        begun = cursor_begin(&reading->cursors[reading->count++], streams[i], place, part);
    }
    free(recent.bodies);
    return begun;
}

static bool show(Reading *reading, const StoreText *text, Error *error)
{
    StreamKind kind;
    bool sitting;
    if (!stream_kind_of(text, &kind, &sitting, error)) {
        return false;
    }
    reading->begun = reading->begun || (text->sequence >= reading->from &&
                                        entry_text_type(text) == EVENT_SITTING_STARTED);
    bool shown =
        reading->depth == OUTLINE_WHOLE || kind == STREAM_HEAD || (sitting && reading->begun);
    return !shown || store_decode(text, reading->visit, reading->context, error);
}

/* The one that stands before all others; NULL when all are at their end. */
static Cursor *next_of(const Reading *reading)
{
    Cursor *next = NULL;
    for (size_t i = 0; i < reading->count; i++) {
        Cursor *cursor = &reading->cursors[i];
        if (cursor->there && (!next || cursor->text.sequence < next->text.sequence)) {
            next = cursor;
        }
    }
    return next;
}

static bool read_on(Reading *reading, bool *whole, Error *error)
{
    for (Cursor *next = next_of(reading); next; next = next_of(reading)) {
        if (!show(reading, &next->text, error)) {
            return false;
        }
        if (!cursor_next(next)) {
            *whole = false;
            return false;
        }
    }
    return true;
}

bool outline_read(const Stream *const *streams, size_t count, const StreamPlace *place,
                  OutlineDepth depth, bool *whole, StoreVisit *visit, void *context, Error *error)
{
    Reading reading = {.cursors = memory_new(count + 1, sizeof *reading.cursors),
                       .depth = depth,
                       .visit = visit,
                       .context = context};
    *whole = begin(&reading, streams, count, place);
    bool read = *whole && read_on(&reading, whole, error);
    for (size_t i = 0; i < reading.count; i++) {
        cursor_clear(&reading.cursors[i]);
    }
    free(reading.cursors);
    return read;
}
