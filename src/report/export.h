/* What another system may have of a child: a table, or a FHIR R4 bundle. Both hold what
 * family/access.h lets be exported, attendance and what was covered: the days of sittings and the
 * skills practised in them, by neutral names. Answers, drawings, feelings, notes and times of day
 * are in none. No name, unless it is asked for. */
#ifndef REPORT_EXPORT_H
#define REPORT_EXPORT_H

#include "base/text.h"
#include "report/build.h"

typedef struct ExportWish {
    Id family, child;
    bool named;
} ExportWish;

/* One row of either form: a skill of a sitting, or a sitting in which none came to its end. */
typedef struct ExportRow {
    Id sitting;
    char day[11];      /* "2026-03-02" */
    const char *skill; /* "calm"; "" for none */
} ExportRow;

bool export_allowed(const ReportFrom *from, const ExportWish *wish);
/* Oldest first, in the arena. */
size_t export_rows(const ReportFrom *from, const ExportWish *wish, Arena *arena,
                   const ExportRow **rows);

/* RFC 4180; cells that a spreadsheet would take for a formula begin with an apostrophe. */
void export_csv(const ReportFrom *from, const ExportWish *wish, Text *out);
void export_dictionary(Text *out); /* what its columns are */
/* A bundle of type collection. */
void export_fhir(const ReportFrom *from, const ExportWish *wish, Text *out);

/* One cell, with its quotes where it needs them. */
void export_cell(const char *text, Text *out);

#endif
