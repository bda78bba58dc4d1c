/* Between the files of the feelings check: its pages and their state. */
#ifndef ACTIVITY_KIND_FEELINGS_CHECK_H
#define ACTIVITY_KIND_FEELINGS_CHECK_H

#include "activity/kind.h"

enum { PICKS_MAX = 3, WORDS_MAX = 64, OWN_MAX = 64, SIZE_MAX_STEP = 2 };
enum { NO_WORD, NOT_SURE, RATHER_NOT };

typedef struct FeelingsPage {
    Page page;
    List words; /* Option */
    int most;
    bool size, own;
} FeelingsPage;

typedef struct Pick {
    short word; /* index in words */
    short size; /* -2 .. 2 */
} Pick;

typedef struct FeelingsState {
    int count;
    Pick picks[PICKS_MAX];
    int instead; /* NO_WORD, NOT_SURE or RATHER_NOT */
    char own[OWN_MAX];
} FeelingsState;

const FeelingsPage *feelings_page(const PlayContext *context, int page);
const FeelingsState *feelings_state(const void *state, int page);
bool feelings_may_type(const PlayContext *context, const FeelingsPage *page);
int feelings_pick(const FeelingsState *state, int word); /* where it is among the picks; -1: not */
/* How many words a tier sees at once. (Blueprint 3.1: three for t1, five for t2, else all.) */
int feelings_at_once(Tier tier);
/* The words of this tier in their order of chance; returns how many. */
int feelings_words(const PlayContext *context, int page, int *words);
void feelings_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                    Tree *tree, Node *parent);

void feelings_paper(const PlayContext *context, int page,
                    Paper *paper); /* kind_feelings_check_paper.c */

#endif
