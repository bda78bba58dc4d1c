/* Within ui: a picture inside the SVG text of a sheet. */
#ifndef UI_SHEET_SVG_H
#define UI_SHEET_SVG_H

#include "ui/sheet.h"

/* Adds what `svg` draws, as large as fits into `place` and in its middle. Its ids begin with `name`
 * then, so that those of several pictures stay apart. Nothing when it is NULL or no picture of
 * ours. */
void sheet_svg_picture(const char *svg, const char *name, Rect place, Text *out);

#endif
