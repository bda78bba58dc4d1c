/* Somebody at a play who does anything that can be done: sees the page as a tree of nodes, presses
 * what acts, places cards, types words, lets time pass. The same chance, the same play. */
#ifndef TESTS_ACTIVITY_PLAYER_H
#define TESTS_ACTIVITY_PLAYER_H

#include "activity/play.h"
#include "activity/tools.h"

typedef struct Player {
    Play *play; /* borrowed */
    uint64_t chance;
    int64_t now, since;
    int turn;  /* of the page shown */
    Tree tree; /* the page as last seen */
    PlayTools tools;
    char draft[FIELD_BYTES];
    Move *moves; /* all that were made */
    size_t count, room;
} Player;

Player player_of(Play *play, uint64_t chance);
void player_clear(Player *player);
PlayView player_view(const Player *player);
void player_look(Player *player); /* builds the page anew */

/* One thing a person might do now. False when nothing came of it. */
bool player_think(Player *player, Move *out);
void player_make(Player *player, const Move *move); /* must be accepted */
/* "More": no move, only another part of the page. False when the page has no such button. */
bool player_turn(Player *player);
/* What pressing this node means; false when nothing. */
bool player_press(const Player *player, const Node *node, Move *out);

#endif
