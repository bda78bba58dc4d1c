/* A calm line about the weekly look through all that is kept, for the helper's pages; nothing when
 * there is nothing to say. */
#ifndef SCREEN_CHECK_NOTE_H
#define SCREEN_CHECK_NOTE_H

#include "screen/desk.h"

void check_note_build(const Screen *screen, Tree *tree, Node *parent);

#endif
