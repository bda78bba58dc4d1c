/* What was given and done on paper: that it was, and what the person wanted kept. Not a play, and
 * no answer. */
#ifndef FAMILY_DONE_ON_PAPER_H
#define FAMILY_DONE_ON_PAPER_H

#include "family/family.h"

/* "2026-11-22"; "" when it was not. */
const char *done_on_paper(const Case *family, const Assignment *given);
/* Of how many things that this person was given it stands. */
long done_on_paper_count(const Case *family, Id person);

#endif
