/* Text broken into lines, and lines into runs: pieces of one direction, font and script, which is
 * what SDL_ttf can draw rightly. Measuring and drawing share the result. */
#ifndef PLATFORM_SHAPER_H
#define PLATFORM_SHAPER_H

#include "platform/canvas.h"
#include "platform/fonts.h"

#include <stddef.h>

typedef struct TextRun {
    size_t start, end; /* bytes of the text */
    FontFace face;
    const char *script; /* ISO 15924 */
    signed char level;  /* odd: right to left */
    bool hyphen;        /* ends in a soft hyphen that shows */
    int x, width;       /* px from the line's left edge */
} TextRun;

typedef struct TextLine {
    TextRun *runs; /* as seen, from left to right */
    size_t count;
    int width; /* px without spaces at the end */
    int full;  /* with them; they are on the right, in a right-to-left line on the left */
    bool rtl;  /* the paragraph's direction */
} TextLine;

typedef struct TextLines {
    TextLine *items;
    size_t count;
    int width;        /* of the widest line */
    float fits_below; /* the lines are the same for every limit from `width` to below this */
} TextLines;

typedef struct TextFace {
    Fonts *fonts;
    int size; /* px */
    bool bold;
    FontFace body;
    int letter, word; /* px more after each letter and space; see spacing.h */
} TextFace;

/* Breaks at `limit` px (FLT_MAX: only at line feeds). Clear with text_lines_clear. */
TextLines text_lines_of(const TextFace *face, const char *text, float limit);
void text_lines_clear(TextLines *lines);

/* Width of the bytes start .. end - 1 set like `run`. */
int text_run_width(const TextFace *face, const char *text, const TextRun *run, size_t start,
                   size_t end);
/* The run in 8-bit shades, value = coverage; NULL when there is nothing to see. SDL_FreeSurface. */
SDL_Surface *text_run_surface(const TextFace *face, const char *text, const TextRun *run);
/* x of the caret before byte `at`, from the start edge of the line that holds it. */
int text_lines_caret(const TextFace *face, const TextLines *lines, const char *text, size_t at);

/* Where those of the bytes start .. end - 1 that lie in `run` are seen; width 0: none do. */
typedef struct TextPart {
    int x, width; /* px from the line's left edge */
} TextPart;
TextPart text_run_part(const TextFace *face, const char *text, const TextRun *run, size_t start,
                       size_t end);

/* All lines as one mask, each in a band of its own. *ascent: px from a band's top to its
 * baseline; *band: height of a band. The mask's coverage is the caller's to free. */
Mask text_lines_mask(const TextFace *face, const TextLines *lines, const char *text, int *ascent,
                     int *band);

#endif
