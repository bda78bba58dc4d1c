/* The inside of a play, for the mid-end's own files alone. */
#ifndef ACTIVITY_PLAY_INSIDE_H
#define ACTIVITY_PLAY_INSIDE_H

#include "activity/play.h"

/* The mid-end's part of the state. Plain value; the kind's state follows it in the same block. */
typedef struct Progress {
    int page;
    int trail_count;
    short trail[PLAY_PAGES_MAX]; /* pages one may go back to; zero past trail_count */
    bool seen[PLAY_PAGES_MAX];
    bool skipped[PLAY_PAGES_MAX];
    bool finished;
    bool handed; /* joint play: the turn was handed over on this page */
    char pad[6]; /* so that the kind's part is aligned; always zero */
} Progress;

_Static_assert(sizeof(Progress) % 16 == 0, "the kind's state follows and must be aligned");

struct Play {
    PlayContext context;
    const Kind *kind;
    void *block; /* Progress, then the kind's state */
    size_t size;
    Move *moves; /* every move ever applied, undo included */
    size_t move_count, moves_room;
    size_t *standing; /* indices of those not undone */
    size_t standing_count, standing_room;
    size_t waiting; /* how many at the end of both wait: see VERB_WAITS */
};

const Progress *play_progress(const Play *play);
const void *play_kind_state(const Play *play);
bool play_is_paging(const char *verb); /* one of the mid-end's own */
bool play_has_verb(const Play *play, const Move *move, unsigned flag); /* the kind's verb has it */
const Move *play_last_standing(const Play *play);                      /* NULL when none */
/* play_joint.c: whose turn it is in that state; and what is left out where two play. */
Seat play_seat_at(const Play *play, const Progress *progress);
void play_close_private(const Kind *kind, PlayContext *context);
/* The play as it was after the first `steps` moves, without the words that do not stand in it now;
 * play_free it. Pages that are private now are the caller's to hide. */
Play *play_back(const Play *play, size_t steps);

#endif
