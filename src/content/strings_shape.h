/* The shape of a string table's file. Private to the content layer. */
#ifndef CONTENT_STRINGS_SHAPE_H
#define CONTENT_STRINGS_SHAPE_H

#include "content/shape.h"

extern const Shape strings_shape;

enum { WORDING_MAX = 1000 }; /* characters of one wording */

#endif
