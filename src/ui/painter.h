/* Within ui: the painter's hand, shared by the files of painting. */
#ifndef UI_PAINTER_H
#define UI_PAINTER_H

#include "ui/parts.h"

/* What becomes of a place: size times it, then moved; and how much is seen. */
typedef struct Shift {
    float x, y, size, shown;
} Shift;

typedef struct Painter {
    Measure measure;
    DrawList *out;
    Rect window;
    Shift shift;                 /* of everything that is added */
    const Node *carried, *above; /* drawn last */
} Painter;

float paint_px(const Painter *painter, float length); /* dp to px, not rounded */
Paint paint_as(const Painter *painter, Look look, State state);

void paint_add(Painter *painter, Draw draw); /* shifts it */
void paint_clip(Painter *painter, Rect rect);
void paint_unclip(Painter *painter);
/* As the node moves, grows and fades within what is around it; `lift` px higher. */
Shift shift_by(const Shift *outer, const Node *node, float lift);
/* The place of its box. */
Rect paint_box_of(const Painter *painter, const Node *node, const NodeParts *parts);
void paint_behind(Painter *painter, const Node *node, const Paint *paint, Rect box);
void paint_box(Painter *painter, Rect box, const Paint *paint);
void paint_parts(Painter *painter, const Node *node, const NodeParts *parts, Color ink);
void paint_tick(Painter *painter, const Node *node, Rect box);
void paint_leads(Painter *painter, const Node *node, Rect box, Color ink);
void paint_sheet(Painter *painter, const Node *node); /* a drawing */
void paint_before(Painter *painter, const Before *before);
/* The soft ground behind the word of the node that is being said. */
void paint_reading(Painter *painter, const Node *node, Rect area, const TextStyle *style,
                   Color ink);
/* `hint`: colour of the words that wait in an empty field. */
void paint_field(Painter *painter, const Node *node, Rect area, Color text, Color hint);

#endif
