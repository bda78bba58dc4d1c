/* What lives in a scene: clouds and light on the water, as layers over its picture that go to and
 * fro while somebody is there. */
#ifndef SCREEN_SKY_H
#define SCREEN_SKY_H

#include "screen/stage.h"

/* Scene pictures are drawn 1280 by 720, fill the window and are cropped around their middle. Puts a
 * node of an AXIS_FREE group where x, y of the picture is. */
void scene_put(const Stage *stage, Node *node, float x, float y);

/* Adds the layers of `scene`, if it has any, to the stack that holds it. */
void sky_build(const Stage *stage, Tree *tree, Node *stack, const char *scene);

#endif
