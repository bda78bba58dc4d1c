/* Who may do what with which kind of data: the one place that decides it. Pure: everything it needs
 * stands in the question, and the matrix is a table (access.c). What is not allowed there is
 * refused, and so is whatever is not known. */
#ifndef FAMILY_ACCESS_H
#define FAMILY_ACCESS_H

#include "content/module.h"

#include <stdbool.h>

typedef enum AccessRole {
    ACCESS_CHILD,
    ACCESS_ADULT,    /* a parent or another carer */
    ACCESS_TOGETHER, /* a child and an adult at one play: both see the screen */
    ACCESS_HELPER,
    ACCESS_OUTSIDE, /* a court, another professional */
    ACCESS_ROLE_COUNT
} AccessRole;

/* Their own: made by them, addressed to them, or played by them too. */
typedef enum AccessSide { ACCESS_OWN, ACCESS_OTHERS, ACCESS_SIDE_COUNT } AccessSide;

typedef enum AccessData {
    ACCESS_GIVEN,      /* what was given to somebody to do */
    ACCESS_ANSWERS,    /* a child's answers, sentences, maps */
    ACCESS_DRAWINGS,   /* a child's drawings, letters, worry jar */
    ACCESS_FEELINGS,   /* feelings before and after, scales */
    ACCESS_WINS,       /* small wins that a child shared */
    ACCESS_ATTENDANCE, /* how many sittings, what was covered */
    ACCESS_TIMES,      /* when, on which device, where */
    ACCESS_HOMEWORK,   /* an adult's own modules, logs, goals */
    ACCESS_LINES,      /* an adult's lines for a child */
    ACCESS_SHARED,     /* what came of a play together */
    ACCESS_REPORT,
    ACCESS_NOTES,  /* flags, safety notes, the helper's notes */
    ACCESS_PLACES, /* addresses, schools, handover places, phones */
    ACCESS_CASE,   /* people, facts, gate, plan */
    ACCESS_THINGS, /* settings, kit, pebbles, own words for people */
    ACCESS_CARDS,  /* what somebody made and takes home on paper */
    ACCESS_LOG,    /* who looked at what */
    ACCESS_KEYS,   /* lock, recovery, backups */
    ACCESS_DATA_COUNT
} AccessData;

typedef enum AccessAction {
    ACCESS_SEE, /* that there is something */
    ACCESS_READ,
    ACCESS_WRITE, /* something new */
    ACCESS_CHANGE,
    ACCESS_RELEASE, /* for others to read */
    ACCESS_EXPORT,
    ACCESS_ERASE,
    ACCESS_ACTION_COUNT
} AccessAction;

typedef struct AccessAsk {
    AccessRole who;
    AccessSide side;
    AccessData what;
    AccessAction how;
    Setting where;
    bool hidden;      /* hide mode of the adult who asks, sits there, or whom it is from */
    bool gate;        /* contact of this child and this adult was judged safe */
    bool child_yes;   /* the child said yes to letting it be seen */
    bool helper_tick; /* the helper released it */
    bool hold;        /* a legal hold on the case */
    bool kept_alone;  /* a page that the child keeps for itself */
    bool consented;   /* those who have a legal say agreed: consent.h */
    bool signed_in;   /* whoever asks came in with a sign-in of their own */
    bool demanded;    /* whom it is about, or the law, demands a copy of it: twice confirmed */
} AccessAsk;

typedef enum AccessAnswer {
    ACCESS_HIDDEN,  /* no, and nothing may show that it exists */
    ACCESS_REFUSED, /* no, but that it exists may show */
    ACCESS_ALLOWED
} AccessAnswer;

AccessAnswer access_decide(const AccessAsk *ask);
bool access_allows(const AccessAsk *ask);

const char *access_data_word(AccessData what); /* "answers"; NULL when there is none such */

#endif
