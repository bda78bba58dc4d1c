/* What may follow what. Only looks; each rule answers with the reason against, or NULL. */
#include "record/record_inside.h"

#include "family/given.h"

#include <assert.h>
#include <string.h>

static bool is_new(const Record *record, Id id)
{
    return id.text[0] != '\0' && !id_index_find(&record->ids, id) && !record_is_gone(record, id);
}

static const char *no_person(const Record *record, const Event *event)
{
    const IdPlace *family = record_place(record, event->case_id, ID_CASE);
    const IdPlace *person = record_place(record, event->person_id, ID_PERSON);
    if (!family) {
        return "there is no such case";
    }
    return person && person->family == family->index ? NULL
                                                     : "there is no such person in this case";
}

static const char *no_content(const Record *record, const Event *event)
{
    const Frozen *frozen = record_frozen(record, &event->digest);
    if (!frozen) {
        return "the words of this module were not kept before";
    }
    return strcmp(frozen->module, event->module) == 0 && frozen->version == event->version
               ? NULL
               : "the words kept under this digest are of another module or version";
}

static const Person *person_sitting(const Record *record, const Sitting *sitting)
{
    const IdPlace *place = record_place(record, sitting->person, ID_PERSON);
    return &record->cases[place->family].people[place->index];
}

/* ---- one rule for each type ---- */

typedef const char *Rule(const Record *record, const Event *event);

static const char *helper_named(const Record *record, const Event *event)
{
    (void)record;
    (void)event;
    return NULL;
}

static const char *case_opened(const Record *record, const Event *event)
{
    return is_new(record, event->case_id) ? NULL : "this id is taken";
}

static const char *family_here(const Record *record, const Event *event)
{
    /* An id of nothing is that of a case that was erased since: then nobody is here. */
    const IdPlace *place = id_index_find(&record->ids, event->case_id);
    return !place || place->kind == ID_CASE ? NULL : "there is no such case";
}

static const char *erased(const Record *record, const Event *event)
{
    return is_new(record, event->case_id) ? NULL : "this case is still here, or was erased before";
}

static const char *person_erased(const Record *record, const Event *event)
{
    const Case *family = record_case(record, event->case_id);
    if (!family) {
        return "there is no such case";
    }
    bool here = id_index_find(&record->ids, event->person_id) != NULL;
    return here || case_is_gone(family, event->person_id)
               ? "this person is still here, or was erased before"
               : NULL;
}

static const char *person_added(const Record *record, const Event *event)
{
    if (!record_case(record, event->case_id)) {
        return "there is no such case";
    }
    if (!is_new(record, event->person_id)) {
        return "this id is taken";
    }
    bool adult = event->role == PERSON_ADULT, adult_tier = event->tier == TIER_AD;
    return adult == adult_tier ? NULL : "the tier \"ad\" is for adults, and for all of them";
}

static const char *content_frozen(const Record *record, const Event *event)
{
    return record_frozen(record, &event->digest) ? "these words were kept before" : NULL;
}

static const char *assigned(const Record *record, const Event *event)
{
    const char *why = no_person(record, event);
    if (!why && !is_new(record, event->assignment_id)) {
        why = "this id is taken";
    }
    return why ? why : no_content(record, event);
}

static const char *taken_back(const Record *record, const Event *event)
{
    const IdPlace *family = record_place(record, event->case_id, ID_CASE);
    const IdPlace *given = record_place(record, event->assignment_id, ID_ASSIGNMENT);
    if (!family || !given || given->family != family->index) {
        return "there is no such assignment in this case";
    }
    return record->cases[given->family].assignments[given->index].taken_back
               ? "the assignment was taken back before"
               : NULL;
}

static const char *sitting_started(const Record *record, const Event *event)
{
    const char *why = no_person(record, event);
    if (!why && record_sitting_open(record)) {
        why = "another sitting is not ended yet";
    }
    return why || is_new(record, event->sitting_id) ? why : "this id is taken";
}

static const char *not_open(const Record *record, const Event *event)
{
    const Sitting *open = record_sitting_open(record);
    return open && id_same(open->id, event->sitting_id) ? NULL : "this sitting is not open";
}

