/* Places every node: rows, columns, grids, stacks, free placement, scrolling. Deterministic; the
 * same tree, size, manner and ruler give the same bounds. */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include "ui/theme.h"

/* Scroll offsets by node key, kept by the stage across rebuilds. */
typedef struct ScrollMemory ScrollMemory;
ScrollMemory *scroll_memory_new(void);
void scroll_memory_free(ScrollMemory *memory);
void scroll_memory_forget(ScrollMemory *memory);
/* Moves by `dy` px; the next layout clamps it. False when there is no such node or nothing to
 * move. */
bool scroll_by(ScrollMemory *memory, const Node *node, float dy);
/* Scrolls ancestors so that `node` can be seen. True when something moved: lay out again. */
bool scroll_to_show(ScrollMemory *memory, const Node *node);

void layout_tree(Tree *tree, float width, float height, const Manner *manner, const Ruler *ruler,
                 const ScrollMemory *memory);

/* Height a node with these words takes at this width. Used by layout and painter alike. */
Rect node_inner(const Node *node, const Manner *manner); /* bounds without padding */

#endif
