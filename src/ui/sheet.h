/* A drawing: strokes and stamps on a sheet of paper, in the sheet's own units, which no window
 * changes. Here are its values, how a pointer's way becomes a stroke, and how a stroke becomes text
 * and comes back. When and how fast it was drawn is in none of them. */
#ifndef UI_SHEET_H
#define UI_SHEET_H

#include "ui/theme.h"

#include "base/text.h"

enum {
    PAPER_WIDTH = 1024,
    PAPER_HEIGHT = 768,
    STROKE_SPOTS_MAX = 127, /* of one stroke; a longer way is several */
    STROKE_TEXT_MAX = 4 * STROKE_SPOTS_MAX + 1,
    TRAIL_MAX = 400
};

typedef struct Spot {
    short x, y; /* 0 .. PAPER_WIDTH - 1, 0 .. PAPER_HEIGHT - 1 */
} Spot;

typedef enum Brush { BRUSH_THIN, BRUSH_THICK, BRUSH_CRAYON, BRUSH_SOFT, BRUSH_COUNT } Brush;

typedef struct Pen {
    Brush brush;
    Color color;
} Pen;

float brush_width(Brush brush);         /* in the sheet's units */
unsigned char brush_alpha(Brush brush); /* of its colour */

typedef struct Mark {
    Pen pen;
    const Spot *spots;
    int count;
    const char *stamp; /* picture with its middle at the first spot; NULL: a stroke */
} Mark;

enum { STAMP_SIZE = 168 }; /* edge, in the sheet's units */

typedef struct Sheet {
    const Mark *marks; /* in the order they were made */
    int count;
    const char *paper; /* picture under them all, NULL: none */
} Sheet;

/* The way of a pointer that is down. */
typedef struct Trail {
    Spot spots[TRAIL_MAX];
    int count;
} Trail;

/* The largest part of `bounds` that has the sheet's shape, in the middle. */
Rect sheet_area(Rect bounds);
Spot sheet_spot(Rect area, float x, float y); /* the nearest on the sheet */

/* False when the spot lies too near the last one to matter. */
bool trail_add(Trail *trail, Spot spot);
/* The fewest spots whose curve goes the same way; at least one, at most STROKE_SPOTS_MAX. */
int trail_stroke(const Trail *trail, Spot spots[STROKE_SPOTS_MAX]);

/* Two letters for each number. Reading refuses all that writing could not have made. */
void spots_write(const Spot *spots, int count, char text[STROKE_TEXT_MAX]);
/* How many spots; 0 when it is not the text of 1 to `room` spots. */
int spots_read(const char *text, Spot *spots, int room);

/* The curve through a stroke, as straight and quadratic pieces: from the last end over `bend`
 * (the end itself when straight) to `end`. The first call has both at the start. */
typedef struct CurvePoint {
    float x, y;
} CurvePoint;
typedef void CurveFn(void *context, CurvePoint bend, CurvePoint end);
void stroke_curve(const Spot *spots, int count, CurveFn *each, void *context);

/* As SVG text of the sheet's size, inside the subset our pictures keep to. A stamp's picture comes
 * from `picture` (its SVG text, borrowed; NULL: left out). Adds to `out`. */
typedef const char *SheetPictureFn(void *context, const char *name);
void sheet_svg(const Sheet *sheet, const char *title, SheetPictureFn *picture, void *context,
               Text *out);

#endif
