/* What reading and writing the index share. */
#ifndef CONTENT_INDEX_INSIDE_H
#define CONTENT_INDEX_INSIDE_H

#include "content/index.h"

#define INDEX_NAME "pebblecove-index"
enum { INDEX_FORMAT = 1, INDEX_MODULES_MAX = 20000, INDEX_BYTES_MAX = 64 * 1024 * 1024 };

/* The first line, with its line break: whose listings these are. */
void index_head(const char *language, const KindContent *const *kinds, Text *out);
/* What stands in a file; takes `bytes` (of `size`, then a NUL). Empty when anything in it is
 * odd. */
Index *index_parse(char *bytes, size_t size, const char *language, const KindContent *const *kinds);
const IndexEntry *index_at(const Index *index, size_t at);
/* FNV-1a, 64 bits: notices damage. Malice could make it anew, and gains nothing by it. */
uint64_t index_sum(const char *bytes, size_t size);

#endif
