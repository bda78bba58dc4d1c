/* The file of an outline (outline.h): numbered parts of numbered streams, as bytes. It may be
 * thrown away at any time, so nothing here waits for the disk; and whatever is wrong with a file
 * that is there, another one takes its place. Private to store/. */
#ifndef STORE_SQLITE_OUTLINE_H
#define STORE_SQLITE_OUTLINE_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

typedef struct OutlineFile OutlineFile;

#define OUTLINE_NO_FILE ":memory:" /* as a path: in memory */

/* Opens it, or makes an empty one. */
bool outline_file_open(const char *path, OutlineFile **out, Error *error);
void outline_file_close(OutlineFile *file); /* what was not kept is forgotten */

bool outline_file_begin(OutlineFile *file, Error *error);
bool outline_file_keep(OutlineFile *file, Error *error); /* all since it was begun, or nothing */
bool outline_file_put(OutlineFile *file, int64_t stream, int64_t number, const void *bytes,
                      size_t size, Error *error);
/* *bytes is the caller's to free; false when there is no such part. */
bool outline_file_get(OutlineFile *file, int64_t stream, int64_t number, uint8_t **bytes,
                      size_t *size);
bool outline_file_drop(OutlineFile *file, int64_t stream, Error *error);
bool outline_file_empty(OutlineFile *file, Error *error); /* removes all parts */

#endif
