/* What the two halves of the pictures share: pictures.c answers who asks, picture_work.c makes
 * them. One lock guards everything; workers hold it only to take a wish and to hand in the pixels.
 */
#ifndef PLATFORM_PICTURES_INSIDE_H
#define PLATFORM_PICTURES_INSIDE_H

#include "platform/pictures.h"

#include <SDL_mutex.h>
#include <SDL_thread.h>

enum { WORKERS = 2 };

typedef enum EntryState { ENTRY_WAITING, ENTRY_BEGUN, ENTRY_READY, ENTRY_BROKEN } EntryState;

typedef struct Entry {
    char *name;
    int width, height; /* as wished */
    bool cover;
    EntryState state;
    Picture picture;
    bool shown;     /* on the current frame's list, not only wished for later */
    bool early;     /* of the first screen */
    bool due;       /* to be kept for the next start */
    bool in_use;    /* by the worker that keeps it */
    unsigned frame; /* last frame that wanted it */
} Entry;

struct Pictures {
    PictureFolders folders;
    char *kept;    /* folder; NULL: nothing is kept */
    char *shipped; /* folder with pictures kept at build; NULL: none */
    SDL_mutex *lock;
    SDL_cond *work, *done;
    SDL_Thread *workers[WORKERS];
    bool closing;
    Entry **entries;
    size_t count, capacity;
    size_t bytes;
    unsigned frame;
    void (*ready)(void *context);
    void *ready_context;
};

static inline size_t entry_bytes(const Entry *entry)
{
    return (size_t)entry->picture.width * (size_t)entry->picture.height * sizeof(uint32_t);
}

static inline bool entry_awaited(const Entry *entry)
{
    return entry->state == ENTRY_WAITING || entry->state == ENTRY_BEGUN;
}

int pictures_work(void *pictures); /* a worker's thread */

/* These want the lock. */
void pictures_make(Pictures *pictures, Entry *entry);            /* now, by who asks */
bool pictures_awaits(const Pictures *pictures, bool shown_only); /* some are still to be made */
bool pictures_due(const Pictures *pictures); /* one is to be kept for the next start */

#endif
