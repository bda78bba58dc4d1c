#include "survives/sitting.h"

#include "base/file.h"
#include "base/memory.h"
#include "proof/everywhere.h"
#include "store/seal_old.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- the process that sits ---- */

static bool count_one(void *context, const Event *event, Error *error)
{
    (void)event;
    (void)error;
    ++*(int64_t *)context;
    return true;
}

typedef struct Seen {
    long most_calls;
} Seen;

/* Nothing is on its way when there is something to see: all that is there was called kept. */
static void see(void *context, House *house, const char *name)
{
    const Seen *seen = context;
    int64_t kept = 0;
    (void)name;
    if (!house->cove.keeper || keeper_unsaved(house->cove.keeper).state != SAVING_DONE) {
        return;
    }
    if (store_each(keeper_store(house->cove.keeper), 0, count_one, &kept, NULL)) {
        disk_note(kept);
    }
    if (disk_calls() >= seen->most_calls) {
        _exit(0);
    }
}

static void sit(const char *folder, int log, long most_calls, CallFault fault, long at)
{
    Seen seen = {most_calls};
    const Everywhere walk = {.content = COVE_SOURCE_DIR "/content",
                             .language = "en",
                             .folder = folder,
                             .ruler = ruler_fixed(),
                             .see = see,
                             .context = &seen};
    disk_watch(folder, log);
    disk_plan(fault, at, 1);
    everywhere_sitting(&walk, TIER_T2);
    _exit(0);
}

static char *log_beside(const char *folder)
{
    char *path = memory_new(strlen(folder) + 5, 1);
    snprintf(path, strlen(folder) + 5, "%s.log", folder);
    return path;
}

void sitting_run(const char *folder, long most_calls, CallFault fault, long at, Sat *out)
{
    char *path = log_beside(folder);
    int log = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), status;
    assert_true(log >= 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        sit(folder, log, most_calls, fault, at);
    }
    close(log);
    assert_int_equal(waitpid(child, &status, 0), child);
    out->killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    assert_true(out->killed || (WIFEXITED(status) && WEXITSTATUS(status) == 0));
    trace_read(&out->trace, path);
    out->noted = trace_noted(&out->trace, out->trace.count);
    unlink(path);
    free(path);
}

/* ---- what is there afterwards ---- */

typedef struct Opened {
    Vault *vault;
    Keeper *keeper;
    ManualClock time;
} Opened;

static bool open_folder(const char *folder, Opened *opened, Error *error)
{
    Store *store;
    *opened = (Opened){.time = {.wall = 1767261600000}};
    Clock clock = clock_manual(&opened->time);
    if (!vault_open(folder, VAULT_TRIAL, HOUSE_PASSPHRASE, &opened->vault, error)) {
        return false;
    }
    if (!store_open_sealed(folder, opened->vault, &store, error) ||
        !keeper_open(store, &clock, &opened->keeper, error)) {
        vault_close(opened->vault);
        return false;
    }
    keeper_wait(opened->keeper, 60000);
    return true;
}

static void close_folder(Opened *opened)
{
    keeper_close(opened->keeper);
    vault_close(opened->vault);
}

static char *words_of(const Event *event)
{
    char *body = event_write_body(event);
    size_t size = strlen(body) + 64;
    char *words = memory_new(size, 1);
    snprintf(words, size, "%s %s", event_type_name(event->type), body);
    free(body);
    return words;
}

static bool add_expected(void *context, const Event *event, Error *error)
{
    Expected *expected = context;
    (void)error;
    expected->events = memory_grow(expected->events, expected->count + 1, sizeof *expected->events);
    expected->events[expected->count++] = words_of(event);
    return true;
}

void expected_read(Expected *expected, const char *folder)
{
    Opened opened;
    Error error = {0};
    *expected = (Expected){0};
    if (!open_folder(folder, &opened, &error) ||
        !store_each(keeper_store(opened.keeper), 0, add_expected, expected, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    close_folder(&opened);
}

void expected_clear(Expected *expected)
{
    for (size_t i = 0; i < expected->count; i++) {
        free(expected->events[i]);
    }
    free(expected->events);
    *expected = (Expected){0};
}

typedef struct Comparison {
    const Expected *expected;
    size_t count;
} Comparison;

static bool compare(void *context, const Event *event, Error *error)
{
    Comparison *comparison = context;
    const Expected *expected = comparison->expected;
    char *words = words_of(event);
    size_t at = comparison->count++;
    bool same = at < expected->count && strcmp(words, expected->events[at]) == 0;
    free(words);
    return same || error_set(error, ERROR_DAMAGED, "event", "Event %zu is another one.", at + 1);
}

static Found look_at(Keeper *keeper, const Expected *expected, int64_t noted, Error *error)
{
    Comparison comparison = {.expected = expected};
    Event more = {.type = EVENT_HELPER_NAMED, .name = "Lee"};
    if (!store_each(keeper_store(keeper), 0, compare, &comparison, error)) {
        return FOUND_LOST;
    }
    if ((int64_t)comparison.count < noted) {
        error_set(error, ERROR_DAMAGED, "record", "%lld events were kept and %zu are there.",
                  (long long)noted, comparison.count);
        return FOUND_LOST;
    }
    return keeper_keep(keeper, &more, 1, error) ? FOUND_WELL : FOUND_CLOSED;
}

Found sitting_look(const char *folder, const Expected *expected, int64_t noted, char *why,
                   size_t size)
{
    Opened opened;
    Error error = {0};
    if (noted == 0 && !vault_exists(folder)) {
        return FOUND_WELL; /* nothing was ever called kept */
    }
    Found found = FOUND_CLOSED;
    if (open_folder(folder, &opened, &error)) {
        found = look_at(opened.keeper, expected, noted, &error);
        close_folder(&opened);
    }
    if (found == FOUND_WELL && !open_folder(folder, &opened, &error)) {
        found = FOUND_CLOSED;
    } else if (found == FOUND_WELL) {
        close_folder(&opened);
    }
    snprintf(why, size, "%s: %s", error.place, error.sentence);
    return found;
}
