/* A guide: pages for people in a small part of Markdown, read as plain words. The same file is read
 * on paper and in the program. Not modules: those are JSON.
 *
 * There is one title (#), sections (##), parts of them (###), paragraphs, and lists (-, 1.).
 * *Slanted* words get quotes; **bold**, `code` and [links](where) become their words; a picture on
 * a line of its own is left out. Everything else (tables, code, HTML) is refused with its line. */
#ifndef CONTENT_GUIDE_H
#define CONTENT_GUIDE_H

#include "base/error.h"

#include <stddef.h>

enum { GUIDE_BYTES = 128 * 1024, GUIDE_SECTIONS = 40, GUIDE_LINE = 2000 };

typedef enum GuideKind {
    GUIDE_TITLE,
    GUIDE_SECTION,
    GUIDE_PART,
    GUIDE_WORDS,
    GUIDE_ITEM
} GuideKind;

typedef struct GuideBlock {
    GuideKind kind;
    char *words; /* GUIDE_ITEM: with its number or dot */
} GuideBlock;

/* Owned; the first block is the title, then perhaps words before the first section. */
typedef struct Guide {
    GuideBlock *blocks;
    size_t count;
} Guide;

bool guide_read(const char *path, Guide *out, Error *error);
bool guide_parse(const char *bytes, size_t size, const char *place, Guide *out, Error *error);
void guide_clear(Guide *guide);

/* Index of the block that begins section `number` (from 0); `count` where there is none. */
size_t guide_section(const Guide *guide, size_t number);

#endif
