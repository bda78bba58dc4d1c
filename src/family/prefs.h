/* What one person needs to see, hear and reach things: their settings. Plain values; one table
 * says names, ranges and, per tier, what holds until somebody chooses. */
#ifndef FAMILY_PREFS_H
#define FAMILY_PREFS_H

#include "content/tier.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum PrefTheme { PREF_DAY, PREF_DUSK, PREF_CONTRAST } PrefTheme; /* as ThemeName in ui */
typedef enum PrefFont { PREF_ANDIKA, PREF_OPENDYSLEXIC, PREF_COMIC_NEUE } PrefFont;
typedef enum PrefVoice { VOICE_OFF, VOICE_ON_TAP, VOICE_AUTO } PrefVoice;
typedef enum PrefScan { SCAN_OFF, SCAN_AUTO, SCAN_STEP } PrefScan;

typedef struct Prefs {
    int text;         /* size of letters, percent: 100..200 */
    int spacing;      /* 0 as the font has it, 1 wide */
    int font;         /* PrefFont */
    int theme;        /* PrefTheme */
    int calm_motion;  /* 1: nothing moves but the exercise */
    int voice;        /* PrefVoice: who starts the reading aloud */
    int voice_speed;  /* percent of the usual pace: 60..140 */
    int voice_kind;   /* 0..3: which of the voices */
    int voice_volume; /* 0..100 */
    int sounds;       /* 0..100 */
    int ambience;     /* 0..100 */
    int mute;         /* 1: no sound at all */
    int captions;     /* 1: what is heard is shown as well */
    int first_tap;    /* 1: the first tap speaks, the second acts */
    int scan;         /* PrefScan: one switch */
    int dwell;        /* scanning: milliseconds on each thing, 600..5000 */
    int lock_minutes; /* of the helper alone: without a touch for so long, all is locked: 1..15 */
    int strip_window; /* of the helper alone: 1: the strip beside a sitting has its own window */
} Prefs;

typedef struct PrefField {
    const char *name; /* in events and for words: "ui.prefs.<name>" */
    size_t offset;    /* of an int in Prefs */
    int min, max, step;
    int usual[TIER_COUNT];
} PrefField;

/* What somebody chose; everything else stays as is usual for their tier. */
typedef struct PrefChoices {
    Prefs values;    /* of the chosen ones; the others are 0 */
    unsigned chosen; /* bit i: field i of the table */
} PrefChoices;

const PrefField *prefs_fields(size_t *count);
const PrefField *prefs_field(const char *name); /* NULL when there is none of this name */
int prefs_get(const Prefs *prefs, const PrefField *field);
void prefs_set(Prefs *prefs, const PrefField *field, int value); /* clamped */
Prefs prefs_usual(Tier tier);
Prefs prefs_chosen(const PrefChoices *choices, Tier tier);
void prefs_choose(PrefChoices *choices, const PrefField *field, int value); /* clamped */
bool prefs_has(const PrefChoices *choices, const PrefField *field);
bool prefs_fit(const PrefChoices *choices); /* something is chosen, and all within its range */
bool prefs_same(const Prefs *a, const Prefs *b);

#endif