static const char *not_given(const Record *record, const Event *event, const Sitting *sitting)
{
    const IdPlace *place = record_place(record, event->assignment_id, ID_ASSIGNMENT);
    const Assignment *given =
        place ? &record->cases[place->family].assignments[place->index] : NULL;
    if (!given || !id_same(given->person, sitting->person)) {
        return "there is no such assignment for this person";
    }
    if (given->taken_back) {
        return "the assignment was taken back";
    }
    if (!setting_covers(sitting->setting, given->setting)) {
        return "the assignment is for another setting";
    }
    return strcmp(given->module, event->module) == 0 &&
                   strcmp(given->activity, event->activity) == 0
               ? NULL
               : "the assignment is for another activity";
}

static const char *not_first_check(const Record *record, const Event *event, const Sitting *sitting)
{
    if (event->assignment_id.text[0] != '\0') {
        return "a feelings check has no assignment";
    }
    for (size_t i = 0; i < sitting->play_count; i++) {
        if (record->plays[sitting->plays[i]].part == event->part) {
            return "the sitting had this feelings check before";
        }
    }
    return NULL;
}

/* Nothing is begun together before the adult joined or after one ended it; and how a child feels is
 * not asked where an adult looks on. */
static const char *not_together(const Event *event, const Sitting *sitting)
{
    if (sitting->setting != SETTING_JOINT) {
        return NULL;
    }
    if (!sitting->adult.text[0] || sitting->ended_by) {
        return "nobody is together in this sitting";
    }
    return event->part == PART_ACTIVITY ? NULL : "a feelings check is for one alone";
}

/* The person's own, unless this was given in another tier's wording. */
static Tier tier_for(const Record *record, const Event *event, const Sitting *sitting)
{
    const Case *family = record_case(record, sitting->case_id);
    const Assignment *given = case_assignment(family, event->assignment_id);
    return given ? given_tier(family, given) : person_sitting(record, sitting)->tier;
}

static const char *play_started(const Record *record, const Event *event)
{
    const char *why = not_open(record, event);
    const Sitting *sitting = record_sitting_open(record);
    if (why) {
        return why;
    }
    if (record_play_open(record, sitting)) {
        return "another play is not ended yet";
    }
    if (!is_new(record, event->play_id)) {
        return "this id is taken";
    }
    if (event->tier != tier_for(record, event, sitting)) {
        return "the tier is neither the person's nor what was given for it";
    }
    why = not_together(event, sitting);
    if (why) {
        return why;
    }
    why = event->part == PART_ACTIVITY ? not_given(record, event, sitting)
                                       : not_first_check(record, event, sitting);
    return why ? why : no_content(record, event);
}

static const char *in_play(const Record *record, const Event *event)
{
    const PlayRecord *open = record_play_open(record, record_sitting_open(record));
    return open && id_same(open->id, event->play_id) ? NULL : "this play is not open";
}

/* A break or a call for help belongs to the last sitting, also once it has ended: the goodbye page
 * is still there. */
static const char *in_sitting(const Record *record, const Event *event)
{
    size_t count = record_sitting_count(record);
    if (count == 0 || !id_same(record_sitting_at(record, count - 1)->id, event->sitting_id)) {
        return "this is not the last sitting";
    }
    return event->play_id.text[0] == '\0' ? NULL : in_play(record, event);
}

static const char *sitting_ended(const Record *record, const Event *event)
{
    const char *why = not_open(record, event);
    if (!why && record_play_open(record, record_sitting_open(record))) {
        why = "a play is not ended yet";
    }
    return why;
}

static const char *prefs_kept(const Record *record, const Event *event)
{
    bool helper = event->person_id.text[0] == '\0';
    return helper || record_place(record, event->person_id, ID_PERSON) ? NULL
                                                                       : "there is no such person";
}

static const char *called(const Record *record, const Event *event)
{
    const char *why = no_person(record, event);
    const IdPlace *about = record_place(record, event->about_id, ID_PERSON);
    if (why) {
        return why;
    }
    bool here = about && about->family == record_place(record, event->case_id, ID_CASE)->index;
    return here && record->cases[about->family].people[about->index].role == PERSON_ADULT
               ? NULL
               : "there is no such adult in this case";
}

static const char *pictured(const Record *record, const Event *event)
{
    const char *why = no_person(record, event);
    if (why) {
        return why;
    }
    const Person *person = case_person(record_case(record, event->case_id), event->person_id);
    return strcmp(person->picture, event->picture) != 0 ? NULL : "they have this picture already";
}

