/* Which of a tree's words are the page's own, and whether it is still the same page. For telling.
 */
#ifndef SCREEN_PAGE_WORDS_H
#define SCREEN_PAGE_WORDS_H

#include "ui/node.h"

#include <stdint.h>

/* Headings and texts. Not remarks, not "Kept", not what changes by itself. */
bool page_words_has(const Node *node);
/* A page is the same while its screen, its title and the guide's words are. */
uint64_t page_words_mark(const Tree *tree);
uint64_t page_words_mixed(uint64_t hash, const char *text); /* FNV-1a; `hash`: 0 to begin */

#endif
