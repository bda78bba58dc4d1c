/* A sheet as one HTML file with its pictures inside, for browsers to print. */
#ifndef PAPER_HTML_H
#define PAPER_HTML_H

#include "base/text.h"
#include "paper/paper.h"

void paper_write_html(const Paper *paper, Text *out); /* adds to `out` */

#endif
