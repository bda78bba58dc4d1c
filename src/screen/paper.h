/* The recovery code as a page to be printed. */
#ifndef SCREEN_PAPER_H
#define SCREEN_PAPER_H

#include "screen/cove.h"

/* An HTML file in paper_folder, for its owner's eyes; never over another file. *path is the
 * caller's to free; an earlier one is freed. */
bool paper_save(const Cove *cove, const Recovery *code, char **path, Error *error);

#endif
