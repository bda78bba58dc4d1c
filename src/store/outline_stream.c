/* A part is records in a row: size 4 bytes | number of the event 8 | text of the entry. */
#include "store/outline_stream.h"

#include "base/memory.h"
#include "store/entry.h"

#include <stdlib.h>
#include <string.h>

enum { PART_BYTES = 1 << 15, RECORD_HEAD = 12 };

void whose_put(BytesOut *out, const Whose *whose)
{
    bytes_put(out, whose->family.text, sizeof whose->family.text);
    bytes_put(out, whose->one.text, sizeof whose->one.text);
    bytes_put(out, whose->two.text, sizeof whose->two.text);
}

bool id_get(BytesIn *in, Id *id)
{
    bytes_get(in, id->text, sizeof id->text);
    return memchr(id->text, '\0', sizeof id->text) && (!id->text[0] || id_valid(id->text));
}

bool whose_get(BytesIn *in, Whose *whose)
{
    return id_get(in, &whose->family) && id_get(in, &whose->one) && id_get(in, &whose->two);
}

/* ---- one part ---- */

/* As a place that no entry can have: its device is a word. */
static SealPlace place_of(const PartName *name)
{
    SealPlace place = {.epoch = (uint64_t)name->stream, .sequence = (uint64_t)name->number};
    memcpy(place.device, "outline of cases", sizeof place.device);
    return place;
}

bool part_write(const StreamPlace *place, const PartName *name, const void *bytes, size_t size,
                PartHash *hash, Error *error)
{
    Sealed sealed;
    const SealPlace at = place_of(name);
    if (!vault_seal(place->vault, &name->owner, &at, bytes, size, &sealed, error)) {
        return false;
    }
    Text whole;
    text_init(&whole);
    text_add_bytes(&whole, (const char *)sealed.key, SEAL_ID);
    text_add_bytes(&whole, (const char *)sealed.bytes, sealed.size);
    bool put =
        outline_file_put(place->file, name->stream, name->number, whole.bytes, whole.length, error);
    seal_hash(&at, ENTRY_SEALED, &sealed, hash->bytes);
    text_clear(&whole);
    free(sealed.bytes);
    return put;
}

static bool open_part(const StreamPlace *place, const PartName *name, const PartHash *hash,
                      const Sealed *sealed, char **bytes, size_t *size)
{
    PartHash found;
    Whose owner;
    const SealPlace at = place_of(name);
    seal_hash(&at, ENTRY_SEALED, sealed, found.bytes);
    if (hash && memcmp(found.bytes, hash->bytes, SEAL_HASH) != 0) {
        return false;
    }
    if (!vault_unseal(place->vault, &at, sealed, bytes, size, &owner)) {
        return false;
    }
    if (!whose_same(&owner, &name->owner)) {
        memory_forget(*bytes);
        *bytes = NULL;
        return false;
    }
    return true;
}

bool part_read(const StreamPlace *place, const PartName *name, const PartHash *hash, char **bytes,
               size_t *size)
{
    uint8_t *whole;
    size_t length;
    if (!outline_file_get(place->file, name->stream, name->number, &whole, &length)) {
        return false;
    }
    bool read = length > SEAL_ID;
    if (read) {
        Sealed sealed = {.bytes = whole + SEAL_ID, .size = length - SEAL_ID};
        memcpy(sealed.key, whole, SEAL_ID);
        read = open_part(place, name, hash, &sealed, bytes, size);
    }
    free(whole);
    return read;
}

static PartName name_of(const Stream *stream, size_t number)
{
    return (PartName){stream->number, (int64_t)number, stream->owner};
}

/* ---- which stream ---- */

typedef enum Class { CLASS_HEAD, CLASS_BODY, CLASS_SITTING, CLASS_NONE } Class;

/* Heads are read of all cases at each start. So what comes with every sitting is named here; all
 * else stands in the head. A list leaves out what was given (CLASS_BODY). */
static const Class classes[EVENT_TYPE_COUNT] = {
    [EVENT_ASSIGNED] = CLASS_BODY,
    [EVENT_TAKEN_BACK] = CLASS_BODY,
    [EVENT_SITTING_STARTED] = CLASS_SITTING,
    [EVENT_PLAY_STARTED] = CLASS_SITTING,
    [EVENT_MOVE] = CLASS_NONE,
    [EVENT_PLAY_ENDED] = CLASS_SITTING,
    [EVENT_BREAK] = CLASS_SITTING,
    [EVENT_NOT_OK] = CLASS_SITTING,
    [EVENT_SITTING_ENDED] = CLASS_SITTING,
    [EVENT_CALLED] = CLASS_SITTING,
    [EVENT_JOINED] = CLASS_SITTING,
    [EVENT_JOINT_ENDED] = CLASS_SITTING,
    [EVENT_NOTED] = CLASS_HEAD, /* of a sitting, a play, what was given: class_of_note */
    [EVENT_LOGGED] = CLASS_SITTING,
};

/* With what it is about. */
static bool class_of_note(void *context, const Event *event, Error *error)
{
    Class *class = context;
    const FactGroup *group = fact_group_of(event->fact);
    FactOf of = group ? group->of : FACT_OF_CASE;
    (void)error;
    *class = of == FACT_OF_GIVEN ? CLASS_BODY : of >= FACT_OF_SITTING ? CLASS_SITTING : CLASS_HEAD;
    return true;
}

static bool class_of(const StoreText *text, Class *out, Error *error)
{
    EventType type = entry_text_type(text);
    if (type == EVENT_TYPE_COUNT) {
        return error_set(error, ERROR_DAMAGED, "record",
                         "Pebble Cove knows no such event. Put back a copy of the record.");
    }
    *out = classes[type];
    return type != EVENT_NOTED || store_decode(text, class_of_note, out, error);
}

