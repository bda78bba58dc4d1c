/* Between the files of the sentence builder: its pages and their state. */
#ifndef ACTIVITY_KIND_SENTENCE_BUILDER_H
#define ACTIVITY_KIND_SENTENCE_BUILDER_H

#include "activity/kind.h"

enum { SLOTS_MAX = 6, OPTIONS_MAX = 12, OWN_MAX = 80 };
enum { EMPTY = 0, OWN_WORDS = -1 }; /* else 1 + index in options */
enum { SHARE_OPEN, SHARE_MINE, SHARE_HELPER };

typedef struct Slot {
    Option option; /* its text is the lead: "I feel" */
    List options;  /* Option */
    bool own;
} Slot;

typedef struct BuilderPage {
    Page page;
    List slots; /* Slot */
    const char *end;
    bool share;
} BuilderPage;

typedef struct BuilderState {
    signed char fill[SLOTS_MAX];
    char own[SLOTS_MAX][OWN_MAX];
    int share;
} BuilderState;

typedef struct BuilderStates {
    BuilderState pages[PLAY_PAGES_MAX];
} BuilderStates;

const BuilderPage *builder_page(const PlayContext *context, int page);
const BuilderState *builder_state(const void *state, int page);
const Slot *builder_slot(const BuilderPage *page, int index);
int builder_slots(const PlayContext *context, int page,
                  int *slots); /* those of the tier, in order */
/* Index of the first slot without a block, -1 when the line is whole. */
int builder_first_empty(const PlayContext *context, const BuilderState *state, int page);
int builder_filled(const PlayContext *context, const BuilderState *state, int page);
bool builder_may_type(const PlayContext *context, const Slot *slot);
/* What is in a slot; "..." for nothing. */
const char *builder_words(const PlayContext *context, const BuilderState *state, int page,
                          int index, Arena *arena);
/* The line so far: up to the first open part, which shows as "...". */
const char *builder_line(const PlayContext *context, const BuilderState *state, int page,
                         Arena *arena);
/* "I feel sad": two parts may hold the same block. */
const char *builder_filled_name(const PlayContext *context, const Option *slot, const char *words,
                                Arena *arena);
void builder_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                   Tree *tree, Node *parent);

bool builder_stands(const PlayContext *context, const void *state, int page, const Move *move);
void builder_forget(const PlayContext *context, void *state, const void *last, int page,
                    const char *instead);
bool builder_is_private(const PlayContext *context, const void *state, int page);
void builder_summary(const PlayContext *context, const void *state, int page, Summary *out);
void builder_step_text(const PlayContext *context, const void *state, int page, const Move *move,
                       Text *out);

void builder_paper(const PlayContext *context, int page,
                   Paper *paper); /* kind_sentence_builder_paper.c */

#endif
