/* That something given was done on paper: the way to note it, and how it reads afterwards. */
#ifndef SCREEN_GIVEN_PAPER_H
#define SCREEN_GIVEN_PAPER_H

#include "screen/desk.h"

/* A button beside what was given (verb "paper"), and the day below it once it was. */
void given_paper_way(const Screen *screen, const Assignment *given, const char *title, Tree *tree,
                     Node *row);
/* The page where it is noted. */
void given_paper_open(Screen *screen, Id family, Id given);
/* For the time line: the fact is the one that holds; and the whole as a line of words. */
bool given_paper_stands(const Case *family, const Fact *fact);
const char *given_paper_words(const Screen *screen, const Case *family, const Fact *fact,
                              Tree *tree);

#endif
