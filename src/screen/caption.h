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

/* Puts the line below the page, or over its corner when it is there for a moment only. The
 * line keeps its place while it is empty, so that nothing jumps, and what is said is cut where it
 * would take more. */
typedef struct CaptionRoom {
    int height;     /* dp; 0 for those who want no captions */
    int characters; /* about */
} CaptionRoom;

void caption_build(const Caption *caption, const CaptionRoom *room, Tree *tree);

#endif
