/* What a child is asked before a sitting in the room begins, and keeping its answer. The page is
 * child_assent.c; what is due when is family/assent.h's to say. */
#ifndef SCREEN_ASSENTING_H
#define SCREEN_ASSENTING_H

#include "family/assent.h"
#include "screen/screen.h"

enum { ASSENTING_EVENTS = 2 }; /* of one answer */

typedef enum AssentAnswer { ASSENT_YES, ASSENT_NOT_NOW, ASSENT_QUESTION } AssentAnswer;

/* Somebody who comes now is asked something before the sitting begins. */
bool assenting_before(const Cove *cove, const Case *family, const Person *person);
/* The sitting stands at its beginning, and the child is being asked. */
bool assenting_now(const Cove *cove, const Sitting *sitting);

/* The answer as facts; `adult`: with whom, for ASSENT_TOGETHER. */
size_t assenting_events(const Case *family, const Person *child, AssentAsk ask, Id adult,
                        AssentAnswer answer, Event events[ASSENTING_EVENTS]);

#endif
