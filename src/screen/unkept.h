/* A page of the helper is left with something on it that is not kept: asked before it is lost. */
#ifndef SCREEN_UNKEPT_H
#define SCREEN_UNKEPT_H

#include "screen/screen.h"

/* The question in the place of the page: "save", "leave" without it, or "stay". */
void unkept_build(const Screen *screen, Tree *tree, Node *body);

#endif
