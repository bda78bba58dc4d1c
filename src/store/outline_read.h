/* Reads what is about one case out of its streams, each of them somebody's of it, in the order of
 * the record. Private to store/. */
#ifndef STORE_OUTLINE_READ_H
#define STORE_OUTLINE_READ_H

#include "store/outline.h"
#include "store/outline_stream.h"

/* *whole is false, and nothing else counts, when a part is not as it was written. */
bool outline_read(const Stream *const *streams, size_t count, const StreamPlace *place,
                  OutlineDepth depth, bool *whole, StoreVisit *visit, void *context, Error *error);

#endif
