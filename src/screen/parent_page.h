/* What the pages of an adult's desk share on which something is written: the frame, a field with
 * two buttons below it, and leaving. Such a page begins with a ParentPage. */
#ifndef SCREEN_PARENT_PAGE_H
#define SCREEN_PARENT_PAGE_H

#include "screen/simple.h"

enum { PARENT_WORDS = 400 };

typedef struct ParentPage {
    SittingScreen base;
    char words[PARENT_WORDS]; /* as typed; wiped with the page */
} ParentPage;

/* False, with an empty page, when the sitting is not there. */
bool parent_page_sitter(const Screen *screen, Tree *tree, Sitter *sitter);
/* The sheet with its title. */
Node *parent_page_sheet(const Screen *screen, const Sitter *sitter, Tree *tree, const char *title,
                        int width);
/* The field, and the buttons: back, and one that is pressed with Enter too. */
typedef struct ParentField {
    const char *label, *keep; /* ids of words */
    const char *verb;
    int most; /* bytes, no more than PARENT_WORDS */
} ParentField;
void parent_page_field(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet,
                       const ParentField *field);
/* What is typed, the ways out, Break and I'm not OK. */
bool parent_page_hear(Screen *screen, const UiEvent *event);
void parent_page_free(Screen *screen);

#endif
