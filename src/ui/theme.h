/* Colours, corners and type for every look and state. Values only. */
#ifndef UI_THEME_H
#define UI_THEME_H

#include "ui/text_style.h"

typedef struct Color {
    unsigned char r, g, b, a;
} Color;

typedef enum ThemeName { THEME_DAY, THEME_DUSK, THEME_CONTRAST, THEME_COUNT } ThemeName;

/* What one person needs; everything a screen is built and drawn with. */
typedef struct Manner {
    ThemeName theme;
    float scale;      /* interface scale: px per dp; from window size and density */
    float text_scale; /* 1.0 .. 2.0: the person's text size */
    int body_px;      /* body text of the tier at 100 % */
    int target_px;    /* smallest target of the tier */
    int gap_px;       /* smallest gap of the tier */
    FontFamily font;
    bool wide;   /* more room between letters, words and lines */
    Color light; /* of the hour, over scenes by day; a == 0: none */
    bool calm_motion;
    bool grown_up; /* quieter corners and shadows: t4, adults, helper */
} Manner;

typedef struct Paint {
    Color fill; /* a == 0: none */
    Color text;
    Color line; /* outline; a == 0: none */
    float line_width;
    float radius; /* px */
    bool shadow;
} Paint;

Paint theme_paint(const Manner *manner, Look look, const State *state);
Color theme_focus_ring(const Manner *manner);
Color theme_background(const Manner *manner);
Color theme_veil(const Manner *manner);               /* laid over scene pictures; a == 0: none */
Color theme_reading(const Manner *manner, Color ink); /* behind a word in `ink` being said */
TextStyle theme_type(const Manner *manner, TypeSize type, bool bold, Align align);
/* Padding inside a node of this look, in dp, where the layout gives none. */
void theme_padding(Look look, int *pad_x, int *pad_y);
double color_contrast(Color a, Color b); /* WCAG 2.2 contrast ratio, 1..21; alpha ignored */

#endif
