/* What a report may say, and to whom: the one place that decides it. Pure; the matrix is a table
 * (audience.c, blueprint 7.5). What is not allowed there stays out, whatever is ticked; and
 * family/access.h is asked besides. */
#ifndef REPORT_AUDIENCE_H
#define REPORT_AUDIENCE_H

#include "family/access.h"

#include <stdbool.h>

typedef enum ReportAudience {
    REPORT_COURT,
    REPORT_PARENT, /* one adult of the case */
    REPORT_PROFESSIONAL,
    REPORT_CHILD, /* from t3 on */
    REPORT_AUDIENCES
} ReportAudience;

typedef enum ReportPart {
    REPORT_PEOPLE,                  /* who, role, orders */
    REPORT_ATTENDANCE,              /* how many sittings, on which days */
    REPORT_AIMS,                    /* stage, skills by neutral names */
    REPORT_GOALS,                   /* in words */
    REPORT_STEP,                    /* of contact */
    REPORT_VIEW,                    /* the child's, in words the child agreed to */
    REPORT_SEEN,                    /* what was seen, as the helper puts it */
    REPORT_NEXT,                    /* what is planned, as the helper puts it */
    REPORT_OFFERED,                 /* so many can be ticked */
    REPORT_LIMITS = REPORT_OFFERED, /* always there */
    REPORT_SAFE,                    /* the fixed words for an adult in hide mode */
    /* never, for anybody: */
    REPORT_DRAWINGS,
    REPORT_LETTERS,
    REPORT_ANSWERS,
    REPORT_NUMBERS, /* scales, and any number tied to an adult */
    REPORT_COMPARISON,
    REPORT_BALANCE, /* what each was given, and how much of it */
    REPORT_TITLES,  /* of modules: they tell what somebody came for */
    REPORT_OPINION,
    REPORT_SIBLINGS,
    REPORT_OTHERS_WORDS,
    REPORT_PLACES, /* addresses, schools, phones */
    REPORT_TIMES,  /* of day */
    REPORT_HIDDEN_CONTENT,
    REPORT_SAFETY, /* has a way of its own */
    REPORT_PARTS
} ReportPart;

typedef struct ReportState {
    bool own;    /* it is the reader's own: their goal, their pair */
    bool agreed; /* whom it is about agreed, or the order says so */
    bool hidden; /* the reader, or the adult it is about, is in hide mode */
} ReportState;

bool report_allows(ReportPart part, ReportAudience audience, const ReportState *state);
/* Whether it is ever there for this audience: offered as something to tick. */
bool report_offers(ReportPart part, ReportAudience audience);
bool report_needs_yes(ReportPart part, ReportAudience audience);

const char *report_audience_id(ReportAudience audience); /* "court" */
const char *report_part_id(ReportPart part);             /* "people" */

#endif
