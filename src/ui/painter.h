/* Within ui: the painter's hand, shared by paint.c and paint_field.c. */
#ifndef UI_PAINTER_H
#define UI_PAINTER_H

#include "ui/parts.h"

typedef struct Painter {
    Measure measure;
    DrawList *out;
    Rect window;
    float dx, dy;        /* everything is drawn this far from its place */
    const Node *carried; /* drawn last */
} Painter;

void paint_add(Painter *painter, Draw draw); /* moves it by dx, dy */
void paint_clip(Painter *painter, Rect rect);
void paint_unclip(Painter *painter);
/* `hint`: colour of the words that wait in an empty field. */
void paint_field(Painter *painter, const Node *node, Rect area, Color text, Color hint);

#endif
