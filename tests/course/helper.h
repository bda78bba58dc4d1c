/* The helper at work, for whole courses: every step through the tree, by what a thing does. */
#ifndef TESTS_COURSE_HELPER_H
#define TESTS_COURSE_HELPER_H

#include "must_nots/guest.h"

typedef struct Answer {
    const char *field, *value; /* "gate.form", "free"; field NULL ends a list */
} Answer;

/* From an empty computer to the helper's room, with a crisis line noted. */
void helper_first_start(House *house);
/* From the door to the page of the one case, and back to the door. */
void helper_enter(House *house);
void helper_leave(House *house);
void helper_back_to(House *house, const char *screen); /* pressing Back until it is there */

/* From the helper's room: a case, here today, open. */
void helper_new_case(House *house, const char *name);
/* The rest begins and ends at the page of the case. */
Id helper_add_person(House *house, Tier tier, const char *name);
void helper_note(House *house, const char *group, Id person, Id about, const Answer *answers,
                 const char *reason);
/* The whole of what this word finds, as far as it fits; false when nothing of it may be given. */
bool helper_give(House *house, Id person, const char *setting, const char *word);
void helper_take_all_back(House *house);
/* What waits for an answer in the newest sitting gets one, or the note after it is written. */
void helper_look_back(House *house, const char *note);
/* False: nothing is there for these two to begin. */
bool helper_begin_together(House *house, Id child, Id adult);

#endif
