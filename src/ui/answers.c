/* A few answers to each question: more are never asked at once but by very nested pages. */
#include "ui/answers.h"

enum { ANSWERS = 4 };

typedef struct Answered {
    float rooms[ANSWERS], answers[ANSWERS];
    unsigned count; /* ever; the oldest give way */
} Answered;

struct Answers {
    Answered to[QUESTIONS];
};

void answers_begin(Tree *tree)
{
    for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (node->answers)
            *node->answers = (struct Answers){0};
        else
            node->answers = arena_alloc(tree->arena, 1, sizeof *node->answers);
    }
}

bool answer_known(const Node *node, unsigned question, float room, float *out)
{
    const Answered *answered = &node->answers->to[question];
    for (unsigned i = 0; i < answered->count && i < ANSWERS; i++) {
        if (answered->rooms[i] == room) {
            *out = answered->answers[i];
            return true;
        }
    }
    return false;
}

float answer_keep(const Node *node, unsigned question, float room, float answer)
{
    Answered *answered = &node->answers->to[question];
    unsigned place = answered->count++ % ANSWERS;
    answered->rooms[place] = room;
    answered->answers[place] = answer;
    return answer;
}
