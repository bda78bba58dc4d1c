/* What is said, and when: a page's words when it appears, what focus comes to, what is tapped. It
 * asks for effects and makes no sound. Values only; belongs to a stage. */
#ifndef SCREEN_NARRATOR_H
#define SCREEN_NARRATOR_H

#include "content/library.h"
#include "family/prefs.h"
#include "screen/effects.h"
#include "ui/focus.h"

/* What there is to tell about: everything borrowed, for one call. */
typedef struct Telling {
    const Tree *tree; /* laid out */
    const Focus *focus;
    const Prefs *prefs;
    Tier tier;
    bool helper;            /* a screen of nobody's sitting: it speaks only when asked */
    const Library *library; /* for recordings and words; NULL: none */
    Effects *effects;
} Telling;

typedef struct Narrator {
    uint64_t page, reply;  /* what was told last; 0: nothing */
    char said[SAY_MAX];    /* the last words */
    char focus[KEY_MAX];   /* where focus was, */
    bool focus_visible;    /* whether it showed, */
    bool chosen, picked;   /* and what was there */
    char scanned[KEY_MAX]; /* what the highlight of one-switch scanning stood on */
    char ready[KEY_MAX];   /* has been said: its next press acts */
    bool held;             /* the last press was only spoken */
    bool speaking, voiceless;
    char reading[KEY_MAX]; /* node whose word is being said, "" for none */
    size_t start, length;
} Narrator;

/* After every build: tells what is new, marks the word that is being said. */
void narrator_look(Narrator *narrator, const Telling *telling);
/* Before an input is understood. True: it is a first press, and was spoken instead; it must not
 * act. */
bool narrator_first_press(Narrator *narrator, const Telling *telling, const Input *input);
/* Before an input is understood: a tap on words reads them. */
void narrator_tap(Narrator *narrator, const Telling *telling, const Input *input);
/* The page's words once more, because somebody asked. */
void narrator_again(Narrator *narrator, const Telling *telling);
/* The screen is gone: silence. */
void narrator_leave(Narrator *narrator, Effects *effects);
/* INPUT_WORD, INPUT_SAID, INPUT_NO_VOICE. */
void narrator_hear(Narrator *narrator, const Input *input);

#endif
