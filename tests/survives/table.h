/* What ran, how often, and what came of it: counted while it runs, printed at the end. */
#ifndef TESTS_SURVIVES_TABLE_H
#define TESTS_SURVIVES_TABLE_H

#include "survives/sitting.h"

typedef struct Row {
    const char *name;
    long runs, lost, closed;
} Row;

void row_count(Row *row, Found found, const char *why);
void row_print(const Row *row);
/* One number for a slice in every test run, one for the whole (COVE_SOAK is set). */
long amount(long slice, long whole);

#endif
