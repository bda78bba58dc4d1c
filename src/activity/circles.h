/* Within circles_map: what the kind's files share. kind_circles_map.c holds the rules of moves,
 * circles_build.c draws. */
#ifndef ACTIVITY_CIRCLES_H
#define ACTIVITY_CIRCLES_H

#include "activity/placing.h"

typedef enum CirclesShape { CIRCLES_HOUSE, CIRCLES_RINGS, CIRCLES_NAMES } CirclesShape;
enum { ROOMS_FIRST = 3, RINGS_MAX = 3 };

typedef struct CirclesPage {
    Page page;
    int shape;   /* CirclesShape, -1 for none: a page that only says something */
    List things; /* Option */
    List rings;  /* Option */
    bool own;
} CirclesPage;

typedef struct CirclesPart {
    Placing placing;
    short rooms_added;
    unsigned short shut; /* bit (1 << room) */
} CirclesPart;

static inline const CirclesPage *circles_page(const PlayContext *context, int page)
{
    return (const CirclesPage *)(const void *)context->pages[page];
}

PlacingRules circles_rules(const PlayContext *context, const CirclesPart *part, int page);
bool circles_shut(const CirclesPart *part, int room);
/* What the place is called: "Room 2", "Near", "Alex". */
const char *circles_place(const PlayContext *context, int page, int place, Arena *arena);
bool circles_is_home(const PlayContext *context, int line); /* of "names": a home, not a person */

void circles_build(const PlayContext *context, const CirclesPart *part, int page,
                   const PlayView *view, Tree *tree, Node *parent);

/* How people on it look: circles_figure.c. */
bool circles_figure_open(const PlacingRules *rules, const Placing *placing, const PlayView *view);
/* The button that opens it, where somebody is there who could be made. */
void circles_figure_way(const PlacingRules *rules, const Placing *placing, Tree *tree,
                        Node *parent);
void circles_figure_build(const PlacingRules *rules, const Placing *placing, const PlayView *view,
                          Tree *tree, Node *parent);
bool circles_figure_interpret(const UiEvent *event, Move *out);
bool circles_figure_apply(const PlacingRules *rules, Placing *placing, const Move *move,
                          Error *error);
void circles_figure_step(const PlacingRules *rules, const Placing *before, const Move *move,
                         Text *out);

void circles_paper(const PlayContext *context, int page, Paper *paper); /* circles_paper.c */

#endif