static const char *left(const Record *record, const Event *event)
{
    const Case *family = record_case(record, event->case_id);
    const char *why = family && event->person_id.text[0] == '\0' ? NULL : no_person(record, event);
    if (why || event->about_id.text[0] == '\0') {
        return why;
    }
    return case_person(family, event->about_id) || record_is_gone(record, event->about_id)
               ? NULL
               : "who reads it is nobody of this case";
}

static const char *sign_in(const Record *record, const Event *event)
{
    const IdPlace *place = record_place(record, event->person_id, ID_PERSON);
    if (!place) {
        return "there is no such person";
    }
    if ((event->way == SIGN_IN_NONE) != (event->proof[0] == '\0')) {
        return "a way to sign in has a proof, and none has none";
    }
    Tier tier = record->cases[place->family].people[place->index].tier;
    return event->way == SIGN_IN_NONE || sign_in_offered(tier, event->way)
               ? NULL
               : "this way to sign in is for another age";
}

/* ---- two at one play ---- */

static bool is_role(const Case *family, Id person, PersonRole role)
{
    const Person *found = case_person(family, person);
    return found && found->role == role;
}

static const char *contact_judged(const Record *record, const Event *event)
{
    const char *why = no_person(record, event);
    if (why) {
        return why;
    }
    const Case *family = record_case(record, event->case_id);
    return is_role(family, event->person_id, PERSON_CHILD) &&
                   is_role(family, event->about_id, PERSON_ADULT)
               ? NULL
               : "contact is judged between a child and an adult of the case";
}

static const char *joined(const Record *record, const Event *event)
{
    const char *why = not_open(record, event);
    const Sitting *sitting = record_sitting_open(record);
    if (why) {
        return why;
    }
    if (sitting->setting != SETTING_JOINT || sitting->play_count > 0 || sitting->adult.text[0]) {
        return "nobody can join this sitting";
    }
    const Case *family = record_case(record, sitting->case_id);
    return case_contact_safe(family, sitting->person, event->about_id)
               ? NULL
               : "contact between the two was not judged safe";
}

static const char *joint_ended(const Record *record, const Event *event)
{
    const char *why = not_open(record, event);
    const Sitting *sitting = record_sitting_open(record);
    if (!why && (!sitting->adult.text[0] || sitting->ended_by)) {
        why = "nobody is together in this sitting";
    }
    if (!why && record_play_open(record, sitting)) {
        why = "a play is not ended yet";
    }
    return why;
}

static const char *copied(const Record *record, const Event *event)
{
    (void)record;
    return event->value[0] ? NULL : "a copy is somewhere";
}

static const char *always(const Record *record, const Event *event)
{
    (void)record;
    (void)event;
    return NULL;
}

const char *record_objection(const Record *record, const Event *event)
{
    static Rule *const rules[EVENT_TYPE_COUNT] = {
        [EVENT_HELPER_NAMED] = helper_named,
        [EVENT_CASE_OPENED] = case_opened,
        [EVENT_FAMILY_HERE] = family_here,
        [EVENT_PERSON_ADDED] = person_added,
        [EVENT_CONTENT_FROZEN] = content_frozen,
        [EVENT_ASSIGNED] = assigned,
        [EVENT_TAKEN_BACK] = taken_back,
        [EVENT_SITTING_STARTED] = sitting_started,
        [EVENT_PLAY_STARTED] = play_started,
        [EVENT_MOVE] = in_play,
        [EVENT_PLAY_ENDED] = in_play,
        [EVENT_BREAK] = in_sitting,
        [EVENT_NOT_OK] = in_sitting,
        [EVENT_SITTING_ENDED] = sitting_ended,
        [EVENT_PREFS] = prefs_kept,
        [EVENT_CALLED] = called,
        [EVENT_CONTACT_JUDGED] = contact_judged,
        [EVENT_JOINED] = joined,
        [EVENT_JOINT_ENDED] = joint_ended,
        [EVENT_LANGUAGE] = prefs_kept,
        [EVENT_PICTURED] = pictured,
        [EVENT_NOTED] = record_not_noted,
        [EVENT_SIGN_IN] = sign_in,
        [EVENT_LOGGED] = record_not_logged,
        [EVENT_ERASED] = erased,
        [EVENT_PERSON_ERASED] = person_erased,
        [EVENT_COPIED] = copied,
        [EVENT_SALVAGED] = always,
        [EVENT_LEFT] = left,
        [EVENT_ASIDE] = always,
    };
    assert(event->type < EVENT_TYPE_COUNT);
    return rules[event->type](record, event);
}
