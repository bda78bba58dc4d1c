/* Words as HTML has them. */
#ifndef BASE_HTML_H
#define BASE_HTML_H

#include "base/text.h"

/* Adds `text` with the signs escaped that HTML takes for its own, and line breaks as such. */
void html_add(Text *out, const char *text);
/* The same within a tag of this name, and a line of its own. */
void html_add_tag(Text *out, const char *tag, const char *text);

#endif
