#include "platform/pad_watch.h"

#include "base/file.h"
#include "base/memory.h"

#include <SDL_thread.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

/* A pad that was just plugged in becomes readable, and known to SDL, over the next moments. */
enum { PADS_MOST = 8, SETTLE_TIMES = 6, SETTLE_MS = 250, COMPLETE_MS = 2 };
enum { AT_STOP, AT_FOLDER, AT_PADS };

struct PadWatch {
    char *folder;
    void (*woken)(void *context);
    void *context;
    struct pollfd files[AT_PADS + PADS_MOST];
    nfds_t count;
    int settling; /* times to look again after the folder changed */
    bool met;     /* there has been a pad */
    SDL_Thread *thread;
};

static void close_pads(PadWatch *watch)
{
    while (watch->count > AT_PADS)
        close(watch->files[--watch->count].fd);
}

static void open_pad(PadWatch *watch, const char *name)
{
    char *path = path_join(watch->folder, name);
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    free(path);
    if (file >= 0)
        watch->files[watch->count++] = (struct pollfd){.fd = file, .events = POLLIN};
}

static void open_pads(PadWatch *watch)
{
    DIR *folder = opendir(watch->folder);
    const struct dirent *entry;
    close_pads(watch);
    while (folder && (entry = readdir(folder)) && watch->count < AT_PADS + PADS_MOST) {
        if (strncmp(entry->d_name, "js", 2) == 0)
            open_pad(watch, entry->d_name);
    }
    if (folder)
        closedir(folder);
    watch->met = watch->met || watch->count > AT_PADS;
}

static bool drain(int file)
{
    char bytes[1024];
    ssize_t length;
    do
        length = read(file, bytes, sizeof bytes);
    while (length > 0);
    return length < 0 && errno == EAGAIN;
}

/* All that a pad has to say in one go; those that are gone are closed. */
static void drain_pads(PadWatch *watch)
{
    nanosleep(&(struct timespec){.tv_nsec = COMPLETE_MS * 1000000L}, NULL);
    for (nfds_t i = watch->count; i-- > AT_PADS;) {
        if (watch->files[i].revents == 0 || drain(watch->files[i].fd))
            continue;
        close(watch->files[i].fd);
        watch->files[i] = watch->files[--watch->count];
    }
}

static void look(PadWatch *watch, bool changed)
{
    if (changed)
        drain(watch->files[AT_FOLDER].fd);
    watch->settling = changed ? SETTLE_TIMES : watch->settling - 1;
    open_pads(watch);
}

static int watch_pads(void *context)
{
    PadWatch *watch = context;
    open_pads(watch);
    for (;;) {
        if (watch->met)
            watch->woken(watch->context);
        int ready = poll(watch->files, watch->count, watch->settling > 0 ? SETTLE_MS : -1);
        if (ready > 0 && watch->files[AT_STOP].revents)
            return 0;
        bool changed = ready > 0 && watch->files[AT_FOLDER].revents;
        if (changed || ready == 0)
            look(watch, changed);
        else if (ready > 0)
            drain_pads(watch);
    }
}

PadWatch *pad_watch_new(const char *folder, void (*woken)(void *context), void *context)
{
    PadWatch *watch = memory_new(1, sizeof *watch);
    *watch = (PadWatch){
        .folder = memory_copy_string(folder), .woken = woken, .context = context, .count = 2};
    int stop = eventfd(0, EFD_CLOEXEC), changes = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    watch->files[AT_STOP] = (struct pollfd){.fd = stop, .events = POLLIN};
    watch->files[AT_FOLDER] = (struct pollfd){.fd = changes, .events = POLLIN};
    if (stop >= 0 && inotify_add_watch(changes, folder, IN_CREATE | IN_DELETE | IN_ATTRIB) >= 0)
        watch->thread = SDL_CreateThread(watch_pads, "pads", watch);
    if (watch->thread)
        return watch;
    pad_watch_free(watch);
    return NULL;
}

void pad_watch_free(PadWatch *watch)
{
    if (!watch)
        return;
    if (watch->thread) {
        (void)eventfd_write(watch->files[AT_STOP].fd, 1);
        SDL_WaitThread(watch->thread, NULL);
    }
    close_pads(watch);
    for (int i = AT_STOP; i <= AT_FOLDER; i++) {
        if (watch->files[i].fd >= 0)
            close(watch->files[i].fd);
    }
    free(watch->folder);
    free(watch);
}
