/* The pages on which people sign in share this: a sheet on the scene of the person's age, and the
 * program's words about them. */
#ifndef SCREEN_SIGN_PAGE_H
#define SCREEN_SIGN_PAGE_H

#include "screen/simple.h"

/* The sheet of such a page, on the scene of the person's age. */
Node *sign_sheet(const Screen *screen, Tree *tree, Tier tier, const char *title);
/* Words of the program about a person of the family. */
const char *sign_words(const Screen *screen, Tree *tree, const Case *family, const Person *person,
                       const char *id, long n);
const char *sign_word(const Screen *screen, Tree *tree, Tier tier, const char *id, long n);
/* What came of it, under the key "reply". */
Node *sign_reply(Tree *tree, Node *column, const char *words);

#endif
