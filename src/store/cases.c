#include "store/cases.h"

#include "base/memory.h"
#include "store/case_fold.h"
#include "store/erased_people.h"

#include <stdlib.h>
#include <string.h>

enum { LINKS_CHECKED = 1000 };

static const int64_t week_ms = INT64_C(7) * 24 * 60 * 60 * 1000;

struct Cases {
    Store *store;
    Progress *progress; /* of opening; NULL: nobody looks, or it is open */
    Record *record;
    Outline *outline; /* NULL: all cases are whole */
    int64_t last;
    bool due;  /* to look at the whole chain */
    Id *whole; /* the one that was needed last stands last */
    size_t whole_count, whole_room;
};

bool cases_moves(const Cases *cases, const PlayRecord *play, Move **moves, size_t *count,
                 Error *error)
{
    return case_moves(cases->store, play, moves, count, error);
}

static bool fold_part(const Cases *cases, Id family, OutlineDepth depth, Record **out, Error *error)
{
    return case_fold(cases->store, cases->outline, cases->record, family, depth, out, error);
}

/* ---- which are whole ---- */

static size_t find(const Cases *cases, Id family)
{
    size_t at = 0;
    while (at < cases->whole_count && !id_same(cases->whole[at], family)) {
        at++;
    }
    return at;
}

static void drop(Cases *cases, size_t at)
{
    memmove(&cases->whole[at], &cases->whole[at + 1],
            (--cases->whole_count - at) * sizeof *cases->whole);
}

static void add(Cases *cases, Id family)
{
    list_room((void **)&cases->whole, &cases->whole_room, cases->whole_count, sizeof *cases->whole);
    cases->whole[cases->whole_count++] = family;
}

bool cases_is_whole(const Cases *cases, Id family)
{
    return !cases->outline || find(cases, family) < cases->whole_count;
}

void cases_opened(Cases *cases, Id family)
{
    if (!cases_is_whole(cases, family)) {
        add(cases, family);
    }
}

static bool is_of_today(const Cases *cases, Id family)
{
    const Case *here = record_case_here(cases->record);
    const Sitting *open = record_sitting_open(cases->record);
    return (here && id_same(here->id, family)) || (open && id_same(open->case_id, family));
}

/* The one that was not needed for the longest time; whole_count when none has to go. */
static size_t which_goes(const Cases *cases)
{
    size_t at = 0;
    while (at < cases->whole_count && is_of_today(cases, cases->whole[at])) {
        at++;
    }
    return cases->whole_count < CASES_WHOLE ? cases->whole_count : at;
}

/* One comes and perhaps one goes: put in one go, for that is half of the work. */
static bool open_case(Cases *cases, Id family, Error *error)
{
    Record *parts[2];
    size_t goes = which_goes(cases), count = 0;
    if (!fold_part(cases, family, OUTLINE_WHOLE, &parts[count++], error)) {
        return false;
    }
    if (goes < cases->whole_count) {
        if (!fold_part(cases, cases->whole[goes], OUTLINE_LIST, &parts[count++], error)) {
            record_free(parts[0]);
            return false;
        }
        drop(cases, goes);
    }
    record_put(cases->record, parts, count);
    add(cases, family);
    return true;
}

bool cases_need(Cases *cases, Id family, Error *error)
{
    size_t at = find(cases, family);
    if (!cases->outline || !record_case(cases->record, family)) {
        return true;
    }
    if (at < cases->whole_count) {
        drop(cases, at);
        add(cases, family);
        return true;
    }
    return outline_advance(cases->outline, NULL, error) && open_case(cases, family, error);
}

/* ---- the start ---- */

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

static bool check_links(const Cases *cases, int64_t at, Error *error)
{
    while (at < cases->last) {
        int64_t to = cases->last - at > LINKS_CHECKED ? at + LINKS_CHECKED : cases->last;
        if (progress_stopped(cases->progress)) {
            return error_set(error, ERROR_REFUSED, "record", "Opening was ended.");
        }
        if (!store_check_chain(cases->store, at, to, error)) {
            return false;
        }
        progress_note(cases->progress, at = to, cases->last);
    }
    return true;
}

/* The latest links; all of them where that is no more, where they were all read just now, or where
 * damage was found before. What is over a week old is due then, and done while others work. */
