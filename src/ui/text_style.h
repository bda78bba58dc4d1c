/* Type as the inside sees it, and the one question layout asks of the outside: how big is this
 * text? Platform implements it with real fonts; tests with a fixed-width ruler. */
#ifndef UI_TEXT_STYLE_H
#define UI_TEXT_STYLE_H

#include "ui/node.h"

typedef struct TextStyle {
    float size;        /* px */
    bool bold;
    float line_height; /* multiple of size */
    Align align;       /* START follows the paragraph's own direction */
} TextStyle;

typedef struct Extent {
    float width, height;
} Extent;

typedef struct Ruler {
    /* Size of `text` wrapped at max_width px (0: not wrapped). A word wider than that is broken. */
    Extent (*measure)(void *context, const char *text, const TextStyle *style, float max_width);
    /* x of the caret before byte `at` of single-line text, from the text's start edge. */
    float (*caret)(void *context, const char *text, const TextStyle *style, size_t at);
    void *context;
} Ruler;

Ruler ruler_fixed(void); /* every character 0.55 em wide: for tests without fonts */

#endif
