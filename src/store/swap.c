/* incoming-<why>-<when>.part   is being filled
 * incoming-<why>-<when>        is whole: its files come in, one by one, each after the one it
 *                              replaces went to <why>/<when> */
#include "store/swap.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/backup_files.h"
#include "store/mark.h"
#include "store/record_file.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define INCOMING "incoming-"
#define PART ".part"

static const char *const reasons[] = {[SWAP_REPLACED] = "replaced", [SWAP_DAMAGED] = "damaged"};

static char *with(const char *path, const char *ending)
{
    Text text;
    text_init(&text);
    text_addf(&text, "%s%s", path, ending);
    return text_take(&text);
}

/* ---- beginning ---- */

/* "damaged-2026-11-22-1405"; with "-2" and so on where that is taken. */
static bool is_taken(const char *data, const char *why, const char *when)
{
    char *kind = path_join(data, why), *aside = path_join(kind, when);
    bool taken = folder_exists(aside);
    free(kind);
    free(aside);
    return taken;
}

static char *free_name(const char *data, const char *why, int64_t wall_ms)
{
    char stamp[17], when[32];
    clock_stamp(wall_ms, stamp, sizeof stamp);
    snprintf(when, sizeof when, "%.10s-%.2s%.2s", stamp, stamp + 11, stamp + 14);
    for (int turn = 2; turn < 1000 && is_taken(data, why, when); turn++) {
        snprintf(when, sizeof when, "%.10s-%.2s%.2s-%d", stamp, stamp + 11, stamp + 14, turn);
    }
    Text name;
    text_init(&name);
    text_addf(&name, INCOMING "%s-%s" PART, why, when);
    return text_take(&name);
}

bool swap_begin(const char *data, SwapWhy why, int64_t wall_ms, char **incoming, Error *error)
{
    char *name = free_name(data, reasons[why], wall_ms), *path = path_join(data, name);
    free(name);
    swap_give_up(path);
    if (!folder_make(path, error)) {
        free(path);
        return false;
    }
    *incoming = path;
    return true;
}

void swap_give_up(const char *incoming)
{
    char *fresh = path_join(incoming, MARK_FRESH);
    (void)unlink(fresh);
    free(fresh);
    backup_remove(incoming);
}

/* ---- coming in ---- */

static bool move_if(const char *from, const char *to, bool really, Error *error)
{
    return !really || !file_exists(from) || record_file_move(from, to, error);
}

/* `because`: as long as this file still waits, what is in its place is the old one. */
static bool change(const char *data, const char *incoming, const char *aside, const char *name,
                   const char *because, Error *error)
{
    char *now = path_join(data, name), *next = path_join(incoming, name);
    char *old = path_join(aside, name), *waits = path_join(incoming, because);
    bool done = move_if(now, old, file_exists(waits), error) && move_if(next, now, true, error);
    free(now);
    free(next);
    free(old);
    free(waits);
    return done;
}

static bool change_all(const char *data, const char *incoming, const char *aside, Error *error)
{
    static const struct {
        const char *name, *because;
    } files[] = {{MARK_FRESH, MARK_FRESH}, /* first: whatever comes in writes under another epoch */
                 {STORE_FILE "-wal", STORE_FILE}, {STORE_FILE "-journal", STORE_FILE},
                 {STORE_FILE, STORE_FILE},        {MARK_FILE, MARK_FILE},
                 {VAULT_FILE, VAULT_FILE}};
    bool done = true;
    for (size_t i = 0; done && i < sizeof files / sizeof *files; i++) {
        done = change(data, incoming, aside, files[i].name, files[i].because, error);
    }
    return done;
}

/* `name`: "incoming-damaged-2026-11-22-1405". */
static bool come_in(const char *data, const char *name, Error *error)
{
    char *aside_name = memory_copy_string(name + strlen(INCOMING));
    char *dash = strchr(aside_name, '-');
    if (!dash) {
        free(aside_name);
        return true; /* not ours */
    }
    *dash = '/';
    char *aside = path_join(data, aside_name), *incoming = path_join(data, name);
    bool done = folder_make(aside, error) && change_all(data, incoming, aside, error);
    if (done) {
        swap_give_up(incoming);
    }
    free(aside_name);
    free(aside);
    free(incoming);
    return done;
}

static bool mark_fresh(const char *incoming, Error *error)
{
    char *fresh = path_join(incoming, MARK_FRESH);
    bool marked = file_write(fresh, "", 0, error);
    free(fresh);
    return marked;
}

bool swap_do(const char *data, const char *incoming, Error *error)
{
    char *whole = with(incoming, "");
    whole[strlen(whole) - strlen(PART)] = '\0';
    bool done = mark_fresh(incoming, error) && record_file_move(incoming, whole, error) &&
                come_in(data, path_name(whole), error);
    free(whole);
    return done;
}

bool swap_finish(const char *data, Error *error)
{
    char **names;
    size_t count;
    bool done = true;
    if (!folder_list(data, &names, &count, NULL)) {
        return true; /* nothing is there yet */
    }
    for (size_t i = 0; done && i < count; i++) {
        char *path = path_join(data, names[i]);
        if (text_starts(names[i], INCOMING) && text_stem(names[i], PART) > 0) {
            swap_give_up(path);
        } else if (text_starts(names[i], INCOMING) && folder_exists(path)) {
            done = come_in(data, names[i], error);
        }
        free(path);
    }
    file_names_free(names, count);
    return done;
}
