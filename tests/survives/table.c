#include "survives/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

void row_count(Row *row, Found found, const char *why)
{
    row->runs++;
    row->lost += found == FOUND_LOST;
    row->closed += found == FOUND_CLOSED;
    if (found != FOUND_WELL) {
        printf("%s, run %ld: %s\n", row->name, row->runs, why);
    }
}

void row_print(const Row *row)
{
    printf("soak: %-52s %6ld runs %4ld lost %4ld closed\n", row->name, row->runs, row->lost,
           row->closed);
    fflush(stdout);
    assert_int_equal(row->lost, 0);
    assert_int_equal(row->closed, 0);
}

long amount(long slice, long whole)
{
    return getenv("COVE_SOAK") ? whole : slice;
}
