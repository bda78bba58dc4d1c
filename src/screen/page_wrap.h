/* Something beside or over a whole page, whatever the page is. */
#ifndef SCREEN_PAGE_WRAP_H
#define SCREEN_PAGE_WRAP_H

#include "ui/node.h"

/* The page as it was becomes the first child, under this key, of a new root of the same name. */
Node *page_wrap(Tree *tree, Axis axis, const char *key);

#endif
