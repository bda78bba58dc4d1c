#include "store/outline_read.h"

#include "base/memory.h"
#include "store/entry.h"

#include <stdlib.h>

/* ---- how far back a list goes ---- */

/* A body that is read backwards, part by part. */
typedef struct Body {
    const Stream *stream;
    size_t part;  /* this one and those behind it were looked at */
    int64_t from; /* number of its first event; 0 where nothing comes before */
} Body;

typedef struct Recent {
    Body *bodies;
    size_t count;
    int64_t *sittings; /* numbers of those that begin in what was looked at */
    size_t sitting_count, sitting_room;
} Recent;

static Recent recent_new(const Stream *const *streams, size_t count)
{
    Recent recent = {.bodies = memory_new(count + 1, sizeof *recent.bodies)};
    for (size_t i = 0; i < count; i++) {
        if (streams[i]->kind == STREAM_BODY) {
            int64_t from = streams[i]->part_count > 0 ? INT64_MAX : 0;
            recent.bodies[recent.count++] = (Body){streams[i], streams[i]->part_count, from};
        }
    }
    return recent;
}

static void recent_clear(Recent *recent)
{
    free(recent->bodies);
    free(recent->sittings);
}

static bool look_at_part(Recent *recent, Body *body, const StreamPlace *place)
{
    Cursor cursor;
    bool read = cursor_begin(&cursor, body->stream, place, --body->part);
    body->from = body->part > 0 && read && cursor.there ? cursor.text.sequence : 0;
    while (read && cursor.there && cursor.part == body->part + 1) {
        if (entry_text_type(&cursor.text) == EVENT_SITTING_STARTED) {
            list_room((void **)&recent->sittings, &recent->sitting_room, recent->sitting_count,
                      sizeof *recent->sittings);
            recent->sittings[recent->sitting_count++] = cursor.text.sequence;
        }
        read = cursor_next(&cursor);
    }
    cursor_clear(&cursor);
    return read;
}

/* The body of which the least is known: from its first event on, everything is. NULL when all of
 * everything is known. */
static Body *least_known(const Recent *recent)
{
    Body *least = NULL;
    for (size_t i = 0; i < recent->count; i++) {
        Body *body = &recent->bodies[i];
        if (body->from > 0 && (!least || body->from > least->from)) {
            least = body;
        }
    }
    return least;
}

/* How many sittings begin at `from` or later, and at which the first of them does. */
static size_t sittings_from(const Recent *recent, int64_t from, int64_t *first)
{
    size_t count = 0;
    *first = INT64_MAX;
    for (size_t i = 0; i < recent->sitting_count; i++) {
        int64_t at = recent->sittings[i];
        count += at >= from;
        *first = at >= from && at < *first ? at : *first;
    }
    return count;
}

/* From which event on a list is told: that of a sitting, with enough of them behind it. */
static bool recent_from(Recent *recent, const StreamPlace *place, int64_t *from)
{
    Body *least;
    *from = 0;
    while ((least = least_known(recent)) != NULL) {
        if (sittings_from(recent, least->from, from) >= OUTLINE_SITTINGS) {
            return true;
        }
        if (!look_at_part(recent, least, place)) {
            return false;
        }
        *from = 0;
    }
    return true;
}

/* ---- reading ---- */

typedef struct Reading {
    Cursor *cursors; /* one for each stream */
    size_t count;
    OutlineDepth depth;
    int64_t from; /* what stands in bodies before it is left out */
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
        begun = recent_from(&recent, place, &reading->from);
    }
    for (size_t i = 0; begun && i < count; i++) {
        size_t part = first_part(&recent, streams[i]);
        begun = cursor_begin(&reading->cursors[reading->count++], streams[i], place, part);
    }
    recent_clear(&recent);
    return begun;
}

static bool show(const Reading *reading, const StoreText *text, Error *error)
{
    StreamKind kind;
    bool sitting;
    if (!stream_kind_of(text, &kind, &sitting, error)) {
        return false;
    }
    bool shown = reading->depth == OUTLINE_WHOLE || kind == STREAM_HEAD ||
                 (sitting && text->sequence >= reading->from);
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

static bool read_on(const Reading *reading, bool *whole, Error *error)
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
