/* Drawing as a list of commands: the painter fills it from a laid-out tree, the platform replays
 * it. Strings are borrowed from the tree and live as long as it does. */
#ifndef UI_DRAW_H
#define UI_DRAW_H

#include "ui/layout.h"

typedef enum DrawType {
    DRAW_BOX,     /* filled and/or outlined rounded rectangle; the outline lies inside rect */
    DRAW_SHADOW,  /* soft shadow of a rounded rectangle; line_width: px it fades over */
    DRAW_PICTURE, /* radius: of its corners, when it covers */
    DRAW_TEXT,
    DRAW_CLIP, /* until the matching DRAW_UNCLIP; clips nest */
    DRAW_UNCLIP,
    DRAW_INK,   /* the part of a drawing that lies in rect; see Ink */
    DRAW_BEFORE /* the picture shown before `before` changed, through color.a; see DrawList */
} DrawType;

/* Strokes that follow one another on a sheet at `area`. The painter cuts a sheet into parts, so
 * that only those are drawn anew in which something changed: equal numbers, equal parts. */
typedef struct Ink {
    const struct Mark *marks; /* strokes alone */
    int count;
    Rect area, part; /* of the sheet in the window; of the part on the sheet; px */
    uint64_t number;
    uint64_t earlier; /* number of the same part without mark `last`; 0: nothing was there */
    int last;
    bool passing; /* still being drawn: another one follows at once */
} Ink;

typedef struct Draw {
    DrawType type;
    Rect rect;
    Color color; /* fill; tint of a picture (a == 0: its own colours); text colour */
    Color line;
    float line_width;
    float radius;
    const char *name;              /* picture name, or the text */
    bool cover;                    /* picture: fill and crop */
    float made_width, made_height; /* picture: the size it is made in, and stretched from without
                                    * steps while it moves; 0: that of rect */
    TextStyle style;
    const Ink *ink; /* DRAW_INK; in the list's arena */
} Draw;

typedef struct DrawList {
    Draw *items;
    size_t count, capacity;
    Arena *arena; /* of what its items point to that is in no tree */
    /* When it differs from that of the list shown last, the picture shown last is kept for
     * DRAW_BEFORE. 0: nothing is kept. */
    unsigned before;
} DrawList;

void draw_list_clear(DrawList *list);
/* Replaces the list's content with the picture of `tree`. */
void paint_tree(const Tree *tree, const Manner *manner, const Ruler *ruler, DrawList *out);

/* Where a node's parts go; painter and tests ask. Any may be empty. */
typedef struct NodeParts {
    Rect picture, icon, text;
} NodeParts;
NodeParts node_parts(const Node *node, const Manner *manner, const Ruler *ruler);

#endif
