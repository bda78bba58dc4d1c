/* The list of an outline is a part like others: stream 0, number 0. It says up to which entry the
 * outline goes, when the chain was checked, and which streams and parts there are. */
#include "store/outline.h"

#include "base/memory.h"
#include "store/outline_read.h"
#include "store/outline_stream.h"
#include "vault/bytes.h"
#include "vault/erased.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LIST_VERSION = 5, LIST_HEAD = 96, LIST_PART = SEAL_HASH + 8 + 4 };
enum { STREAM_HEAD_BYTES = WHOSE_BYTES + 1 + 8 + 8 };

struct Outline {
    Store *store;
    StreamPlace place;
    Stream *streams;
    size_t count, room;
    size_t recent; /* of the stream that was added to last */
    int64_t last;  /* entry up to which it goes */
    ChainSeen seen;
    Signs signs;
};

static const PartName list_name = {.stream = 0, .number = 0};

/* ---- streams ---- */

static Stream *stream_find(Outline *outline, const Whose *owner, StreamKind kind)
{
    for (size_t i = 0; i < outline->count; i++) {
        size_t at = (outline->recent + i) % outline->count;
        if (outline->streams[at].kind == kind && whose_same(&outline->streams[at].owner, owner)) {
            outline->recent = at;
            return &outline->streams[at];
        }
    }
    return NULL;
}

static Stream *stream_new(Outline *outline, const Whose *owner, StreamKind kind, int64_t first)
{
    list_room((void **)&outline->streams, &outline->room, outline->count, sizeof *outline->streams);
    Stream *stream = &outline->streams[outline->count++];
    *stream =
        (Stream){.number = (int64_t)outline->count, .owner = *owner, .kind = kind, .first = first};
    return stream;
}

static void forget(Outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        stream_clear(&outline->streams[i]);
    }
    outline->count = 0;
    outline->recent = 0;
    outline->last = 0;
    outline->seen = (ChainSeen){0};
    signs_clear(&outline->signs);
}

/* ---- the list ---- */

static size_t list_size(const Outline *outline)
{
    size_t size = LIST_HEAD + signs_size(&outline->signs);
    for (size_t i = 0; i < outline->count; i++) {
        size += STREAM_HEAD_BYTES + outline->streams[i].part_count * LIST_PART;
    }
    return size;
}

static void put_stream(BytesOut *out, const Stream *stream)
{
    whose_put(out, &stream->owner);
    bytes_put_number(out, stream->kind, 1);
    bytes_put_number(out, (uint64_t)stream->first, 8);
    bytes_put_number(out, stream->part_count, 8);
    for (size_t i = 0; i < stream->part_count; i++) {
        bytes_put(out, stream->parts[i].hash.bytes, SEAL_HASH);
        bytes_put_number(out, (uint64_t)stream->parts[i].first, 8);
        bytes_put_number(out, (uint64_t)stream->parts[i].sittings, 4);
    }
}

static bool write_list(Outline *outline, Error *error)
{
    uint8_t hash[SEAL_HASH];
    PartHash written;
    size_t room = list_size(outline);
    BytesOut out = {memory_new(room, 1), 0, room, false};
    bool known = store_hash(outline->store, outline->last, hash) ||
                 error_set(error, ERROR_READ, "record",
                           "The record cannot be read now. Look at the disk, then try again.");
    bytes_put_number(&out, LIST_VERSION, 4);
    bytes_put_number(&out, (uint64_t)outline->last, 8);
    bytes_put(&out, hash, sizeof hash);
    bytes_put_number(&out, (uint64_t)outline->seen.checked, 8);
    bytes_put_number(&out, (uint64_t)outline->seen.at, 8);
    bytes_put_number(&out, outline->seen.damaged, 1);
    bytes_put_number(&out, outline->count, 8);
    for (size_t i = 0; i < outline->count; i++) {
        put_stream(&out, &outline->streams[i]);
    }
    signs_put(&outline->signs, &out);
    assert(!out.full);
    bool done =
        known && part_write(&outline->place, &list_name, out.bytes, out.size, &written, error);
    memory_forget(out.bytes);
    return done;
}

