/* Small screens of a sitting share this: a base with the sitting, and a sheet in the middle of a
 * scene with a picture, words and buttons. */
#ifndef SCREEN_SIMPLE_H
#define SCREEN_SIMPLE_H

#include "screen/frame.h"

typedef struct SittingScreen {
    Screen screen;
    Id sitting;
    size_t turn; /* which of the sets is shown where there is more than fits a tier */
} SittingScreen;

Screen *sitting_screen_new(const ScreenOps *ops, Cove *cove, Stage *stage, Id sitting);
const SittingScreen *sitting_screen(const Screen *screen);
Tier sitting_screen_tier(const Screen *screen);
Id sitting_screen_person(const Screen *screen);
Id sitting_screen_sitting(const Screen *screen);
void sitting_screen_free(Screen *screen);

/* Words of the program for whoever sits there. */
const char *sitter_words(const Screen *screen, Tree *tree, const Sitter *sitter, const char *id);

/* A sheet in the middle of the frame's body, in a column, everything centred. */
Node *simple_sheet(Tree *tree, Node *body, int width);
/* Words of such a sheet, each of their lines in the middle. */
Node *simple_title(Tree *tree, Node *sheet, TypeSize type, const char *words);
Node *simple_words(Tree *tree, Node *sheet, TypeSize type, const char *words);
Node *simple_button(Tree *tree, Node *parent, Look look, const char *words, const char *verb,
                    const char *icon);
Node *simple_row(Tree *tree, Node *parent, int gap); /* centred, wraps */
/* More than a tier chooses from at once comes in sets, one after the other: [first, end) of
 * `count`.
 */
typedef struct ShownSet {
    size_t first, end;
    bool more; /* there are others: simple_more turns to them */
} ShownSet;
ShownSet simple_set(const Screen *screen, Tier tier, size_t count);
Node *simple_more(Tree *tree, Node *parent, const char *words);
bool simple_hear_more(Screen *screen, const UiEvent *event);

bool heard_press(const UiEvent *event, const char *verb);

#endif
