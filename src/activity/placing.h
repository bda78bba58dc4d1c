/* Things that are put into places: rooms, rings, stones, the names of people. The same thing may
 * be put more than once; nothing has an order or a size. Shared by kinds; holds no state of its
 * own: a Placing lies in the kind's state, PlacingRules are made anew for each call. */
#ifndef ACTIVITY_PLACING_H
#define ACTIVITY_PLACING_H

#include "activity/kind.h"
#include "figure/figure.h"

enum { PLACED_MAX = 12, PLACED_OWN = 50 };
enum { THING_NONE = 0, THING_OWN = -1 }; /* else 1 + index in things */
enum { PLACE_WAITING = 0 };              /* own words not put anywhere yet; else 1 + place */

typedef struct Placed {
    short thing, place;
    short mark;                   /* 1 + index in marks, 0: none */
    char own[PLACED_OWN];         /* words of one's own, "" for things of the page */
    char figure[FIGURE_NAME_MAX]; /* how a person looks, "" where nobody said */
} Placed;

typedef struct Placing {
    Placed slots[PLACED_MAX]; /* a free one is all zero */
} Placing;

typedef struct PlacingRules {
    const PlayContext *context;
    int page;
    const List *things; /* Option */
    const List *marks;  /* Option; NULL: no marks */
    int places;
    bool shared; /* a place holds any number of things; else one, and another one takes its place */
    bool own;    /* words of one's own, where the play lets them be typed */
    bool beside; /* the cards lie in a narrow column beside the places */
} PlacingRules;

/* The verbs, for a kind's table; a kind may have more of its own. A place is "place-1", a thing
 * that was put somewhere "slot-1". */
#define PLACING_VERBS                                                                              \
    {"place", MOVE_ITEM | MOVE_TARGET}, {"own", MOVE_TEXT}, {"move", MOVE_ITEM | MOVE_TARGET},     \
        {"take", MOVE_ITEM}, {"mark", MOVE_ITEM | MOVE_TARGET},                                    \
    {                                                                                              \
        "unmark", MOVE_ITEM                                                                        \
    }

bool placing_interpret(const PlacingRules *rules, const Placing *placing, const UiEvent *event,
                       Move *out);
bool placing_apply(const PlacingRules *rules, Placing *placing, const Move *move, Error *error);

const char *place_id(Arena *arena, int place);             /* of place 0, 1, ... */
int place_find(const PlacingRules *rules, const char *id); /* -1: none */
int placing_slot(const Placing *placing, int place);       /* the first thing there, -1: none */
int placed_find(const Placing *placing, const char *id);   /* where something lies, -1: none */
bool placed_is_person(const PlacingRules *rules, const Placed *placed); /* or may be one */
bool placing_any(const Placing *placing);
/* The place that a move of PLACING_VERBS puts something into or takes it from; -1: none. */
int placing_about(const PlacingRules *rules, const Placing *placing, const Move *move);

/* What was put there, as the person sees it. */
const char *placed_words(const PlacingRules *rules, const Placed *placed, Arena *arena);
const char *placed_picture(const PlacingRules *rules, const Placed *placed,
                           Arena *arena); /* NULL: none */
const char *placed_mark(const PlacingRules *rules, const Placed *placed, Arena *arena); /* NULL */

/* Cards to put somewhere, with "more" where there are more, and the field for own words. */
void placing_build_cards(const PlacingRules *rules, const Placing *placing, const PlayView *view,
                         Tree *tree, Node *parent);
/* Cards to mark what lies somewhere. */
void placing_build_marks(const PlacingRules *rules, const PlayView *view, Tree *tree, Node *parent);
/* A card that can be taken into the hand. */
Node *placing_build_card(const PlacingRules *rules, const PlayView *view, const char *words,
                         const char *picture, Action action, Tree *tree, Node *parent);
/* Where cards go: pressed with an empty hand, the thing there is taken out. */
Node *placing_build_place(Tree *tree, Node *parent, int place, const char *name);

/* Own words that lie nowhere. */
void placing_summarise_waiting(const PlacingRules *rules, const Placing *placing, Summary *out);
bool placing_stands(const Placing *placing, const Move *move);
void placing_forget(Placing *placing, const Placing *last, const char *instead);
/* A move of PLACING_VERBS; `place` is the name of the place it is about, "" for none. */
void placing_step(const PlacingRules *rules, const Placing *before, const Move *move,
                  const char *place, Text *out);

#endif
