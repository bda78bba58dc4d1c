/* The sample family for looking around: made up, in memory, gone when left. */
#include "screen/assigning.h"
#include "screen/noting.h"

#include <stdio.h>
#include <string.h>

typedef struct SamplePerson {
    PersonRole role;
    Tier tier;
    const char *name, *picture;
} SamplePerson;

static const SamplePerson people[] = {
    {PERSON_CHILD, TIER_T1, "Robin", "person/child-2"},
    {PERSON_CHILD, TIER_T2, "Ash", "person/child-5"},
    {PERSON_CHILD, TIER_T4, "Noor", "person/teen-2"},
    {PERSON_ADULT, TIER_AD, "Sam", "person/adult-3"},
    {PERSON_ADULT, TIER_AD, "Lee", "person/adult-6"},
};

enum { PEOPLE = sizeof people / sizeof *people };

static Event person_added(const Cove *cove, Id family, const SamplePerson *person)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family,
                   .person_id = id_new(&cove->ids),
                   .role = person->role,
                   .tier = person->tier};
    snprintf(event.name, sizeof event.name, "%s", person->name);
    snprintf(event.picture, sizeof event.picture, "%s", person->picture);
    return event;
}

static bool keep_family(Cove *cove, Id family, Error *error)
{
    Event events[3 + PEOPLE];
    size_t count = 0;
    events[count++] = (Event){.type = EVENT_HELPER_NAMED, .name = "Kim"};
    events[count++] =
        (Event){.type = EVENT_CASE_OPENED, .case_id = family, .name = "Sample family"};
    for (size_t i = 0; i < PEOPLE; i++) {
        events[count++] = person_added(cove, family, &people[i]);
    }
    events[count++] = (Event){.type = EVENT_FAMILY_HERE, .case_id = family};
    return cove_keep(cove, events, count, error);
}

/* A crisis line, and the safety gate of one grown-up, so that there is something to play
 * together. */
static bool note_sample(Cove *cove, Id family, Error *error)
{
    static const struct {
        const char *field, *value;
    } gate[] = {{"gate.order", "no"},        {"gate.concern", "no"},
                {"gate.form", "free"},       {"gate.judged", "Kim, with both grown-ups"},
                {"gate.alone", "yes"},       {"gate.source", "First meetings"},
                {"gate.date", "2026-09-01"}, {"gate.state", "open"}};
    const Case *sample = record_case(keeper_record(cove->keeper), family);
    FactSubject sam = {.person = case_adult(sample, 0)->id}, line = {.item = id_new(&cove->ids)};
    bool noted = note_fact(cove, (Id){""}, "line.name", &line, "A line for children", "", error) &&
                 note_fact(cove, (Id){""}, "line.number", &line, "000 000", "", error);
    for (size_t i = 0; noted && i < sizeof gate / sizeof *gate; i++) {
        noted = note_fact(cove, family, gate[i].field, &sam, gate[i].value, "A sample", error);
    }
    return noted;
}

/* Both grown-ups went through the points and agreed. */
static bool note_consent(Cove *cove, Id family, Error *error)
{
    static const char *const facts[][2] = {{"consent.right", "yes"},
                                           {"consent.state", "given"},
                                           {"consent.points", "yes"},
                                           {"consent.date", "2026-09-01"}};
    FactSubject nobody = {.person = {""}};
    bool noted = note_fact(cove, family, "basis.consent", &nobody, "both", "", error);
    for (size_t i = 0; noted && i < 2 * sizeof facts / sizeof *facts; i++) {
        const Case *sample = record_case(keeper_record(cove->keeper), family);
        FactSubject adult = {.person = case_adult(sample, (int)i % 2)->id};
        noted = note_fact(cove, family, facts[i / 2][0], &adult, facts[i / 2][1], "", error);
    }
    return noted;
}

/* The children said yes, to being here and to playing with the same grown-up. */
static bool note_yes(Cove *cove, Id family, Error *error)
{
    bool noted = true;
    for (size_t i = 0; noted && people[i].role == PERSON_CHILD; i++) {
        const Case *sample = record_case(keeper_record(cove->keeper), family);
        FactSubject child = {.person = sample->people[i].id};
        FactSubject pair = {.person = child.person, .about = case_adult(sample, 0)->id};
        noted = note_fact(cove, family, "assent.answer", &child, "yes", "", error) &&
                note_fact(cove, family, "joint-yes.answer", &pair, "yes", "", error);
    }
    return noted;
}

/* A module that came with the program and is a family's to play; NULL: none is at this place. */
static const Module *sample_module(const Cove *cove, size_t index)
{
    bool sitting = strcmp(library_id(cove->library, index), SITTING_MODULE) == 0;
    return sitting || library_origin(cove->library, index) ? NULL
                                                           : library_at(cove->library, index);
}

/* Everyone gets what fits them of every module; the grown-ups as work for home. */
static bool assign_all(Cove *cove, Id family, Error *error)
{
    for (size_t p = 0; p < PEOPLE; p++) {
        const Case *sample = record_case(keeper_record(cove->keeper), family);
        const Person person = sample->people[p];
        Setting setting = person.role == PERSON_CHILD ? SETTING_ROOM : SETTING_HOME;
        for (size_t m = 0; m < library_count(cove->library); m++) {
            const Module *module = sample_module(cove, m);
            size_t given;
            if (module &&
                !assign(cove, family, person.id, module, NULL, setting, "", &given, error)) {
                return false;
            }
        }
    }
    return true;
}

bool cove_open_sample(Cove *cove, Error *error)
{
    Keeper *keeper;
    if (!keeper_open(store_memory_new(NULL), &cove->clock, &keeper, error)) {
        return false;
    }
    cove_close(cove);
    cove->keeper = keeper;
    cove->sample = true;
    Id family = id_new(&cove->ids);
    return keep_family(cove, family, error) && note_sample(cove, family, error) &&
           note_consent(cove, family, error) && note_yes(cove, family, error) &&
           assign_all(cove, family, error);
}
