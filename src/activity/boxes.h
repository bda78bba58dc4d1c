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

/* A kind whose pages are boxes. The callbacks of such a kind are those below; what differs is said
 * here. */
typedef struct BoxKind {
    Kind kind; /* first; its content's name leads from a play to the rest */
    /* The boxes of a page, in words that live in `arena`; none on a page that only says something.
     */
    BoxRules (*rules)(const PlayContext *context, int page, Arena *arena);
    bool arrows; /* from each box to the next */
} BoxKind;

/* Their state: the boxes of each page. */
typedef struct BoxPages {
    Boxes pages[PLAY_PAGES_MAX];
} BoxPages;

extern const Verb box_verbs[];
extern const BoxKind kind_thought_links, kind_reflect_swap;

#define BOX_KIND_CALLS                                                                             \
    .state_size = sizeof(BoxPages), .verbs = box_verbs, .interpret = box_kind_interpret,           \
    .apply = box_kind_apply, .build = box_kind_build, .is_complete = box_kind_is_complete,         \
    .stands = box_kind_stands, .forget = box_kind_forget, .step_text = box_kind_step_text,         \
    .paper = box_kind_paper

bool box_kind_interpret(const PlayContext *context, const void *state, int page,
                        const UiEvent *event, Move *out);
bool box_kind_apply(const PlayContext *context, void *state, int page, const Move *move,
                    Error *error);
void box_kind_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                    Tree *tree, Node *parent);
bool box_kind_is_complete(const PlayContext *context, const void *state, int page);
bool box_kind_stands(const PlayContext *context, const void *state, int page, const Move *move);
void box_kind_forget(const PlayContext *context, void *state, const void *last, int page,
                     const char *instead);
void box_kind_step_text(const PlayContext *context, const void *state, int page, const Move *move,
                        Text *out);
void box_kind_summary(const PlayContext *context, const void *state, int page, Summary *out);

void box_kind_paper(const PlayContext *context, int page, Paper *paper); /* boxes_paper.c */

/* Within the kinds: what of it is about one page. */
bool boxes_interpret(const BoxRules *rules, const Boxes *boxes, const UiEvent *event, Move *out);
bool boxes_apply(const BoxRules *rules, Boxes *boxes, const Move *move, Error *error);
bool boxes_any(const Boxes *boxes);

/* What is in a box; NULL when it is empty. */
const char *box_words(const BoxRules *rules, const Boxes *boxes, int box, Arena *arena);

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
