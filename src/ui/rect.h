/* Rectangles: what they have in common, and a little more of one. */
#ifndef UI_RECT_H
#define UI_RECT_H

#include "ui/node.h"

bool rect_empty(Rect rect);
Rect rect_grown(Rect rect, float x, float y); /* by so much on either side */
Rect rect_scaled(Rect rect, float scale);     /* around its middle */
Rect rect_cut(Rect a, Rect b); /* what lies in both; an empty one where nothing does */
bool rect_touch(Rect a, Rect b);

#endif
