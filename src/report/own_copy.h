/* A complete copy of what one person did here, for that person or by law (right of access): one row
 * for each answer, as a table, as lines of JSON and as a FHIR bundle. Rows are gathered elsewhere
 * (screen/own_copying.h); nothing is added here. */
#ifndef REPORT_OWN_COPY_H
#define REPORT_OWN_COPY_H

#include "base/memory.h"
#include "base/text.h"

#include <stddef.h>

/* All borrowed; "" where there is nothing. */
typedef struct OwnRow {
    const char *sitting, *play;    /* ids without meaning */
    const char *day;               /* "2026-11-22" */
    const char *setting;           /* "room", "home", "joint" */
    const char *activity, *module; /* its title as it was shown; "feelings 3" */
    const char *wording;           /* "changed": by the helper, for this person */
    const char *how;               /* "finished", "stopped", "left", "open" */
    const char *question, *answer; /* as shown; as given */
    const char *drawing;           /* name of its file */
} OwnRow;

typedef struct OwnCopy {
    const char *client; /* an id without meaning */
    const char *made;   /* day of the copy */
    OwnRow *rows;       /* those of one play stand together */
    size_t count, room;
} OwnCopy;

void own_copy_add(OwnCopy *copy, const OwnRow *row);
void own_copy_clear(OwnCopy *copy);

void own_copy_csv(const OwnCopy *copy, Text *out); /* RFC 4180, safe from formulas */
void own_copy_dictionary(Text *out);
void own_copy_lines(const OwnCopy *copy, Text *out); /* one JSON object a line */
/* A Patient without a name, and a QuestionnaireResponse for each play; labelled as very
 * restricted. */
void own_copy_fhir(const OwnCopy *copy, Text *out);

#endif
