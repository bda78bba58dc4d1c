/* Putting a figure together, part after part, each choice shown as the figure with it. Holds
 * nothing: what is made so far is the code of a figure, and lies with the part in somebody's
 * PlayTools (tools.h), so that trying things is in no move and in no record. */
#ifndef ACTIVITY_FIGURE_MAKER_H
#define ACTIVITY_FIGURE_MAKER_H

#include "activity/tools.h"
#include "figure/figure.h"

/* Where in the tools: MAKER_OPEN is out of the hand after a move, so the maker closes itself. */
enum { MAKER_PART = 1, MAKER_CODE = 2, MAKER_OPEN = TOOL_FOR_ONCE };

typedef struct FigureMaker {
    const PlayTools *tools; /* NULL: nothing was chosen yet */
    Tier tier;
    const char *whom; /* id of who is made; a code held for somebody else does not count */
    const char *who;  /* their name for the eye, NULL: none */
    Figure first;     /* before anything was chosen */
    Action done;      /* its item is filled with the figure's name */
    Action leave;     /* back from the first part: nothing changes */
    /* A word of the program. */
    const char *(*word)(const void *context, Arena *arena, const char *id);
    const void *context;
} FigureMaker;

void figure_maker_build(const FigureMaker *maker, Tree *tree, Node *parent);

/* Somebody to begin with who fits the tier: as old as whoever sits there. */
Figure figure_of_tier(Tier tier, uint64_t seed);

#endif
