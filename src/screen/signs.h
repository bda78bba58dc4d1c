/* Signs of a sitting that the helper looks at first (blueprint 6.2, 6.7): plain facts of what was
 * pressed, and what the helper noticed. They label nobody, measure nothing and are shown to the
 * helper alone. */
#ifndef SCREEN_SIGNS_H
#define SCREEN_SIGNS_H

#include "record/record.h"

enum {
    SIGN_NOT_OK = 1,        /* "I'm not OK" was pressed */
    SIGN_STOPPED_TWICE = 2, /* the same activity was stopped twice */
    SIGN_NOTED = 4,         /* the helper noted one, beside the sitting */
    SIGN_FELT = 8           /* a word the helper asked to see was chosen on leaving */
};
unsigned signs_of(const Record *record, const Sitting *sitting);

/* There are signs, and no answer yet. */
bool sign_waits(const Record *record, const Sitting *sitting);
/* In an ended sitting of this person: until the helper looked, what is sensitive and what is joint
 * is not there. */
bool signs_wait(const Record *record, Id person);

#endif