static bool get_stream(BytesIn *in, Outline *outline)
{
    Stream read = {.number = (int64_t)outline->count + 1};
    bool owned = whose_get(in, &read.owner);
    read.kind = (StreamKind)bytes_get_number(in, 1);
    read.first = (int64_t)bytes_get_number(in, 8);
    read.part_count = (size_t)bytes_get_number(in, 8);
    if (!owned || in->ended || read.kind > STREAM_NONE || read.part_count > in->left / LIST_PART) {
        return false;
    }
    read.part_room = read.part_count;
    read.parts = memory_new(read.part_count + 1, sizeof *read.parts);
    for (size_t i = 0; i < read.part_count; i++) {
        bytes_get(in, read.parts[i].hash.bytes, SEAL_HASH);
        read.parts[i].first = (int64_t)bytes_get_number(in, 8);
        read.parts[i].sittings = (int64_t)bytes_get_number(in, 4);
    }
    list_room((void **)&outline->streams, &outline->room, outline->count, sizeof *outline->streams);
    outline->streams[outline->count++] = read;
    return true;
}

/* What the list says must be so in the record too. */
static bool take_list(Outline *outline, BytesIn *in)
{
    uint8_t said[SEAL_HASH], hash[SEAL_HASH];
    bool right = bytes_get_number(in, 4) == LIST_VERSION;
    outline->last = (int64_t)bytes_get_number(in, 8);
    bytes_get(in, said, sizeof said);
    outline->seen.checked = (int64_t)bytes_get_number(in, 8);
    outline->seen.at = (int64_t)bytes_get_number(in, 8);
    outline->seen.damaged = bytes_get_number(in, 1) != 0;
    uint64_t count = bytes_get_number(in, 8);
    for (uint64_t i = 0; right && i < count; i++) {
        right = get_stream(in, outline);
    }
    return right && !in->ended && signs_get(&outline->signs, in) && outline->last >= 0 &&
           store_hash(outline->store, outline->last, hash) && memcmp(hash, said, sizeof hash) == 0;
}

static bool read_list(Outline *outline)
{
    char *bytes;
    size_t size;
    if (!part_read(&outline->place, &list_name, NULL, &bytes, &size)) {
        return false;
    }
    BytesIn in = {(uint8_t *)bytes, size, false};
    bool right = take_list(outline, &in);
    memory_forget(bytes);
    return right;
}

/* ---- going on ---- */

/* Entries. */
enum { SEEN_EVERY = 2000, SETTLED_EVERY = 250000 };

static int64_t smaller(int64_t one, int64_t other)
{
    return one < other ? one : other;
}

static bool add(void *context, const StoreText *text, Error *error)
{
    Outline *outline = context;
    StreamKind kind;
    bool sitting;
    outline->last = text->sequence;
    if (!stream_kind_of(text, &kind, &sitting, error) || !signs_see(&outline->signs, text, error)) {
        return false;
    }
    if (kind == STREAM_NONE) {
        return true;
    }
    Stream *stream = stream_find(outline, &text->belongs, kind);
    stream = stream ? stream : stream_new(outline, &text->belongs, kind, text->sequence);
    return stream_add(stream, &outline->place, text, error);
}

static bool settle(Outline *outline, Error *error)
{
    for (size_t i = 0; i < outline->count; i++) {
        if (!stream_settle(&outline->streams[i], &outline->place, error)) {
            return false;
        }
    }
    return write_list(outline, error) && outline_file_keep(outline->place.file, error);
}

/* Erased entries are not shown. */
static bool add_some(Outline *outline, int64_t to, Error *error)
{
    bool added = store_texts(outline->store, outline->last, to, add, outline, error);
    outline->last = added ? to : outline->last;
    return added;
}

/* So much at once as may be lost when the power goes. */
static bool add_settled(Outline *outline, int64_t to, Progress *progress, Error *error)
{
    bool added = outline_file_begin(outline->place.file, error);
    while (added && outline->last < to && !progress_stopped(progress)) {
        progress_note(progress, outline->last, store_last(outline->store));
        added = add_some(outline, smaller(to, outline->last + SEEN_EVERY), error);
    }
    return added && settle(outline, error);
}

bool outline_advance(Outline *outline, Progress *progress, Error *error)
{
    int64_t last = store_last(outline->store);
    while (outline->last < last) {
        if (!add_settled(outline, smaller(last, outline->last + SETTLED_EVERY), progress, error)) {
            return false;
        }
        if (progress_stopped(progress)) {
            return error_set(error, ERROR_REFUSED, "record", "Opening was ended.");
        }
    }
    return true;
}

