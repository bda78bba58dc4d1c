/* The way to the module that makes PDF (src/print), opened with the first report. */
#ifndef APP_PRINT_LINK_H
#define APP_PRINT_LINK_H

#include "report/print.h"

/* NULL when it is not there or is of another version. Opened once however often it is asked for,
 * and never closed: a library with GLib in it cannot be. */
const PrintModule *print_link(const char *file);

#endif
