/* Sittings with a sign that the helper answers (screen/signs.h), so that one which still waits is
 * in every list, however long ago it was. This remembers which entries to look at and no more: what
 * a sign is, the record says. Private to store/. */
#ifndef STORE_OUTLINE_SIGNS_H
#define STORE_OUTLINE_SIGNS_H

#include "store/outline_stream.h"

typedef struct Sign {
    Id sitting;
    Whose owner;         /* of the sitting's end */
    int64_t first, last; /* numbers of the events that began it, and that ended it or, when the
                          * helper noted a sign after that, of this note */
    bool answered;
} Sign;

typedef struct Signs {
    Sign *list; /* in the order of the record */
    size_t count, room;
    int64_t first; /* of the sitting that goes on; else of the last one */
    bool ended;    /* that one has */
    bool not_ok;   /* in it; also what the helper noted */
    int stops;     /* activities that were stopped in it */
} Signs;

void signs_clear(Signs *signs);
/* Takes notice of the next event of the record. False for what cannot be read. */
bool signs_see(Signs *signs, const StoreText *text, Error *error);
void signs_drop(Signs *signs, const Whose *erased);

size_t signs_size(const Signs *signs); /* as bytes */
void signs_put(const Signs *signs, BytesOut *out);
bool signs_get(Signs *signs, BytesIn *in);

#endif
