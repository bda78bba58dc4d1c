/* What is to be heard: the stage asks for it, the program takes the wishes after each input and
 * gives them to the platform. Nothing here makes a sound. */
#ifndef SCREEN_EFFECTS_H
#define SCREEN_EFFECTS_H

#include "ui/node.h"

#include <stddef.h>

typedef enum EffectType {
    EFFECT_SAY,     /* text aloud; what was being said ends, unless this comes after it */
    EFFECT_HUSH,    /* stop saying */
    EFFECT_CUE,     /* a short sound */
    EFFECT_AMBIENCE /* the sound of the place; "" for silence */
} EffectType;

typedef enum Cue {
    CUE_PRESS,
    CUE_CHOOSE,
    CUE_PICK,
    CUE_PLACE,
    CUE_TAKE,
    CUE_NEXT,
    CUE_BACK,
    CUE_OPEN,
    CUE_PEBBLE,
    CUE_BREATHE_IN,
    CUE_BREATHE_OUT,
    CUE_CALM,
    CUE_NOTICE,
    CUE_COUNT
} Cue;

const char *cue_name(Cue cue); /* file name in assets/sounds: "press", "choose", ... */

enum { SAY_MAX = 1024 };

typedef struct Effect {
    EffectType type;
    Cue cue;
    char text[SAY_MAX]; /* SAY: what is said; AMBIENCE: the file in sounds/ambience */
    char clip[192];     /* SAY: recorded clip "<module>/<language>/<sentence id>" if the words are
                         * a sentence without tokens, else "" */
    char language[16];
    char key[KEY_MAX]; /* SAY: node that is read, for highlighting; "" for none */
    SayTone tone;      /* SAY */
    bool after;        /* SAY: when all before it has been said */
} Effect;

/* What waits to be taken, oldest first. Owns its items. */
typedef struct Effects {
    Effect *items;
    size_t count, room;
    size_t added; /* ever */
} Effects;

void effects_clear(Effects *effects);
void effects_add(Effects *effects, const Effect *effect);
/* Moves the oldest, at most `room`, to `out`; returns how many. */
size_t effects_take(Effects *effects, Effect *out, size_t room);

#endif
