/* How a sitting went, in a few quiet words: what was said on arriving and leaving, and that things
 * were skipped, stopped or broken off for a rest, which is as ordinary as finishing them. */
#ifndef SCREEN_WENT_H
#define SCREEN_WENT_H

#include "screen/screen.h"

/* A line each, in the tree's arena. Of what the helper may not read only that it took place. */
const char *went_words(const Screen *screen, const Case *family, const Sitting *sitting,
                       Tree *tree);

#endif
