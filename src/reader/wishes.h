/* Within the module: what the screen reader asks for, from our thread to the program's. */
#ifndef READER_WISHES_H
#define READER_WISHES_H

#include "reader/reader.h"

#include <glib.h>

typedef struct Wishes {
    GAsyncQueue *queue; /* ReaderAsk * */
    void (*asked)(void *context);
    void *context;
} Wishes;

void wishes_open(Wishes *wishes, const ReaderSetup *setup);
void wishes_close(Wishes *wishes);
/* `text` NULL: none. Longer text than a field holds is cut between characters. */
void wishes_add(Wishes *wishes, ReaderWish wish, const char *key, const char *text);
bool wishes_take(Wishes *wishes, ReaderAsk *out);

#endif
