/* Whose an event is: which key seals it, and so with whom it goes when somebody is erased. What
 * belongs to a whole case names nobody of it; what two people did together, and what was judged of
 * both, is theirs together and goes with either. A type without a line here is nobody's to keep. */
#include "record/record_inside.h"

#include <assert.h>

typedef Whose Of(const Record *record, const Event *event);

static Whose of_nobody(const Record *record, const Event *event)
{
    (void)record, (void)event;
    return whose_case((Id){""});
}

static Whose of_case(const Record *record, const Event *event)
{
    (void)record;
    return whose_case(event->case_id);
}

/* "" is the helper, or nobody. */
static Whose of_person_in(Id family, Id person)
{
    return person.text[0] ? whose_person(family, person) : whose_case(family);
}

static Whose of_person(const Record *record, const Event *event)
{
    (void)record;
    return of_person_in(event->case_id, event->person_id);
}

/* Their case stands nowhere in the event. */
static Whose of_person_around(const Record *record, const Event *event)
{
    const Case *around = record_case_around(record, event->person_id);
    return around ? whose_person(around->id, event->person_id) : whose_case((Id){""});
}

static Whose of_pair(const Record *record, const Event *event)
{
    (void)record;
    return whose_two(event->case_id, event->person_id, event->about_id);
}

static Whose of_assignment(const Record *record, const Event *event)
{
    const Case *family = record_case(record, event->case_id);
    const Assignment *given = family ? case_assignment(family, event->assignment_id) : NULL;
    return of_person_in(event->case_id, given ? given->person : (Id){""});
}

/* ---- sittings: of one, or of two from the moment an adult joined ---- */

static Whose of_sitting_of(const Sitting *sitting)
{
    return sitting->adult.text[0] ? whose_two(sitting->case_id, sitting->person, sitting->adult)
                                  : whose_person(sitting->case_id, sitting->person);
}

static Whose of_sitting(const Record *record, const Event *event)
{
    const Sitting *sitting = record_sitting(record, event->sitting_id);
    return sitting ? of_sitting_of(sitting) : of_nobody(record, event);
}

static Whose of_sitting_ended(const Record *record, const Event *event)
{
    const Sitting *sitting = record_sitting(record, event->sitting_id);
    return sitting ? whose_person(sitting->case_id, sitting->person) : of_nobody(record, event);
}

static Whose of_joined(const Record *record, const Event *event)
{
    const Sitting *sitting = record_sitting(record, event->sitting_id);
    return sitting ? whose_two(sitting->case_id, sitting->person, event->about_id)
                   : of_nobody(record, event);
}

static Whose of_play_with(const Record *record, Id id, const Event *event)
{
    const PlayRecord *play = record_play_by_id(record, id);
    const Sitting *sitting = play ? record_sitting(record, play->sitting) : NULL;
    return sitting ? of_sitting_of(sitting) : of_case(record, event);
}

static Whose of_play(const Record *record, const Event *event)
{
    return of_play_with(record, event->play_id, event);
}

/* ---- facts: by whom the group is about ---- */

/* A play of one that is shown to another is a matter of both; one of two stays theirs. */
static Whose of_shown(const Record *record, const Event *event)
{
    Whose play = of_play_with(record, event->item_id, event);
    bool alone = play.two.text[0] == '\0' && event->about_id.text[0];
    return alone ? of_pair(record, event) : play;
}

static Whose of_sitting_with(const Record *record, Id id, const Event *event)
{
    const Sitting *sitting = record_sitting(record, id);
    return sitting ? of_sitting_of(sitting) : of_case(record, event);
}

static Whose of_noted_sitting(const Record *record, const Event *event)
{
    return of_sitting_with(record, event->item_id, event);
}

static Whose of_moment(const Record *record, const Event *event)
{
    return of_sitting_with(record, event->about_id, event);
}

static Whose of_noted_play(const Record *record, const Event *event)
{
    return of_play_with(record, event->item_id, event);
}

static Whose of_noted(const Record *record, const Event *event)
{
    static Of *const of[] = {
        [FACT_OF_PRACTICE] = of_nobody,       [FACT_OF_CASE] = of_case,
        [FACT_OF_CHILD] = of_person,          [FACT_OF_ADULT] = of_person,
        [FACT_OF_PERSON] = of_person,         [FACT_OF_PAIR] = of_pair,
        [FACT_OF_SITTING] = of_noted_sitting, [FACT_OF_PLAY] = of_noted_play,
        [FACT_OF_SHOWN] = of_shown,           [FACT_OF_SHELF] = of_nobody,
        [FACT_OF_GIVEN] = of_person,          [FACT_OF_MOMENT] = of_moment,
    };
    const FactGroup *group = fact_group_of(event->fact);
    assert(group && (size_t)group->of < sizeof of / sizeof *of);
    return of[group->of](record, event);
}

/* ---- all of them ---- */

static Of *const whose[EVENT_TYPE_COUNT] = {
    [EVENT_HELPER_NAMED] = of_nobody,
    [EVENT_CASE_OPENED] = of_case,
    [EVENT_FAMILY_HERE] = of_nobody, /* says something about this computer */
    [EVENT_PERSON_ADDED] = of_person,
    [EVENT_CONTENT_FROZEN] = of_nobody,
    [EVENT_ASSIGNED] = of_person,
    [EVENT_TAKEN_BACK] = of_assignment,
    [EVENT_SITTING_STARTED] = of_person,
    [EVENT_PLAY_STARTED] = of_sitting,
    [EVENT_MOVE] = of_play,
    [EVENT_PLAY_ENDED] = of_play,
    [EVENT_BREAK] = of_sitting, /* nobody knows which of two it was */
    [EVENT_NOT_OK] = of_sitting,
    [EVENT_SITTING_ENDED] = of_sitting_ended, /* what was begun is ended, whoever goes */
    [EVENT_PREFS] = of_person_around,
    [EVENT_CALLED] = of_pair,
    [EVENT_CONTACT_JUDGED] = of_pair,
    [EVENT_JOINED] = of_joined,
    [EVENT_JOINT_ENDED] = of_sitting,
    [EVENT_LANGUAGE] = of_person_around,
    [EVENT_NOTED] = of_noted,
    [EVENT_SIGN_IN] = of_person_around,
    [EVENT_LOGGED] = of_person,
    [EVENT_ERASED] = of_nobody, /* stays when the case is gone */
    [EVENT_PERSON_ERASED] = of_case,
    [EVENT_PICTURED] = of_person,
    [EVENT_COPIED] = of_nobody,
    [EVENT_SALVAGED] = of_nobody,
    [EVENT_LEFT] = of_person,
    [EVENT_ASIDE] = of_nobody, /* whoever puts one aside knows whose it was */
};

Whose record_whose(const Record *record, const Event *event)
{
    assert(event->type < EVENT_TYPE_COUNT && whose[event->type]);
    return whose[event->type](record, event);
}
