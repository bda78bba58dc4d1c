/* A small plot of one person's own numbers over time, as a drawing: equal steps from left to right,
 * 0 below and 10 above, a dot for each answer. No average, no trend, no color that means good. */
#ifndef SCREEN_PLOT_H
#define SCREEN_PLOT_H

#include "ui/sheet.h"

enum { PLOT_MOST = 24 }; /* the newest so many */

/* Values from 0 to 10, oldest first; in the arena. */
const Sheet *plot_make(Arena *arena, const int *values, size_t count);

#endif