bool stream_kind_of(const StoreText *text, StreamKind *kind, bool *sitting, Error *error)
{
    Class class = CLASS_HEAD;
    if (!class_of(text, &class, error)) {
        return false;
    }
    bool none = text->belongs.family.text[0] == '\0' && class != CLASS_NONE;
    *sitting = class == CLASS_SITTING;
    *kind = class == CLASS_NONE           ? STREAM_NONE
            : none || class == CLASS_HEAD ? STREAM_HEAD
                                          : STREAM_BODY;
    return true;
}

/* ---- writing ---- */

static void tail_clear(Stream *stream)
{
    if (stream->growing) {
        text_clear(&stream->tail);
        stream->growing = false;
    }
}

static void add_part(Stream *stream)
{
    list_room((void **)&stream->parts, &stream->part_room, stream->part_count,
              sizeof *stream->parts);
    stream->parts[stream->part_count++] = (Part){.first = 0};
}

static bool tail_begin(Stream *stream, const StreamPlace *place, Error *error)
{
    char *bytes;
    size_t size;
    text_init(&stream->tail);
    stream->growing = true;
    if (stream->part_count == 0) {
        add_part(stream);
        return true;
    }
    PartName name = name_of(stream, stream->part_count - 1);
    if (!part_read(place, &name, &stream->parts[stream->part_count - 1].hash, &bytes, &size)) {
        return error_set(error, ERROR_DAMAGED, OUTLINE_FILE,
                         "The short form of the record is damaged and is made again.");
    }
    text_add_bytes(&stream->tail, bytes, size);
    memory_forget(bytes);
    return true;
}

static bool tail_write(Stream *stream, const StreamPlace *place, Error *error)
{
    PartName name = name_of(stream, stream->part_count - 1);
    return part_write(place, &name, stream->tail.bytes, stream->tail.length,
                      &stream->parts[stream->part_count - 1].hash, error);
}

bool stream_settle(Stream *stream, const StreamPlace *place, Error *error)
{
    bool settled = !stream->growing || tail_write(stream, place, error);
    tail_clear(stream);
    return settled;
}

/* Parts of a body begin with a sitting, so that reading may begin there too; of two people, where
 * the second one joined it. */
static bool may_end_part(const Stream *stream, const StoreText *text)
{
    EventType begins = stream->owner.two.text[0] ? EVENT_JOINED : EVENT_SITTING_STARTED;
    return stream->tail.length >= PART_BYTES &&
           (stream->kind == STREAM_HEAD || entry_text_type(text) == begins);
}

static bool begin_part(Stream *stream, const StreamPlace *place, Error *error)
{
    if (!tail_write(stream, place, error)) {
        return false;
    }
    memory_wipe(stream->tail.bytes, stream->tail.length);
    text_reset(&stream->tail);
    add_part(stream);
    return true;
}

bool stream_add(Stream *stream, const StreamPlace *place, const StoreText *text, Error *error)
{
    uint8_t head[RECORD_HEAD];
    BytesOut out = {head, 0, sizeof head, false};
    if (!stream->growing && !tail_begin(stream, place, error)) {
        return false;
    }
    if (may_end_part(stream, text) && !begin_part(stream, place, error)) {
        return false;
    }
    Part *last = &stream->parts[stream->part_count - 1];
    last->first = last->first ? last->first : text->sequence;
    last->sittings += entry_text_type(text) == EVENT_SITTING_STARTED;
    bytes_put_number(&out, text->size, 4);
    bytes_put_number(&out, (uint64_t)text->sequence, 8);
    text_add_bytes(&stream->tail, (const char *)head, sizeof head);
    text_add_bytes(&stream->tail, text->bytes, text->size);
    return true;
}

void stream_clear(Stream *stream)
{
    tail_clear(stream);
    free(stream->parts);
    *stream = (Stream){0};
}

/* ---- reading ---- */

static void cursor_forget(Cursor *cursor)
{
    memory_forget(cursor->bytes);
    cursor->bytes = NULL;
}

static bool next_part(Cursor *cursor)
{
    cursor_forget(cursor);
    PartName name = name_of(cursor->stream, cursor->part);
    cursor->at = 0;
    return part_read(&cursor->place, &name, &cursor->stream->parts[cursor->part++].hash,
                     &cursor->bytes, &cursor->size);
}

bool cursor_next(Cursor *cursor)
{
    cursor->there = false;
    if (!cursor->bytes || cursor->at == cursor->size) {
        if (cursor->part == cursor->stream->part_count) {
            return true;
        }
        if (!next_part(cursor)) {
            return false;
        }
    }
    BytesIn in = {(uint8_t *)cursor->bytes + cursor->at, cursor->size - cursor->at, false};
    size_t size = (size_t)bytes_get_number(&in, 4);
    int64_t sequence = (int64_t)bytes_get_number(&in, 8);
    const uint8_t *bytes = bytes_skip(&in, size);
    cursor->text = (StoreText){sequence, cursor->stream->owner, (const char *)bytes, size};
    cursor->at = cursor->size - in.left;
    cursor->there = bytes && !in.ended;
    return cursor->there;
}

bool cursor_begin(Cursor *cursor, const Stream *stream, const StreamPlace *place, size_t part)
{
    *cursor = (Cursor){.stream = stream, .place = *place, .part = part};
    return cursor_next(cursor);
}

void cursor_clear(Cursor *cursor)
{
    cursor_forget(cursor);
    *cursor = (Cursor){0};
}
