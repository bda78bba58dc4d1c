#include "screen/assigning.h"

#include "screen/may.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const Assignment *assigned_already(const Case *family, Id person, const Module *module,
                                   const Activity *activity, Setting setting)
{
    for (size_t i = 0; i < family->assignment_count; i++) {
        const Assignment *one = &family->assignments[i];
        if (id_same(one->person, person) && !one->taken_back &&
            (one->setting == SETTING_JOINT) == (setting == SETTING_JOINT) &&
            strcmp(one->module, module->id) == 0 && strcmp(one->activity, activity->id) == 0) {
            return one;
        }
    }
    return NULL;
}

/* `own` names the words the person will read: those of their language. */
static Event assigning(const Cove *cove, const Digest *own, Id family, Id person,
                       const Module *module, const Activity *activity, Setting setting,
                       const char *note)
{
    Event event = {.type = EVENT_ASSIGNED,
                   .case_id = family,
                   .person_id = person,
                   .assignment_id = id_new(&cove->ids),
                   .digest = *own,
                   .version = module->version,
                   .setting = setting};
    snprintf(event.module, sizeof event.module, "%s", module->id);
    snprintf(event.activity, sizeof event.activity, "%s", activity->id);
    snprintf(event.note, sizeof event.note, "%s", note);
    return event;
}

static bool fits(const Case *family, const Person *person, const Module *module,
                 const Activity *activity, Setting setting)
{
    return assignment_allowed(family, module, activity, person, setting, NULL) &&
           !assigned_already(family, person->id, module, activity, setting);
}

bool assign(Cove *cove, Id family_id, Id person_id, const Module *module, const Activity *activity,
            Setting setting, const char *note, size_t *given, Error *error)
{
    const Record *record = keeper_record(cove->keeper);
    const Case *family = record_case(record, family_id);
    const Person *person = family ? case_person(family, person_id) : NULL;
    if (!person || !helper_may(family, ACCESS_GIVEN, ACCESS_WRITE)) {
        return error_set(error, ERROR_MISSING, "assign", "This person is not part of the case.");
    }
    if (activity && !assignment_allowed(family, module, activity, person, setting, error)) {
        return false;
    }
    const Library *library = tongue_library(cove, person_id);
    const Module *own = library_module(library, module->id);
    if (!own) {
        return error_set(error, ERROR_MISSING, module->id,
                         "This module cannot be opened in the person's language.");
    }
    Event *events = memory_new(module->activities.count + 1, sizeof *events);
    char *frozen;
    const Digest digest = library_digest(library, own);
    size_t count = cove_freeze(cove, library, own, events, &frozen);
    size_t before = count;
    for (size_t i = 0; i < module->activities.count; i++) {
        const Activity *one = &((const Activity *)module->activities.items)[i];
        if ((!activity || one == activity) && fits(family, person, module, one, setting)) {
            events[count++] =
                assigning(cove, &digest, family_id, person_id, module, one, setting, note);
        }
    }
    size_t found = count - before;
    bool kept = found == 0 || cove_keep(cove, events, count, error);
    free(frozen);
    free(events);
    if (kept) {
        *given = found;
    }
    return kept;
}
