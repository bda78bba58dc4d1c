/* In whose words an activity is printed: as its module has them, or as the helper changed them for
 * this person's wording and language. What is printed for somebody it was given to begins in the
 * words they will see. */
#ifndef SCREEN_PRINT_WORDS_H
#define SCREEN_PRINT_WORDS_H

#include "screen/printing.h"
#include "screen/screen.h"

typedef struct PrintWords {
    Id chosen;             /* the wording, or what was given with it; "": the module's */
    FrozenModule *changed; /* those of the wish; NULL: the module's */
    FrozenModule *before;  /* the page on the screen still has them, until the next choice */
} PrintWords;

/* As it was given to this person; as it is where it was not. */
void print_words_begin(const Cove *cove, PrintWords *words, PrintWish *wish);
void print_words_clear(PrintWords *words);
/* What there is to choose from; nothing where no words were changed. */
void print_words_build(const Screen *screen, const PrintWords *words, const PrintWish *wish,
                       Tree *tree, Node *panel);
/* True when the press chose words; the wish has them then, and their age group. */
bool print_words_hear(const Cove *cove, PrintWords *words, PrintWish *wish, const UiEvent *event);
/* The module's words. */
void print_words_usual(PrintWords *words, PrintWish *wish);

#endif
