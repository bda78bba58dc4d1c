/* The jar on the sill, with every pebble this person took so far. */
#ifndef SCREEN_JAR_H
#define SCREEN_JAR_H

#include "screen/cove.h"
#include "ui/node.h"

/* All of them, up to a full jar. `height` in dp. The last pebble falls in when the screen is new,
 * if `dropping`. */
void jar_build(const Cove *cove, Id person, bool dropping, int height, Tree *tree, Node *parent);

#endif
