/* What is to be heard of what happens: one table from events to short sounds, one from places to
 * their ambience. Knows no stage; stage_sound.c asks. */
#ifndef SCREEN_CUES_H
#define SCREEN_CUES_H

#include "screen/effects.h"
#include "ui/focus.h"

/* False: nothing is heard. A key is heard as the button it stands for, where that is in the tree.
 */
bool cue_for(const UiEvent *event, const Tree *tree, Cue *out);

/* The file in assets/sounds/ambience for what the tree shows; "" for silence. */
const char *ambience_for(const Tree *tree);

#endif
