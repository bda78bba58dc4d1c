/* A figure as SVG of our subset, put together from the parts that tools/make-figures draws. Reads
 * no files itself: whoever asks brings them. */
#ifndef FIGURE_FIGURE_SVG_H
#define FIGURE_FIGURE_SVG_H

#include "base/text.h"
#include "figure/figure.h"

/* The SVG text of the part of this name ("hair-bob"), free() it; NULL when there is none. */
typedef char *FigureRead(void *context, const char *part);

/* False, with nothing written, when a part is missing or not as the tool writes it. */
bool figure_svg(const Figure *figure, FigureRead *read, void *context, Text *out);

#endif
