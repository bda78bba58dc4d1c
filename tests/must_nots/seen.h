/* All words on all screens: the walk of proof/everywhere.h, with who reads them. */
#ifndef TESTS_MUST_NOTS_SEEN_H
#define TESTS_MUST_NOTS_SEEN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct SeenWords {
    char reader; /* 'C' a child, 'P' a grown-up of the family, 'R' the helper */
    char *words;
    char where[96]; /* the first place: "t2 es place-feelings" */
} SeenWords;

typedef struct SeenScreen {
    char reader;
    char where[96], screen[32];
    bool not_ok; /* the way to the page for help can be pressed */
} SeenScreen;

typedef struct Seen {
    SeenWords *words; /* each once for each reader */
    size_t word_count, word_room;
    SeenScreen *screens;
    size_t screen_count, screen_room;
    size_t *slots; /* for finding words again */
    size_t slot_count;
} Seen;

/* Every tier alone and with an adult, grown-ups, signing in, and the helper's pages; children also
 * in a translation, each tier in one. */
void seen_walk(Seen *seen);
/* Each line of all string tables that are shipped, for reader 'R'. */
void seen_tables(Seen *seen);
void seen_clear(Seen *seen);

#endif
