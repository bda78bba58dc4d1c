/* Within the kind body_map: what its rules and its picture share. */
#ifndef ACTIVITY_KIND_BODY_MAP_H
#define ACTIVITY_KIND_BODY_MAP_H

#include "activity/kind.h"

enum { BODY_ZONES = 6, BODY_FEELINGS_MAX = 6, BODY_SIZES = 3 };

typedef struct BodyPage {
    Page page;
    List feelings; /* Option */
    int figure;    /* index in its words; -1: a star */
    bool size;
} BodyPage;

typedef struct BodyState {
    unsigned char fill[BODY_ZONES][BODY_FEELINGS_MAX]; /* 0: not there, else 1 + size */
} BodyState;

typedef struct BodyStates {
    BodyState pages[PLAY_PAGES_MAX];
} BodyStates;

const BodyPage *body_page(const PlayContext *context, int page);
const BodyState *body_state(const void *state, int page);
const char *body_figure(const BodyPage *page);
const char *body_zone_id(int zone);
const char *body_zone_words(const PlayContext *context, Arena *arena, int zone);
const char *body_feeling_words(const PlayContext *context, Arena *arena, int page, int feeling);
/* "happy, sad"; "" when the zone is empty. */
const char *body_zone_holds(const PlayContext *context, Arena *arena, const BodyState *state,
                            int page, int zone);

void body_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                Tree *tree, Node *parent); /* kind_body_map_build.c */

void body_paper(const PlayContext *context, int page, Paper *paper); /* kind_body_map_paper.c */

#endif
