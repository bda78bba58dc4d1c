/* A quiet line below the page: what is being said and what a sound means, for those who want to
 * read it; and for two seconds, for everybody, that sound was turned off or on. Values only;
 * belongs to a stage. */
#ifndef SCREEN_CAPTION_H
#define SCREEN_CAPTION_H

#include "screen/effects.h"

#define CAPTION_KEY "caption"

typedef struct Caption {
    char said[SAY_MAX];
    char sound[80];
    char told[80]; /* for a moment: "Sound off" */
    int64_t until; /* ticks; that moment ends; 0: none */
    size_t noted;  /* how many effects were looked at, of all there ever were */
} Caption;

/* Puts the line below the page, or over its corner when it is there for a moment only. `room`:
 * dp that are its place even while it is empty, so that nothing jumps; 0 for those who want none. */
void caption_build(const Caption *caption, int room, Tree *tree);

#endif
