/* Within ui: the size of a node's own words. The node has some. */
#ifndef UI_WORDS_H
#define UI_WORDS_H

#include "ui/parts.h"

/* Its own or that of what it lies in, else the page's. */
const Manner *manner_at(Measure measure, const Node *node);
TextStyle words_style(Measure measure, const Node *node);
Extent words_size(Measure measure, const Node *node, float width); /* wrapped to fit */
float words_least(Measure measure, const Node *node, Least least); /* not for LEAST_HARD */

#endif
