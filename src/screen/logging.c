#include "screen/logging.h"

#include "screen/may.h"

static Event event_of(LogAct act, AccessData what)
{
    return (Event){.type = EVENT_LOGGED, .act = act, .what = what, .times = 1};
}

bool log_keep(Cove *cove, LogAct act, AccessData what, Id item, Error *error)
{
    Event event = event_of(act, what);
    event.item_id = item;
    return cove_keep(cove, &event, 1, error);
}

/* ---- looking ---- */

static bool look(Screen *screen, LogAct act, const Sitter *sitter, PlayPart part, Id item)
{
    AccessData what = play_data(sitter->sitting, sitter->person, part);
    Event event = event_of(act, what);
    Error error = {0};
    event.case_id = sitter->family->id;
    event.person_id = sitter->person->id;
    event.item_id = item;
    if (helper_may(sitter->family, what, ACCESS_SEE) &&
        cove_keep(screen->cove, &event, 1, &error)) {
        return true;
    }
    if (error.code) {
        stage_notice(screen->stage, &error);
    }
    return false;
}

bool log_look(Screen *screen, Id sitting)
{
    Sitter sitter;
    return sitter_find(screen->cove, sitting, &sitter) &&
           look(screen, LOG_LOOKED, &sitter, PART_ACTIVITY, sitting);
}

bool log_replay(Screen *screen, Id id)
{
    Sitter sitter;
    const PlayRecord *play = record_play_by_id(keeper_record(screen->cove->keeper), id);
    return play && sitter_find(screen->cove, play->sitting, &sitter) &&
           look(screen, LOG_REPLAYED, &sitter, play->part, id);
}

bool log_over_time(Screen *screen, Id family_id, Id person)
{
    const Case *family = record_case(keeper_record(screen->cove->keeper), family_id);
    Sitting none = {.id = {""}};
    Sitter sitter = {.sitting = &none, .family = family, .person = case_person(family, person)};
    return look(screen, LOG_OVER_TIME, &sitter, PART_ACTIVITY, (Id){""});
}

/* ---- beside others ---- */

void log_uncovered(Cove *cove, Id person)
{
    Event event = event_of(LOG_UNCOVERED, ACCESS_THINGS);
    const Record *record = cove->keeper ? keeper_record(cove->keeper) : NULL;
    if (!record) {
        return;
    }
    const Sitting *open = record_sitting_open(record);
    if (open && id_same(open->person, person)) {
        event.case_id = open->case_id;
        event.person_id = person;
    }
    (void)cove_keep(cove, &event, 1, NULL);
}

void log_unlocked(Cove *cove, LogAct act)
{
    Event events[] = {event_of(LOG_TRIED, ACCESS_KEYS), event_of(act, ACCESS_KEYS)};
    events[0].times = cove->patience.untold;
    bool tried = cove->patience.untold > 0;
    log_put_here(cove);
    if (cove_keep(cove, tried ? events : events + 1, tried ? 2 : 1, NULL)) {
        cove->patience.untold = 0;
    }
}

void log_put_here(Cove *cove)
{
    if (cove->safe.put_here && log_keep(cove, LOG_RESTORED, ACCESS_KEYS, (Id){""}, NULL)) {
        cove->safe.put_here = false;
    }
}
