/* A report as bytes: one HTML file without links, plain text for pasting into another system's
 * boxes, PDF. And saving them. */
#ifndef REPORT_FORMS_H
#define REPORT_FORMS_H

#include "base/digest.h"
#include "base/error.h"
#include "base/text.h"
#include "content/strings.h"
#include "report/page.h"
#include "report/print.h"

#include <stdint.h>

typedef enum ReportForm { REPORT_PDF, REPORT_HTML, REPORT_TEXT, REPORT_FORMS } ReportForm;

const char *report_form_id(ReportForm form); /* "pdf" */

/* Adds to `out`. `ui`: words of the program, for the names of the boxes. */
void report_write_html(const ReportPage *page, Text *out);
void report_write_text(const ReportPage *page, const Strings *ui, Text *out);
bool report_write_pdf(const ReportPage *page, const PrintModule *print, Text *out, Error *error);
/* Of the page, on how many sheets of paper and where each begins; one where nobody can tell. */
size_t report_lay(const ReportPage *page, const PrintModule *print, size_t *pages);

/* "summary-2026-11-22.pdf" in the folder, or with a number behind where that is taken; no name says
 * of whom it is. *path is the caller's to free. */
bool export_save(const char *folder, const char *stem, const char *ending, const Text *bytes,
                 int64_t now, char **path, Digest *digest, Error *error);

#endif
