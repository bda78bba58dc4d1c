/* Movement between two pictures. After each layout motion_follow compares the tree with the one
 * before and begins what follows from the difference: what is pressed gives way, what was chosen
 * gets its tick, a card glides to its basket, a page comes in, one screen fades into the next.
 * motion_move then writes how far each node is from its place into node->moved. It changes drawing
 * alone: layout, focus and hit-testing never see it. Ticks in ms, from the stage's clock. */
#ifndef UI_MOTION_H
#define UI_MOTION_H

#include "ui/layout.h"

typedef struct Motion Motion;

Motion *motion_new(void);
void motion_free(Motion *motion);

/* `screen` differs from the last call's when another screen is shown. With calm motion, or when the
 * size changed, all stands in its place at once. */
void motion_follow(Motion *motion, Tree *tree, const Manner *manner, unsigned screen, int64_t now);
void motion_move(Motion *motion, Tree *tree, const Manner *manner, int64_t now);
void motion_forget(Motion *motion); /* the next tree is the first one: nothing leads to it */
/* Ms until the next picture is wanted; -1: everything stands still. */
int64_t motion_wait(const Motion *motion);
/* Somebody is there: clouds and water go on for half a minute, slow down and stop. */
void motion_wake(Motion *motion, int64_t now);

#endif
