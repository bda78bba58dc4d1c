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
    char pad[7]; /* so that the kind's part is aligned; always zero */
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
};

const Progress *play_progress(const Play *play);
const void *play_kind_state(const Play *play);
/* The play as it was after the first `steps` moves, without the words that do not stand in it now;
 * play_free it. Pages that are private now are the caller's to hide. */
Play *play_back(const Play *play, size_t steps);

#endif
