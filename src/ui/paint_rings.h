/* Within ui: rings around what has the focus and what one-switch scanning stands on. */
#ifndef UI_PAINT_RINGS_H
#define UI_PAINT_RINGS_H

#include "ui/painter.h"

void paint_ring(Painter *painter, const Node *node); /* the focus ring */
void paint_scan(Painter *painter, const Tree *tree);

#endif
