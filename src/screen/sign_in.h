/* Entering somebody's space: whose it is and why, by what they sign in, how long a wrong one makes
 * wait. No pictures; the pages are sign_ask.c, sign_new.c, sign_let.c and helper_sign_in.c. */
#ifndef SCREEN_SIGN_IN_H
#define SCREEN_SIGN_IN_H

#include "screen/screen.h"

/* What somebody wants to come back or in to. */
typedef enum VisitFor { VISIT_BEGIN, VISIT_RESUME, VISIT_UNCOVER } VisitFor;

typedef struct Visit {
    VisitFor why;
    Id family, person; /* "" where the helper's own page is covered */
    Id sitting;        /* VISIT_RESUME */
} Visit;

/* Asks whoever comes for their sign-in, or goes there at once where they have none. */
void visit_ask(Cove *cove, Stage *stage, const Visit *visit);
void visit_go(Cove *cove, Stage *stage, const Visit *visit); /* was let in */
/* NULL for a visit of nobody. */
const Person *visit_person(const Cove *cove, const Visit *visit, const Case **family);

/* Makes what is kept of a new one; `secret` as it was shown. */
bool sign_in_keep(Cove *cove, Id person, SignInWay way, const char *animal, const char *secret,
                  Error *error);
bool sign_in_take_away(Cove *cove, Id person, Error *error);
/* Whether it is theirs; a wrong one is counted. Nothing is tried while there is a wait. */
bool sign_in_try(Cove *cove, Id person, const char *secret);
int64_t sign_in_wait_left(const Cove *cove, Id person);  /* ms; 0: at once */
int64_t sign_in_wait_whole(const Cove *cove, Id person); /* the one that goes on: 2, 5, ... 60 s */
void sign_in_forgive(Cove *cove, Id person);             /* the helper let them in */

#endif
