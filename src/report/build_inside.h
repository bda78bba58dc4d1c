/* What the files that build a report share. Private to them. */
#ifndef REPORT_BUILD_INSIDE_H
#define REPORT_BUILD_INSIDE_H

#include "base/clock.h"
#include "report/build.h"

typedef struct Making {
    const ReportFrom *from;
    const ReportWish *wish;
    const Case *family;
    ReportPage *page;
    bool hidden; /* the reader is in hide mode */
} Making;

/* Words of the program, in the report's language. */
const char *report_word(const Making *making, const char *id);
const char *report_word_for(const Making *making, const char *id, const char *me, long n);
/* A day beside other words: set apart (U+2066 .. U+2069) where its parts would change places. */
const char *report_day(const Making *making, const char *day);
void report_heading(const Making *making, const char *id, char box);

/* Ticked, and allowed by audience.h: of something; of this adult; of the child it is about. */
bool report_lets(const Making *making, ReportPart part, const ReportState *state);
bool report_about_adult(const Making *making, ReportPart part, const Person *adult);
bool report_about_child(const Making *making, ReportPart part);

void report_build_family(const Making *making); /* people, orders, sittings */
void report_build_work(const Making *making);   /* stage, skills, goals, step */
void report_build_words(const Making *making);  /* what the helper typed */

#endif
