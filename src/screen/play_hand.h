/* What a person has before them while they play: where they look, what they hold, what they type.
 * Of the moment, for playing and for an author's preview; nothing of it is kept. */
#ifndef SCREEN_PLAY_HAND_H
#define SCREEN_PLAY_HAND_H

#include "activity/play.h"
#include "activity/tools.h"
#include "screen/screens.h"

typedef struct PlayHand {
    int64_t since; /* ticks of the last move */
    int turn;      /* of the page shown: see PlayView */
    PlayTools tools;
    char draft[FIELD_BYTES]; /* words being typed, not given yet */
    bool kept;               /* the last thing done on this page was kept */
} PlayHand;

PlayView play_hand_view(const PlayHand *hand, const Screen *screen);
void play_hand_begin(PlayHand *hand, const Screen *screen, const Play *play); /* a page begins */
/* A move was made that began on `page`. */
void play_hand_moved(PlayHand *hand, const Screen *screen, const Play *play, int page, bool kept);
/* True when the event was about the hand alone and needs nothing else. */
bool play_hand_hear(PlayHand *hand, const UiEvent *event);
/* The move that an event, or time, makes; false: none. */
bool play_hand_means(const PlayHand *hand, const Screen *screen, const Play *play,
                     const UiEvent *event, Move *out);

#endif
