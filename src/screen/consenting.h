/* What the helper sees of consent on the page of a case, and what is said when it is missing. */
#ifndef SCREEN_CONSENTING_H
#define SCREEN_CONSENTING_H

#include "family/consent.h"
#include "screen/desk.h"

/* What is missing, in words, one below the other; NULL when nothing is. */
const char *consenting_lacks(const Screen *screen, Tree *tree, const Case *family);
/* Of a child: that it is to be asked, and that nothing begins. Of an adult: that consent is
 * missing. All lead to the page of consent; nothing where nothing is to be done. */
void consenting_rows(const Screen *screen, const Case *family, const Person *person, Tree *tree,
                     Node *panel);
/* Whether a sitting of this person may begin; says why not, to the helper. */
bool consenting_allows(Screen *screen, const Case *family, Id person);

#endif
