/* At the end of a course: what may leave the house, and what lies in its folder, searched for what
 * must not be there. */
#ifndef TESTS_COURSE_LEAVING_H
#define TESTS_COURSE_LEAVING_H

#include "screen/house.h"

enum { LEAVING_ADULTS = 2, LEAVING_NEVER = 16 };

typedef struct Leaving {
    House *house;
    Id family, child, adults[LEAVING_ADULTS];
    const char *childs_name, *others_name[LEAVING_ADULTS]; /* of the other adult */
    bool hidden[LEAVING_ADULTS];
    const char *never[LEAVING_NEVER]; /* private words, places, notes: for no reader */
    size_t count;
} Leaving;

/* Reports with everything ticked that is offered, for each reader. Returns how many there were. */
int leaving_reports(const Leaving *leaving);
/* The child for another system, as a table and as a bundle, beside the data: searched as files
 * are. */
void leaving_exports(const Leaving *leaving);
/* Every file below the data folder: neither those words nor a name in plain bytes. */
void leaving_files(const Leaving *leaving);
/* After that: what may be saved of the reports, and the forms of the case. Names stand in them. */
void leaving_saved(const Leaving *leaving);

#endif
