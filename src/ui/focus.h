/* From inputs to what they mean on a laid-out tree: pressing, moving focus, picking a card up and
 * placing it, dragging, typing into fields, scrolling. Knows no screens. */
#ifndef UI_FOCUS_H
#define UI_FOCUS_H

#include "ui/input.h"
#include "ui/layout.h"
#include "ui/sheet.h"

enum { FIELD_BYTES = 512 };

typedef struct UiEvent {
    UiEventType type;
    Action action;        /* copied from the node */
    char target[REF_MAX]; /* UI_PLACE: item of the target's action */
    Spot spot;            /* UI_PLACE: where on a sheet; its middle when a key did it */
    const Trail *trail;   /* UI_DRAW: borrowed from Focus until the next input */
    const char *text;     /* UI_EDIT: borrowed from Focus until the next input */
    Key key;
    int64_t now; /* ticks, ms */
} UiEvent;

typedef struct Focus {
    char key[KEY_MAX]; /* key of the focused node, "" when none */
    bool visible;      /* ring shown: a key was used last */
    bool entered;      /* what was typed was sent off with Enter just now */
    char pressed[KEY_MAX];
    char held[KEY_MAX]; /* key of the node on which Enter or Space is down, "" when none */
    char hand[REF_MAX]; /* item of the card picked up, "" when none */
    bool dragging;
    bool down;              /* a pointer is down */
    char scroller[KEY_MAX]; /* scroll node being dragged, "" when none */
    float down_x, down_y, x, y;
    char screen[KEY_MAX]; /* name of the screen last marked */
    char began[KEY_MAX];  /* key of the field the screen last marked begins in, "" when none */
    Rect place;           /* where the focused node was */
    char sheet[KEY_MAX];  /* key of the node being drawn on, "" when none */
    Trail trail;
    bool trail_heard; /* as much as fits was heard; what comes goes on from its end */
    bool drew;        /* the trail grew: only what is drawn looks different. The stage empties it */
    char edit[FIELD_BYTES]; /* text of the focused field */
    size_t caret;
} Focus;

void focus_init(Focus *focus);
/* After each build and layout: writes focused/pressed/picked into the nodes, drops what
 * vanished. */
void focus_mark(Focus *focus, Tree *tree);
/* Handles one input. Returns true and fills *event when a screen must hear of it. *changed is set
 * when the picture changed without the screen's doing (focus moved, scrolled, ...). */
bool focus_input(Focus *focus, const Tree *tree, ScrollMemory *scroll, const Input *input,
                 UiEvent *event, bool *changed);

#endif
