/* Type as the inside sees it, and the one question layout asks of the outside: how big is this
 * text? Platform implements it with real fonts; tests with a fixed-width ruler. */
#ifndef UI_TEXT_STYLE_H
#define UI_TEXT_STYLE_H

#include "ui/node.h"

/* What Latin letters are set in; other scripts have fonts of their own. */
typedef enum FontFamily {
    FONT_ANDIKA,
    FONT_OPENDYSLEXIC,
    FONT_COMIC_NEUE,
    FONT_FAMILY_COUNT
} FontFamily;

/* Where START is: on a page, that of the page, whatever the words are written in. */
typedef enum TextStart { START_BY_WORDS, START_LEFT, START_RIGHT } TextStart;

typedef struct TextStyle {
    float size; /* px */
    FontFamily family;
    bool bold;
    float letter, word; /* px more after each letter, each space; Latin, Greek and Cyrillic only */
    float line_height;  /* multiple of size */
    Align align;
    TextStart start;
} TextStyle;

typedef struct Extent {
    float width, height;
} Extent;

typedef struct Ruler {
    /* Size of `text` wrapped at max_width px (0: not wrapped). A word wider than that is broken. */
    Extent (*measure)(void *context, const char *text, const TextStyle *style, float max_width);
    /* x of the caret before byte `at` of single-line text, from the text's start edge. */
    float (*caret)(void *context, const char *text, const TextStyle *style, size_t at);
    /* Boxes of the bytes start .. end - 1 of `text` as drawn in a box `width` px wide, from the top
     * left of that box; each as high as its line. At most `room`; returns how many. */
    size_t (*range)(void *context, const char *text, const TextStyle *style, float width,
                    size_t start, size_t end, Rect *out, size_t room);
    void *context;
    unsigned lacks; /* bit per FontFamily that is not installed: Andika stands in for it */
} Ruler;

Ruler ruler_fixed(void); /* every character 0.55 em wide: for tests without fonts */

#endif
