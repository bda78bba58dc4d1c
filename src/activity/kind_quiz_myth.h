/* Between the files of true-or-not: its pages and their state. */
#ifndef ACTIVITY_KIND_QUIZ_MYTH_H
#define ACTIVITY_KIND_QUIZ_MYTH_H

#include "activity/cards.h"

enum { ANSWERS_MAX = 3 };
enum { OPEN = 0, NOT_SURE = 100 }; /* else 1 + index of the answer */

typedef struct QuizPage {
    Page page;
    List answers; /* Option; none: true and not true */
    List cards;   /* Card */
    int draw;     /* 0: all, in order */
} QuizPage;

typedef struct QuizState {
    signed char answers[CARDS_MAX]; /* by index in cards */
    int at;                         /* the card shown: index in the deck */
} QuizState;

const QuizPage *quiz_page(const PlayContext *context, int page);
const QuizState *quiz_state(const void *state, int page);
/* The cards of this play in the order shown; returns how many. */
int quiz_deck(const PlayContext *context, int page, int *deck);
/* Index of the card shown in cards; -1 where the page has none. */
int quiz_card_shown(const PlayContext *context, const QuizState *state, int page);
bool quiz_own_doors(const QuizPage *page); /* answers of its own, which are doors to choose */
/* The page's answers, or those every page has that gives none. */
List quiz_answers(const QuizPage *page);
const Option *quiz_answer(const QuizPage *page, int index);
const char *quiz_answer_words(const PlayContext *context, const QuizPage *page, int answer,
                              Arena *arena);
void quiz_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                Tree *tree, Node *parent);

void quiz_paper(const PlayContext *context, int page, Paper *paper); /* kind_quiz_myth_paper.c */

#endif
