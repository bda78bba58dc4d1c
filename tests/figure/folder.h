/* The shipped parts of figures, for tests. */
#ifndef TESTS_FIGURE_FOLDER_H
#define TESTS_FIGURE_FOLDER_H

#include "base/file.h"
#include "figure/figure_svg.h"

#include <stdlib.h>

/* A FigureRead; the context is the folder "assets". */
static inline char *folder_part(void *assets, const char *part)
{
    Text path;
    text_init(&path);
    text_addf(&path, "%s/pictures/figure/%s.svg", (const char *)assets, part);
    char *svg = NULL;
    size_t size;
    file_read(path.bytes, 1 << 20, &svg, &size, NULL);
    text_clear(&path);
    return svg;
}

#endif
