/* What goes when a case or one person of it is erased, before anybody decides. */
#ifndef SCREEN_ERASE_GOES_H
#define SCREEN_ERASE_GOES_H

#include "screen/desk.h"

void build_erase_goes(const Screen *screen, const Case *family, const Whose *whose, Tree *tree,
                      Node *panel);

#endif
