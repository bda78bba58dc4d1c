/* Boxes that are filled with a card or with words of one's own; any of them may stay empty. Shared
 * by kinds; a Boxes lies in the kind's state, BoxRules are made anew for each call. */
#ifndef ACTIVITY_BOXES_H
#define ACTIVITY_BOXES_H

#include "activity/kind.h"

enum { BOXES_MAX = 5, BOX_OPTIONS_MAX = 12, BOX_MARKS_MAX = 2, BOX_WORDS = 160 };
enum { BOX_EMPTY = 0, BOX_OWN = -1 }; /* else 1 + index in the box's options */

typedef struct BoxFill {
    short option;
    short mark; /* 1 + index in marks, 0: none */
    char own[BOX_WORDS];
} BoxFill;

typedef struct Boxes {
    BoxFill fills[BOXES_MAX];
} Boxes;

/* Words are ready to show, and borrowed. */
typedef struct Box {
    const char *id;
    const char *lead;    /* what stands over it */
    const char *name;    /* how it is called: no other box of the page is called so */
    const List *options; /* Option */
    bool own;
    bool marks; /* what is in it can be marked */
} Box;

typedef struct BoxMark {
    const char *id, *words;
} BoxMark;

typedef struct BoxRules {
    const PlayContext *context;
    int page;
    Box boxes[BOXES_MAX];
    int count;
    BoxMark marks[BOX_MARKS_MAX];
    int mark_count;
} BoxRules;

#define BOX_VERBS                                                                                  \
    {"fill", MOVE_ITEM | MOVE_TARGET}, {"own", MOVE_ITEM | MOVE_TEXT}, {"clear", MOVE_ITEM},       \
        {"mark", MOVE_ITEM | MOVE_TARGET},                                                         \
    {                                                                                              \
        "unmark", MOVE_ITEM                                                                        \
    }

bool boxes_interpret(const BoxRules *rules, const Boxes *boxes, const UiEvent *event, Move *out);
bool boxes_apply(const BoxRules *rules, Boxes *boxes, const Move *move, Error *error);
bool boxes_any(const Boxes *boxes);

/* What is in a box; NULL when it is empty. */
const char *box_words(const BoxRules *rules, const Boxes *boxes, int box, Arena *arena);
/* The same with its mark: "it rained (fact)". */
const char *box_words_marked(const BoxRules *rules, const Boxes *boxes, int box, Arena *arena);

/* The boxes, with arrows from each to the next or side by side, and the cards for one of them that
 * is empty: the first, or another that was asked for (PlayView.turn). */
void boxes_build(const BoxRules *rules, const Boxes *boxes, const PlayView *view, bool arrows,
                 Tree *tree, Node *parent);

/* One line for each box; nothing where all are empty. */
void boxes_summarise(const BoxRules *rules, const Boxes *boxes, Summary *out);
bool boxes_stand(const BoxRules *rules, const Boxes *boxes, const Move *move);
void boxes_forget(Boxes *boxes, const Boxes *last, const char *instead);
void boxes_step(const BoxRules *rules, const Boxes *before, const Move *move, Text *out);

#endif
