/* Opening one file of content as JSON: strict, an object, and of a format this program knows.
 * Private to the content layer. */
#ifndef CONTENT_CONTENT_JSON_H
#define CONTENT_CONTENT_JSON_H

#include "base/json.h"
#include "content/fault.h"

/* NULL when a fault was added. */
Json *content_json(const char *bytes, size_t size, const char *file, Faults *faults);

/* Files larger than this are refused, so that a module and its words, frozen into one JSON text
 * (where a byte becomes at most two), always fit the JSON gate. */
enum { CONTENT_FILE_MAX = 240 * 1024 };

/* The file's bytes, or NULL when a fault was added; free() them. */
char *content_file(const char *file, size_t *size, Faults *faults);

#endif
