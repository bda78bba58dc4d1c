/* What the files of a module looked like when they were last read: size, time of change and digest
 * of module.json and of the string table, and the time of change of pictures/. Private to the
 * content layer. */
#ifndef CONTENT_STAMP_H
#define CONTENT_STAMP_H

#include "base/digest.h"
#include "content/loaded.h"

#include <stdint.h>

typedef struct FileStamp {
    int64_t size; /* bytes; -1: not there */
    int64_t time; /* nanoseconds since 1970 */
    Digest digest;
} FileStamp;

typedef struct Stamp {
    FileStamp module, strings;
    int64_t pictures; /* 0: no such folder */
    bool fallback;    /* the table is English in place of the language asked for */
} Stamp;

/* Sizes and times, without digests. */
Stamp stamp_of(const char *folder, const char *language);
void stamp_digest(Stamp *stamp, const ModuleText *text);

/* The files are as they were: by size and time, or, where only times differ, by reading them. */
bool stamp_holds(const Stamp *before, const Stamp *now, const char *folder, const char *language);
/* Changed so lately that the next change might have the same time: not to be trusted later. */
bool stamp_is_fresh(const Stamp *stamp);

#endif
