/* Pictures asked for, found and forgotten. */
#include "platform/pictures_inside.h"

#include "base/memory.h"

#include <SDL_timer.h>

#include <stdlib.h>
#include <string.h>

enum { PICTURE_BYTES = 24 * 1024 * 1024 };

static void entry_free(Entry *entry)
{
    free(entry->name);
    picture_clear(&entry->picture);
    free(entry);
}

static void remove_entry(Pictures *pictures, size_t at)
{
    Entry *entry = pictures->entries[at];
    pictures->bytes -= entry_bytes(entry);
    memmove(&pictures->entries[at], &pictures->entries[at + 1],
            (pictures->count - at - 1) * sizeof entry);
    pictures->count--;
    entry_free(entry);
}

Pictures *pictures_new(const char *assets, const char *content, bool threads)
{
    Pictures *pictures = memory_new(1, sizeof *pictures);
    pictures->folders.assets = memory_copy_string(assets);
    pictures->folders.content = memory_copy_string(content);
    pictures->lock = SDL_CreateMutex();
    pictures->work = SDL_CreateCond();
    pictures->done = SDL_CreateCond();
    pictures->frame = 1;
    for (size_t i = 0; threads && i < WORKERS; i++)
        pictures->workers[i] = SDL_CreateThread(pictures_work, "pictures", pictures);
    return pictures;
}

void pictures_look_in(Pictures *pictures, const char *own)
{
    pictures->folders.own = own ? memory_copy_string(own) : NULL;
}

void pictures_free(Pictures *pictures)
{
    if (!pictures)
        return;
    SDL_LockMutex(pictures->lock);
    pictures->closing = true;
    SDL_CondBroadcast(pictures->work);
    SDL_UnlockMutex(pictures->lock);
    for (size_t i = 0; i < WORKERS; i++)
        SDL_WaitThread(pictures->workers[i], NULL);
    while (pictures->count > 0)
        remove_entry(pictures, pictures->count - 1);
    free(pictures->entries);
    SDL_DestroyCond(pictures->work);
    SDL_DestroyCond(pictures->done);
    SDL_DestroyMutex(pictures->lock);
    free(pictures->folders.assets);
    free(pictures->folders.content);
    free(pictures->folders.own);
    free(pictures->kept);
    free(pictures->shipped);
    free(pictures);
}

void pictures_keep_in(Pictures *pictures, const char *folder, const char *shipped)
{
    pictures->kept = folder ? memory_copy_string(folder) : NULL;
    pictures->shipped = shipped ? memory_copy_string(shipped) : NULL;
}

void pictures_tell(Pictures *pictures, void (*ready)(void *context), void *context)
{
    SDL_LockMutex(pictures->lock);
    pictures->ready = ready;
    pictures->ready_context = context;
    SDL_UnlockMutex(pictures->lock);
}

/* --- asking for them ----------------------------------------------------------------------- */

/* Broken names are kept in every size, so that they are tried and reported once. */
static bool is_entry(const Entry *entry, const PictureWish *wish)
{
    if (strcmp(entry->name, wish->name) != 0)
        return false;
    return entry->state == ENTRY_BROKEN ||
           (entry->width == wish->width && entry->height == wish->height &&
            entry->cover == wish->cover);
}

static Entry *find_entry(const Pictures *pictures, const PictureWish *wish)
{
    for (size_t i = 0; i < pictures->count; i++)
        if (is_entry(pictures->entries[i], wish))
            return pictures->entries[i];
    return NULL;
}

static Entry *add_entry(Pictures *pictures, const PictureWish *wish)
{
    Entry *entry = memory_new(1, sizeof *entry);
    *entry = (Entry){.name = memory_copy_string(wish->name),
                     .width = wish->width,
                     .height = wish->height,
                     .cover = wish->cover};
    list_room((void **)&pictures->entries, &pictures->capacity, pictures->count, sizeof entry);
    pictures->entries[pictures->count++] = entry;
    return entry;
}

static void want(Pictures *pictures, const PictureWish *wish, bool shown, bool early)
{
    if (wish->width <= 0 || wish->height <= 0)
        return;
    SDL_LockMutex(pictures->lock);
    Entry *entry = find_entry(pictures, wish);
    if (!entry) {
        entry = add_entry(pictures, wish);
        entry->early = early;
        if (pictures->workers[0])
            SDL_CondSignal(pictures->work);
        else
            pictures_make(pictures, entry);
    }
    entry->frame = pictures->frame;
    entry->shown = entry->shown || shown;
    SDL_UnlockMutex(pictures->lock);
}

void pictures_want(Pictures *pictures, const PictureWish *wish, bool shown)
{
    want(pictures, wish, shown, false);
}

