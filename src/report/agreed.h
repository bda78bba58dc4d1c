/* What people agreed may stand in a report, kept as facts: the goals of one person for one kind of
 * reader, and words of the child, each with who agreed and on which day. Nothing half noted counts.
 */
#ifndef REPORT_AGREED_H
#define REPORT_AGREED_H

#include "family/family.h"
#include "report/audience.h"

enum { AGREED_QUOTES_MAX = 40 };

typedef struct Agreed {
    const char *words; /* of a quote */
    const char *by;    /* "self", "order", "law" */
    const char *date;  /* "2026-11-22" */
} Agreed;

/* Whether the goals of this person may stand in a report for this audience. Borrowed. */
bool agreed_goals(const Case *family, Id person, ReportAudience audience, Agreed *out);
/* The child's words for this audience; `reader`: the adult of REPORT_PARENT. A child reads all of
 * its own. Borrowed. */
size_t agreed_quotes(const Case *family, Id child, ReportAudience audience, Id reader,
                     Agreed out[AGREED_QUOTES_MAX]);

#endif
