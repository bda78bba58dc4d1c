/* Courses of a movement: how much of the way is still left, from 1 at its start to 0 at its end.
 * Functions of the time alone, so that late or missing frames change nothing. */
#ifndef UI_EASE_H
#define UI_EASE_H

typedef enum Ease {
    EASE_OUT,    /* quick, then slower */
    EASE_POP,    /* a little too far and back */
    EASE_SPRING, /* goes home like on a spring, over its rest by a twentieth */
    EASE_FALL,   /* falls and settles after two small bounces */
    EASE_BOB     /* no way at all: from 0 once up and down, and still */
} Ease;

/* `part` of the time, 0 .. 1; beyond them the course stands still. */
float ease_left(Ease ease, float part);

#endif
