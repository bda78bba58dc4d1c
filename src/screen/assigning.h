/* Giving activities to a person, as events: the content is frozen once per digest, then
 * assigned. */
#ifndef SCREEN_ASSIGNING_H
#define SCREEN_ASSIGNING_H

#include "screen/cove.h"

/* Assigns one activity (or, with activity NULL, every activity of the module that fits the person
 * and setting). *given is how many were assigned; 0 with true: nothing fits. */
bool assign(Cove *cove, Id family, Id person, const Module *module, const Activity *activity,
            Setting setting, const char *note, size_t *given, Error *error);

/* The activity stands assigned (and not taken back) to the person. What is given for playing
 * together and what is given for one alone are two things. */
const Assignment *assigned_already(const Case *family, Id person, const Module *module,
                                   const Activity *activity, Setting setting);

#endif
