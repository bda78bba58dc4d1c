/* What the practice noted for everybody: whom to call in need. */
#ifndef FAMILY_PRACTICE_H
#define FAMILY_PRACTICE_H

#include "family/facts.h"

typedef struct CrisisLine {
    const char *name, *number; /* borrowed; the name may be "" */
} CrisisLine;

/* Lines that have a number, in the order they were noted. Returns how many there are and fills in
 * at most `room`. Without one, nothing begins at home (blueprint 6.11). */
size_t crisis_lines(const Facts *practice, CrisisLine *lines, size_t room);

#endif
