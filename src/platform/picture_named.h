/* The picture of a name: a file, or a figure that somebody put together. No state: called from
 * several threads. */
#ifndef PLATFORM_PICTURE_NAMED_H
#define PLATFORM_PICTURE_NAMED_H

#include "platform/picture_file.h"

/* Sizes and faults as picture_load has them. What begins like a figure and is none is drawn as
 * nobody in particular. */
Picture picture_named(const PictureFolders *folders, const char *name, int width, int height,
                      bool cover);

/* The same as SVG text, for paper; free() it. NULL when there is none. `folders`: PictureFolders.
 */
char *picture_text(void *folders, const char *name);

#endif