void pictures_want_early(Pictures *pictures, const PictureWish *wish)
{
    want(pictures, wish, false, true);
}

/* The most recently wanted one, in whatever size. */
static const Entry *ready_entry(const Pictures *pictures, const char *name, bool cover)
{
    const Entry *best = NULL;
    for (size_t i = 0; i < pictures->count; i++) {
        const Entry *entry = pictures->entries[i];
        if (entry->state == ENTRY_READY && entry->cover == cover &&
            strcmp(entry->name, name) == 0 && (!best || entry->frame > best->frame))
            best = entry;
    }
    return best;
}

const Picture *pictures_find(Pictures *pictures, const PictureWish *wish)
{
    SDL_LockMutex(pictures->lock);
    const Entry *entry = find_entry(pictures, wish);
    SDL_UnlockMutex(pictures->lock);
    return entry && entry->state == ENTRY_READY ? &entry->picture : NULL;
}

const Picture *pictures_other_size(Pictures *pictures, const PictureWish *wish)
{
    SDL_LockMutex(pictures->lock);
    const Entry *entry = ready_entry(pictures, wish->name, wish->cover);
    SDL_UnlockMutex(pictures->lock);
    return entry ? &entry->picture : NULL;
}

static bool is_stale(const Pictures *pictures, const Entry *entry)
{
    return entry->state == ENTRY_WAITING && entry->frame + 1 < pictures->frame;
}

/* The least recently wanted picture that is not of the last frame; `count` when there is none. */
static size_t oldest_picture(const Pictures *pictures)
{
    size_t oldest = pictures->count;
    for (size_t i = 0; i < pictures->count; i++) {
        const Entry *entry = pictures->entries[i];
        if (entry->state == ENTRY_READY && !entry->in_use && entry->frame + 1 < pictures->frame &&
            (oldest == pictures->count || entry->frame < pictures->entries[oldest]->frame))
            oldest = i;
    }
    return oldest;
}

void pictures_frame(Pictures *pictures)
{
    SDL_LockMutex(pictures->lock);
    pictures->frame++;
    if (pictures_due(pictures))
        SDL_CondSignal(pictures->work);
    for (size_t i = pictures->count; i-- > 0;)
        if (is_stale(pictures, pictures->entries[i]))
            remove_entry(pictures, i);
    for (size_t i = 0; i < pictures->count; i++)
        pictures->entries[i]->shown = false;
    while (pictures->bytes > PICTURE_BYTES) {
        size_t oldest = oldest_picture(pictures);
        if (oldest == pictures->count)
            break;
        remove_entry(pictures, oldest);
    }
    SDL_UnlockMutex(pictures->lock);
}

void pictures_forget(Pictures *pictures)
{
    SDL_LockMutex(pictures->lock);
    while (pictures_awaits(pictures, false))
        SDL_CondWait(pictures->done, pictures->lock);
    for (size_t i = pictures->count; i-- > 0;)
        if (!pictures->entries[i]->in_use)
            remove_entry(pictures, i);
    SDL_UnlockMutex(pictures->lock);
}

bool pictures_pending(Pictures *pictures)
{
    SDL_LockMutex(pictures->lock);
    bool pending = pictures_awaits(pictures, false);
    SDL_UnlockMutex(pictures->lock);
    return pending;
}

bool pictures_complete(Pictures *pictures)
{
    SDL_LockMutex(pictures->lock);
    bool complete = !pictures_awaits(pictures, true);
    SDL_UnlockMutex(pictures->lock);
    return complete;
}

static bool shows_gaps(const Pictures *pictures)
{
    for (size_t i = 0; i < pictures->count; i++) {
        const Entry *entry = pictures->entries[i];
        if (entry->shown && entry_awaited(entry) &&
            !ready_entry(pictures, entry->name, entry->cover))
            return true;
    }
    return false;
}

void pictures_await_shown(Pictures *pictures, unsigned timeout_ms)
{
    uint64_t now = SDL_GetTicks64(), end = now + timeout_ms;
    SDL_LockMutex(pictures->lock);
    for (; now < end && shows_gaps(pictures); now = SDL_GetTicks64())
        SDL_CondWaitTimeout(pictures->done, pictures->lock, (Uint32)(end - now));
    SDL_UnlockMutex(pictures->lock);
}

void pictures_await_all(Pictures *pictures)
{
    SDL_LockMutex(pictures->lock);
    while (pictures_awaits(pictures, false))
        SDL_CondWait(pictures->done, pictures->lock);
    SDL_UnlockMutex(pictures->lock);
}

size_t pictures_bytes(Pictures *pictures)
{
    SDL_LockMutex(pictures->lock);
    size_t bytes = pictures->bytes;
    SDL_UnlockMutex(pictures->lock);
    return bytes;
}
