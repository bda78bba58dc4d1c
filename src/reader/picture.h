/* Within the module: one state of the screen, owned. Made on the program's thread, shown on ours.
 */
#ifndef READER_PICTURE_H
#define READER_PICTURE_H

#include "reader/reader.h"

#include <glib.h>

typedef struct ReaderPicture {
    GStringChunk *strings;
    ReaderNode *nodes;
    guint count;
} ReaderPicture;

ReaderPicture *picture_copy(const ReaderNode *nodes, size_t count);
void picture_free(ReaderPicture *picture);

#endif
