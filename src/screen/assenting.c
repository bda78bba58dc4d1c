#include "screen/assenting.h"

#include <stdio.h>

static AssentAsk due(const Cove *cove, const Case *family, const Person *person)
{
    Id adult;
    return assent_due(family, person, clock_wall(&cove->clock), &adult);
}

bool assenting_before(const Cove *cove, const Case *family, const Person *person)
{
    return due(cove, family, person) != ASSENT_NOTHING;
}

bool assenting_now(const Cove *cove, const Sitting *sitting)
{
    const Case *family = record_case(keeper_record(cove->keeper), sitting->case_id);
    return !sitting->ended && sitting->play_count == 0 && sitting->setting != SETTING_JOINT &&
           assenting_before(cove, family, case_person(family, sitting->person));
}

static Event noted(const Case *family, const Person *child, Id adult, const char *field,
                   const char *value)
{
    Event event = {
        .type = EVENT_NOTED, .case_id = family->id, .person_id = child->id, .about_id = adult};
    snprintf(event.fact, sizeof event.fact, "%s", field);
    snprintf(event.value, sizeof event.value, "%s", value);
    return event;
}

size_t assenting_events(const Case *family, const Person *child, AssentAsk ask, Id adult,
                        AssentAnswer answer, Event events[ASSENTING_EVENTS])
{
    static const char *const answers[] = {
        [ASSENT_YES] = "yes", [ASSENT_NOT_NOW] = "not-now", [ASSENT_QUESTION] = "ask"};
    char version[ID_MAX];
    bool together = ask == ASSENT_TOGETHER;
    const Id with = together ? adult : (Id){""};
    assent_version(child->tier, version);
    events[0] =
        noted(family, child, with, together ? "joint-yes.version" : "assent.version", version);
    events[1] = noted(family, child, with, together ? "joint-yes.answer" : "assent.answer",
                      answers[answer]);
    return ASSENTING_EVENTS;
}
