/* One lock guards everything; workers hold it only to take a wish and to hand in the pixels. */
#include "platform/pictures.h"

#include "base/memory.h"

#include <SDL_mutex.h>
#include <SDL_thread.h>
#include <SDL_timer.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORKERS = 2, PICTURE_BYTES = 24 * 1024 * 1024, LARGE = 640 * 360 /* px */ };

typedef enum EntryState { ENTRY_WAITING, ENTRY_BEGUN, ENTRY_READY, ENTRY_BROKEN } EntryState;

typedef struct Entry {
    char *name;
    int width, height; /* as wished */
    bool cover;
    EntryState state;
    Picture picture;
    bool shown;     /* on the current frame's list, not only wished for later */
    unsigned frame; /* last frame that wanted it */
} Entry;

struct Pictures {
    PictureFolders folders;
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

static size_t entry_bytes(const Entry *entry)
{
    return (size_t)entry->picture.width * (size_t)entry->picture.height * sizeof(uint32_t);
}

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

/* --- making them --------------------------------------------------------------------------- */

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
    char *path = picture_path(&pictures->folders, entry->name);
    Picture picture = {0};
    if (path)
        picture = picture_load(path, entry->width, entry->height, entry->cover);
    free(path);
    return picture;
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

static bool is_waited_for(const Entry *entry)
{
    return entry->state == ENTRY_WAITING || entry->state == ENTRY_BEGUN;
}

static bool is_pending(const Pictures *pictures, bool shown_only)
{
    for (size_t i = 0; i < pictures->count; i++) {
        const Entry *entry = pictures->entries[i];
        if (is_waited_for(entry) && (entry->shown || !shown_only))
            return true;
    }
    return false;
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

/* An entry a worker has begun is never removed, so it may be used without the lock. */
static void work_on(Pictures *pictures, Entry *entry)
{
    entry->state = ENTRY_BEGUN;
    SDL_UnlockMutex(pictures->lock);
    Picture picture = make_picture(pictures, entry);
    SDL_LockMutex(pictures->lock);
    hand_in(pictures, entry, picture);
    SDL_CondBroadcast(pictures->done);
    if (pictures->ready && entry->shown && !is_pending(pictures, true))
        pictures->ready(pictures->ready_context);
}

static int work(void *context)
{
    Pictures *pictures = context;
    SDL_LockMutex(pictures->lock);
    while (!pictures->closing) {
        Entry *entry = next_wish(pictures);
        if (entry)
            work_on(pictures, entry);
        else
            SDL_CondWait(pictures->work, pictures->lock);
    }
    SDL_UnlockMutex(pictures->lock);
    return 0;
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
        pictures->workers[i] = SDL_CreateThread(work, "pictures", pictures);
    return pictures;
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
    free(pictures);
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

void pictures_want(Pictures *pictures, const PictureWish *wish, bool shown)
{
    if (wish->width <= 0 || wish->height <= 0)
        return;
    SDL_LockMutex(pictures->lock);
    Entry *entry = find_entry(pictures, wish);
    if (!entry) {
        entry = add_entry(pictures, wish);
        if (pictures->workers[0])
            SDL_CondSignal(pictures->work);
        else
            hand_in(pictures, entry, make_picture(pictures, entry));
    }
    entry->frame = pictures->frame;
    entry->shown = entry->shown || shown;
    SDL_UnlockMutex(pictures->lock);
}

void pictures_want_early(Pictures *pictures, const PictureWish *wish)
{
    PictureWish draft = {wish->name, wish->width / 2, wish->height / 2, wish->cover};
    if (pictures->workers[0] && wish->width > 0 && wish->height > LARGE / wish->width)
        pictures_want(pictures, &draft, false);
    pictures_want(pictures, wish, false);
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
        if (entry->state == ENTRY_READY && entry->frame + 1 < pictures->frame &&
            (oldest == pictures->count || entry->frame < pictures->entries[oldest]->frame))
            oldest = i;
    }
    return oldest;
}

void pictures_frame(Pictures *pictures)
{
    SDL_LockMutex(pictures->lock);
    pictures->frame++;
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

bool pictures_pending(Pictures *pictures)
{
    SDL_LockMutex(pictures->lock);
    bool pending = is_pending(pictures, false);
    SDL_UnlockMutex(pictures->lock);
    return pending;
}

bool pictures_complete(Pictures *pictures)
{
    SDL_LockMutex(pictures->lock);
    bool complete = !is_pending(pictures, true);
    SDL_UnlockMutex(pictures->lock);
    return complete;
}

static bool shows_gaps(const Pictures *pictures)
{
    for (size_t i = 0; i < pictures->count; i++) {
        const Entry *entry = pictures->entries[i];
        if (entry->shown && is_waited_for(entry) &&
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
    while (is_pending(pictures, false))
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
