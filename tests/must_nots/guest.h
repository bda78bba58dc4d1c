/* Somebody at the screen for tests: does what the page offers by seeded chance, types the same
 * words wherever words can be typed, and goes on. Knows no activity and no language. */
#ifndef TESTS_MUST_NOTS_GUEST_H
#define TESTS_MUST_NOTS_GUEST_H

#include "screen/house.h"

typedef struct Guest {
    House *house;
    uint64_t chance;
    const char *words; /* typed into fields; NULL: nothing is */
    bool skips;        /* answers nothing */
    /* Before and after the answers of each page, and on every page of the sitting. NULL allowed. */
    void (*see)(void *context, House *house);
    /* Where a pebble is chosen, before one is. NULL allowed. */
    void (*at_pebbles)(void *context, House *house);
    void *context;
    size_t pages, typed; /* so far */
} Guest;

bool guest_on(House *house, const char *screen);
/* Something here does this and can be pressed; `item` NULL: about anything. */
bool guest_offered(House *house, const char *verb, const char *item);
void guest_presses(House *house, const char *verb, const char *item);

/* Where a child is asked first: turns the pages and says yes. False: it was not asked. */
bool guest_says_yes(House *house);
/* The open play, page by page, to its end. */
void guest_plays(Guest *guest);
/* From the first check of an open sitting: at most `most` of what was given and not played yet,
 * then the last check, a pebble, goodbye, and the door. */
void guest_sits(Guest *guest, size_t most);
/* Presses Stop until the door is there. */
void guest_stops(House *house);

#endif
