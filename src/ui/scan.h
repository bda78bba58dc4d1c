/* One-switch scanning: a highlight walks over groups of things, after a press over the things of a
 * group, and the next press acts. By itself, or one step for each press. The switch is Space,
 * Enter, any button of a gamepad, or a press of the pointer anywhere. Fields are left out: nothing
 * can be typed with one switch. */
#ifndef UI_SCAN_H
#define UI_SCAN_H

#include "ui/focus.h"

typedef enum Scanning {
    SCANNING_OFF,
    SCANNING_AUTO, /* walks by itself; the switch chooses */
    SCANNING_STEP  /* the switch steps; held, or Enter, it chooses */
} Scanning;

typedef struct Scan {
    Scanning way;
    bool shared;        /* others point at things here: only beside them a press is the switch */
    int dwell;          /* ms on each thing; a switch held half as long chooses in SCANNING_STEP */
    bool inside;        /* walks the things of a group */
    char at[KEY_MAX];   /* the thing, or the first of the group, it stands on; "": begins anew */
    int rounds;         /* through the group without a press */
    int64_t since;      /* ticks when it came there */
    bool down;          /* SCANNING_STEP: the switch is held and has not chosen yet */
    int64_t down_since; /* ticks */
    char screen[KEY_MAX];
} Scan;

/* Whoever sits there now; zeros are "off". */
void scan_set(Scan *scan, Scanning way, int dwell, bool shared);
/* After each layout, before focus_mark: marks what the highlight stands on, and begins anew where
 * that is gone. */
void scan_mark(Scan *scan, Focus *focus, Tree *tree, int64_t now);
/* Whether this input is the switch's, and not focus_input's. */
bool scan_takes(const Scan *scan, const Focus *focus, const Tree *tree, const Input *input);
/* As focus_input. */
bool scan_input(Scan *scan, Focus *focus, const Tree *tree, ScrollMemory *scroll,
                const Input *input, int64_t now, UiEvent *event, bool *changed);
/* Time has passed. As focus_input. */
bool scan_tick(Scan *scan, Focus *focus, const Tree *tree, ScrollMemory *scroll, int64_t now,
               UiEvent *event, bool *changed);
int64_t scan_due(const Scan *scan); /* ticks at which scan_tick is wanted; -1: not at all */

#endif
