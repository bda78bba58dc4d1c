/* Who reads and hears which language, and the words and modules of it. A person's own is what the
 * helper set; else the program's: what --language asks for, what the helper chose for their own
 * pages, what the desktop asks for, English. */
#ifndef SCREEN_TONGUE_H
#define SCREEN_TONGUE_H

#include "screen/cove.h"

/* Opens the folders' languages; `cove->library` is the program's. */
bool tongue_open(Cove *cove, const LibrarySetup *setup, const LanguageWish *wish, Error *error);
void tongue_close(Cove *cove); /* all libraries with it */

/* Tag of the language; "" asks for the helper's. Borrowed until the next event. */
const char *tongue_of(const Cove *cove, Id person);
Library *tongue_library(const Cove *cove, Id person);
/* English where there is no such language any more. */
Library *tongue_library_in(const Cove *cove, const char *tag);
/* Whether the person reads it in their language, not in English instead. */
bool tongue_has_module(const Cove *cove, Id person, const char *module);
/* Whether theirs is English, in which everything is there. */
bool tongue_is_english(const Cove *cove, Id person);
/* From now on `cove->library` is theirs. Asked by the stage for whoever sits at the screen on top.
 */
void tongue_speak(Cove *cove, Id person);

#endif
