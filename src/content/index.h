/* The index: one file with a stamp and a listing of every usable module, so that a start need not
 * read them all. Only a hint: it is strictly read and forgotten whole when anything in it is odd,
 * an entry counts only while its files are as they were, and what is opened is always read and
 * checked anew. Private to the content layer.
 *
 * Lines of fields between tabs: a head, then for each module one line and one for each activity,
 * then a sum of all before. */
#ifndef CONTENT_INDEX_H
#define CONTENT_INDEX_H

#include "content/listing.h"
#include "content/stamp.h"

typedef struct Index Index;

typedef struct IndexEntry {
    const char *content; /* the folder that holds the module's folder */
    const char *name;    /* of the module's folder */
    Stamp stamp;
    const Listing *listing; /* the index's own */
} IndexEntry;

/* Empty when there is no such file, or an odd one, or one for another language or other kinds. */
Index *index_read(const char *file, const char *language, const KindContent *const *kinds);
void index_free(Index *index);
IndexEntry *index_find(Index *index, const char *content, const char *name); /* NULL: not there */
size_t index_count(const Index *index);

/* Silent where it cannot be written: the next start reads the modules again. */
void index_write(const char *file, const char *language, const KindContent *const *kinds,
                 const IndexEntry *entries, size_t count);

#endif
