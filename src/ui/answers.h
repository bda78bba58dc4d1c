/* Within layout: what was found out about a node in this pass. Every level above asks each node the
 * same again; the answer follows from the node, the question and the room it has. */
#ifndef UI_ANSWERS_H
#define UI_ANSWERS_H

#include "ui/flow.h"

typedef enum Question {
    ASK_WIDTH,
    ASK_LEAST,                            /* + Least */
    ASK_HEIGHT = ASK_LEAST + LEAST_COUNT, /* + Give */
    QUESTIONS = ASK_HEIGHT + GIVE_COUNT
} Question;

/* Gives every node of the tree an empty memory. */
void answers_begin(Tree *tree);
bool answer_known(const Node *node, unsigned question, float room, float *out);
float answer_keep(const Node *node, unsigned question, float room, float answer); /* returns it */

#endif
