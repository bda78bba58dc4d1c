/* The stage: a stack of screens and everything between inputs and drawing: tree, layout, focus,
 * scrolling. Needs no display. The program's frame() is: stage_input for each input, then
 * stage_draw when stage_dirty. */
#ifndef SCREEN_STAGE_H
#define SCREEN_STAGE_H

#include "activity/kind.h"
#include "family/prefs.h"
#include "screen/effects.h"
#include "screen/screen.h"
#include "ui/draw.h"

Stage *stage_new(const Clock *clock, const Ruler *ruler, float width, float height);
void stage_free(Stage *stage); /* frees the screens too */

/* Requests, taken up before the next build. The stage owns the screens it is given. */
void stage_push(Stage *stage, Screen *screen);
void stage_pop(Stage *stage);                      /* the screen on top */
void stage_replace(Stage *stage, Screen *screen);  /* the screen on top */
void stage_clear_to(Stage *stage, Screen *screen); /* all of them */
void stage_quit(Stage *stage);
/* Closes every screen, forgets record and keys, and leads to the door; also by Ctrl+L, and when
 * nobody touched anything for the helper's minutes. Nothing where there is no vault. */
void stage_lock(Stage *stage);
int64_t
stage_lock_wait_ms(const Stage *stage);   /* until it is time to; -1: never. A tick then does it */
unsigned stage_locks(const Stage *stage); /* how often it did */
bool stage_quitting(const Stage *stage);
/* The window was closed. False while something is not saved: a page says so and asks; once. */
bool stage_may_quit(Stage *stage);
void stage_notice(Stage *stage,
                  const Error *error);          /* a calm sentence over the screen, with a button */
void stage_breath(Stage *stage, Breath breath); /* which way it goes now; heard when it turns */
void stage_touch(Stage *stage);                 /* the picture is no longer true */

/* From now on changes are seen happening. Without it every picture is a finished one. */
void stage_animate(Stage *stage);

void stage_resize(Stage *stage, float width, float height);
/* Little room for the size of the letters: pages then scroll as a whole. */
bool stage_cramped(const Stage *stage);
void stage_size(const Stage *stage, float *width,
                float *height); /* of the page: without captions */
void stage_text_scale(Stage *stage, float text_scale);
void stage_theme(Stage *stage, ThemeName theme);
/* The desktop's wish for less motion: what is usual for everybody until they choose. */
void stage_calm_motion(Stage *stage, bool calm);
/* The settings that hold for somebody who chose these. */
Prefs stage_prefs_of(const Stage *stage, const PrefChoices *choices, Tier tier);
void stage_input(Stage *stage, const Input *input);
bool stage_dirty(const Stage *stage);
int64_t stage_wait_ms(const Stage *stage); /* until the next tick is wanted; -1: never */
const DrawList *stage_draw(Stage *stage);  /* builds, lays out, paints when dirty */
const Tree *stage_tree(Stage *stage);      /* laid out; valid until the next input */
/* What is to be heard since they were last taken, oldest first; returns how many. */
size_t stage_take_effects(Stage *stage, Effect *out, size_t room);
const Prefs *stage_prefs(const Stage *stage); /* settings of whoever sits at the top screen */
const Manner *stage_manner(const Stage *stage);
/* As somebody with these settings would see it: for previews. */
Manner stage_manner_of(const Stage *stage, const PrefChoices *choices, Tier tier);
bool stage_lacks_font(const Stage *stage, FontFamily family); /* Andika is shown instead */
const Focus *stage_focus(const Stage *stage);
const char *stage_screen_name(const Stage *stage);
const char *stage_title(Stage *stage); /* neutral window title; until the next input */
void stage_cover(Stage *stage);        /* hides everything behind a colouring page, in silence */
/* The window of the helper's strip (strip.h), where it has one of its own: a stage to draw, resize
 * and give inputs to; NULL: there is none now. Until the next input of either. */
Stage *stage_strip(Stage *stage);
void stage_strip_windows(Stage *stage,
                         bool can);     /* whether there can be one; at first there cannot */
void stage_strip_closed(Stage *stage);  /* by a hand: from now on the strip is in the page again */
bool stage_covered(const Stage *stage); /* also while the way back asks who it is */
void stage_uncover(Stage *stage);       /* shows what was covered */

/* As a person would: by role and name, through the same inputs. False and a sentence naming what
 * is there instead when it cannot be done. For the tour and for tests. */
bool stage_press(Stage *stage, Role role, const char *name, Error *error);
bool stage_press_nth(Stage *stage, Role role, const char *name, size_t nth, Error *error);
bool stage_place(Stage *stage, const char *card, const char *target, Error *error);
bool stage_type(Stage *stage, const char *field, const char *text, Error *error);
bool stage_key(Stage *stage, Key key, Error *error);
bool stage_shows(Stage *stage, Role role, const char *name);
bool stage_press_held(const Stage *stage); /* the last press only spoke: the next one acts */

#endif
