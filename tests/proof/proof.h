/* What must hold of every screen, looked for on its laid-out tree. Every fault is a line that says
 * where, what and by how much. */
#ifndef TESTS_PROOF_PROOF_H
#define TESTS_PROOF_PROOF_H

#include "base/text.h"
#include "content/tier.h"
#include "screen/stage.h"

typedef struct Proof {
    const char *where; /* "t1 qps 800x600 200% cove": begins every line */
    Text *faults;
    size_t *fault_count;
    const Tree *tree;
    const Manner *manner;
    const Ruler *ruler;
    Tier tier;
    const char *screen; /* "cove" */
} Proof;

void proof_fault(const Proof *proof, const Node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Words fit their boxes, nothing lies on anything else or leaves its place. */
void proof_places(const Proof *proof);
/* Targets and the gaps between them are as large as the tier needs. */
void proof_targets(const Proof *proof);
/* Names, spoken words, the safety buttons, how much there is at once. */
void proof_meaning(const Proof *proof, bool count_words);
/* Tab reaches all that acts, once, in reading order, where it can be seen. */
void proof_focus(const Proof *proof, Stage *stage);

/* Whose manner this node is shown in, when it is not that of the person the screen is for. */
const Manner *proof_for_another(const Node *node);

#endif