static bool check(Cases *cases, bool read_all, int64_t now, Error *error)
{
    ChainSeen seen = outline_seen(cases->outline);
    bool all = seen.damaged || cases->last <= LINKS_CHECKED;
    if (!read_all && !check_links(cases, all ? 0 : cases->last - LINKS_CHECKED, error)) {
        return false;
    }
    if (read_all || all) {
        return outline_note_seen(cases->outline, &(ChainSeen){.checked = now}, error);
    }
    int64_t since = now - seen.checked;
    cases->due = since < 0 || since >= week_ms;
    return true;
}

static bool fold_list(Cases *cases, Record **parts, size_t count, Error *error)
{
    for (size_t i = 0; i < count; i++) {
        Id family = outline_case_at(cases->outline, i);
        if (!fold_part(cases, family, OUTLINE_LIST, &parts[i], error)) {
            while (i > 0) {
                record_free(parts[--i]);
            }
            return false;
        }
    }
    return true;
}

static bool put_list(Cases *cases, Error *error)
{
    size_t count = outline_case_count(cases->outline);
    Record **parts = memory_new(count + 1, sizeof(Record *));
    bool folded = fold_list(cases, parts, count, error);
    if (folded) {
        record_put(cases->record, parts, count);
    }
    free(parts);
    return folded &&
           outline_each(cases->outline, (Id){""}, OUTLINE_WHOLE, fold, cases->record, error);
}

static bool need_today(Cases *cases, Error *error)
{
    const Case *here = record_case_here(cases->record);
    if (here && !cases_need(cases, here->id, error)) {
        return false;
    }
    const Sitting *open = record_sitting_open(cases->record);
    return !open || cases_need(cases, open->case_id, error);
}

static bool open_outlined(Cases *cases, OutlinePlace where, const Clock *clock, Error *error)
{
    bool read_all;
    if (!outline_open(cases->store, where, cases->progress, &cases->outline, &read_all, error)) {
        return false;
    }
    cases->last = outline_last(cases->outline);
    return check(cases, read_all, clock_wall(clock), error) && put_list(cases, error) &&
           need_today(cases, error);
}

static bool fold_all(void *context, const Event *event, Error *error)
{
    Cases *cases = context;
    cases->last = event->sequence;
    return record_apply(cases->record, event, error);
}

static void forget(Cases *cases)
{
    outline_close(cases->outline);
    record_free(cases->record);
    cases->outline = NULL;
    cases->record = NULL;
    cases->whole_count = 0;
}

static bool open_once(Cases *cases, OutlinePlace where, const Clock *clock, Error *error)
{
    cases->record = record_new();
    erased_people_tell(cases->store->vault, cases->record);
    bool opened = cases->store->outline ? open_outlined(cases, where, clock, error)
                                        : store_each(cases->store, 0, fold_all, cases, error);
    if (!opened) {
        forget(cases);
    }
    return opened;
}

/* That the outline is damaged or cannot be written is no reason to keep the record closed. */
static bool open_anyhow(Cases *cases, const Clock *clock, Error *error)
{
    Error found = {0};
    if (open_once(cases, OUTLINE_BESIDE, clock, &found)) {
        return true;
    }
    bool outlined = cases->store->outline != NULL;
    if (outlined && strcmp(found.place, OUTLINE_FILE) == 0) {
        return open_once(cases, OUTLINE_BESIDE, clock, error);
    }
    if (outlined && found.code == ERROR_WRITE) {
        return open_once(cases, OUTLINE_IN_MEMORY, clock, error);
    }
    if (error) {
        *error = found;
    }
    return false;
}

bool cases_open(Store *store, const Clock *clock, Progress *progress, Cases **out, Record **record,
                Error *error)
{
    Cases *cases = memory_new(1, sizeof *cases);
    *cases = (Cases){.store = store, .progress = progress};
    if (!open_anyhow(cases, clock, error)) {
        cases_close(cases);
        return false;
    }
    cases->progress = NULL;
    *record = cases->record;
    *out = cases;
    return true;
}

void cases_close(Cases *cases)
{
    if (cases) {
        outline_close(cases->outline);
        free(cases->whole);
        free(cases);
    }
}

int64_t cases_last(const Cases *cases)
{
    return cases->last;
}

bool cases_check_due(const Cases *cases, int64_t *from)
{
    *from = cases->due ? outline_seen(cases->outline).at : 0;
    return cases->due;
}

void cases_note_seen(Cases *cases, const ChainSeen *seen)
{
    if (cases->outline) {
        (void)outline_note_seen(cases->outline, seen, NULL);
    }
}

ChainSeen cases_seen(const Cases *cases)
{
    return cases->outline ? outline_seen(cases->outline) : (ChainSeen){0};
}
