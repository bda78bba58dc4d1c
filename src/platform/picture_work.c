/* The workers: they rasterise what is wished for, what is on the screen first, and keep what the
 * next start will want. */
#include "base/memory.h"
#include "platform/kept_picture.h"
#include "platform/picture_named.h"
#include "platform/pictures_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LARGE = 640 * 360 /* px */ };

/* For whoever draws or names pictures; the program goes on without it. */
static void report_broken(const Pictures *pictures, const Entry *broken)
{
#ifdef COVE_DEBUG
    for (size_t i = 0; i < pictures->count; i++) {
        const Entry *entry = pictures->entries[i];
        if (entry != broken && entry->state == ENTRY_BROKEN &&
            strcmp(entry->name, broken->name) == 0)
            return;
    }
    fprintf(stderr, "picture \"%s\" is missing or broken\n", broken->name);
#else
    (void)pictures;
    (void)broken;
#endif
}

static Picture make_picture(const Pictures *pictures, const Entry *entry)
{
    return picture_named(&pictures->folders, entry->name, entry->width, entry->height,
                         entry->cover);
}

static void hand_in(Pictures *pictures, Entry *entry, Picture picture)
{
    entry->picture = picture;
    entry->state = picture.pixels ? ENTRY_READY : ENTRY_BROKEN;
    pictures->bytes += entry_bytes(entry);
    if (!picture.pixels)
        report_broken(pictures, entry);
}

/* What is on the screen comes before what may be. */
static Entry *next_wish(const Pictures *pictures)
{
    Entry *next = NULL;
    for (size_t i = 0; i < pictures->count; i++) {
        Entry *entry = pictures->entries[i];
        if (entry->state == ENTRY_WAITING && (!next || (entry->shown && !next->shown)))
            next = entry;
    }
    return next;
}

bool pictures_awaits(const Pictures *pictures, bool shown_only)
{
    for (size_t i = 0; i < pictures->count; i++) {
        const Entry *entry = pictures->entries[i];
        if (entry_awaited(entry) && (entry->shown || !shown_only))
            return true;
    }
    return false;
}

void pictures_make(Pictures *pictures, Entry *entry)
{
    hand_in(pictures, entry, make_picture(pictures, entry));
}

static PictureWish wish_of(const Entry *entry)
{
    return (PictureWish){entry->name, entry->width, entry->height, entry->cover};
}

static bool read_kept(const Pictures *pictures, const Entry *entry, Picture *out)
{
    const PictureWish wish = wish_of(entry);
    const char *const folders[] = {pictures->shipped, pictures->kept};
    char *path = picture_path(&pictures->folders, entry->name);
    bool read = false;
    for (size_t i = 0; path && !read && i < sizeof folders / sizeof *folders; i++)
        read = folders[i] && kept_picture_read(folders[i], &wish, path, out);
    free(path);
    return read;
}

static void want_draft(Pictures *pictures, const Entry *entry)
{
    PictureWish draft = {entry->name, entry->width / 2, entry->height / 2, entry->cover};
    if (entry->height > LARGE / entry->width)
        pictures_want(pictures, &draft, false);
}

/* What was kept is there at once; what must be made may be kept. */
static Picture make_early(Pictures *pictures, const Entry *entry, bool *due)
{
    Picture picture = {0};
    if (read_kept(pictures, entry, &picture))
        return picture;
    want_draft(pictures, entry);
    picture = make_picture(pictures, entry);
    *due = pictures->kept && picture.pixels;
    return picture;
}

/* An entry a worker has begun is never removed, so it may be used without the lock. */
static void work_on(Pictures *pictures, Entry *entry)
{
    bool due = false;
    entry->state = ENTRY_BEGUN;
    SDL_UnlockMutex(pictures->lock);
    Picture picture =
        entry->early ? make_early(pictures, entry, &due) : make_picture(pictures, entry);
    SDL_LockMutex(pictures->lock);
    entry->due = due;
    hand_in(pictures, entry, picture);
    SDL_CondBroadcast(pictures->done);
    if (pictures->ready && entry->shown && !pictures_awaits(pictures, true))
        pictures->ready(pictures->ready_context);
}

/* A picture that is to be kept, once the first frame has asked for all of its own. */
static Entry *next_due(const Pictures *pictures)
{
    for (size_t i = 0; i < pictures->count && pictures->frame > 1; i++)
        if (pictures->entries[i]->due)
            return pictures->entries[i];
    return NULL;
}

bool pictures_due(const Pictures *pictures)
{
    return next_due(pictures) != NULL;
}

static void keep(Pictures *pictures, Entry *entry)
{
    entry->due = false;
    entry->in_use = true;
    SDL_UnlockMutex(pictures->lock);
    const PictureWish wish = wish_of(entry);
    char *path = picture_path(&pictures->folders, entry->name);
    kept_picture_write(pictures->kept, &wish, path, &entry->picture);
    free(path);
    SDL_LockMutex(pictures->lock);
    entry->in_use = false;
}

int pictures_work(void *context)
{
    Pictures *pictures = context;
    SDL_LockMutex(pictures->lock);
    while (!pictures->closing) {
        Entry *entry = next_wish(pictures);
        Entry *due = entry ? NULL : next_due(pictures);
        if (entry)
            work_on(pictures, entry);
        else if (due)
            keep(pictures, due);
        else
            SDL_CondWait(pictures->work, pictures->lock);
    }
    SDL_UnlockMutex(pictures->lock);
    return 0;
}
