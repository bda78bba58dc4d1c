/* A helper's desk on a sealed record in a folder, of which only some cases are in memory, and
 * beside it the whole record, folded as it comes; for tests that compare the two. */
#ifndef TESTS_STORE_DESK_H
#define TESTS_STORE_DESK_H

#include "record/story.h"
#include "store/keeper.h"

enum { WALL = 13 * 60000, DAY = 24 * 60 * 60 * 1000 };

typedef struct Desk {
    const char *folder;
    Vault *vault;
    Keeper *keeper;
    Record *whole; /* everything, folded as it comes */
    ManualClock time;
    Story story;
} Desk;

/* It must stay where it is: the clock and the story know their place. */
void desk_open(Desk *desk, const char *folder, uint64_t seed);
void desk_close(Desk *desk);
void desk_unlock(Desk *desk);
void desk_lock(Desk *desk);

void desk_tell(Desk *desk, Event event);
void desk_tell_all(Desk *desk, Event *events, size_t count);
void desk_tell_more(Desk *desk, int events); /* of its story */

enum { MANY = 12, SITTINGS = 200 };

/* One sitting of person `family` in case `family`, with a play and two moves. */
void desk_sit(Desk *desk, int family, int number);
/* So many cases (1, 2, ...) with so many sittings each, in turns; locked and unlocked. */
void desk_make_many(Desk *desk);
/* The case can be made whole, and has what it was told, with the moves of all its plays. */
void desk_assert_whole(Desk *desk, Id family);

#endif
