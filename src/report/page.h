/* A report as it will be read: a title, headings and lines, in order. Forms (forms.h) only write it
 * down; nothing is added there. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "base/memory.h"

#include <stdbool.h>

typedef enum ReportKind { REPORT_TITLE, REPORT_HEADING, REPORT_LINE, REPORT_ITEM } ReportKind;

typedef struct ReportBlock {
    ReportKind kind;
    char box;   /* where records of others keep it: S said, O seen, A aims, P plan, "" none */
    bool typed; /* somebody's own words: the fence looks at them */
    const char *text;
} ReportBlock;

typedef struct ReportPage {
    Arena *arena; /* of all text; the caller's */
    const char *language;
    bool rtl;
    const char *day; /* of the report: "2026-11-22" */
    const char *footer;
    ReportBlock *blocks; /* in the arena */
    size_t count, room;
} ReportPage;

void report_page_add(ReportPage *page, ReportKind kind, char box, bool typed, const char *text);

#endif
