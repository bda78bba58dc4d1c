/* A sheet of paper as it is shown before it is printed, and the choice of how to save it. Shared by
 * the pages that print. */
#ifndef SCREEN_LEAF_PAGE_H
#define SCREEN_LEAF_PAGE_H

#include "screen/desk.h"
#include "screen/printing.h"

/* What stands on it, in its language and direction. */
void leaf_show(const Screen *screen, const Paper *paper, Tree *tree, Node *body);
/* The folder and a button for each form (verb "save", value PrintForm); `saved` is a path, NULL
 * before. */
void leaf_saving(const Screen *screen, const char *folder, const char *saved, Tree *tree,
                 Node *body);
/* A4 or Letter (verb "size"). */
void leaf_sizes(const Screen *screen, PaperSize size, Tree *tree, Node *body);

#endif
