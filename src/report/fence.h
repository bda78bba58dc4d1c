/* What may not stand in words that somebody typed: the word rules for reports, names of whom the
 * report is not about, phones, addresses on the net, times of day, scales. A report with such words
 * is not saved until the helper changed them; nothing is changed for them. */
#ifndef REPORT_FENCE_H
#define REPORT_FENCE_H

#include "report/build.h"

enum { FENCE_HITS_MAX = 16 };

typedef enum FenceWhy {
    FENCE_RULE,  /* a word rule: `rule` */
    FENCE_NAME,  /* of somebody of the case who is not in this report */
    FENCE_PHONE, /* six digits or more */
    FENCE_LINK,  /* an address on the net */
    FENCE_HOUR,  /* "15:30" */
    FENCE_SCALE, /* "7/10" */
    FENCE_PLACE, /* a home, or words of the contact card */
    FENCE_EMPTY, /* "Other ways to understand this" is not answered */
    FENCE_WHYS
} FenceWhy;

typedef struct FenceHit {
    FenceWhy why;
    const LintRule *rule; /* FENCE_RULE alone */
    const char *found;    /* the words that are meant, in the arena */
    bool stops;           /* must be changed first; else only said */
} FenceHit;

/* Looks at all that is typed in the page, and whether what must be answered is. Returns how many
 * there are, at most FENCE_HITS_MAX. `lint` NULL: no word rules. */
size_t fence_look(const ReportFrom *from, const ReportWish *wish, const Lint *lint,
                  const ReportPage *page, FenceHit hits[FENCE_HITS_MAX]);
bool fence_stops(const FenceHit *hits, size_t count);
const char *fence_why_id(FenceWhy why); /* "name" */

#endif
