/* More room between letters and words than the font gives: for readers who ask for it. Only where
 * letters stand apart anyway: Latin, Greek and Cyrillic; joined scripts would fall apart. */
#ifndef PLATFORM_SPACING_H
#define PLATFORM_SPACING_H

#include "platform/shaper.h"

bool spacing_holds(const TextFace *face, const TextRun *run);
/* Px that the bytes start .. end - 1 of the run are wider by. */
int spacing_width(const TextFace *face, const char *text, const TextRun *run, size_t start,
                  size_t end);
/* Like text_run_surface, letter by letter. The font is the run's. */
SDL_Surface *spacing_surface(const TextFace *face, const char *text, const TextRun *run,
                             TTF_Font *font);

#endif
