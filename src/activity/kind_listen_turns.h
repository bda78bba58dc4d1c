/* Between the files of talking and listening: its pages and their state. How a step looks is in
 * kind_listen_turns_page.c. */
#ifndef ACTIVITY_KIND_LISTEN_TURNS_H
#define ACTIVITY_KIND_LISTEN_TURNS_H

#include "activity/two.h"

enum { LISTEN_TOPICS = 24, LISTEN_BACKS = 8, LISTEN_ROUNDS = 6, LISTEN_TURNS = 2 * LISTEN_ROUNDS };

typedef struct Topic {
    Option option;
    int level; /* 1 silly .. 5 personal */
} Topic;

typedef struct ListenPage {
    Page page;
    List topics;   /* Topic */
    List say_back; /* Option */
    int rounds;    /* turns each */
    List tips;     /* const char *: sentences for the adult */
} ListenPage;

typedef enum ListenStep { LISTEN_TOPIC, LISTEN_TALK, LISTEN_BACK, LISTEN_CHECK } ListenStep;

/* Only what happened: never a word of what was said. No bytes between the members. */
typedef struct ListenState {
    int turn; /* turns that were had; all of them: over */
    int step; /* ListenStep */
    int resting, pauses;
    int level; /* highest level of the turns that were had; 0 before the first */
    int not_yets;
    signed char topic; /* 1 + index of this turn's, 0 while choosing */
    signed char back;  /* 1 + index of the way it is said back, 0 when none was chosen */
    char pad[2];
} ListenState;

const ListenPage *listen_page(const PlayContext *context, int page);
const ListenState *listen_state(const void *state, int page);
const Topic *listen_topic(const ListenPage *page, int index);
int listen_turns(const PlayContext *context, int page); /* of both; 0 on a page that only says */
bool listen_over(const PlayContext *context, const ListenState *state, int page);
/* Topics that may be chosen now: none is more than one level above those had before. Their indices;
 * returns how many. */
int listen_open_topics(const PlayContext *context, const ListenState *state, int page,
                       int topics[LISTEN_TOPICS]);
int listen_backs(const PlayContext *context, int page, int backs[LISTEN_BACKS]);
void listen_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                  Tree *tree, Node *parent);

void listen_paper(const PlayContext *context, int page,
                  Paper *paper); /* kind_listen_turns_paper.c */

#endif
