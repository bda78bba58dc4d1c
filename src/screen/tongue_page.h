/* What a helper sees and sets of languages: the choice among the settings, and quiet notes where a
 * person will read English, or words that nobody who speaks them natively has reviewed. */
#ifndef SCREEN_TONGUE_PAGE_H
#define SCREEN_TONGUE_PAGE_H

#include "screen/simple.h"

/* A panel with every language there is; nothing where there is only one. `person` "": the helper's
 * own. */
void tongue_panel(const Screen *screen, Id person, Tree *tree, Node *panels);
/* Keeps what was chosen there; true when the event was that. */
bool tongue_hear(Screen *screen, Id person, const UiEvent *event);
/* Below the title of a module that could be given to the person. */
void tongue_note_module(const Screen *screen, Id person, const char *module, Tree *tree,
                        Node *panel);

#endif
