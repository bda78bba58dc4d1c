/* Within ui: the ring around what one-switch scanning stands on. */
#ifndef UI_PAINT_SCAN_H
#define UI_PAINT_SCAN_H

#include "ui/painter.h"

void paint_scan(Painter *painter, const Tree *tree);

#endif
