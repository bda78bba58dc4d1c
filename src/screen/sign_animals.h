/* The animals a child chooses its own from, a set at a time. */
#ifndef SCREEN_SIGN_ANIMALS_H
#define SCREEN_SIGN_ANIMALS_H

#include "screen/simple.h"

/* Those that nobody else of the family has; pressing one is "animal" with its index. The screen
 * must be a SittingScreen, for the sets. */
void sign_animals(const Screen *screen, const Case *family, Id person, Tree *tree, Node *sheet);

#endif
