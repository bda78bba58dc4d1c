/* Where the blocks of a job stand on sheets of A4: shared by laying and printing. */
#ifndef PRINT_SHEETS_H
#define PRINT_SHEETS_H

#include "print/pdf.h"

/* Points, 72 to an inch. */
#define SHEET_WIDTH 595.276
#define SHEET_HEIGHT 841.89
#define SHEET_EDGE 62.0
#define SHEET_FOOT 84.0 /* kept free below for the footer */

typedef struct Sheets {
    const PrintJob *job;
    PangoContext *context;
    size_t page;
    double y; /* where the next block begins on it */
} Sheets;

/* The block's words as they will stand; g_object_unref it. */
PangoLayout *sheets_layout(const Sheets *sheets, const PrintBlock *block);
/* The footer with the number of the page. The same. */
PangoLayout *sheets_footer(const Sheets *sheets);
double sheets_indent(const PrintBlock *block); /* from the edge where reading begins */

/* Where the next block begins: turns the page where it, and after a heading the line that follows
 * it, has no room. Moves on behind it. */
void sheets_place(Sheets *sheets, size_t block, double *top);

#endif
