/* Forms of a case, beside reports: what an adult consented to, and the list for when the record is
 * demanded. Both say what the helper noted, and nothing of what anybody did. */
#ifndef REPORT_CASE_FORMS_H
#define REPORT_CASE_FORMS_H

#include "report/build.h"

typedef enum CaseForm {
    FORM_CONSENT, /* of one adult */
    FORM_DEMAND,  /* of the case: each time somebody demanded the record, and what was done */
    CASE_FORMS
} CaseForm;

enum { CONSENT_POINTS = 12, DEMAND_STEPS = 6 };

/* One point of the consent, with what the practice noted for it; from 0. In the arena. */
const char *consent_point(const ReportFrom *from, int point, Arena *arena);
/* The field that has the day on which a step of the list was done, from 0: "demand.keep". */
const char *demand_field(int step);

const char *case_form_id(CaseForm which); /* "consent" */
/* page->arena is the caller's; all else is set. `person`: the adult of FORM_CONSENT, else "". */
void case_form_build(const ReportFrom *from, CaseForm which, Id family, Id person,
                     ReportPage *page);

#endif