/* Their keys are gone, so nobody can read what is there; and it need not stay there. */
static void drop_erased(Outline *outline)
{
    Erased erased;
    for (size_t at = 0; vault_erased_at(outline->place.vault, at, &erased); at++) {
        signs_drop(&outline->signs, &erased.whose);
        for (size_t i = 0; i < outline->count; i++) {
            Stream *stream = &outline->streams[i];
            if (stream->kind != STREAM_NONE && whose_same(&stream->owner, &erased.whose)) {
                (void)outline_file_drop(outline->place.file, stream->number, NULL);
                stream->kind = STREAM_NONE;
                stream->part_count = 0;
            }
        }
    }
}

static bool go_on(Outline *outline, Progress *progress, Error *error)
{
    if (!read_list(outline)) {
        return false;
    }
    drop_erased(outline);
    return outline_advance(outline, progress, error);
}

/* From nothing. */
static bool make_again(Outline *outline, Progress *progress, Error *error)
{
    forget(outline);
    return outline_file_empty(outline->place.file, error) &&
           outline_advance(outline, progress, error);
}

/* What cannot be gone on with is made again; only the record itself can make that fail. */
bool outline_open(Store *store, OutlinePlace where, Progress *progress, Outline **out,
                  bool *read_all, Error *error)
{
    const char *path = where == OUTLINE_BESIDE ? store->outline : OUTLINE_NO_FILE;
    Outline *outline = memory_new(1, sizeof *outline);
    *outline = (Outline){.store = store, .place.vault = store->vault};
    bool opened = outline_file_open(path, &outline->place.file, error);
    *read_all = false;
    if (opened && !go_on(outline, progress, error)) {
        *read_all = true;
        opened = !progress_stopped(progress) && make_again(outline, progress, error);
    }
    if (!opened) {
        outline_close(outline);
        return false;
    }
    *out = outline;
    return true;
}

void outline_close(Outline *outline)
{
    if (outline) {
        forget(outline);
        free(outline->streams);
        outline_file_close(outline->place.file);
        free(outline);
    }
}

int64_t outline_last(const Outline *outline)
{
    return outline->last;
}

ChainSeen outline_seen(const Outline *outline)
{
    return outline->seen;
}

bool outline_note_seen(Outline *outline, const ChainSeen *seen, Error *error)
{
    outline->seen = *seen;
    return outline_file_begin(outline->place.file, error) && settle(outline, error);
}

/* ---- cases ---- */

/* A case begins with what belongs to the whole of it. */
static bool is_case(const Stream *stream)
{
    return stream->kind == STREAM_HEAD && stream->owner.family.text[0] &&
           !stream->owner.one.text[0];
}

size_t outline_case_count(const Outline *outline)
{
    size_t count = 0;
    for (size_t i = 0; i < outline->count; i++) {
        count += is_case(&outline->streams[i]);
    }
    return count;
}

/* Streams come in the order of their first event. */
Id outline_case_at(const Outline *outline, size_t index)
{
    size_t at = 0;
    while (!is_case(&outline->streams[at]) || index-- > 0) {
        at++;
    }
    return outline->streams[at].owner.family;
}

/* ---- signs ---- */

size_t outline_sign_count(const Outline *outline)
{
    return outline->signs.count;
}

const Sign *outline_sign_at(const Outline *outline, size_t index)
{
    return &outline->signs.list[index];
}

/* ---- reading ---- */

static bool damaged(Outline *outline, Error *error)
{
    (void)outline_file_empty(outline->place.file, NULL);
    return error_set(error, ERROR_DAMAGED, OUTLINE_FILE,
                     "The short form of the record was changed or damaged. Lock Pebble Cove and "
                     "unlock it again: then it is made anew.");
}

bool outline_each(Outline *outline, Id family, OutlineDepth depth, StoreVisit *visit, void *context,
                  Error *error)
{
    const Stream **streams = memory_new(outline->count + 1, sizeof *streams);
    size_t count = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const Stream *stream = &outline->streams[i];
        if (stream->kind != STREAM_NONE && id_same(stream->owner.family, family)) {
            streams[count++] = stream;
        }
    }
    bool whole;
    bool read = outline_read(streams, count, &outline->place, depth, &whole, visit, context, error);
    free((void *)streams);
    return whole ? read : damaged(outline, error);
}
