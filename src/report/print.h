/* Printing to PDF, as the report layer needs it done: a module beside the program does it
 * (src/print), because its libraries would slow every start. Plain values both ways. */
#ifndef REPORT_PRINT_H
#define REPORT_PRINT_H

#include "paper/paper.h"

#include <stdbool.h>
#include <stddef.h>

enum { PRINT_VERSION = 2 };
#define PRINT_MODULE_NAME "pebblecove_print"

typedef enum PrintKind { PRINT_TITLE, PRINT_HEADING, PRINT_LINE, PRINT_ITEM } PrintKind;

typedef struct PrintBlock {
    PrintKind kind;
    const char *text; /* UTF-8 */
} PrintBlock;

typedef struct PrintJob {
    const char *title;    /* of the file: says nothing of anybody */
    const char *day;      /* "2026-11-22": of which the file says it is; no hour */
    const char *language; /* "en" */
    bool rtl;
    const char *footer; /* on each page, with the page's number */
    const PrintBlock *blocks;
    size_t count;
} PrintJob;

/* The bytes of the file, as they come; nothing of them is kept. */
typedef void PrintInto(void *context, const void *bytes, size_t size);

typedef struct PrintModule {
    int version;
    bool (*print)(const PrintJob *job, PrintInto *into, void *context); /* false: it could not be */
    /* On which page each block begins, from 0, into `pages`. Returns how many pages there are. */
    size_t (*lay)(const PrintJob *job, size_t *pages);
    /* A sheet to work on, with its pictures drawn. */
    bool (*leaf)(const Paper *paper, PrintInto *into, void *context);
} PrintModule;

#endif
