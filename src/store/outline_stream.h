/* A stream of an outline: events of one owner (whose.h) in the order of the record, in sealed parts
 * of a bounded size, of which the last one grows. The hash of every part stands in the outline's
 * list. Private to store/. */
#ifndef STORE_OUTLINE_STREAM_H
#define STORE_OUTLINE_STREAM_H

#include "base/text.h"
#include "store/sqlite_outline.h"
#include "store/store.h"
#include "vault/bytes.h"

typedef enum StreamKind { STREAM_HEAD, STREAM_BODY, STREAM_NONE } StreamKind;

typedef struct PartHash {
    uint8_t bytes[SEAL_HASH];
} PartHash;

/* What the list knows of a part without opening it. */
typedef struct Part {
    PartHash hash;
    int64_t first, sittings; /* number of its first event; how many sittings begin in it */
} Part;

/* An owner as bytes. Reading is false for what is no id. */
enum { WHOSE_BYTES = 3 * (ID_LENGTH + 1) };
void whose_put(BytesOut *out, const Whose *whose);
bool whose_get(BytesIn *in, Whose *whose);
bool id_get(BytesIn *in, Id *id); /* or none: "" */

typedef struct Stream {
    int64_t number; /* its own, within the file */
    Whose owner;
    StreamKind kind;
    int64_t first; /* number of its first event */
    Part *parts;
    size_t part_count, part_room;
    Text tail;    /* the last part, while it grows */
    bool growing; /* the tail is in memory */
} Stream;

/* Where streams are kept; all borrowed. */
typedef struct StreamPlace {
    OutlineFile *file;
    Vault *vault;
} StreamPlace;

/* Which stream an event stands in; STREAM_NONE for moves. `sitting`: it is about the course of a
 * sitting, and a list of sittings needs it. False for what no event is. */
bool stream_kind_of(const StoreText *text, StreamKind *kind, bool *sitting, Error *error);

bool stream_add(Stream *stream, const StreamPlace *place, const StoreText *text, Error *error);
bool stream_settle(Stream *stream, const StreamPlace *place,
                   Error *error); /* the tail is written */
void stream_clear(Stream *stream);

/* ---- reading ---- */

typedef struct Cursor {
    const Stream *stream;
    StreamPlace place;
    size_t part; /* the next one to be read */
    char *bytes; /* of the part that is being read */
    size_t size, at;
    StoreText text; /* where it stands, when `there` */
    bool there;
} Cursor;

/* From the part with this index on; stands on the first event. False when a part is not as it was
 * written. cursor_clear it, also then. */
bool cursor_begin(Cursor *cursor, const Stream *stream, const StreamPlace *place, size_t part);
bool cursor_next(Cursor *cursor);
void cursor_clear(Cursor *cursor);

/* ---- one sealed part of an outline, also its list ---- */

typedef struct PartName {
    int64_t stream, number;
    Whose owner;
} PartName;

bool part_write(const StreamPlace *place, const PartName *name, const void *bytes, size_t size,
                PartHash *hash, Error *error);
/* `hash` NULL: whatever opens. The caller forgets *bytes. */
bool part_read(const StreamPlace *place, const PartName *name, const PartHash *hash, char **bytes,
               size_t *size);

#endif
