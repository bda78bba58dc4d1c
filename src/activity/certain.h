/* Words that sound certain ("always", "of course") in what somebody wrote. */
#ifndef ACTIVITY_CERTAIN_H
#define ACTIVITY_CERTAIN_H

#include "base/text.h"

/* Adds those of `list` ("always, never"; an Arabic comma will do) that stand in `words` as whole
 * words and not in `found` yet, joined by ", ". Capitals of a-z do not matter. */
void certain_find(const char *list, const char *words, Text *found);

#endif
