#include "store/watch.h"

#include <string.h>

enum { NOTED_EVERY = 1000000 }; /* entries: every few seconds, so that a next start goes on there */

void watch_begin(Watch *watch, Cases *cases, Writer *writer, const Clock *clock)
{
    int64_t from;
    *watch = (Watch){.cases = cases, .clock = *clock};
    if (cases_check_due(cases, &from)) {
        watch->check = chain_check_new(writer_store(writer), from);
        watch->state = CHECK_GOES_ON;
        watch->at = watch->noted = from;
        writer_between(writer, chain_check_step, chain_check_free, watch->check);
    }
}

static void note(Watch *watch, ChainSeen seen)
{
    watch->noted = watch->at;
    cases_note_seen(watch->cases, &seen);
}

static void note_progress(Watch *watch)
{
    ChainSeen seen = cases_seen(watch->cases);
    seen.at = watch->at;
    note(watch, seen);
}

static void note_damage(Watch *watch, const Error *found)
{
    if (watch->damage.code == ERROR_NONE) {
        watch->damage = *found;
        note(watch, (ChainSeen){.damaged = true});
    }
}

void watch_look(Watch *watch)
{
    Error found = {0};
    if (watch->state != CHECK_GOES_ON) {
        return;
    }
    watch->state = chain_check_state(watch->check, &watch->at, &found);
    if (watch->state == CHECK_DAMAGED) {
        note_damage(watch, &found);
    } else if (watch->state == CHECK_WELL) {
        note(watch, (ChainSeen){.checked = clock_wall(&watch->clock)});
    } else if (watch->at - watch->noted >= NOTED_EVERY) {
        note_progress(watch);
    }
}

void watch_end(Watch *watch)
{
    watch_look(watch);
    if (watch->state == CHECK_GOES_ON && watch->at > watch->noted) {
        note_progress(watch);
    }
}

/* The outline is a copy: that it is damaged says nothing of the record. */
bool watch_read(Watch *watch, bool read, const Error *found, Error *error)
{
    if (!read && found->code == ERROR_DAMAGED && strcmp(found->place, OUTLINE_FILE) != 0) {
        note_damage(watch, found);
    }
    if (!read && error) {
        *error = *found;
    }
    return read;
}
