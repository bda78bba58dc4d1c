/* The only place where the record changes: what each type of event does stands in its Fold. */
#include "record/fold.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

Case *fold_case(Record *record, const Event *event)
{
    return &record->cases[record_place(record, event->case_id, ID_CASE)->index];
}

void fold_place(Record *record, Id id, IdKind kind, size_t family, size_t index)
{
    id_index_add(&record->ids, &(IdPlace){id, kind, family, index});
}

/* What stands in the log alone: record_log does it for all. */
static void nothing_else(Record *record, const Event *event)
{
    (void)record, (void)event;
}

static const Fold in_the_log_alone = {nothing_else, nothing_else};

static const Fold *const folds[EVENT_TYPE_COUNT] = {
    [EVENT_HELPER_NAMED] = &fold_helper_named,
    [EVENT_CASE_OPENED] = &fold_case_opened,
    [EVENT_FAMILY_HERE] = &fold_family_here,
    [EVENT_PERSON_ADDED] = &fold_person_added,
    [EVENT_CONTENT_FROZEN] = &fold_content_frozen,
    [EVENT_ASSIGNED] = &fold_assigned,
    [EVENT_TAKEN_BACK] = &fold_taken_back,
    [EVENT_SITTING_STARTED] = &fold_sitting_started,
    [EVENT_PLAY_STARTED] = &fold_play_started,
    [EVENT_MOVE] = &fold_move,
    [EVENT_PLAY_ENDED] = &fold_play_ended,
    [EVENT_BREAK] = &fold_break,
    [EVENT_NOT_OK] = &fold_not_ok,
    [EVENT_SITTING_ENDED] = &fold_sitting_ended,
    [EVENT_PREFS] = &fold_prefs,
    [EVENT_CALLED] = &fold_called,
    [EVENT_CONTACT_JUDGED] = &fold_contact_judged,
    [EVENT_JOINED] = &fold_joined,
    [EVENT_JOINT_ENDED] = &fold_joint_ended,
    [EVENT_LANGUAGE] = &fold_language,
    [EVENT_PICTURED] = &fold_pictured,
    [EVENT_NOTED] = &fold_noted,
    [EVENT_SIGN_IN] = &fold_sign_in,
    [EVENT_LOGGED] = &in_the_log_alone,
    [EVENT_ERASED] = &fold_erased,
    [EVENT_PERSON_ERASED] = &fold_person_erased,
    [EVENT_COPIED] = &fold_copied,
    [EVENT_SALVAGED] = &fold_salvaged,
    [EVENT_LEFT] = &fold_left,
    [EVENT_ASIDE] = &fold_aside,
};

static bool refuse(const Event *event, const char *why, Error *error)
{
    char place[64];
    snprintf(place, sizeof place, "event %" PRId64 " (%s)", event->sequence,
             event_type_name(event->type));
    return error_set(error, ERROR_DAMAGED, place, "This cannot follow what was kept before: %s.",
                     why);
}

void record_follow(Record *record, const Event *event)
{
    assert(event->type < EVENT_TYPE_COUNT);
    folds[event->type]->apply(record, event);
    record_log(record, event);
}

bool record_apply(Record *record, const Event *event, Error *error)
{
    const char *why = record_objection(record, event);
    if (why) {
        return refuse(event, why, error);
    }
    record_follow(record, event);
    return true;
}

void record_take_back(Record *record, const Event *event)
{
    assert(event->type < EVENT_TYPE_COUNT);
    record_unlog(record, event);
    folds[event->type]->take_back(record, event);
}
