/* The inside of a plan, for its own files alone: what a page asks for and what was chosen. */
#ifndef ACTIVITY_PLAN_STEPS_H
#define ACTIVITY_PLAN_STEPS_H

#include "activity/kind.h"

enum { SLOTS_MAX = 6, OPTIONS_MAX = 12, PICKS_MAX = 3, OWN_MAX = 80 };

typedef struct Slot {
    Option option; /* its text is the lead: "What I bring" */
    List options;  /* Option */
    int many;
    bool own;
} Slot;

typedef struct PlanPage {
    Page page;
    List slots; /* Slot */
} PlanPage;

typedef struct SlotState {
    signed char picks[PICKS_MAX]; /* 1 + index in options, in the order chosen; 0: none */
    char own[OWN_MAX];
} SlotState;

typedef struct PlanState {
    SlotState slots[SLOTS_MAX];
    signed char at; /* 1 + the slot being filled; 0: the first that is empty */
} PlanState;

const PlanPage *plan_page(const PlayContext *context, int page);
const PlanState *plan_state(const void *state, int page);
const Slot *plan_slot(const PlanPage *page, int index);
int plan_slots(const PlayContext *context, int page, int *slots); /* those of the tier, in order */
bool plan_may_type(const PlayContext *context, const Slot *slot);
/* The slot whose options are shown; -1 where the page has none. */
int plan_slot_shown(const PlayContext *context, const PlanState *state, int page);
int slot_pick(const SlotState *slot, int option); /* where it is among the picks; -1: not chosen */
/* "teddy, a book": what a slot holds; "" for nothing. */
const char *slot_words(const PlayContext *context, const Slot *content, const SlotState *slot,
                       Arena *arena);
/* The same with a line for each. */
const char *slot_lines(const PlayContext *context, const Slot *content, const SlotState *slot,
                       Arena *arena);
/* Of what was chosen first, else the slot's own; NULL for none. */
const char *slot_picture(const Slot *content, const SlotState *slot);

void plan_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                Tree *tree, Node *parent);

void plan_paper(const PlayContext *context, int page, Paper *paper); /* plan_steps_paper.c */

#endif
