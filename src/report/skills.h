/* What was practised, by neutral names. A skill follows from the kind of activity alone, so that no
 * name tells which module somebody opened, and why. */
#ifndef REPORT_SKILLS_H
#define REPORT_SKILLS_H

#include "content/library.h"
#include "record/record.h"

enum { REPORT_SKILLS_MAX = 8 };

/* Ids ("calm") of what this person did to its end, each once, in the order of our table whatever
 * came first. Borrowed. Returns how many. */
size_t report_skills(const Record *record, const Library *library, Id person,
                     const char *skills[REPORT_SKILLS_MAX]);

/* The same of one sitting. */
size_t report_sitting_skills(const Record *record, const Library *library, const Sitting *sitting,
                             const char *skills[REPORT_SKILLS_MAX]);

#endif
