/* What goes into the log: events that say so, and others that change who may see what. */
#include "record/record_inside.h"

#include "base/memory.h"

#include <string.h>

const char *log_act_word(LogAct act)
{
    static const char *const words[LOG_ACTS] = {
        [LOG_LOOKED] = "looked",
        [LOG_REPLAYED] = "replayed",
        [LOG_OVER_TIME] = "over-time",
        [LOG_EXPORTED] = "exported",
        [LOG_UNLOCKED] = "unlocked",
        [LOG_UNLOCKED_CODE] = "unlocked-code",
        [LOG_TRIED] = "tried",
        [LOG_LOCK_CHANGED] = "lock-changed",
        [LOG_KEYS_RENEWED] = "keys-renewed",
        [LOG_UNCOVERED] = "uncovered",
        [LOG_RESET] = "reset",
        [LOG_BACKED_UP] = "backed-up",
        [LOG_RESTORED] = "restored",
        [LOG_ERASED] = "erased",
        [LOG_CONTACT] = "contact",
        [LOG_GATE] = "gate",
        [LOG_HIDE] = "hide",
        [LOG_HOLD] = "hold",
        [LOG_CONSENT] = "consent",
        [LOG_URGENT] = "urgent",
        [LOG_DEMAND] = "demand",
    };
    return (int)act >= 0 && act < LOG_ACTS ? words[act] : NULL;
}

const char *erase_why_word(EraseWhy why)
{
    static const char *const words[ERASE_WHYS] = {
        [ERASE_ASKED] = "asked", [ERASE_TIME_OVER] = "time-over", [ERASE_OTHER] = "other"};
    return (int)why >= 0 && why < ERASE_WHYS ? words[why] : NULL;
}

/* ---- which events ---- */

static bool noted_act(const char *field, LogAct *act)
{
    static const struct {
        const char *group;
        LogAct act;
    } groups[] = {{"gate", LOG_GATE},       {"hide", LOG_HIDE},     {"hold", LOG_HOLD},
                  {"consent", LOG_CONSENT}, {"urgent", LOG_URGENT}, {"demand", LOG_DEMAND}};
    const FactGroup *group = fact_group_of(field);
    for (size_t i = 0; group && i < sizeof groups / sizeof *groups; i++) {
        if (strcmp(groups[i].group, group->id) == 0) {
            *act = groups[i].act;
            return true;
        }
    }
    return false;
}

static bool act_of(const Event *event, LogAct *act)
{
    switch (event->type) {
    case EVENT_LOGGED: *act = event->act; return true;
    case EVENT_ERASED:
    case EVENT_PERSON_ERASED: *act = LOG_ERASED; return true;
    case EVENT_COPIED: *act = LOG_BACKED_UP; return true;
    case EVENT_LEFT: *act = LOG_EXPORTED; return true;
    case EVENT_SIGN_IN: *act = LOG_RESET; return true;
    case EVENT_CONTACT_JUDGED: *act = LOG_CONTACT; return true;
    case EVENT_NOTED: return noted_act(event->fact, act);
    default: return false;
    }
}

static AccessData what_of(const Event *event)
{
    switch (event->type) {
    case EVENT_LOGGED: return event->what;
    case EVENT_COPIED: return ACCESS_KEYS;
    case EVENT_LEFT:
        return strcmp(event->audience, "own-copy") == 0 ? ACCESS_ANSWERS : ACCESS_REPORT;
    default: return ACCESS_CASE;
    }
}

bool record_log_entry(const Event *event, LogEntry *out)
{
    LogAct act;
    if (!act_of(event, &act)) {
        return false;
    }
    bool own = event->type == EVENT_LOGGED;
    *out =
        (LogEntry){.sequence = event->sequence,
                   .act = act,
                   .what = what_of(event),
                   .by = own ? event->about_id : (Id){""},
                   .family = event->type == EVENT_SIGN_IN ? event->belongs.family : event->case_id,
                   .person = event->person_id,
                   .item = own ? event->item_id : (Id){""},
                   .times = own ? event->times : 1,
                   .why = event->why,
                   .at = event->wall_ms};
    return true;
}

void record_log(Record *record, const Event *event)
{
    LogEntry entry;
    if (record_log_entry(event, &entry)) {
        if (event->type == EVENT_SIGN_IN) {
            entry.family = record_case_of(record, event);
        }
        list_room((void **)&record->log, &record->log_room, record->log_count, sizeof *record->log);
        record->log[record->log_count++] = entry;
    }
}

void record_unlog(Record *record, const Event *event)
{
    LogAct act;
    record->log_count -= act_of(event, &act);
}

/* ---- what may follow ---- */

static const char *not_of_case(const Record *record, const Event *event, Id person)
{
    const IdPlace *family = record_place(record, event->case_id, ID_CASE);
    const IdPlace *place = record_place(record, person, ID_PERSON);
    bool there = person.text[0] == '\0' || record_is_gone(record, person) ||
                 (family && place && place->family == family->index);
    return there ? NULL : "there is no such person in this case";
}

const char *record_not_logged(const Record *record, const Event *event)
{
    if (event->act >= LOG_KEPT_ACTS) {
        return "this follows from other events and is none of its own";
    }
    if (event->case_id.text[0] && !record_case(record, event->case_id)) {
        return "there is no such case";
    }
    const char *why = not_of_case(record, event, event->person_id);
    return why ? why : not_of_case(record, event, event->about_id);
}

/* ---- asking ---- */

size_t record_log_count(const Record *record)
{
    return record->log_count;
}

const LogEntry *record_log_at(const Record *record, size_t index)
{
    return &record->log[index];
}
