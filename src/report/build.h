/* From the record to a report: what is ticked and allowed (audience.h), and nothing else. */
#ifndef REPORT_BUILD_H
#define REPORT_BUILD_H

#include "content/library.h"
#include "record/record.h"
#include "report/audience.h"
#include "report/page.h"

typedef struct ReportWish {
    Id family, child; /* whom it is about */
    Id reader;        /* REPORT_PARENT alone: which adult; else "" */
    ReportAudience audience;
    bool parts[REPORT_OFFERED];
    /* the helper's own words, "" for none */
    char seen[FACT_BYTES], other[FACT_BYTES], next[FACT_BYTES];
} ReportWish;

typedef struct ReportFrom {
    const Record *record;
    const Library *library; /* its words are the report's language */
    int64_t now;            /* wall ms */
} ReportFrom;

/* The reader is an adult in hide mode: fixed words alone, and the week instead of the day. */
bool report_is_safe(const ReportFrom *from, const ReportWish *wish);
/* page->arena is the caller's; all else is set. */
void report_build(const ReportFrom *from, const ReportWish *wish, ReportPage *page);
/* "people attendance": what of the ticked is in it. In the arena. */
const char *report_parts(const ReportFrom *from, const ReportWish *wish, Arena *arena);

#endif
