/* Between the parts of the walk. */
#ifndef TESTS_PROOF_EVERYWHERE_INSIDE_H
#define TESTS_PROOF_EVERYWHERE_INSIDE_H

#include "proof/everywhere.h"

#include "activity/kind.h"

typedef struct Walker {
    const Everywhere *walk;
    House house;
    size_t turn; /* of answers where any would do */
} Walker;

void walker_open(Walker *walker, const Everywhere *walk);
void walker_close(Walker *walker);
void walker_see(Walker *walker, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Sees it, with this screen in the place of all others. */
void walker_show(Walker *walker, Screen *screen, const char *name);
Cove *walker_cove(Walker *walker);
const Record *walker_record(const Walker *walker);
bool walker_on(Walker *walker, const char *screen);
bool walker_offers(Walker *walker, const char *verb);
/* Presses what has this verb, and this item unless it is NULL. Fails the test where it is not. */
void walker_press(Walker *walker, const char *verb, const char *item);
/* Plays the open activity to its end and sees every page, before and after its answers. */
void walker_play(Walker *walker, const char *name);
void walker_skip_play(Walker *walker);

/* What a child is asked before a sitting. */
void everywhere_asked(const Everywhere *walk, Tier tier);
/* The helper's strip beside what is open now; and beside a goodbye. */
void walker_strip(Walker *walker);
void walker_strip_after(Walker *walker);
void everywhere_strip_window(const Everywhere *walk); /* for the desk */

/* Everything about the lock and copies: for the desk. */
void everywhere_lock(const Everywhere *walk);
/* A disk that takes its time, and fails: in a house of its own. */
void everywhere_saving(const Everywhere *walk, Tier tier);
void everywhere_saving_desk(const Everywhere *walk);
/* From the pebbles and back, where a child is offered to show something. */
void walker_sharing(Walker *walker);
void walker_desk(Walker *walker, Id sitting); /* what lies on an adult's desk */
/* A child of the case wishes to show something, and the helper releases it. */
void walker_release(Walker *walker, const Case *family);
void walker_assigning(Walker *walker, const Case *family); /* to each of its people */
void walker_paper(Walker *walker, const Case *family);     /* what is printed */
/* A walk of its own through log, keeping and erasing. */
void walker_keeping(const Everywhere *walk);

#endif
