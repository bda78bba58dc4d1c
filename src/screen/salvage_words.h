/* What people are told of what was lost. */
#ifndef SCREEN_SALVAGE_WORDS_H
#define SCREEN_SALVAGE_WORDS_H

#include "screen/screen.h"

/* "3 of 812 entries could not be read. The damaged file was kept." */
const char *salvage_sentence(const Screen *screen, Tree *tree, int64_t lost, int64_t entries);
/* The same from what the record keeps of a salvage (store/salvage.h). */
const char *salvage_words(const Screen *screen, Tree *tree, const char *told);

#endif
