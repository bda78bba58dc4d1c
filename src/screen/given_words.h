/* How something was given, in words for the helper. */
#ifndef SCREEN_GIVEN_WORDS_H
#define SCREEN_GIVEN_WORDS_H

#include "screen/screen.h"

/* Its title in the wording it was given in; the id where the activity is not here any more. */
const char *given_title(const Screen *screen, const Case *family, const Assignment *given);
/* "In the room · For next time · After: Two jars". */
const char *given_how(const Screen *screen, Tree *tree, const Case *family,
                      const Assignment *given);

#endif
