/* What the tests of this folder share: the shipped content, every play it offers, and plays read
 * back as words. */
#ifndef TESTS_ACTIVITY_FIXTURE_H
#define TESTS_ACTIVITY_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "activity/play.h"
#include "base/file.h"
#include "base/ids.h"
#include "content/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every shipped activity for every tier it serves, and once more for two where it can be joint; and
 * those of tests/data/kinds, which go to the limits of their kinds. `setups[0 .. count)`, seed 0,
 * without names but where the activity is about them. */
typedef struct Shipped {
    Library *library;
    PlaySetup *setups;
    size_t count;
} Shipped;

void assert_all_there(const Library *library); /* says what is wrong with those that are not */
Shipped shipped_open(void);
void shipped_close(Shipped *shipped);
int shipped_setup(void **state); /* for cmocka groups: *state is a Shipped */
int shipped_teardown(void **state);

Play *play_open(const PlaySetup *setup, uint64_t seed); /* fails the test when it cannot */
/* "M01.1 (faces) t1, page now"; static, for messages. */
const char *play_label(const Play *play);

/* The bytes of a state as they were. */
typedef struct Snapshot {
    void *bytes;
    size_t size;
} Snapshot;

Snapshot snapshot_take(const Play *play);
bool snapshot_same(const Snapshot *snapshot, const Play *play);
void snapshot_clear(Snapshot *snapshot);

char *page_text(const Play *play, const PlayView *view); /* tree_dump of the page; free() it */
char *body_text(const Play *play);                       /* of the kind's own part; free() it */
char *summary_text(const Play *play);                    /* "label | words\n" a line; free() it */
char *step_words(const Play *play, size_t step);         /* play_step_text; free() it */
char *back_text(const Play *play, size_t steps); /* tree_dump of play_build_back; free() it */

/* Refused, with a sentence, and everything as before. */
void assert_refused(Play *play, const Move *move);
/* Accepted; what is checked is then applied. */
void assert_accepted(Play *play, const Move *move);
/* `move` with the page shown now, by the one whose turn it is. */
Move here(const Play *play, Move move);

#endif
